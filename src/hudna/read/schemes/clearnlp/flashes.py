"""Flashes: "Nine people killed in drone strike on market, medics say" has one verb for the parser, that of saying.

The participle behind the first noun is what is told, and the noun is whom it befell.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

FLASHES = "hudna_flashes"

_SAYING = frozenset(
    "say says said report reports reported tell tells told confirm confirms announce announces".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@Language.component(FLASHES)
def flashes(doc: Doc) -> Doc:
    """The doc with each such participle as the verb of what is said."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.lower_ in _SAYING:
            _mend(token)
    return doc


def _mend(said: Token) -> None:
    subjects = [k for k in said.lefts if k.dep_ in _SUBJECTS]
    if len(subjects) != 2 or subjects[1].left_edge.i == 0:
        return
    noun, teller = subjects
    told = next((k for k in noun.rights if k.dep_ == "acl" and k.tag_ in ("VBN", "VBD")), None)
    comma = teller.left_edge.nbor(-1)
    if told is None or comma.text != "," or told.i != noun.i + 1 or comma.i <= told.right_edge.i - 1:
        return
    told.head, told.dep_, told.tag_ = said, "ccomp", "VBN"
    noun.head, noun.dep_ = told, "nsubjpass"
