"""Participles that the parser hangs where they cannot stand: who goes on to speak, who was taken, whom a deed befell too.

"The army said nine were hurt, while accusing the rebels": the army accuses. "Two nurses taken hostage were freed":
they took nobody. "killed six people and displaced thousands": thousands were displaced, and not killed.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

GOING_ON = "hudna_going_on"

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SPOKEN_ON = frozenset(
    """accusing adding alleging arguing blaming calling citing claiming condemning conceding denouncing denying describing
    insisting noting pledging promising saying stressing urging vowing warning""".split()
)
# Forms that are no past tense, whatever the parser says.
_DONE_TO = frozenset("beaten chosen driven forgiven frozen given shaken slain stolen taken torn".split())
_TOO = frozenset("displaced injured maimed uprooted wounded".split())
_COUNTS = frozenset("thousands hundreds dozens scores tens many others more millions".split())


@Language.component(GOING_ON)
def going_on(doc: Doc) -> Doc:
    """The doc with each such participle where it belongs."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.dep_ == "advcl" and token.lower_ in _SPOKEN_ON:
            _speak_on(token)
        elif token.lower_ in _DONE_TO and token.tag_ == "VBD":
            _describe(token)
        elif token.dep_ == "amod" and token.lower_ in _TOO:
            _befall(token)
    return doc


def _speak_on(verb: Token) -> None:
    """Under whom it is told by, where what is told is done to somebody."""
    told = verb.head
    while told.dep_ == "conj" and told.head.i < told.i:
        told = told.head
    said = told.head
    passive = any(k.dep_ in ("auxpass", "nsubjpass") for k in told.children)
    speaks = any(k.dep_ == "nsubj" for k in said.lefts) and said.tag_ in _FINITE
    before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if told.dep_ == "ccomp" and passive and speaks and said.i < told.i and before.text == ",":
        verb.head = said


def _describe(participle: Token) -> None:
    """Who stands before it is whom the verb behind tells of."""
    noun = next((k for k in participle.lefts if k.dep_ == "nsubj"), None)
    helped = any(k.dep_ in ("aux", "auxpass") for k in participle.children)
    behind = next(
        (k for k in participle.rights if k.dep_ in ("advcl", "ccomp", "conj") and _is_told(k)), None
    )
    if noun is None or helped or behind is None:
        return
    first = min(k.i for k in (behind, *behind.children) if k.dep_ in ("aux", "auxpass") or k == behind)
    above, label = participle.head, participle.dep_
    for kid in [k for k in behind.lefts if k.i < first]:
        kid.head = participle
    for kid in [k for k in participle.children if k.i > behind.i]:
        kid.head = behind
    behind.head, behind.dep_ = (behind if above == participle else above), label
    noun.head = behind
    noun.dep_ = "nsubjpass" if any(k.dep_ == "auxpass" for k in behind.children) else "nsubj"
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"
    for kid in [k for k in participle.rights if k.dep_ == "dobj"]:
        kid.dep_ = "oprd"


def _is_told(verb: Token) -> bool:
    own = any(k.dep_ in (*_SUBJECTS, "mark", "cc") for k in verb.children)
    tense = verb.tag_ in _FINITE or any(
        k.tag_ in _FINITE and k.dep_ in ("aux", "auxpass") for k in verb.lefts
    )
    return tense and not own


def _befall(participle: Token) -> None:
    """ "killed six people and displaced thousands": a second deed, and no kind of dead."""
    many = participle.head
    first, joint = many.head, participle.nbor(-1) if participle.i else participle
    verb = first.head
    counted = many.lower_ in _COUNTS or many.tag_ == "CD"
    if not counted or many.dep_ != "conj" or joint.dep_ != "cc" or first.dep_ != "dobj":
        return
    if not verb.tag_.startswith("VB") or many.i != participle.i + 1:
        return
    participle.head, participle.dep_, participle.tag_ = verb, "conj", "VBD"
    many.head, many.dep_, joint.head = participle, "dobj", verb
