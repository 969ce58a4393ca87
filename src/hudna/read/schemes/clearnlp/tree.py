"""The words of one parsed sentence, read from the parser's document once.

Every look at a spaCy token makes a new token, and every look at its label a new string; the questions of this folder
look again and again. A word has the names that a token has, so that the same questions can be put to either.
"""

from collections.abc import Iterator

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LOWER, ORTH, POS, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

_COLUMNS = [ORTH, LOWER, LEMMA, TAG, DEP, POS, IDX, HEAD]


class Word:
    """One word with its labels, the word it hangs from and those that hang from it, in order."""

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "lefts", "lemma_", "lower_", "pos_", "rights", "tag_", "text",
    )  # fmt: skip
    head: "Word"

    text: str
    lower_: str
    lemma_: str
    tag_: str
    dep_: str
    pos_: str

    def __init__(self, doc: "Words", i: int, idx: int) -> None:
        self.doc, self.i, self.idx = doc, i, idx
        self.children: list[Word] = []
        self.lefts: list[Word] = []
        self.rights: list[Word] = []

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, step: int) -> "Word":
        """The word so many places on."""
        return self.doc[self.i + step]

    @property
    def left_edge(self) -> "Word":
        """The first word of what hangs from this one."""
        return self.doc[self.doc.parsed[self.i].left_edge.i]

    @property
    def right_edge(self) -> "Word":
        """The last word of what hangs from this one."""
        return self.doc[self.doc.parsed[self.i].right_edge.i]

    @property
    def subtree(self) -> "Iterator[Word]":
        """This word and all below it, in order."""
        for left in self.lefts:
            yield from left.subtree
        yield self
        for right in self.rights:
            yield from right.subtree

    def is_ancestor(self, other: "Word") -> bool:
        """Does the other stand below this one?"""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    @property
    def is_punct(self) -> bool:
        """Is it a mark?"""
        return bool(self.doc.parsed[self.i].is_punct)

    @property
    def is_space(self) -> bool:
        """Is it nothing but white space?"""
        return self.text.isspace()

    @property
    def is_quote(self) -> bool:
        """Is it a quotation mark?"""
        return bool(self.doc.parsed[self.i].is_quote)


class Words(list[Word]):
    """The words of a sentence, in order, with the document they were read from."""

    def __init__(self, parsed: Doc) -> None:
        super().__init__()
        self.parsed = parsed
        strings, rows = parsed.vocab.strings, parsed.to_array(_COLUMNS).tolist()
        for i, (text, lower, lemma, tag, dep, pos, idx, _) in enumerate(rows):
            word = Word(self, i, idx)
            # A word that is written small and is its own base form has one number for all three.
            word.text = strings[text]
            word.lower_ = word.text if lower == text else strings[lower]
            word.lemma_ = word.lower_ if lemma == lower else strings[lemma]
            word.tag_, word.dep_, word.pos_ = _label(strings, tag), _label(strings, dep), _label(strings, pos)
            self.append(word)
        for word, row in zip(self, rows, strict=True):
            # How far away the head is, before or behind, in an unsigned number.
            self._hang(word, self[word.i + row[7] if row[7] < _HALF else word.i + row[7] - 2 * _HALF])

    def _hang(self, word: Word, head: Word) -> None:
        word.head = head
        if head is not word:
            head.children.append(word)
            (head.lefts if word.i < head.i else head.rights).append(word)


_HALF = 2**63
_labels: dict[int, str] = {}


def _label(strings: StringStore, key: int) -> str:
    """A tag, a dependency or a part of speech: few strings, each looked up once."""
    found = _labels.get(key)
    if found is None:
        found = _labels[key] = strings[key]
    return found
