"""A deadly event as forecasts count it, whoever coded it: UCDP, or incidents of our own."""

import math
from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Violence(IntEnum):
    """UCDP's type of violence."""

    STATE = 1
    NON_STATE = 2
    ONE_SIDED = 3


@dataclass(frozen=True, slots=True)
class FatalEvent:
    """Deaths at a time and place. What is not known is None; a vague time or place keeps its span.

    `violence` is None for incidents of our own, which are not sorted by UCDP's types.
    `claims` names what an own incident rests on.
    """

    id: str
    start: date
    end: date
    deaths: int
    country: str | None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    cell: int | None = None
    violence: Violence | None = None
    claims: tuple[str, ...] = ()


_CELL_DEGREES = 0.5
_CELLS_IN_A_ROW = 720
_ROWS = 360


def grid_cell(lat: float, lon: float) -> int:
    """The PRIO-GRID cell of a point: half a degree wide, numbered from 1 at 90° S, 180° W, row by row."""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"({lat}, {lon}) is no point on Earth; latitude −90 to 90, longitude −180 to 180")
    row = min(math.floor((lat + 90) / _CELL_DEGREES), _ROWS - 1)
    column = min(math.floor((lon + 180) / _CELL_DEGREES), _CELLS_IN_A_ROW - 1)
    return row * _CELLS_IN_A_ROW + column + 1


def cell_centre(cell: int) -> tuple[float, float]:
    """Latitude and longitude of the middle of a cell."""
    row, column = divmod(cell - 1, _CELLS_IN_A_ROW)
    return row * _CELL_DEGREES - 89.75, column * _CELL_DEGREES - 179.75
