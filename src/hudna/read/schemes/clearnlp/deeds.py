"""Deeds taken for verbs, and those whom a second verb befalls: what the first sentence of most reports is made of.

"Four were killed and six others hurt in shelling by the army": the others are told of by a verb of their own.
"Artillery shelling by the army killed two", "killed by army shelling in Goma": the shelling, whatever it is called after.
"The army killed nine and the rebels killed four": the rebels stand before a verb of their own, and are no part of the nine.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

DEEDS = "hudna_deeds"

_DEEDS = frozenset({"shelling", "bombing", "bombings", "strafing"})
_SUFFERED = frozenset(
    "injured wounded hurt maimed killed abducted kidnapped arrested detained displaced captured missing".split()
)
_MADE = frozenset({"NN", "NNP", "NNPS", "NNS"})
_TOLD = frozenset({"VBD", "VBZ", "VBP"})


@Language.component(DEEDS)
def deeds(doc: Doc) -> Doc:
    """The doc with such deeds as nouns, and such verbs beside the first."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.lower_ in _DEEDS and not any(k.dep_ in ("dobj", "aux") for k in token.children):
            _name(token)
        elif token.dep_ == "acl" and token.tag_ == "VBN" and token.lower_ in _SUFFERED:
            _stand_beside(token)
        elif token.dep_ == "conj" and token.tag_ in _TOLD:
            _take_subject(token)
    return doc


def _name(deed: Token) -> None:
    """The deed above what it is called after; what describes it was done to it."""
    before = deed.head
    if deed.dep_ == "acl" and before.i == deed.i - 1 and before.tag_ in _MADE:
        for kid in [k for k in before.lefts if k.dep_ in ("det", "amod", "nummod", "poss")]:
            kid.head = deed
        head, label = before.head, before.dep_
        before.head, before.dep_ = deed, "compound"
        deed.head, deed.dep_ = (deed if head == before else head), label
        deed.tag_ = "NN"
    if deed.dep_ == "pobj" and deed.tag_ == "VBG":
        deed.tag_ = "NN"
        for kid in [k for k in deed.rights if k.dep_ == "xcomp" and k.tag_ == "VBN"]:
            kid.dep_ = "acl"


def _stand_beside(participle: Token) -> None:
    """ "and six others hurt": as much told as the verb before "and" is."""
    others = participle.head
    verb = others.head
    passive = any(k.dep_ == "auxpass" for k in verb.children)
    if not passive or others.dep_ != "conj" or others.i != participle.i - 1 or verb.i > others.i:
        return
    participle.head, participle.dep_ = verb, "conj"
    others.head, others.dep_ = participle, "nsubjpass"


def _take_subject(verb: Token) -> None:
    """ "killed nine rebels and the rebels killed four": who stands between "and" and a verb with an object does that."""
    own = {kid.dep_ for kid in verb.children}
    start = min([verb.i, *(kid.i for kid in verb.lefts)])
    if "dobj" not in own or own & {"nsubj", "nsubjpass", "cc", "mark"} or start == 0:
        return
    noun = verb.doc[start - 1]
    while noun.dep_ != "conj" and noun.head.i >= verb.head.i and noun.head != noun:
        noun = noun.head
    first = noun.head
    beneath = verb.head in [first.head, *first.head.ancestors]
    held = noun.dep_ == "conj" and noun.tag_ in _MADE and first.dep_ in ("dobj", "pobj") and beneath
    joint = next((kid for kid in first.rights if kid.dep_ == "cc" and kid.i == noun.left_edge.i - 1), None)
    if held and joint is not None and noun.right_edge.i == start - 1:
        noun.head, noun.dep_, joint.head = verb, "nsubj", verb.head
