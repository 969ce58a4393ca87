"""The index of an area: the smallest chance among its indicators of conflict, and the thresholds it is held against.

The index is no level of its own: it is the rarest of the numbers that are shown beside
it, in one week or in four. Its thresholds are those at which its part of the budget of
false alarms would have been kept on the past alone, for each level by itself; they are
found anew each time. What rules raised in vain counts against the same budget.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.warning_rules import WarningRules
from hudna.model.alert import LEVELS, Alert, Level, rank
from hudna.warn.measure import Measures
from hudna.warn.thresholds import began, looked_at, thresholds
from hudna.warn.units import Unit

Numbers = NDArray[np.float64]
_WEEK = 7
# The chance below which nothing is told apart any more.
_LEAST = 1e-12


@dataclass(frozen=True, slots=True)
class Index:
    """Scores of areas by week (−log10 of the chance, NaN without a past), and the thresholds for the coming week."""

    areas: tuple[Unit, ...]
    scores: Numbers
    thresholds: dict[Level, float | None]
    rarest: dict[Unit, tuple[str, int]]

    def chance(self, unit: Unit) -> float | None:
        """The chance that the area's own past would show as much as the last week does."""
        if unit not in self.areas:
            return None
        score = float(self.scores[self.areas.index(unit), -1])
        return None if np.isnan(score) else 10.0**-score

    def limit(self, level: Level) -> float | None:
        """The chance below which a level is given."""
        found = self.thresholds.get(level)
        return None if found is None else 10.0**-found


def index_of(
    measures: Measures, rules: WarningRules, raised: Sequence[Alert] = (), weeks: int | None = None
) -> Index:
    """The index of every area; `raised`: alerts that rules raised before, which spend of the same budget."""
    areas = tuple(unit for unit in measures.counted.units if unit.kind == "area")
    scores, rarest = scores_of(measures, areas, looked_at(measures, rules) if weeks is None else weeks)
    if not areas:
        return Index(areas, scores, dict.fromkeys(LEVELS), rarest)
    spent = {level: _spent(raised, level, areas, measures.as_of, scores.shape[1]) for level in LEVELS}
    limits = thresholds(scores, began(measures, areas, scores.shape[1], rules), rules, spent)
    return Index(areas, scores, limits, rarest)


def scores_of(
    measures: Measures, areas: Sequence[Unit], weeks: int
) -> tuple[Numbers, dict[Unit, tuple[str, int]]]:
    """(area, week) −log10 of the smallest chance, and where that of the last week comes from."""
    rows = [measures.counted.units.index(unit) for unit in areas]
    kinds = [n for n, one in enumerate(measures.counted.indicators) if one.kind == "conflict"]
    lengths = (measures.history.window_days, measures.history.short_days)
    scores = np.full((len(areas), weeks), np.nan)
    rarest: dict[Unit, tuple[str, int]] = {}
    for column, week in enumerate(range(measures.weeks - weeks, measures.weeks)):
        if week < measures.history.least_weeks:  # no past to compare with yet
            continue
        both = [measures.past_of(week, measures.basis(week), days=days).chance for days in lengths]
        chances = np.stack(both)[:, kinds][..., rows]
        scores[:, column] = _rarity(chances)
        if week == measures.weeks - 1:
            rarest = _rarest(chances, areas, [measures.counted.indicators[n].id for n in kinds], lengths)
    return scores, rarest


def _rarity(chances: Numbers) -> Numbers:
    """−log10 of the smallest chance of each area; NaN where none is known."""
    if not chances.size:
        return np.full(chances.shape[-1], np.nan)
    known = ~np.isnan(chances).all(axis=(0, 1))
    least = np.where(np.isnan(chances), 1.0, chances).min(axis=(0, 1))
    return np.where(known, -np.log10(np.maximum(least, _LEAST)), np.nan)


def _rarest(
    chances: Numbers, areas: Sequence[Unit], names: Sequence[str], lengths: Sequence[int]
) -> dict[Unit, tuple[str, int]]:
    """The indicator and window that each area's index comes from."""
    found = {}
    for column, unit in enumerate(areas):
        mine = np.where(np.isnan(chances[..., column]), np.inf, chances[..., column])
        if np.isfinite(mine).any():
            window, kind = divmod(int(mine.argmin()), mine.shape[1])
            found[unit] = names[kind], lengths[window]
    return found


def _spent(
    raised: Sequence[Alert], level: Level, areas: Sequence[Unit], as_of: date, weeks: int
) -> NDArray[np.bool_]:
    """(area, week before the last): where an alert of that level or a higher one was raised."""
    found = np.zeros((len(areas), weeks - 1), dtype=bool)
    rows = {unit.area: row for row, unit in enumerate(areas)}
    for alert in raised:
        ago = (as_of - alert.raised).days // _WEEK
        if alert.area in rows and rank(alert.level) >= rank(level) and 0 < ago < weeks:
            found[rows[alert.area], weeks - 1 - ago] = True
    return found
