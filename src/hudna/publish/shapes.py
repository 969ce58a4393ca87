"""Places, movements and areas as shapes on the ground. Points are (longitude, latitude), WGS 84.

A town is a point with its radius in the properties. Anything vaguer is the circle it may
lie in, never a pin; a whole country has no shape of its own, because a circle in its middle
would be read as a place.
"""

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, radians, sin

from hudna.model.earth import EARTH_RADIUS_KM
from hudna.model.incident import Where

Point = tuple[float, float]
Shape = dict[str, object]
_CORNERS = 48
_PINS = frozenset({"point", "town"})
# A town whose centre is known only to within this is drawn as a circle too.
_PIN_KM = 25


def shape_of(where: Where | None) -> Shape | None:
    """A GeoJSON geometry: a point, a circle as a polygon, or None where no honest shape can be drawn."""
    if where is None or where.lat is None or where.lon is None or where.precision == "country":
        return None
    radius = where.radius_km
    if where.precision in _PINS and (radius is None or radius <= _PIN_KM):
        return {"type": "Point", "coordinates": [round(where.lon, 5), round(where.lat, 5)]}
    if not radius:
        return None
    ring = circle((where.lon, where.lat), radius)
    return {"type": "Polygon", "coordinates": [[list(point) for point in ring]]} if ring else None


def circle(centre: Point, radius_km: float) -> list[Point]:
    """A closed ring around a point, counter-clockwise as RFC 7946 asks; none where it would pass a pole
    or the 180th meridian, which one ring cannot do.
    """
    lon, lat = radians(centre[0]), radians(centre[1])
    turn = radius_km / EARTH_RADIUS_KM
    if abs(centre[1]) + degrees(turn) >= 89:
        return []
    ring: list[Point] = []
    for number in range(_CORNERS):
        # North first, then towards the west: counter-clockwise.
        bearing = radians(-360 * number / _CORNERS)
        there = asin(sin(lat) * cos(turn) + cos(lat) * sin(turn) * cos(bearing))
        east = atan2(sin(bearing) * sin(turn) * cos(lat), cos(turn) - sin(lat) * sin(there))
        ring.append((round(degrees(lon + east), 5), round(degrees(there), 5)))
    if any(abs(x) > 180 for x, _ in ring):
        return []
    return [*ring, ring[0]]


def line(points: Sequence[Point]) -> Shape | None:
    """A line through at least two different points."""
    kept = [point for number, point in enumerate(points) if number == 0 or point != points[number - 1]]
    if len(kept) < 2:
        return None
    return {"type": "LineString", "coordinates": [[round(lon, 5), round(lat, 5)] for lon, lat in kept]}
