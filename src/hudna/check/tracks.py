"""Where a track leads: how near it comes to a place, and whether it draws nearer.

One sighting tells how far it is, not where it goes; two tell that it draws nearer only where
the difference is larger than the error of the places.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.model.earth import Point, distance_km, point_of
from hudna.model.incident import Where
from hudna.model.picture import Sighting

# An area wider than this says where a force is by and large, and nothing about a track.
WIDEST_KM = 100.0
# A tenth of the way is the least that tells a road to a place from one across it.
CLOSING_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Approach:
    """How a track lies to a place: kilometres from its last point, and whether it draws nearer (None: not told)."""

    to: Where
    km: float
    off: float
    closing: bool | None


def precise(seen: Iterable[Sighting]) -> list[Sighting]:
    """The sightings whose place is narrow enough to be a point of a track."""
    return [
        one
        for one in seen
        if point_of(one.where)
        and (one.where.radius_km or 0) <= WIDEST_KM
        and one.where.precision != "country"
    ]


def approach(seen: Sequence[Sighting], to: Where, closing_km: float) -> Approach | None:
    """How the sightings lie to a place; None where there is no point or no place."""
    points = [(one.on, point) for one in precise(seen) if (point := point_of(one.where))]
    target = point_of(to)
    if not points or target is None:
        return None
    ordered = sorted(points, key=_by_day)
    last = ordered[-1][1]
    km = distance_km(last, target)
    return Approach(to, km, max(0.0, km - (to.radius_km or 0)), _closing(ordered, target, closing_km))


def _by_day(point: tuple[date | None, Point]) -> date:
    return point[0] or date.min


def _closing(points: Sequence[tuple[date | None, Point]], target: Point, closing_km: float) -> bool | None:
    distinct = list(dict.fromkeys(point for _, point in points))
    if len(distinct) < 2:
        return None
    before, after = distance_km(distinct[0], target), distance_km(distinct[-1], target)
    if abs(before - after) <= max(closing_km, CLOSING_SHARE * before):
        return None
    return after < before
