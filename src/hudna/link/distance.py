"""How near two claims' places are, the radius of each taken into account."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from hudna.knowledge.sounds import one_name
from hudna.link.outline import Spot

_EARTH_KM = 6371.0
# Places are small enough to be told apart below this radius.
SMALL_KM = 40.0
# Two gazetteers put the centre of one town this far apart.
SAME_KM = 3.0
# Reports name the next town or the district's seat for a place this far off.
NEXT_KM = 12.0
# Spots and quarters this small are told apart within one town, where their circles do not meet.
QUARTER_KM = 5.0
BESIDE_KM = 30.0
APART_KM = 100.0
# Nearest first; the first level that any pair of places reaches is taken.
ORDER = (
    "same",
    "next_to",
    "same_area",
    "inside",
    "quarters",
    "beside",
    "touching",
    "same_country",
    "apart",
    "far",
    "abroad",
)


@dataclass(frozen=True, slots=True)
class Nearness:
    """The nearest two places and how near they are; `km` is None where there are no coordinates."""

    level: str
    one: Spot
    other: Spot
    km: float | None


def nearest(ones: Iterable[Spot], others: Iterable[Spot]) -> Nearness | None:
    """The nearest pair of places of the same role; None where either has none."""
    best: Nearness | None = None
    others = tuple(others)
    for one in ones:
        for other in others:
            if one.from_there == other.from_there:
                found = between(one, other)
                if best is None or ORDER.index(found.level) < ORDER.index(best.level):
                    best = found
    return best


def between(one: Spot, other: Spot) -> Nearness:
    """How near two places are."""
    km = kilometres(one, other)
    return Nearness(_level(one, other, km), one, other, km)


def _level(one: Spot, other: Spot, km: float | None) -> str:
    if one.id is not None and one.id == other.id:
        return "same_country" if one.precision == "country" else "same" if _small(one) else "same_area"
    if "country" in {one.precision, other.precision}:
        return "same_country" if one.country and one.country == other.country else "abroad"
    if (named := _by_name(one, other)) is not None:
        return named
    if km is None:
        return (
            "same" if one.name == other.name else "same_country" if one.country == other.country else "abroad"
        )
    if _small(one) and _small(other):
        return _between_small(one, other, km)
    return _with_wide(one, other, km)


def is_called(spot: Spot) -> bool:
    """Whether a place has a name that no list has: its circle is that of what was named beside it."""
    if (
        spot.id is not None
        or spot.precision not in {"area", "point"}
        or (spot.lat is not None and _small(spot))
    ):
        return False
    titled = spot.name[:1].isupper() or spot.name[:1] >= "\u0600"
    return titled and all(letter.isalpha() or letter in " -'’" for letter in spot.name)


def _by_name(one: Spot, other: Spot) -> str | None:
    """Of places that no list has the names are compared; None where the circles tell more."""
    if not (is_called(one) or is_called(other)) or _in_two_countries(one, other):
        return None
    if one_name(one.name, other.name):
        return "same"
    if is_called(one) and is_called(other):
        return "beside"
    return "same_country" if one.lat is None or other.lat is None else None


def _between_small(one: Spot, other: Spot, km: float) -> str:
    """Towns on two sides of a border are near all the same: each side names its own."""
    if km <= SAME_KM:
        return "same"
    if max(one.radius, other.radius) <= QUARTER_KM and one.radius + other.radius < km <= NEXT_KM:
        return "quarters"
    if km <= max(NEXT_KM, one.radius, other.radius):
        return "next_to"
    if km <= BESIDE_KM:
        return "beside"
    if km <= APART_KM:
        return "apart"
    return "abroad" if _in_two_countries(one, other) else "far"


def _with_wide(one: Spot, other: Spot, km: float) -> str:
    if km <= max(one.radius, other.radius):
        return "inside"
    if km <= one.radius + other.radius:
        return "touching"
    if _in_two_countries(one, other):
        return "abroad"
    return "apart" if km <= one.radius + other.radius + APART_KM else "far"


def _in_two_countries(one: Spot, other: Spot) -> bool:
    return bool(one.country and other.country and one.country != other.country)


def _small(spot: Spot) -> bool:
    return spot.radius <= SMALL_KM


def kilometres(one: Spot, other: Spot) -> float | None:
    """Distance on the globe; None where either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, other_lat = radians(one.lat), radians(other.lat)
    half = sin((other_lat - lat) / 2) ** 2
    half += cos(lat) * cos(other_lat) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
