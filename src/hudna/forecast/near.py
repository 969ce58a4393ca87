"""Which units lie next to which, at each level.

Countries that share a land border; cells that touch; for divisions, whose borders are
not known here, the four whose events lie nearest in the middle.
"""

from collections.abc import Sequence

import numpy as np

from hudna.forecast.events import FatalEvent, cell_centre, grid_cell
from hudna.forecast.features import Near
from hudna.forecast.units import unit_of
from hudna.knowledge.borders import touching
from hudna.model.forecast import Level

_NEAREST = 4
_STEP = 0.5


def neighbours(units: tuple[str, ...], level: Level, events: Sequence[FatalEvent]) -> Near:
    """For each unit the places of its neighbours in the tuple."""
    match level:
        case "country":
            return touching(units)
        case "grid":
            return _touching_cells(units)
        case "admin1":
            return _nearest(units, events)


def _touching_cells(units: tuple[str, ...]) -> Near:
    place = {int(unit): number for number, unit in enumerate(units)}
    return tuple(
        tuple(place[other] for other in _around(int(unit)) if other in place and other != int(unit))
        for unit in units
    )


def _around(cell: int) -> list[int]:
    """The eight cells around, beyond the date line too, and the cell itself."""
    lat, lon = cell_centre(cell)
    return [
        grid_cell(lat + north * _STEP, (lon + east * _STEP + 180.0) % 360.0 - 180.0)
        for north in (-1, 0, 1)
        for east in (-1, 0, 1)
        if -90 < lat + north * _STEP < 90
    ]


def _nearest(units: tuple[str, ...], events: Sequence[FatalEvent]) -> Near:
    middles = _middles(events)
    known = [number for number, unit in enumerate(units) if unit in middles]
    if len(known) < 2:
        return ((),) * len(units)
    points = np.array([middles[units[number]] for number in known])
    width = np.cos(np.radians(points[:, 0]))[:, None]
    apart = (points[:, None, 0] - points[:, 0]) ** 2 + ((points[:, None, 1] - points[:, 1]) * width) ** 2
    order = np.argsort(apart, axis=1, kind="stable")
    found = {
        number: tuple(known[other] for other in row if known[other] != number)[:_NEAREST]
        for number, row in zip(known, order, strict=True)
    }
    return tuple(found.get(number, ()) for number in range(len(units)))


def _middles(events: Sequence[FatalEvent]) -> dict[str, tuple[float, float]]:
    """The mean place of each division's events."""
    points = dict[str, list[tuple[float, float]]]()
    for event in events:
        unit = unit_of(event, "admin1")
        if unit is not None and event.lat is not None and event.lon is not None:
            points.setdefault(unit, []).append((event.lat, event.lon))
    return {
        unit: (float(np.mean([lat for lat, _ in found])), float(np.mean([lon for _, lon in found])))
        for unit, found in points.items()
    }
