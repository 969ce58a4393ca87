"""Circles for places without a name of their own: a part of a country, a spot off a town, a border.

A circle is a centre and a radius that should hold the place meant; it is for
orientation. Countries are split by their first-level units: "northern Mali" is the
northernmost units that make up two fifths of the country, land and people counted alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin, sqrt

from hudna.knowledge.gazetteer import Gazetteer, KnownPlace, Pack
from hudna.resolve.places_names import KM_PER_DEGREE, distance_km

ANGLES = {"north": 90, "northeast": 45, "east": 0, "southeast": -45, "south": -90, "southwest": -135, "west": 180,
          "northwest": 135}  # fmt: skip
# Share of a country's land that a direction takes in; a border is a narrower strip.
PART, STRIP = 0.4, 0.15
# Two units touch where their centres are nearer than the sum of their radii, give or take.
TOUCHING = 1.25


@dataclass(frozen=True, slots=True)
class Circle:
    """A centre and a radius."""

    lat: float
    lon: float
    radius_km: float


def offset(place: KnownPlace, point: str, km: float) -> tuple[float, float]:
    """The coordinates so far from a place's centre in that direction."""
    if point not in ANGLES:
        return place.lat, place.lon
    angle = radians(ANGLES[point])
    lat = place.lat + km * sin(angle) / KM_PER_DEGREE
    lon = place.lon + km * cos(angle) / (KM_PER_DEGREE * max(0.05, cos(radians(place.lat))))
    return round(max(-90.0, min(90.0, lat)), 4), round((lon + 180) % 360 - 180, 4)


def part(gazetteer: Gazetteer, place: KnownPlace, point: str, share: float = PART) -> Circle:
    """The part of a place that lies in that direction."""
    if place.kind == "country" and place.country:
        circle = _part_of_country(gazetteer.pack, place.country, point, share)
        if circle is not None:
            return circle
    lat, lon = offset(place, point, 0.5 * place.radius_km)
    return Circle(lat, lon, max(1.0, round(0.6 * place.radius_km, 1)))


@lru_cache(maxsize=1024)
def _part_of_country(pack: Pack, country: str, point: str, share: float) -> Circle | None:
    units = tuple(pack.units(country))
    # A country of a few units, or of hundreds on far islands, is better served by its own circle.
    return _some_units(units, point, share) if len(units) >= 4 else None


def _some_units(units: Sequence[KnownPlace], point: str, share: float) -> Circle:
    middle = _centre(units)
    ranked = sorted(units, key=lambda unit: (-_reach(unit, middle, point), unit.id))
    wanted = share * sum(_weight(unit) for unit in units)
    chosen: list[KnownPlace] = []
    held = 0.0
    for unit in ranked:
        if chosen and held + _weight(unit) / 2 > wanted:
            break
        chosen.append(unit)
        held += _weight(unit)
    lat, lon = _centre(chosen)
    return Circle(
        round(lat, 3), round(lon, 3), round(1.15 * sqrt(sum(unit.radius_km**2 for unit in chosen)), 1)
    )


def _weight(unit: KnownPlace) -> float:
    """Land and people: empty deserts count for little in what reports call the north."""
    return unit.radius_km * sqrt(unit.population + 1)


def _centre(units: Sequence[KnownPlace]) -> tuple[float, float]:
    weight = sum(map(_weight, units)) or 1.0
    lat = sum(unit.lat * _weight(unit) for unit in units) / weight
    lon = sum(unit.lon * _weight(unit) for unit in units) / weight
    return lat, lon


def _reach(unit: KnownPlace, middle: tuple[float, float], point: str) -> float:
    """How far a unit lies in the direction; towards the middle for "centre"."""
    up = (unit.lat - middle[0]) * KM_PER_DEGREE
    across = (unit.lon - middle[1]) * KM_PER_DEGREE * cos(radians(middle[0]))
    if point not in ANGLES:
        return -(up * up + across * across)
    angle = radians(ANGLES[point])
    return up * sin(angle) + across * cos(angle)


def border(gazetteer: Gazetteer, one: KnownPlace, other: KnownPlace) -> Circle | None:
    """Where two countries meet, from the units that touch; None where none do."""
    ours = list(gazetteer.pack.units(one.country or ""))
    theirs = list(gazetteer.pack.units(other.country or ""))
    spots = [
        (unit.lat * far.radius_km + far.lat * unit.radius_km, unit.lon * far.radius_km + far.lon * unit.radius_km,
         unit.radius_km + far.radius_km)
        for unit in ours for far in theirs
        if distance_km(unit, far) < TOUCHING * (unit.radius_km + far.radius_km)
    ]  # fmt: skip
    if not spots:
        return None
    lat = sum(spot[0] / spot[2] for spot in spots) / len(spots)
    lon = sum(spot[1] / spot[2] for spot in spots) / len(spots)
    wide = max(KM_PER_DEGREE * sqrt((spot[0] / spot[2] - lat) ** 2 + ((spot[1] / spot[2] - lon) * cos(radians(lat))) ** 2)
               for spot in spots)  # fmt: skip
    return Circle(round(lat, 3), round(lon, 3), round(max(50.0, wide), 1))


def between(one: KnownPlace, other: KnownPlace) -> Circle:
    """The stretch between two places."""
    km = distance_km(one, other)
    return Circle(
        round((one.lat + other.lat) / 2, 4), round((one.lon + other.lon) / 2, 4), round(max(5.0, km / 2), 1)
    )
