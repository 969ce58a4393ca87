"""In which administrative units a place lies, by boundaries that were taken over, and only as far as that is sure.

A place whose circle reaches into a second unit has no code at that level: half a guess in a
column of codes would be joined to other people's tables as a fact.
"""

from collections.abc import Iterable

import shapely
from shapely.geometry import shape

from hudna.model.boundary import Boundary
from hudna.model.incident import Where
from hudna.publish.shapes import circle

# How far the point of a town may lie from a boundary and still be told apart from the other side. Argued: a
# boundary at 1:100,000 and a town's centre are each known to about a kilometre.
_TOWN_KM = 2.0


class Units:
    """Boundaries, ready to be asked."""

    def __init__(self, boundaries: Iterable[Boundary]) -> None:
        self._units = tuple(boundaries)
        self._tree = shapely.STRtree([shape(one.geometry) for one in self._units])

    def of(self, where: Where) -> dict[int, Boundary]:
        """Level → the unit that holds the place; a level at which that is not sure is left out."""
        if where.lat is None or where.lon is None or where.precision == "country":
            return {}
        radius = (
            min(where.radius_km or _TOWN_KM, _TOWN_KM)
            if where.precision in {"point", "town"}
            else where.radius_km
        )
        ring = circle((where.lon, where.lat), radius) if radius else []
        if not ring:
            return {}
        touched: dict[int, list[Boundary]] = {}
        for number in self._tree.query(shapely.Polygon(ring), predicate="intersects"):
            touched.setdefault(self._units[number].level, []).append(self._units[number])
        return {level: units[0] for level, units in sorted(touched.items()) if len(units) == 1}
