"""Names across scripts: how a name in Arabic letters may be written in Latin ones, and what of a name any script keeps.

Every letter must be heard in both; short vowels, which Arabic does not write, may stand between them.
"""

import re
from functools import lru_cache
from itertools import groupby

from hudna.knowledge.folding import fold

_VOWELS = "[aeiouy]*"
# So many consonants alike make one name; with fewer the vowels must be the same as well.
LEAST = 3
_SOUNDS = {
    "ب": "[bpv]+", "ت": "t+h?", "ط": "t+h?", "ث": "(?:th|t|s)", "ج": "(?:dj|dg|gg|g|j|zh)", "ح": "h", "خ": "(?:kh|ch|g|h|j|x)",
    "د": "d+h?", "ض": "d+h?", "ذ": "(?:dh|th|z|d)", "ر": "r+h?", "ز": "(?:z+|s)", "س": "(?:ss|sc|s|c|z)", "ص": "(?:ss|s|c)",
    "ش": "(?:sch|sh|ch|sc|x|s)", "ظ": "(?:dh|z)", "ع": "(?:g)?", "غ": "(?:gh|gu|g|h)", "ف": "(?:ff|f|v|ph|w)",
    "ق": "(?:qu|q|k|g|c)", "ك": "(?:ck|kh|qu|kk|cc|k|c|q|g)", "ل": "l+", "م": "m+", "ن": "n+", "ه": "h",
    "ا": "[aeh]+", "و": "[ouvw]+", "ي": "[aeijy]+",
}  # fmt: skip
# What stands for a last vowel; folding writes ة as ه.
_ENDS = {"ه": "[aeh]+", "ا": "[aeoh]+"}
# Letters of either script that languages take for one another; vowels and what is written for them stand for none.
_CLASSES = {
    "b": "bpب", "t": "tتطث", "d": "dدضذظ", "k": "kcqgjخقكجغ", "r": "rر", "s": "szسصشز", "f": "fvف", "l": "lل", "m": "mم", "n": "nن",
}  # fmt: skip
_CLASS_OF = {letter: sound for sound, letters in _CLASSES.items() for letter in letters}
_PAIRS = {"dj": "k", "ch": "s", "kh": "k", "gh": "k", "sh": "s", "ph": "f", "x": "ks"}


def is_eastern(name: str) -> bool:
    """Whether a name is written in Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in name)


def may_be(eastern: str, western: str) -> bool:
    """Whether a name in Arabic letters may be the one in Latin letters; both may have several words."""
    pattern = written_as("".join(fold(eastern).split()))
    return pattern is not None and pattern.fullmatch("".join(fold(western).split())) is not None


@lru_cache(maxsize=4096)
def written_as(name: str) -> re.Pattern[str] | None:
    """How a folded name in Arabic letters may be written in Latin ones; None where it has other letters."""
    if not name or any(letter not in _SOUNDS for letter in name):
        return None
    sounds = [_SOUNDS[letter] for letter in name[:-1]] + [_ENDS.get(name[-1], _SOUNDS[name[-1]])]
    # A name of two consonants is like too many others, unless it is written with its vowels: "تيرا".
    between = _VOWELS if len(consonants(name.removeprefix("ال"))) >= LEAST else ""
    return re.compile(between.join(sounds) + between)


@lru_cache(maxsize=20_000)
def consonants(name: str) -> str:
    """The consonants of a name in classes that scripts and languages keep apart, doubled ones once."""
    folded = "".join(fold(name).split())
    for pair, sound in _PAIRS.items():
        folded = folded.replace(pair, sound)
    heard = [_CLASS_OF[letter] for letter in folded if letter in _CLASS_OF]
    return "".join(sound for sound, _ in groupby(heard))


@lru_cache(maxsize=100_000)
def one_name(one: str, other: str) -> bool:
    """Whether two names are one by their letters: alike but for vowels, or heard alike across scripts."""
    if is_eastern(one) != is_eastern(other):
        return may_be(one, other) if is_eastern(one) else may_be(other, one)
    first, second = "".join(fold(one).split()), "".join(fold(other).split())
    return first == second or (len(consonants(one)) >= LEAST and consonants(one) == consonants(other))
