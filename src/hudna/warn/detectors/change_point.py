"""Bayesian online change point: has the weekly rate begun anew within the last weeks, and higher?

Adams & MacKay 2007 (arXiv 0710.3742) with Poisson counts under a gamma prior, so that
the next count given the weeks since the last change is negative binomial. Each week may
begin a new rate with the same small chance.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hudna.warn.detectors.detection import Counts, Detection, Series, is_missing, series

HISTORY = 26
_lgamma = np.vectorize(math.lgamma, otypes=[float])


@dataclass(frozen=True, slots=True)
class Prior:
    """What is held before counting: a change about once a year, a rate about `shape / rate` a week.

    `longest` bounds the memory: rates older than that are one.
    """

    weeks_between_changes: float = 52.0
    shape: float = 0.5
    rate: float = 0.5
    longest: int = 260


def change_point(
    counts: Counts, *, prior: Prior | None = None, recent: int = 4, threshold: float = 0.5
) -> Detection | None:
    """How likely is it that a higher rate began within the last weeks?"""
    return change_points(counts, prior=prior, recent=recent, threshold=threshold)[-1] if len(counts) else None


def change_points(
    counts: Counts, *, prior: Prior | None = None, recent: int = 4, threshold: float = 0.5
) -> list[Detection | None]:
    """The same for each week in turn, knowing only the weeks up to it.

    A missing week teaches nothing; it only lets time pass.
    """
    values, given = series(counts), prior or Prior()
    runs = _Runs(np.zeros(1), np.full(1, given.shape), np.full(1, given.rate))
    found: list[Detection | None] = []
    for week in range(values.size):
        runs = _grown(runs, values[week], given)
        past = values[: week + 1]
        enough = week + 1 >= HISTORY + recent and not is_missing(past)
        found.append(_judged(past, runs, recent, threshold) if enough else None)
    return found


@dataclass(frozen=True, slots=True)
class _Runs:
    """For each number of weeks since the last change: its log chance and what was counted in it."""

    chance: NDArray[np.float64]
    shape: NDArray[np.float64]
    rate: NDArray[np.float64]


def _grown(runs: _Runs, count: float, prior: Prior) -> _Runs:
    """A week later: each run goes on, or a new one begins; then the count is learned from.

    Index 0 is the run that this week itself begins.
    """
    fresh = 1.0 / prior.weeks_between_changes
    chance = np.concatenate(([np.logaddexp.reduce(runs.chance) + math.log(fresh)], runs.chance + math.log1p(-fresh)))  # fmt: skip
    shape = np.concatenate(([prior.shape], runs.shape))
    rate = np.concatenate(([prior.rate], runs.rate))
    if not math.isnan(count):
        chance = chance + _log_chance(count, shape, rate)
        shape, rate = shape + count, rate + 1.0
    chance = chance - np.logaddexp.reduce(chance)
    kept = prior.longest
    return _Runs(_capped(chance, kept), shape[:kept], rate[:kept])


def _capped(chance: NDArray[np.float64], kept: int) -> NDArray[np.float64]:
    """The oldest runs become one, so that the chances still sum to one."""
    if chance.size <= kept:
        return chance
    oldest = np.logaddexp.reduce(chance[kept - 1 :])
    return np.concatenate((chance[: kept - 1], [oldest]))


def _log_chance(count: float, shape: NDArray[np.float64], rate: NDArray[np.float64]) -> NDArray[np.float64]:
    logged: NDArray[np.float64] = (
        _lgamma(shape + count) - _lgamma(shape) - math.lgamma(count + 1.0)
        + shape * np.log(rate / (rate + 1.0)) - count * np.log(rate + 1.0)
    )  # fmt: skip
    return logged


def _judged(values: Series, runs: _Runs, recent: int, threshold: float) -> Detection:
    """The chance of a recent change, counted only where the weeks since run higher than the half year before."""
    higher = 0.0
    for length in range(1, recent + 1):
        now, before = values[-length:], values[-length - HISTORY : -length]
        if np.isfinite(before).any() and np.nanmean(now) > np.nanmean(before):
            higher += math.exp(float(runs.chance[length - 1]))
    expected = float((np.exp(runs.chance) * runs.shape / runs.rate).sum())
    return Detection(float(values[-1]), expected, None, min(higher, 1.0), threshold)
