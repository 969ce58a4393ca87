"""Fine tags → coarse parts of speech, by table.

The stock `attribute_ruler` does the same with a pattern matcher and costs as much
as a third of the parse; this table agrees with it on all but rare words
(tests/read/schemes/clearnlp/test_coarse.py).
"""

from spacy.language import Language
from spacy.symbols import (
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SPACE,
    SYM,
    VERB,
    X,
)
from spacy.tokens import Doc, Token

_TABLE = {
    "''": PUNCT,
    ",": PUNCT,
    ".": PUNCT,
    ":": PUNCT,
    "``": PUNCT,
    "HYPH": PUNCT,
    "-LRB-": PUNCT,
    "-RRB-": PUNCT,
    "NFP": PUNCT,
    "$": SYM,
    "SYM": SYM,
    "#": SYM,
    "CC": CCONJ,
    "CD": NUM,
    "DT": DET,
    "PDT": DET,
    "WP$": DET,
    "EX": PRON,
    "PRP": PRON,
    "PRP$": PRON,
    "WDT": PRON,
    "WP": PRON,
    "FW": X,
    "LS": X,
    "XX": X,
    "ADD": X,
    "AFX": ADJ,
    "JJ": ADJ,
    "JJR": ADJ,
    "JJS": ADJ,
    "IN": ADP,
    "RP": ADP,
    "MD": AUX,
    "NN": NOUN,
    "NNS": NOUN,
    "NNP": PROPN,
    "NNPS": PROPN,
    "POS": PART,
    "TO": PART,
    "RB": ADV,
    "RBR": ADV,
    "RBS": ADV,
    "WRB": SCONJ,
    "UH": INTJ,
    "VB": VERB,
    "VBD": VERB,
    "VBG": VERB,
    "VBN": VERB,
    "VBP": VERB,
    "VBZ": VERB,
    "_SP": SPACE,
}
_BE = frozenset("be am is are was were been being 's 're 'm".split())
_SOMEBODY = frozenset(
    (
        "someone somebody something anyone anybody anything no nobody nothing everyone everybody everything"
    ).split()
)
_HELPING = frozenset({"aux", "auxpass"})
_HEADS = frozenset("nsubj nsubjpass dobj pobj conj attr ROOT dative appos".split())


COARSE = "hudna_coarse"


@Language.component(COARSE)
def coarse(doc: Doc) -> Doc:
    """The doc with a coarse part of speech for each token."""
    for token in doc:
        token.pos = _pos(token)
    return doc


def _pos(token: Token) -> int:
    """By the tag; for helping verbs, conjunctions and pronouns by the dependency too."""
    pos = _TABLE.get(token.tag_, X)
    if pos == VERB and (token.dep_ in _HELPING or token.lower_ in _BE):
        return int(AUX)
    if pos == ADP and token.dep_ == "mark":
        return int(SCONJ)
    if (pos == DET and token.dep_ in _HEADS) or (pos == NOUN and token.lower_ in _SOMEBODY):
        return int(PRON)
    return int(pos)
