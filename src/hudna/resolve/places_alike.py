"""A town written in another transcription: "la città di Zawara" in a report on Libya is Zuwara.

Only towns of the country spoken of are asked, only behind a word for a town and for names of one word, and only where
all that fit are one place.
"""

import re
from functools import lru_cache

from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import Gazetteer, KnownPlace
from hudna.resolve.places_names import distance_km

# A name of fewer letters, and of fewer consonants, is like too many others.
SHORTEST, CONSONANTS = 6, 3
# Two of one name this near are one town.
ONE_TOWN_KM = 25.0
_SAME = (
    ("dj", "j"),
    ("gh", "g"),
    ("kh", "k"),
    ("ck", "k"),
    ("ch", "s"),
    ("sh", "s"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("w", "u"),
    ("y", "i"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
)
_TWICE = re.compile(r"(.)\1")
_VOWELS = re.compile(r"[aeiou]")
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|az|ad) ")


def town_alike(gazetteer: Gazetteer, country: str | None, name: str) -> KnownPlace | None:
    """The one town of the country whose name is written with the same consonants and at most one other letter."""
    written = _plain(name)
    if (
        country is None
        or " " in name
        or len(written) < SHORTEST
        or len(_VOWELS.sub("", written)) < CONSONANTS
    ):
        return None
    towns = _towns(gazetteer, country).get(_skeleton(written), ())
    fit = [place for plain, place in towns if _is_near(plain, written)]
    if not fit or any(distance_km(fit[0], place) > ONE_TOWN_KM for place in fit):
        return None
    return max(fit, key=lambda place: (place.listed, place.population, place.id))


def _is_near(one: str, other: str) -> bool:
    """Are they the same but for one letter?"""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) <= 1
    return len(long) - len(short) == 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


@lru_cache(maxsize=64)
def _towns(gazetteer: Gazetteer, country: str) -> dict[str, tuple[tuple[str, KnownPlace], ...]]:
    found: dict[str, tuple[tuple[str, KnownPlace], ...]] = {}
    for place in gazetteer.towns(country):
        plain = _plain(place.name)
        found[_skeleton(plain)] = (*found.get(_skeleton(plain), ()), (plain, place))
    return found


def _skeleton(plain: str) -> str:
    return plain[:1] + _VOWELS.sub("", plain[1:])


def _plain(name: str) -> str:
    """The letters as most transcriptions have them."""
    letters = _ARTICLE.sub("", fold(name).replace("-", " ")).replace(" ", "").rstrip("h")
    for one, other in _SAME:
        letters = letters.replace(one, other)
    return _TWICE.sub(r"\1", letters)
