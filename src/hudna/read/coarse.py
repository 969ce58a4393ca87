"""Fine tags → coarse parts of speech, by table.

The stock `attribute_ruler` does the same with a pattern matcher and costs as much
as a third of the parse; this table agrees with it on all but rare words
(tests/read/test_coarse.py).
"""

import numpy
from spacy.attrs import DEP, POS, TAG
from spacy.language import Language
from spacy.strings import StringStore
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
from spacy.tokens import Doc

_TABLE = {
    "''": PUNCT, ",": PUNCT, ".": PUNCT, ":": PUNCT, "``": PUNCT, "HYPH": PUNCT, "-LRB-": PUNCT, "-RRB-": PUNCT, "NFP": PUNCT, "$": SYM, "SYM": SYM,
    "#": SYM, "CC": CCONJ, "CD": NUM, "DT": DET, "PDT": DET, "WP$": DET, "EX": PRON, "PRP": PRON, "PRP$": PRON, "WDT": PRON, "WP": PRON, "FW": X, "LS": X,
    "XX": X, "ADD": X, "AFX": ADJ, "JJ": ADJ, "JJR": ADJ, "JJS": ADJ, "IN": ADP, "RP": ADP, "MD": AUX, "NN": NOUN, "NNS": NOUN, "NNP": PROPN, "NNPS": PROPN,
    "POS": PART, "TO": PART, "RB": ADV, "RBR": ADV, "RBS": ADV, "WRB": SCONJ, "UH": INTJ, "VB": VERB, "VBD": VERB, "VBG": VERB, "VBN": VERB, "VBP": VERB,
    "VBZ": VERB, "_SP": SPACE,
}
_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"})
_SOMEBODY = frozenset({"someone", "somebody", "something", "anyone", "anybody", "anything", "no", "nobody", "nothing", "everyone", "everybody", "everything"})
_HELPING = frozenset({"aux", "auxpass"})
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "ROOT", "dative", "appos"})


COARSE = "hudna_coarse"


@Language.component(COARSE)
def coarse(doc: Doc) -> Doc:
    """The doc with a coarse part of speech for each token."""
    strings = doc.vocab.strings
    table = _codes(strings)
    tags = doc.to_array(TAG)
    doc.from_array([POS], numpy.array([table.get(int(t), X) for t in tags], dtype="uint64").reshape(-1, 1))
    _mend(doc, doc.to_array(DEP), strings)
    return doc


def _mend(doc: Doc, labels: "numpy.ndarray[tuple[int], numpy.dtype[numpy.uint64]]", strings: StringStore) -> None:
    """What the tag alone does not tell: helping verbs, conjunctions, pronouns."""
    for token, label in zip(doc, labels, strict=True):
        name = strings[int(label)]
        if token.pos == VERB and (name in _HELPING or token.lower_ in _BE):
            token.pos = AUX
        elif token.pos == ADP and name == "mark":
            token.pos = SCONJ
        elif (token.pos == DET and name in _HEADS) or (token.pos == NOUN and token.lower_ in _SOMEBODY):
            token.pos = PRON


_cache: dict[int, dict[int, int]] = {}


def _codes(strings: StringStore) -> dict[int, int]:
    """Tag code → part of speech, for one vocabulary."""
    key = id(strings)
    if key not in _cache:
        _cache[key] = {strings.add(tag): pos for tag, pos in _TABLE.items()}
    return _cache[key]
