"""When violence in a district breaks out, and whether alarms saw it: the protocol of the weekly benchmark.

An outbreak begins in a week with deaths when that week and the three after it hold at
least 25 deaths and at least three times what the half year before leads to expect in
four weeks, and no outbreak of the district began in the 12 weeks before. Alarms are
counted as `warn/budget.py` counts them. An outbreak is seen by week k when an alarm
stood in one of the weeks from 4 before to k after its first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from hudna.forecast.events import FatalEvent
from hudna.warn.budget import YEAR, Counting, Kept, unfounded

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

AHEAD = 4
LEAST = 25.0
TIMES = 3.0
BASELINE = 26
REFRACTORY = 12
BEFORE = 4
LAGS = (0, 1, 3)
# An event that is known to a longer span than a month has no week.
_LONGEST_DAYS = 31
_REPEATS = 2000


@dataclass(frozen=True, slots=True)
class Weekly:
    """Events and deaths by district and week; weeks begin on Mondays, counted from `first`."""

    districts: tuple[str, ...]
    first: date
    events: Numbers
    deaths: Numbers

    def week(self, day: date) -> int:
        """The number of the week that holds the day."""
        return (day - self.first).days // 7


def weekly(events: Iterable[FatalEvent], *, first: date, last: date) -> Weekly:
    """The counts of the events that have a district, in the week in which each ends."""
    placed = [
        event
        for event in events
        if event.admin1 and first <= event.end <= last and (event.end - event.start).days <= _LONGEST_DAYS
    ]
    names = tuple(sorted({event.admin1 for event in placed if event.admin1}))
    row = {name: number for number, name in enumerate(names)}
    shape = (len(names), (last - first).days // 7 + 1)
    table = Weekly(names, first, np.zeros(shape), np.zeros(shape))
    for event in placed:
        cell = (row[event.admin1 or ""], table.week(event.end))
        table.events[cell] += 1
        table.deaths[cell] += event.deaths
    return table


def outbreaks(deaths: Numbers) -> Flags:
    """The weeks in which an outbreak begins."""
    found = np.zeros(deaths.shape, dtype=bool)
    for district, row in enumerate(deaths):
        last = -REFRACTORY - 1
        for week in range(BASELINE, row.size - AHEAD + 1):
            if week - last > REFRACTORY and row[week] > 0 and _breaks_out(row, week):
                found[district, week] = True
                last = week
    return found


def _breaks_out(row: Numbers, week: int) -> bool:
    coming = row[week : week + AHEAD].sum()
    usual = row[week - BASELINE : week].mean() * AHEAD
    return bool(coming >= LEAST and coming >= TIMES * usual)


@dataclass(frozen=True, slots=True)
class Timeliness:
    """What came of one detector: outbreaks, shares of them seen by each lag (alarm standing, and
    alarm raised anew), false alarms a district and year, share of alarms that were right, and how
    much more often than by chance an alarm stood before an outbreak, with its 95 % interval.
    """

    outbreaks: int
    seen: tuple[float, ...]
    raised: tuple[float, ...]
    false_alarms: float
    right: float
    early: float
    early_low: float
    early_high: float


def timeliness(kept: Kept, began: Flags, *, start: int, end: int) -> Timeliness:
    """The figures over the weeks from start to before end."""
    district, week = np.nonzero(began[:, start:end])
    week = week + start
    false = unfounded(began, Counting())[:, start:end] & kept.raised[:, start:end]
    alarms = int(kept.raised[:, start:end].sum())
    more = _early(kept.above, district, week) - _chance(kept.above, start, end)[district]
    low, high = _interval(more)
    return Timeliness(
        outbreaks=week.size,
        seen=tuple(_share(kept.above, district, week, lag) for lag in LAGS),
        raised=tuple(_share(kept.raised, district, week, lag) for lag in LAGS),
        false_alarms=float(false.sum()) / (began.shape[0] * (end - start) / YEAR),
        right=1.0 - float(false.sum()) / alarms if alarms else 0.0,
        early=float(more.mean()), early_low=low, early_high=high,
    )  # fmt: skip


def _share(flags: Flags, district: NDArray[np.int64], week: NDArray[np.int64], lag: int) -> float:
    """Outbreaks with a flag between four weeks before and `lag` weeks after."""
    seen = [flags[d, max(0, w - BEFORE) : w + lag + 1].any() for d, w in zip(district, week, strict=True)]
    return float(np.mean(seen)) if seen else 0.0


def _early(above: Flags, district: NDArray[np.int64], week: NDArray[np.int64]) -> Numbers:
    early = [above[d, max(0, w - BEFORE) : w].any() for d, w in zip(district, week, strict=True)]
    return np.array(early, dtype=float)


def _chance(above: Flags, start: int, end: int) -> Numbers:
    """For each district the share of all weeks with an alarm in the four weeks before."""
    shares = [[row[max(0, week - BEFORE) : week].any() for week in range(start, end)] for row in above]
    chance: Numbers = np.array(shares, dtype=float).mean(axis=1)
    return chance


def _interval(values: Numbers) -> tuple[float, float]:
    """Bootstrap interval of the mean over outbreaks; the draws are seeded."""
    chance = np.random.default_rng(1)
    means = values[chance.integers(0, values.size, (_REPEATS, values.size))].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)
