"""Whether two claims that lie near one another name different places: two quarters of one city, a village and the next town.

Near places are mostly one where reports name the next town for a village. Where both claims name a
place in their own sentence and the two have no name in common, they are mostly two.
"""

from functools import lru_cache

from hudna.knowledge.folding import fold
from hudna.knowledge.place_words import kinds_of_places
from hudna.knowledge.sounds import one_name
from hudna.link.distance import SMALL_KM, is_called, kilometres
from hudna.link.outline import Outline, Spot
from hudna.link.pair import UNKNOWN, Answer, Pair
from hudna.link.wording import beginnings

# What is further apart weighs by its distance.
_NEAR = frozenset({"same", "next_to", "inside", "touching"})
_KEPT = 100_000


def site(pair: Pair) -> Answer:
    """Where they lie together: do they name different places?"""
    if pair.moving or pair.places is None or pair.places.level not in _NEAR:
        return Answer(UNKNOWN, "they do not lie together, or pass through places")
    ones, others = _own(pair.one), _own(pair.other)
    left = [spot for spot in ones if not _share_a_name(spot, others)]
    rest = [spot for spot in others if not _share_a_name(spot, ones)]
    if not left or not rest:
        return Answer(UNKNOWN, "one names no place of its own that the other does not name as well")
    level = "also" if len(left) < len(ones) or len(rest) < len(others) else _level(left, rest)
    if level == "within" and not pair.one_text:
        return Answer(UNKNOWN, "one report may name the city, another its quarter")
    return Answer(f"here_{level}" if pair.one_text else level, lambda: f"{_named(left)} and {_named(rest)}")


def _own(outline: Outline) -> list[Spot]:
    """The small places that its own sentence names, and those that no list has."""
    return [
        spot
        for spot in outline.spots
        if not (spot.lent or spot.scene or spot.from_there)
        and (is_called(spot) or (spot.radius <= SMALL_KM and spot.precision not in {"country", "region"}))
    ]


def _share_a_name(spot: Spot, others: list[Spot]) -> bool:
    return any(_alike(spot, other) for other in others)


@lru_cache(_KEPT)
def _alike(one: Spot, other: Spot) -> bool:
    """Whether both go by one name, or one by a part of the other's: "Selen" and "south of Selen", "Selen refinery"."""
    if one.id is not None and one.id == other.id:
        return True
    first, second = beginnings(_without_kind(one.name)), beginnings(_without_kind(other.name))
    return one_name(one.name, other.name) or not first.isdisjoint(second)


def _without_kind(name: str) -> str:
    """A name without what kind of place it is: the quarter of the mill is not that of the dock."""
    words = fold(name).split()
    return " ".join([word for word in words if word not in kinds_of_places()] or words)


def _level(ones: list[Spot], others: list[Spot]) -> str:
    if any(is_called(spot) for spot in (*ones, *others)):
        return "unlisted"
    return "within" if any(_holds(one, other) for one in ones for other in others) else "apart"


def _holds(one: Spot, other: Spot) -> bool:
    """Whether one lies in the other's circle, as a quarter in its city."""
    km = kilometres(one, other)
    return km is not None and km <= max(one.radius, other.radius)


def _named(spots: list[Spot]) -> str:
    return ", ".join(spot.name for spot in spots)
