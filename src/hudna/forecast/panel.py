"""Deaths by unit and month: the one table that every model reads.

A unit is a country, a first-level division of one, or a PRIO-GRID cell. An event counts
in the month in which it ends, as ViEWS and UCDP count. A month without events is a
nought only where the source covers it: the panel ends with the last month that the
source is said to cover, and units are those that ever had an event, or those named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hudna.errors import InputError
from hudna.forecast.events import FatalEvent, Violence
from hudna.forecast.features import Near
from hudna.forecast.months import month_name, month_of
from hudna.forecast.near import neighbours
from hudna.forecast.units import unit_of
from hudna.model.forecast import Level


@dataclass(frozen=True, slots=True)
class Panel:
    """Deaths, one row a unit (in the order of `units`), one column a month from `first` on.

    `near` holds the rows of each unit's neighbours.
    """

    units: tuple[str, ...]
    first: int
    deaths: NDArray[np.float64]
    near: Near = ()

    @property
    def last(self) -> int:
        """The last month it covers."""
        return self.first + int(self.deaths.shape[1]) - 1

    def until(self, month: int) -> "Panel":
        """What was known at the end of that month."""
        if not self.first <= month <= self.last:
            raise InputError(
                f"no forecast can start after {month_name(month)}: the data run "
                f"from {month_name(self.first)} to {month_name(self.last)}"
            )
        return Panel(self.units, self.first, self.deaths[:, : month - self.first + 1], self.near)


@dataclass(frozen=True, slots=True)
class Made:
    """A panel, and how many events had no unit of that level or lay outside its months."""

    panel: Panel
    without_unit: int
    outside: int


def make_panel(
    events: Iterable[FatalEvent],
    level: Level,
    *,
    last: int | None = None,
    violence: Violence | None = None,
    units: Sequence[str] = (),
) -> Made:
    """The panel of these events; `last` is the last month covered, else that of the last event.

    `units` adds units that had no event, so that quiet countries are forecast too.
    """
    used = [event for event in events if violence is None or event.violence is violence]
    placed = [(unit, event) for event in used if (unit := unit_of(event, level)) is not None]
    if not placed:
        raise InputError(
            f"no event of {len(used)} has a {_NAMES[level]}, so there is nothing to forecast from"
        )
    months = [month_of(event.end) for _, event in placed]
    first, end = min(months), max(months) if last is None else last
    names = tuple(sorted({unit for unit, _ in placed} | set(units)))
    deaths = _counted(placed, names, first, end)
    near = neighbours(names, level, [event for _, event in placed])
    outside = sum(month > end for month in months)
    return Made(Panel(names, first, deaths, near), len(used) - len(placed), outside)


def _counted(
    placed: Sequence[tuple[str, FatalEvent]], names: tuple[str, ...], first: int, end: int
) -> NDArray[np.float64]:
    """The table of deaths; what ends after the last month is not in it."""
    row = {unit: number for number, unit in enumerate(names)}
    deaths = np.zeros((len(names), max(0, end - first + 1)))
    for unit, event in placed:
        column = month_of(event.end) - first
        if column < deaths.shape[1]:
            deaths[row[unit], column] += event.deaths
    return deaths


_NAMES: dict[Level, str] = {
    "country": "country",
    "admin1": "first-level division (adm_1)",
    "grid": "place precise enough for a PRIO-GRID cell",
}
