"""The thresholds of a score at which its part of the budget of false alarms is kept, level by level.

Two scores warn beside the rules: how rare a number is in its area's own past (`index.py`)
and how far deaths rose above the last half year (`surges.py`). Each has half of the budget,
so that both together keep it; on the districts of the Central African Republic that saw
more outbreaks, with fewer false alarms, than the whole budget spent on rarity alone
(docs/evaluation/alerts.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.warning_rules import WarningRules
from hudna.model.alert import LEVELS, Level
from hudna.warn.budget import Budget, keep, next_threshold
from hudna.warn.measure import Measures
from hudna.warn.onsets import onsets
from hudna.warn.units import Unit

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
SHARE = 0.5
_WEEK = 7
# What would have been raised is gone through with a threshold a quarter; today's is found on every week.
_QUARTER = 13


def looked_at(measures: Measures, rules: WarningRules) -> int:
    """Weeks of the past on which thresholds are found, and what is needed to judge them."""
    budget = Budget(rules.budget.elevated)
    return min(measures.weeks, budget.window + budget.counting.after + budget.delay + budget.payback)


def began(measures: Measures, areas: Sequence[Unit], weeks: int, rules: WarningRules) -> Flags:
    """(area, week) of the last weeks: where violence began anew."""
    rows = [measures.counted.units.index(unit) for unit in areas]
    weekly = measures.windows(days=_WEEK)
    names = [one.id for one in measures.counted.indicators]
    acts, deaths = (weekly[names.index(name)][rows] for name in ("violence", "fatalities"))
    return onsets(acts, deaths, rules.onset)[:, -weeks:]


def thresholds(
    scores: Numbers, onset: Flags, rules: WarningRules, spent: Mapping[Level, Flags] | None = None
) -> dict[Level, float | None]:
    """What the coming week is held against, from the weeks before the last; None where too little is known.

    `spent`: by level, (area, week before the last) where others raised an alert of the same budget.
    """
    past, onset = scores[:, :-1], onset[:, :-1]
    nobody = np.zeros(past.shape, dtype=bool)
    return {
        level: _threshold(past, onset, nobody if spent is None else spent[level], rules.budget.of(level))
        for level in LEVELS
    }


def _threshold(past: Numbers, onset: Flags, others: Flags, per_year: float) -> float | None:
    """The threshold for the coming weeks, what was over- and underspent so far evened out."""
    budget = Budget(SHARE * per_year)
    first = budget.counting.after + budget.delay + 1
    if past.shape[1] <= first or np.isnan(past).all():
        return None
    kept = keep(past, onset, replace(budget, every=_QUARTER), first=first).raised
    return next_threshold(past, onset, kept | others, budget)
