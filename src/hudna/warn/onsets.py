"""When violence begins anew: what the budget of false alarms is kept against.

In: acts and dead per area and four-week window. Out: the weeks in which so much began
as the theatre's rules say. An onset is known three weeks later, when its four weeks
are over; until then an alarm is neither right nor wrong.
"""

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.warning_rules import Onset

WEEKS = 4
Windows = NDArray[np.float64]


def onsets(acts: Windows, deaths: Windows, rules: Onset) -> NDArray[np.bool_]:
    """(area, week): a week with acts that opens four weeks of so much, and so many times as before."""
    found = _begins(acts, acts, rules.acts, rules) | _begins(deaths, acts, rules.deaths, rules)
    return _apart(found, rules.apart_weeks)


def _begins(weekly: Windows, acts: Windows, least: int, rules: Onset) -> NDArray[np.bool_]:
    areas, weeks = weekly.shape
    running = np.cumsum(np.pad(weekly, ((0, 0), (1, 0))), axis=1)
    found = np.zeros((areas, weeks), dtype=bool)
    last = weeks - WEEKS + 1
    if last <= rules.before_weeks:
        return found
    week = np.arange(rules.before_weeks, last)
    coming = running[:, week + WEEKS] - running[:, week]
    before = (running[:, week] - running[:, week - rules.before_weeks]) * WEEKS / rules.before_weeks
    found[:, week] = (coming >= least) & (coming >= rules.times * before) & (acts[:, week] > 0)
    return found


def _apart(found: NDArray[np.bool_], weeks: int) -> NDArray[np.bool_]:
    """The first of those that lie close together."""
    kept = np.zeros_like(found)
    for area, row in enumerate(found):
        last = -weeks - 1
        for week in np.flatnonzero(row):
            if week - last > weeks:
                kept[area, week] = True
                last = int(week)
    return kept
