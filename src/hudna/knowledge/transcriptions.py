"""Names in Latin letters as different languages write them: "Kadougli" and "Kadugli" are one, but for one letter at most."""

import re

from hudna.knowledge.folding import fold

# A name of fewer letters, and of fewer consonants, is like too many others.
SHORTEST, CONSONANTS = 6, 3
_SAME = (
    ("dj", "j"), ("gh", "g"), ("kh", "k"), ("ck", "k"), ("ch", "s"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("w", "u"), ("y", "i"), ("q", "k"), ("c", "k"), ("z", "s"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1")
_VOWELS = re.compile(r"[aeiou]")
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|az|ad) ")


def plainly(name: str) -> str:
    """The letters of a name as most transcriptions have them."""
    letters = _ARTICLE.sub("", fold(name).replace("-", " ")).replace(" ", "").rstrip("h")
    for one, other in _SAME:
        letters = letters.replace(one, other)
    return _TWICE.sub(r"\1", letters)


def consonants(plain: str) -> str:
    """The beginning of a plain name and its consonants."""
    return plain[:1] + _VOWELS.sub("", plain[1:])


def is_long_enough(plain: str) -> bool:
    """Has it letters and consonants enough to be like few others?"""
    return len(plain) >= SHORTEST and len(_VOWELS.sub("", plain)) >= CONSONANTS


def are_alike(one: str, other: str) -> bool:
    """Are two plain names the same but for one letter?"""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) <= 1
    return len(long) - len(short) == 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
