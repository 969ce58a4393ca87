"""Incidents, claims and reports as lists, maps and search see them: one flat row each.

Made when claims are linked, so that a server reads a page of a million without opening
one. A row leads to its record and never replaces it.
"""

from dataclasses import dataclass
from datetime import date

# Cells of a quarter of a degree, numbered from the south-west corner of the map.
CELLS_A_DEGREE = 4
CELLS_A_ROW = 360 * CELLS_A_DEGREE


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is drawn."""

    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: str | None = None
    place: str | None = None
    name: str | None = None
    country: str | None = None

    @property
    def cell(self) -> int | None:
        """The number of its cell on the grid of the map."""
        if self.lat is None or self.lon is None:
            return None
        return cell_of(self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class ShownIncident:
    """An incident's row. Days are ordinals, 0 where none is known; `weight` where a person should look."""

    id: str
    version: str
    day: int
    first_told: int
    last_told: int
    root: str
    direction: str
    counts: bool
    status: str
    theatre: str | None
    verification: str
    spot: Spot
    dead: int | None
    origins: int
    reports: int
    actors: tuple[str, ...]
    weight: float | None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim's row. `told` is the day its report was published; `words` are folded, for search."""

    id: str
    seq: int
    report: str
    told: int
    day: int
    root: str | None
    status: str
    content: str
    counts: bool
    spot: Spot
    actors: tuple[str, ...]
    weight: float | None
    words: str = ""
    body: str | None = None


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report's row: its title and text as folded words."""

    seq: int
    coding_seq: int
    told: int
    words: str


def cell_of(lat: float, lon: float) -> int:
    """The cell of a point."""
    row = min(int((lat + 90) * CELLS_A_DEGREE), 180 * CELLS_A_DEGREE - 1)
    column = min(int((lon + 180) * CELLS_A_DEGREE), CELLS_A_ROW - 1)
    return row * CELLS_A_ROW + column


def ordinal(day: date | None) -> int:
    """A day as a number that sorts; 0: not known."""
    return day.toordinal() if day else 0


def day_at(number: int) -> date | None:
    """The day of a number."""
    return date.fromordinal(number) if number else None
