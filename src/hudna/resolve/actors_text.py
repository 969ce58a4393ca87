"""Words of a report as the actor rules see them; offsets always point into the text given."""

import re
from functools import lru_cache
from typing import NamedTuple

from hudna.knowledge.folding import lowered

_lowered = lru_cache(maxsize=1 << 14)(lowered)
_PHRASE = 100
_WORD = re.compile(r"\d{1,3}(?:[,.]\d{3})+(?!\w)|[^\W_]+(?:[-‐‑][^\W_]+)*")


class Word(NamedTuple):
    """One word with its place in the text."""

    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it starts like a name: a capital, or a number in a unit's name."""
        first = self.text[0]
        return first.isupper() or (first.isdigit() and not self.text.isdigit())


def words_of(text: str) -> tuple[Word, ...]:
    """Every word, hyphenated ones as one; the possessive 's stays outside."""
    return _words_of_phrase(text) if len(text) <= _PHRASE else _cut(text)


@lru_cache(maxsize=1 << 12)  # a phrase is asked about more than once, and comes again in other reports
def _words_of_phrase(text: str) -> tuple[Word, ...]:
    return _cut(text)


def _cut(text: str) -> tuple[Word, ...]:
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = text[start:end]
        if word in ("s", "S") and start and text[start - 1] in "'’":
            continue
        found.append(Word(start, end, word, _lowered(word)))
    return tuple(found)


def stands_alone(text: str, start: int, end: int, proclitics: tuple[str, ...] = ()) -> bool:
    """Whether no letter touches the words on either side, save what a language writes on the word after."""
    after = text[end] if end < len(text) else " "
    if after.isalnum() and text[end - 1].isalnum():
        return False
    before = text[start - 1] if start else " "
    if not (before.isalnum() and text[start].isalnum()):
        return True
    return any(_leads(text, start, proclitic, proclitics) for proclitic in proclitics)


def _leads(text: str, start: int, proclitic: str, proclitics: tuple[str, ...]) -> bool:
    """Whether the word before consists of this proclitic, and perhaps one more before it."""
    begin = start - len(proclitic)
    if begin < 0 or text[begin:start] != proclitic:
        return False
    if begin == 0 or not text[begin - 1].isalnum():
        return True
    further = (begin - len(other) for other in proclitics if text[:begin].endswith(other))
    return any(first == 0 or not text[first - 1].isalnum() for first in further)


def is_compound_part(text: str, start: int, end: int, prefixes: frozenset[str]) -> bool:
    """Whether the words only qualify another: "Hamas-run", "anti-Taliban", "Russian-backed"."""
    if text[end : end + 1] in ("-", "‑", "–") and text[end + 1 : end + 2].islower():
        return True
    before = text[max(0, start - 8) : start].lower()
    return before.endswith(tuple(f"{prefix}-" for prefix in prefixes)) if before.endswith("-") else False


def case_fits(alias: str, words: str, *, titled: bool = False) -> bool:
    """Whether the words are written as the alias demands.

    Acronyms keep their capitals (long ones may be written Unsmil), names their
    initials, and words that the alias writes small may be written either way.
    `titled`: the language writes every acronym as a word, "Eln" for "ELN".
    """
    if words == alias or (words.isupper() and len(words) > 6 and " " in words):
        return True
    if titled and is_acronym(alias) and words == alias.capitalize():
        return True
    return all(map(_word_fits, alias, words, _inside(alias)))


def is_acronym(alias: str) -> bool:
    """Capitals alone, three or more: what some languages write as a word."""
    return len(alias) > 2 and alias.isalpha() and alias.isupper()


def _inside(alias: str) -> list[str]:
    """For each letter of the alias, how its word treats case: name, acronym or free."""
    kinds: list[str] = []
    for part in re.split(r"([^\w]+)", alias):
        capitals = sum(c.isupper() for c in part)
        kind = "acronym" if capitals > 1 and len(part) < 5 else "long" if capitals > 1 else "name"
        kinds.extend(kind if i else "first" for i in range(len(part)))
    return kinds


def _word_fits(wanted: str, given: str, kind: str) -> bool:
    return kind in ("name", "long") or given.isupper() or not wanted.isupper()
