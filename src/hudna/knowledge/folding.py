"""Names as keys: the same name in another spelling of case, accent or hyphen gives the same key.

The gazetteer is built with this and read with this; the two must not drift apart.
"""

import re
import unicodedata

_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u0640\u0591-\u05c7]")
_APOSTROPHES = re.compile(r"['’‘`´ʿʾʼ.]")
_BREAKS = re.compile(r"[^\w]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
     "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك"}
)  # fmt: skip


def fold(name: str) -> str:
    """The key of a name: lower case, no accents, no apostrophes or dots, words one space apart."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", name.casefold())).translate(_LETTERS)
    return _BREAKS.sub(" ", _APOSTROPHES.sub("", plain)).strip()
