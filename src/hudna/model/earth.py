"""Distances and directions between places. Points are (lon, lat) in degrees; lengths are kilometres.

Exact enough for places known to a few kilometres: a sphere, and flat ground around a
zone. Nothing here knows what a place is called or who holds it.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from hudna.model.incident import Where

Point = tuple[float, float]
EARTH_RADIUS_KM = 6371.0
_KM_PER_DEGREE = 111.195


def point_of(where: Where) -> Point | None:
    """The coordinates of a place, if it has any."""
    return None if where.lat is None or where.lon is None else (where.lon, where.lat)


def distance_km(one: Point, other: Point) -> float:
    """Great-circle distance."""
    lon, lat, lon2, lat2 = map(radians, (*one, *other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, half)))


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    """Whether the point lies within the closed polygon."""
    lon, lat = point
    within = False
    for (lon1, lat1), (lon2, lat2) in pairwise(polygon):
        if (lat1 > lat) != (lat2 > lat) and lon < (lon2 - lon1) * (lat - lat1) / (lat2 - lat1) + lon1:
            within = not within
    return within


def distance_to_line(point: Point, line: Sequence[Point]) -> float:
    """Distance from a point to the nearest piece of a line; of one point, to that point."""
    if len(line) == 1:
        return distance_km(point, line[0])
    return min(_to_piece(point, start, end) for start, end in pairwise(line))


def _to_piece(point: Point, start: Point, end: Point) -> float:
    """Distance to a piece of a line on the flat ground around the point."""
    scale = cos(radians(point[1]))
    ax, ay = (start[0] - point[0]) * scale, start[1] - point[1]
    bx, by = (end[0] - point[0]) * scale, end[1] - point[1]
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = 0.0 if length == 0 else max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / length))
    x, y = ax + share * (bx - ax), ay + share * (by - ay)
    return sqrt(x * x + y * y) * _KM_PER_DEGREE
