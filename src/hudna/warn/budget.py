"""A budget of false alarms that is kept: thresholds from the past alone, set anew as time goes.

In: scores by area and week, the weeks in which what was watched for began, and how many
false alarms an area may raise a year. Out: the threshold for the coming weeks. A
threshold that was right once drifts (static ones overshot the budget 1.4 to 4.6 times
on public data), so it is found anew on a rolling window, and what was overspent or
saved so far is paid back over the next years. Nothing here knows what a score is.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Flags = NDArray[np.bool_]

YEAR = 52.0
# Candidate thresholds: more change no decision, as so many steps lie closer than two scores do.
_STEPS = 240
_LONG_AGO = -10_000


@dataclass(frozen=True, slots=True)
class Counting:
    """How alarms are counted: those `gap` weeks or less apart are one, which counts again while it
    stands, every `recount` weeks; it is false where nothing began from `before` weeks earlier to
    `after` weeks later.
    """

    gap: int = 4
    recount: int = 13
    before: int = 8
    after: int = 12


@dataclass(frozen=True, slots=True)
class Budget:
    """So many false alarms an area and year, and how it is kept.

    `window`: weeks of the past on which a threshold is found; `every`: weeks until it is
    found anew; `payback`: weeks over which over- and underspending is evened out;
    `delay`: weeks until it is known that something began; `reach`: how far evening out may
    stretch or shrink the rate aimed at.
    """

    per_area_year: float
    window: int = 156
    every: int = 4
    payback: int = 104
    delay: int = 3
    reach: float = 4.0
    counting: Counting = field(default_factory=Counting)


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of keeping a budget: the threshold in force each week (NaN before the first), the
    weeks above it, and the weeks in which an alarm was raised and counted.
    """

    thresholds: Scores
    above: Flags
    raised: Flags


def raised(above: Flags, counting: Counting) -> Flags:
    """The weeks in which an alarm is raised, or counts again because it still stands."""
    marks = np.zeros(above.shape, dtype=bool)
    last = np.full(above.shape[:-1], _LONG_AGO)
    start = last.copy()
    for week in range(above.shape[-1]):
        now = above[..., week]
        new = now & ((week - last > counting.gap) | (week - start >= counting.recount))
        marks[..., week] = new
        start[new], last[now] = week, week
    return marks


def unfounded(onsets: Flags, counting: Counting) -> Flags:
    """The weeks in which an alarm would be false: nothing began near them."""
    near = np.zeros(onsets.shape, dtype=bool)
    weeks = onsets.shape[1]
    for area, week in zip(*np.nonzero(onsets), strict=True):
        near[area, max(0, week - counting.after) : min(weeks, week + counting.before + 1)] = True
    return ~near


def threshold(scores: Scores, unfounded_weeks: Flags, allowed: float, counting: Counting) -> float | None:
    """The lowest threshold that would have raised no more false alarms than allowed on these weeks.

    Every higher one keeps within it too: a threshold so low that its alarms never end, and
    so hardly count, is not taken. None where there is no score.
    """
    known = scores[np.isfinite(scores)]
    if known.size == 0:
        return None
    steps = np.unique(np.quantile(known, _levels()))
    counts = _false_alarms(scores, unfounded_weeks, steps, counting)
    too_many = np.flatnonzero(counts > allowed)
    return float(steps[too_many[-1] + 1]) if too_many.size else float(steps[0])


def _levels() -> Scores:
    """Levels that lie closer towards the highest scores, where thresholds are found."""
    levels: Scores = 1.0 - np.geomspace(1.0, 1e-5, _STEPS)
    return np.append(levels, 1.0)


def _false_alarms(
    scores: Scores, unfounded_weeks: Flags, steps: Scores, counting: Counting
) -> NDArray[np.int64]:
    """False alarms over all areas for each candidate threshold, each week passed once."""
    shape = (scores.shape[0], steps.size)
    last = np.full(shape, _LONG_AGO)
    start, counts = last.copy(), np.zeros(steps.size, dtype=np.int64)
    for week in range(scores.shape[1]):
        now = scores[:, week, None] > steps  # a missing score is above nothing
        new = now & ((week - last > counting.gap) | (week - start >= counting.recount))
        counts += (new & unfounded_weeks[:, week, None]).sum(axis=0)
        start[new], last[now] = week, week
    return counts


def next_threshold(scores: Scores, onsets: Flags, raised_before: Flags, budget: Budget) -> float | None:
    """The threshold for the coming weeks, from the weeks so far and the alarms raised in them.

    Only weeks whose alarms can be judged by now are looked at. None where there are none.
    """
    counting = budget.counting
    judged = scores.shape[1] - counting.after - budget.delay
    if judged <= 0:
        return None
    known = onsets[:, : scores.shape[1] - budget.delay]
    false = unfounded(known, counting)[:, :judged]
    first = max(0, judged - budget.window)
    area_years = scores.shape[0] * (judged - first) / YEAR
    aim = _aim(false & raised_before[:, :judged], raised_before[:, :judged], budget)
    return threshold(scores[:, first:judged], false[:, first:], aim * area_years, counting)


def _aim(false_raised: Flags, raised_before: Flags, budget: Budget) -> float:
    """The rate to aim at, so that over- and underspending since the first alarm is evened out."""
    began = np.flatnonzero(raised_before.any(axis=0))
    weeks = raised_before.shape[1] - int(began[0]) if began.size else 0
    areas = raised_before.shape[0]
    saved = budget.per_area_year * areas * weeks / YEAR - float(false_raised.sum())
    aim = budget.per_area_year + saved / (areas * budget.payback / YEAR)
    return float(np.clip(aim, budget.per_area_year / budget.reach, budget.per_area_year * budget.reach))


def keep(scores: Scores, onsets: Flags, budget: Budget, *, first: int) -> Kept:
    """Goes through the weeks from `first` on as they come, setting the threshold anew from the past alone."""
    thresholds = np.full(scores.shape[1], np.nan)
    above, marks = np.zeros(scores.shape, dtype=bool), np.zeros(scores.shape, dtype=bool)
    for week in range(first, scores.shape[1], budget.every):
        now = next_threshold(scores[:, :week], onsets[:, :week], marks[:, :week], budget)
        end = min(week + budget.every, scores.shape[1])
        if now is None:
            continue
        thresholds[week:end] = now
        above[:, week:end] = scores[:, week:end] > now
        marks = raised(above, budget.counting)
    return Kept(thresholds, above, marks)
