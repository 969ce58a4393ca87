"""What somebody is who tells it, taken for a subject: "According to Lee, an officer heard by the paper, ten men died".

Behind a comma the parser takes what the teller is for a first subject of the verb. Of two subjects the one next to
the verb is meant; the other describes the name before it.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

ACCORDED = "hudna_accorded"

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"NNP", "NNPS"})
_CASES = frozenset({"pobj", "conj", "appos"})


@Language.component(ACCORDED)
def accorded(doc: Doc) -> Doc:
    """The doc with what describes a teller under his name."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.dep_ in _SUBJECTS and token.tag_ in ("NN", "NNS", "NNP"):
            _describe(token)
    return doc


def _describe(noun: Token) -> None:
    first = noun.left_edge.i
    if first < 2 or noun.doc[first - 1].text != ",":
        return
    named, verb = noun.doc[first - 2], noun.head
    own = [k for k in verb.lefts if k.dep_ in _SUBJECTS and k.i > noun.right_edge.i]
    if not own or not _tells(named, verb) or noun.doc[noun.right_edge.i + 1].text != ",":
        return
    noun.head, noun.dep_ = named, "appos"


def _tells(named: Token, verb: Token) -> bool:
    """ "according to Lee": a name behind a preposition that stands before the verb's subjects."""
    above = named
    while above.dep_ in _CASES or above.dep_ == "compound":
        above = above.head
    return named.tag_ in _NAMES and above.dep_ == "prep" and above.i < named.i and _top(above) == verb


def _top(prep: Token) -> Token:
    return prep.head.head if prep.head.dep_ == "prep" else prep.head
