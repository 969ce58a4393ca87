"""How far deaths rose in an area: two weeks against the half year before, and the thresholds that keep the budget.

The statistic is that of `detectors/surge.py`, told within the sources that a week may be
compared within. It says that something has begun, mostly in its first week or the next; it
foretells nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.warning_rules import WarningRules
from hudna.model.alert import LEVELS, Level
from hudna.warn.detectors.detection import Detection
from hudna.warn.detectors.surge import BEFORE, RECENT, surge
from hudna.warn.measure import Measures
from hudna.warn.thresholds import began, looked_at, thresholds
from hudna.warn.units import Unit

Numbers = NDArray[np.float64]
DAYS = 7 * RECENT
_WEEK = 7
_REACH = RECENT + BEFORE


@dataclass(frozen=True, slots=True)
class Surges:
    """The last week of each area, None where nothing can be said, and the thresholds it is held against."""

    areas: tuple[Unit, ...]
    last: tuple[Detection | None, ...]
    thresholds: dict[Level, float | None]

    def of(self, unit: Unit) -> Detection | None:
        """What the last two weeks of an area were, against its half year before."""
        return self.last[self.areas.index(unit)] if unit in self.areas else None


def surges_of(measures: Measures, rules: WarningRules) -> Surges:
    """The surge of every area of a theatre, held against its part of the budget of false alarms."""
    areas = tuple(unit for unit in measures.counted.units if unit.kind == "area")
    if not areas:
        return Surges((), (), dict.fromkeys(LEVELS))
    found = [_week(measures, areas, week) for week in _weeks(measures, rules)]
    scores = np.array([[np.nan if one is None else one.statistic for one in week] for week in found]).T
    onset = began(measures, areas, scores.shape[1], rules)
    return Surges(areas, tuple(found[-1]), thresholds(scores, onset, rules))


def _weeks(measures: Measures, rules: WarningRules) -> range:
    return range(measures.weeks - looked_at(measures, rules), measures.weeks)


def _week(measures: Measures, areas: Sequence[Unit], week: int) -> list[Detection | None]:
    """Each area in one week; None before the record is as long as the half year that is compared with."""
    sources = measures.basis(week).sources
    if week + 1 - _REACH < measures.first_whole(_WEEK) or (sources is not None and not sources):
        return [None] * len(areas)
    rows = [measures.counted.units.index(unit) for unit in areas]
    number = [one.id for one in measures.counted.indicators].index("fatalities")
    weekly = measures.windows(sources, days=_WEEK)[number][rows, week + 1 - _REACH : week + 1]
    return [surge(row) for row in weekly]
