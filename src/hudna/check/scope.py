"""When and where: does an incident lie in the time a provision holds, and in its zone?

A place known only to its district, or a day known only to its month, can neither confirm
nor clear. The answer is then unknown, and the finding undetermined.
"""

from datetime import date, timedelta
from typing import Literal

from hudna.model.agreement import Zone
from hudna.model.earth import Point, distance_km, distance_to_line, inside, point_of
from hudna.model.incident import Where
from hudna.model.view import View

Timing = Literal["before", "straddles", "in force", "lapsed", "undated"]
Lies = Literal["inside", "outside", "unknown"]
# The centre of a town stands for the town; nearer to an edge than this it decides nothing.
# Five kilometres is the error of town coordinates in the places of the theatre packs.
EDGE_KM = 5.0
_EXACT = frozenset({"point", "town"})


def span_of(view: View, reach_days: float) -> tuple[date, date] | None:
    """The first and last day on which an incident may have happened; None where nothing is known.

    What is told without a first day happened at most `reach_days` before it was last possible.
    """
    occurred, incident = view.occurred, view.incident
    latest = (occurred.latest if occurred else None) or incident.first_reported or incident.last_reported
    if latest is None:
        return None
    earliest = (occurred.earliest if occurred else None) or latest - timedelta(days=reach_days)
    return min(earliest, latest), latest


def timing_of(view: View, start: date, until: date | None, reach_days: float) -> Timing:
    """Where an incident lies to a span of time, both ends inclusive."""
    span = span_of(view, reach_days)
    if span is None:
        return "undated"
    earliest, latest = span
    if latest < start:
        return "before"
    if until is not None and earliest > until:
        return "lapsed"
    return "in force" if earliest >= start and (until is None or latest <= until) else "straddles"


def is_after(view: View, day: date, reach_days: float) -> bool | None:
    """Whether an incident lies wholly after a day; None where it may lie on both sides or has no day."""
    span = span_of(view, reach_days)
    if span is None or span[0] <= day < span[1]:
        return None
    return span[0] > day


def lies_in(where: Where, zone: Zone) -> Lies:
    """Whether a place lies in a zone, its radius taken into account."""
    if where.id is not None and where.id in zone.places:
        return "inside"
    point = point_of(where)
    if point is None:
        return "unknown"
    depth = _depth(point, zone)
    margin = EDGE_KM if where.precision in _EXACT else (where.radius_km or EDGE_KM)
    if abs(depth) < margin:
        return "unknown"
    return "inside" if depth > 0 else "outside"


def _depth(point: Point, zone: Zone) -> float:
    """How far within the zone a point lies; negative outside."""
    if zone.polygon:
        edge = distance_to_line(point, zone.polygon)
        return zone.buffer_km + (edge if inside(point, zone.polygon) else -edge)
    if zone.line:
        return zone.buffer_km - distance_to_line(point, zone.line)
    return zone.buffer_km - distance_km(point, zone.point or point)
