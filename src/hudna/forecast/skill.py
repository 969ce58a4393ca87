"""Scores of many cases in one table, and how sure it is that one model beats another.

Countries are drawn with repetition for the interval, not months: the months of one war
stand or fall together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hudna.forecast import scores
from hudna.forecast.scores import Numbers

REPEATS = 2000
_BLOCK = 4000


@dataclass(frozen=True, slots=True)
class Cases:
    """One score of each kind for each case; the names of `Summary`."""

    crps: Numbers
    log_crps: Numbers
    ignorance: Numbers
    interval: Numbers
    covered: NDArray[np.bool_]
    brier: Numbers
    truth: Numbers


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over cases: lower is better, except coverage, which should be 0.9."""

    cases: int
    crps: float
    log_crps: float
    ignorance: float
    interval: float
    covered: float
    covered_violent: float | None
    brier: float


def score_cases(draws: Numbers, truth: Numbers) -> Cases:
    """Every score of every case, in blocks that bound the memory."""
    blocks = [slice(at, at + _BLOCK) for at in range(0, truth.size, _BLOCK)]

    def over(score: scores.Score) -> Numbers:
        return np.concatenate([score(draws[block], truth[block]) for block in blocks])

    covered = np.concatenate([scores.covered(draws[block], truth[block]) for block in blocks])
    return Cases(
        over(scores.crps), over(scores.log_crps), over(scores.ignorance), over(scores.interval_score),
        covered, over(scores.brier), truth,
    )  # fmt: skip


def summarise(cases: Cases) -> Summary:
    """The means; coverage of months with violence is None where there were none."""
    violent = cases.truth > 0
    return Summary(
        cases=cases.truth.size,
        crps=float(cases.crps.mean()), log_crps=float(cases.log_crps.mean()),
        ignorance=float(cases.ignorance.mean()), interval=float(cases.interval.mean()),
        covered=float(cases.covered.mean()),
        covered_violent=float(cases.covered[violent].mean()) if violent.any() else None,
        brier=float(cases.brier.mean()),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Skill:
    """One minus the ratio of two mean scores, with its 95 % interval over units."""

    value: float
    low: float
    high: float


def skill(ours: Numbers, theirs: Numbers, units: Sequence[str], *, repeats: int = REPEATS) -> Skill | None:
    """How much lower our score is than theirs; None where theirs is nought, so nothing can be better."""
    names, place = np.unique(np.array(units), return_inverse=True)
    mine = np.bincount(place, weights=ours, minlength=names.size)
    other = np.bincount(place, weights=theirs, minlength=names.size)
    if other.sum() == 0:
        return None
    chance = np.random.default_rng(1)
    drawn = chance.integers(0, names.size, (repeats, names.size))
    below = other[drawn].sum(axis=1)
    ratio = mine[drawn].sum(axis=1)[below > 0] / below[below > 0]
    low, high = np.quantile(1.0 - ratio, [0.025, 0.975])
    return Skill(float(1.0 - mine.sum() / other.sum()), float(low), float(high))
