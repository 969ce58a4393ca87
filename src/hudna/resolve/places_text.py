"""The words of a report as the place finder sees them: spans, keys, capitals, gaps."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import ARTICLES
from hudna.knowledge.place_words import PlaceCues

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[A-Z]\.[A-Z][a-z]\.|[\w\u064b-\u065f\u0670]+(?:['’`]\w+)*")
_TIGHT = re.compile(r"^(?:[ \u00a0]?|[-–‑]['‘’`ʻʿʾ]?|[ \u00a0]?& ?|['’`]|\.[ \u00a0]?)$")
_ENDS = re.compile(r"[.!?:;\n\r•]|[\"“”«»]\s*$|^\s*[\"“«]")
HYPHENS = ("-", "–", "‑")
_APOSTROPHES = frozenset({"'", "’", "`"})
MOST_WORDS = 6
# So many letters a title between quotation marks has at most, and its small words.
_TITLE, _PARTICLE = 40, 3
_OPENING, _CLOSING = ('"', "«", "“"), ('"', "»", "”")


class Word(NamedTuple):
    """One word. `tight`: nothing but a space or hyphen parts it from the word before."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    upper: bool
    tight: bool
    starts: bool
    gap: str


def words_of(text: str, cues: PlaceCues) -> list[Word]:
    """Every word of the text, in order; a possessive ending is left out, "l'Algérie" is two words."""
    words: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        for start, word in _split(match.start(), match.group(), cues.elided):
            whole = word if word.isalpha() else _without_owner(word, cues.possessive)
            words.append(_word(start, whole, text[last:start], words[-1] if words else None, cues))
            last = start + len(whole)
    return words


def is_sided(words: Sequence[Word], number: int, cues: PlaceCues) -> bool:
    """ "pro-iranien": behind such a word and a hyphen a people's word says on whose side somebody is."""
    return number > 0 and words[number].gap in HYPHENS and words[number - 1].key in cues.sided


def _without_owner(word: str, possessive: frozenset[str]) -> str:
    """A word without the ending that makes it an owner: "Goma's"."""
    mark = next((at for at in (-2, -3) if word[at : len(word) + at + 1] in ("'", "’", "`")), None)
    return word[:mark] if mark is not None and word[mark + 1 :].lower() in possessive else word


def _split(start: int, word: str, elided: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """A word, or the short word before its apostrophe and the rest."""
    if "'" not in word and "’" not in word:
        return ((start, word),)
    at = next(number for number, letter in enumerate(word) if letter in "'’")
    if elided and at and word[:at].lower() in elided and word[at + 1 :]:
        return (start, word[:at]), (start + at + 1, word[at + 1 :])
    return ((start, word),)


def _word(start: int, word: str, gap: str, before: Word | None, cues: PlaceCues) -> Word:
    upper = len(word) > 1 and word.isupper()
    tight = before is not None and (gap == " " or _is_tight(gap, before, cues))
    starts = before is None or (not tight and bool(_ENDS.search(gap)))
    capital = word[0].isupper() or (word[0].isalpha() and not word[0].islower())
    return Word(start, start + len(word), word, fold(word), capital, upper, tight, starts, gap)


def _is_tight(gap: str, before: Word, cues: PlaceCues) -> bool:
    """Does nothing part two words, or a full stop that only shortens the first?"""
    return bool(_TIGHT.match(gap)) and (not gap.startswith(".") or _shortened(before, cues))


def _shortened(word: Word, cues: PlaceCues) -> bool:
    return word.key in cues.abbreviated or (len(word.key) == 1 and word.upper) or len(word.text) == 1


def joined(words: Sequence[Word], start: int) -> tuple[str, list[int]]:
    """Keys of the words from `start` that hang together, and where each ends in the joined text."""
    parts: list[str] = []
    ends: list[int] = []
    length = -1
    for number in range(start, min(start + MOST_WORDS, len(words))):
        word = words[number]
        if number > start and not word.tight:
            break
        # "Costa d'Avorio": what an apostrophe joins is one word of the key.
        apart = "" if number > start and word.gap in _APOSTROPHES else " "
        parts.append(word.key if number == start else apart + word.key)
        length += len(apart) + len(word.key)
        ends.append(length)
    return "".join(parts), ends


def goes_on_behind(words: Sequence[Word], last: int, cues: PlaceCues) -> bool:
    """ "Ain al Adisa", "Dar al-Arqam": does a name go on behind an Arabic article, which may be a small word here as well?"""
    if last + 1 >= len(words) or words[last].key not in ARTICLES or words[last].capital:
        return False
    joined = words[last + 1].gap in HYPHENS or words[last].key in cues.linking - cues.and_words - cues.within
    return words[last].tight and words[last + 1].tight and words[last + 1].capital and joined


def ends_a_name(words: Sequence[Word], first: int) -> bool:
    """ "Zoutar al-Sharqiya": what stands behind another name and a hyphenated article is a part of a longer one."""
    at = first if words[first].key in ARTICLES else first - 1
    glued = 0 < at < len(words) - 1 and words[at].tight and words[at + 1].gap == "-"
    if not glued or words[at].key not in ARTICLES or words[at].capital:
        return False
    before = words[at - 1]
    return before.capital and not before.starts and before.text.isalpha()


def is_in_a_title(text: str, start: int, end: int) -> bool:
    """'il sito "al Mashad al Libi"': a name that is only part of a longer one between quotation marks."""
    opened = max(text.rfind(mark, max(0, start - _TITLE), start) for mark in _OPENING)
    closed = min((at for mark in _CLOSING if (at := text.find(mark, end, end + _TITLE)) >= 0), default=-1)
    if opened < 0 or closed < 0:
        return False
    inside = text[opened + 1 : closed]
    words = inside.split()
    named = words[-1][:1].isupper() and all(w[:1].isupper() or len(w) <= _PARTICLE for w in words)
    whole = inside == inside.strip() and not any(mark in inside for mark in ".,:;!?")
    return named and whole and len(inside) > end - start
