"""One place for the many ways of writing the same letters; offsets are never lost.

`fold`     a name as a key: small letters, no accents, one spelling of Arabic
`letters`  a text in one spelling of Arabic letters, digits and punctuation, letter for letter
`lowered`  a text in small letters without accents, letter for letter; `keep_case` leaves capitals
`plain`    a text without the signs that nobody reads (vowel signs, tatweel, marks of direction,
           joiners), ligatures resolved, with the way back to the offsets of the text given
`written`  words as they are compared with the lists of a language: small letters, in `letters`

The gazetteer is built with `fold` and read with it; the two must not drift apart.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u0640\u0591-\u05c7]")
_APOSTROPHES = re.compile(r"['’‘`´ʿʾʼ.]")
_BREAKS = re.compile(r"[^\w]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
     "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك"}
)  # fmt: skip

# One letter for each that scripts, keyboards and typists vary; digits and marks of the East as those of the West.
_ONE_SPELLING = str.maketrans(
    dict(zip("أإآٱىةؤئیےکھہۃ", "اااايهوييي" + "كههه", strict=True))
    | dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True))
    | {"،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ","}
)
# Vowel signs and other marks written on a letter, and the stretched line between letters.
_ON_LETTERS = r"\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u0610-\u061a\u0640\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
# Marks of direction, joiners, soft hyphens, the mark that opens a file: nobody reads them.
_UNSEEN = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# Letters in the shape they have at one place of a word, and ligatures.
_SHAPED = r"\ufb50-\ufdff\ufe70-\ufefc\ufb00-\ufb06"
_ODD = re.compile(f"[{_ON_LETTERS}{_UNSEEN}{_SHAPED}]")
_IS_UNSEEN = re.compile(f"[{_UNSEEN}]")
_IS_ON_LETTER = re.compile(f"[{_ON_LETTERS}]")


_PLAIN_MARKS = (
    {ord(c): "'" for c in "’‘ʼʿʾ`´"}
    | {ord(c): "-" for c in "‐‑–—−"}
    | {ord(c): " " for c in "\n\t\r\u00a0\u202f"}
)


def _bare_letters() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base
    return table


_FOLD = {**_bare_letters(), **_PLAIN_MARKS}


@lru_cache(maxsize=1 << 14)  # the words of reports come again and again
def fold(name: str) -> str:
    """The key of a name: lower case, no accents, no apostrophes or dots, words one space apart."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", name.casefold())).translate(_LETTERS)
    return _BREAKS.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def letters(text: str) -> str:
    """The text of the same length in one spelling of Arabic letters, digits and punctuation."""
    return text if text.isascii() else text.translate(_ONE_SPELLING)


def keep_case(text: str) -> str:
    """The text with marks and accents made plain, letter for letter."""
    return letters(text).translate(_FOLD)


def lowered(text: str) -> str:
    """The text in lower case, plain letters and marks, of exactly the same length."""
    bare = keep_case(text)
    low = bare.lower()
    if len(low) == len(bare):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in bare)


def written(words: str) -> str:
    """Words as they stand in the lists of a language: small letters, signs left out, one spelling."""
    return words.lower() if words.isascii() else letters(plain(words.lower()).text)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without unread signs; `starts` and `ends` say where each of its characters stood.

    Both are None where nothing was left out.
    """

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from start to end stood; signs on the last letter belong to it."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.length
            return at, at
        return self.starts[start], self.ends[end - 1]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Which characters of the plain text stood between two offsets: the way back of `span`."""
        if self.starts is None or self.ends is None:
            return start, end
        first, last = bisect_left(self.starts, start), bisect_right(self.ends, end)
        return first, max(first, last)

    @property
    def length(self) -> int:
        """How long the text given was, as far as its last letter."""
        return self.ends[-1] if self.ends else len(self.text)


def plain(text: str) -> Plain:
    """The text without signs that nobody reads, in the usual shapes of its letters."""
    if text.isascii() or _ODD.search(text) is None:
        return Plain(text)
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, sign in enumerate(text):
        shapes = _shapes(sign)
        if shapes is None:
            _put_on(kept, ends, sign, at)
            continue
        for letter in shapes:
            kept.append(letter)
            starts.append(at)
            ends.append(at + 1)
    return Plain("".join(kept), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def _shapes(sign: str) -> str | None:
    """A sign in the usual shapes of its letters; nothing of one that nobody reads, None of one that stands on a letter."""
    if _IS_UNSEEN.match(sign):
        return ""
    if _IS_ON_LETTER.match(sign):
        return None
    shapes = unicodedata.normalize("NFKC", sign) if _ODD.match(sign) else sign
    # Ligatures of Arabic may bring vowel signs and blanks of their own.
    return "".join(letter for letter in shapes if not _IS_ON_LETTER.match(letter))


def _put_on(kept: list[str], ends: list[int], sign: str, at: int) -> None:
    """A sign joins the letter before it: "e" and an accent are "é"; vowel signs leave no trace."""
    if not kept or ends[-1] != at:
        return
    joined = unicodedata.normalize("NFC", kept[-1] + sign)
    if len(joined) == 1:
        kept[-1] = joined
    ends[-1] = at + 1
