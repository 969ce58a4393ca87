"""How far from a known town it lies is told for the reader: "in Mizda, 160 km from Tripoli" is not in Tripoli.

Such a distance is the place itself where nothing nearer is named: "a convoy was hit 20 km south of Sirte".
"""

from collections.abc import Sequence

from hudna.extract.where_joined import holds
from hudna.model.claim import Place
from hudna.model.mention import PlaceMention

DISTANCE, BESIDE = "distance", "beside"


def without_asides(places: Sequence[Place], named: Sequence[PlaceMention], text: str) -> list[Place]:
    """The places of a claim without distances to one of them, and without the towns that those are counted from."""
    mentions = {m.start: m for m in named}
    told = [mentions[p.start] for p in places if p.start in mentions]
    asides = [m for m in told if m.rule == DISTANCE and any(_lies(other, m) for other in told)]
    counted = {m.start for m in named for aside in asides if m is aside or _names(m, aside, text)}
    # "north of the capital, Tripoli": the name only says which town it is north of.
    beside = [m for m in told if m.rule == BESIDE]
    counted |= {m.start for m in named for one in beside if m.precision != "country" and _names(m, one, text)}
    return [p for p in places if p.start not in counted]


def _lies(place: PlaceMention, aside: PlaceMention) -> bool:
    """Whether a place named before it may be what the distance is told of."""
    return place.rule != DISTANCE and place.start < aside.start and holds(aside, place)


def _names(mention: PlaceMention, aside: PlaceMention, text: str) -> bool:
    """ "90 miles from the capital Niamey": the name right behind the words for it."""
    return aside.end <= mention.start and not text[aside.end : mention.start].strip(" ,،")


def distinct(places: list[Place]) -> tuple[Place, ...]:
    """Each place once, in the order of the words."""
    found: dict[int, Place] = {}
    for place in places:
        found.setdefault(place.start, place)
    return tuple(found[start] for start in sorted(found))
