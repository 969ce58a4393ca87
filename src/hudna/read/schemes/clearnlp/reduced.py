"""Who acts, where a participle behind him was read as his verb: "Drones launched by the rebels hit a depot".

The parser makes "launched" the verb of the drones and joins "hit" to it without a word between; what has a tense and
stands behind is the verb, and the participle describes who acts.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

REDUCED = "hudna_reduced"

_FORMS = frozenset({"VBN", "VBG", "VBD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPING = frozenset({"aux", "auxpass", "nsubjpass", "expl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


@Language.component(REDUCED)
def reduced(doc: Doc) -> Doc:
    """The doc with each such participle under its noun, and the verb in its place."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        noun = _noun_before(token)
        verb = _verb_behind(token) if noun is not None else None
        if noun is not None and verb is not None:
            _mend(noun, token, verb)
    return doc


def _noun_before(participle: Token) -> Token | None:
    """The noun right before a participle without helping verbs, which the parser took for its subject."""
    if participle.tag_ not in _FORMS or any(k.dep_ in _HELPING for k in participle.children):
        return None
    noun = next((k for k in participle.lefts if k.dep_ == "nsubj"), None)
    if noun is None or not noun.tag_.startswith("NN"):
        return None
    between = noun.doc[noun.i + 1 : participle.i]
    return noun if all(t.tag_ == "RB" for t in between) else None


def _verb_behind(participle: Token) -> Token | None:
    """The verb with a tense that was joined to it by no word and no comma."""
    # "The army fired, then left": a simple past may be the verb itself; with an object of its own it is.
    if participle.tag_ == "VBD" and any(k.dep_ in ("dobj", "cc") for k in participle.children):
        return None
    verb = next((t for t in _candidates(participle) if t.i > participle.i and _is_told(t)), None)
    if verb is None:
        return None
    between = verb.doc[participle.i + 1 : verb.i]
    return (
        None if any((t.dep_ == "cc" and t.head == participle) or t.text in ",;:" for t in between) else verb
    )


def _candidates(participle: Token) -> Iterator[Token]:
    """What was joined to the participle, put beside it, or put over it."""
    yield from (k for k in participle.rights if k.dep_ == "conj")
    if participle.dep_ == "ccomp":
        yield from (k for k in participle.head.rights if k.dep_ == "ccomp" and k != participle)
        yield participle.head


def _is_told(verb: Token) -> bool:
    """A tense of its own or of its helping verb, and nobody of its own."""
    helped = any(k.dep_ in ("aux", "auxpass") and k.tag_ in _FINITE | {"MD"} for k in verb.children)
    return (verb.tag_ in _FINITE or helped) and not any(k.dep_ in _SUBJECTS for k in verb.children)


def _mend(noun: Token, participle: Token, verb: Token) -> None:
    """The verb in the participle's place, with what stood around it."""
    above, label = participle.head, participle.dep_
    moved = [k for k in participle.children if k != verb and (k.i > verb.i or k.i < noun.i)]
    if above != verb and verb.head == participle:
        verb.head, verb.dep_ = (verb if above == participle else above), label
    for kid in moved:
        kid.head = verb
    passive = any(k.dep_ == "auxpass" for k in verb.children)
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    participle.head, participle.dep_ = noun, "acl"
    if participle.tag_ == "VBD":
        participle.tag_ = "VBN"
