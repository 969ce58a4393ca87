"""Whom somebody is dressed up as, or known as, does nothing: "Men dressed as soldiers stormed the market".

The parser takes "as" for a conjunction and the soldiers for those who stormed it. Who stands before the
participle acts, and what stands behind "as" only says what he looks like or is called.
"""

from spacy.attrs import LOWER
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

GUISES = "hudna_guises"

_SEEMING = frozenset("disguised dressed clad posing masquerading impersonating known described".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AS = get_string_id("as")


@Language.component(GUISES)
def guises(doc: Doc) -> Doc:
    """The doc with the verb under whoever stands before the guise."""
    if not doc.has_annotation("DEP"):
        return doc
    for place, number in enumerate(doc.to_array(LOWER).tolist()):
        if (
            number == _AS
            and place > 1
            and doc[place - 1].lower_ in _SEEMING
            and doc[place].dep_ in ("mark", "prep")
        ):
            _mend(doc[place - 1], doc[place])
    return doc


def _mend(seeming: Token, as_: Token) -> None:
    verb = as_.head
    guise = next((k for k in verb.lefts if k.dep_ in _SUBJECTS and k.left_edge.i == as_.i + 1), None)
    doer = _doer(seeming)
    if guise is None or doer is None or verb == seeming or verb.i < guise.i:
        return
    above = doer if seeming.dep_ == "acl" else seeming
    head, label, passive = above.head, above.dep_, guise.dep_
    verb.head, verb.dep_ = (verb if head == above else head), label
    for kid in [
        k for k in above.children if k not in (doer, verb, seeming) and not _is_between(k, doer, as_)
    ]:
        kid.head = verb
    doer.head, doer.dep_ = verb, passive
    seeming.head, seeming.dep_, seeming.tag_ = doer, "acl", "VBN"
    as_.head, as_.dep_ = seeming, "prep"
    guise.head, guise.dep_ = as_, "pobj"


def _doer(seeming: Token) -> Token | None:
    """The noun before the participle, whether it was read as its subject or as what it describes."""
    if seeming.dep_ == "acl":
        return seeming.head
    if any(k.dep_ in ("aux", "auxpass") for k in seeming.children):
        return None
    return next((k for k in seeming.lefts if k.dep_ in _SUBJECTS), None)


def _is_between(kid: Token, doer: Token, as_: Token) -> bool:
    """A word of the doer's own: before him, or between him and the guise."""
    return kid.head == doer and kid.i < as_.i
