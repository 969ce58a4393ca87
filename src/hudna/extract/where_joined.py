"""One place said in several words: "Syria's northern province of Idlib", "the West Bank town of Tulkarm".

A reader may end a phrase in the middle of such words. What goes on with the place found, and lies in it or
round it, belongs to it. Only geography and the words between two names are asked, so it holds in every language.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from hudna.knowledge.folding import written
from hudna.knowledge.place_words import load_cues as load_place_cues
from hudna.model.clause import Clause, Phrase
from hudna.model.earth import distance_km
from hudna.model.mention import PlaceMention

_ORDER = ("point", "town", "area", "district", "region", "country")
# So many words may stand between two names of one place: "'s violence-plagued southern province of".
MOST_WORDS = 6
# A centre stands for a whole unit, so what lies in it may be farther than its radius from it.
SLACK = 1.5
# So many letters and words may stand before a place that opens a sentence: "nel villaggio di".
OPENING, KIND_WORDS = 12, 4
# "in the city of X, Y": a comma joins two names only where nothing but a few words stands beside it.
_WORD = re.compile(r"[^\W_]+")
_STOPS = re.compile(r"[.;:!?()\[\]\"“”«»؛؟]|\s[-–—]\s")
_COMMA = re.compile(r"[,،]")


def joined_with(
    found: Sequence[PlaceMention],
    free: Sequence[PlaceMention],
    text: str,
    clauses: Sequence[Clause],
    closed: frozenset[str],
) -> list[PlaceMention]:
    """The places that go on with those found, on either side, until the words say something else."""
    chosen = {m.start: m for m in found}
    row = sorted({m.start: m for m in (*free, *found)}.values(), key=lambda m: m.start)
    # Twice, so that "Shawa in Damboa of Borno State" is joined from its middle outwards.
    for pairs in (list(pairwise(row)), list(pairwise(row))[::-1]):
        for one, other in pairs:
            if (one.start in chosen) != (other.start in chosen) and _one_place(
                one, other, text, clauses, closed
            ):
                chosen |= {one.start: one, other.start: other}
    return [m for start, m in sorted(chosen.items()) if all(m is not f for f in found)]


def _one_place(
    one: PlaceMention, other: PlaceMention, text: str, clauses: Sequence[Clause], closed: frozenset[str]
) -> bool:
    between = text[one.end : other.start]
    words = [written(word) for word in _WORD.findall(between)]
    if one.end > other.start or len(words) > MOST_WORDS or _STOPS.search(between):
        return False
    if _COMMA.search(between.strip(" ,،")) or any(word in closed for word in words):
        return False
    if any(one.end <= c.start < other.start for c in clauses if c.kind != "noun"):
        return False
    return holds(one, other) or holds(other, one)


def holds(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Does the first place take in the second, as far as circles can tell?"""
    if outer.id is not None and outer.id == inner.id:
        return True
    if _ORDER.index(outer.precision) < _ORDER.index(inner.precision):
        return False
    if outer.precision == "country":
        return outer.country is not None and outer.country == inner.country and inner.precision != "country"
    if outer.lat is None or outer.lon is None or inner.lat is None or inner.lon is None:
        return False
    far = distance_km((outer.lon, outer.lat), (inner.lon, inner.lat))
    return (inner.radius_km or 0) <= (outer.radius_km or 0) and far <= SLACK * (outer.radius_km or 0)


def named_beside(phrase: Phrase) -> tuple[Phrase, ...]:
    """Further members, and the name that says which it is: "nella capitale dello stato, El Fasher"."""
    hosts = (phrase, *(o.phrase for o in phrase.obliques if o.preposition == "of"))
    return (*phrase.conjuncts, *(name for host in hosts for name in host.appositions if name.proper))


def opens_with_place(before: str, opening: frozenset[str], language: str) -> bool:
    """ "In Goma, …", "Nel villaggio di Labbezanga, …": do these words before a name open a sentence with where it was?"""
    if before in opening and len(before) < OPENING:
        return True
    cues, words = load_place_cues(language), before.split()
    kinds = cues.of_kind | cues.this_town | cues.of | cues.articles
    return 1 < len(words) <= KIND_WORDS and words[0] in opening and all(word in kinds for word in words[1:])
