"""How likely is it that a unit's own past would show as much?

In: the numbers of many windows. Out: for the window asked about, the chance that a
count drawn from the unit's past is as high or higher: a negative binomial whose mean
and spread are those of the past windows, the recent ones weighing more, steadied by
the other units of its kind. The plain fraction of past windows says "one in a hundred"
two and a half times too often (docs/evaluation/indicators.md). None (NaN) where the past
is too short.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.warning_rules import History

Numbers = NDArray[np.float64]
# A mean of nought would make a first act infinitely surprising.
_LEAST_MEAN = 1e-3
# Counts of people's acts are never more regular than chance; a little more spread than Poisson is the least.
_LEAST_EXCESS = 0.05
_lgamma = np.vectorize(math.lgamma, otypes=[float])
_STEPS, _TINY, _CLOSE = 400, 1e-300, 1e-12


@dataclass(frozen=True, slots=True)
class Past:
    """What the past windows of each unit were, and the chance of as much as the window asked about."""

    chance: Numbers
    mean: Numbers
    highest: Numbers
    windows: int


def against_past(now: Numbers, past: Numbers, pools: list[NDArray[np.int64]], history: History) -> Past:
    """Each unit's window against its past ones; `now` (…, units), `past` (…, units, windows), newest last.

    `pools`: groups of units that lend each other their past.
    """
    windows = past.shape[-1]
    missing = np.full(now.shape, np.nan)
    if windows < history.least_weeks:
        return Past(missing, missing, missing, windows)
    weights = 0.5 ** (np.arange(windows)[::-1] / history.half_life_weeks)
    known = float(weights.sum())
    first, second = past @ weights / known, past**2 @ weights / known
    mean, square = _pooled(first, pools, known, history), _pooled(second, pools, known, history)
    chance = as_much(now, *_shape(mean, square))
    return Past(chance, first, past.max(axis=-1), windows)


def _pooled(own: Numbers, pools: list[NDArray[np.int64]], known: float, history: History) -> Numbers:
    """The unit's own figure, drawn towards that of its pool by a few windows' worth."""
    lent = history.pooled_weeks
    found = own.copy()
    for pool in pools:
        middle = own[..., pool].mean(axis=-1, keepdims=True)
        found[..., pool] = (own[..., pool] * known + middle * lent) / (known + lent)
    return found


def _shape(mean: Numbers, square: Numbers) -> tuple[Numbers, Numbers]:
    """Mean and size of the negative binomial with these moments."""
    mean = np.maximum(mean, _LEAST_MEAN)
    variance = np.maximum(square - mean**2, mean * (1 + _LEAST_EXCESS))
    excess = np.maximum((variance - mean) / mean**2, _LEAST_EXCESS)
    return mean, 1.0 / excess


def as_much(count: Numbers, mean: Numbers, size: Numbers) -> Numbers:
    """P(X ≥ count) for a negative binomial of that mean and size; a missing count gives a missing chance."""
    count, mean, size = np.broadcast_arrays(np.round(count), mean, size)
    found = np.where(np.isnan(count), np.nan, 1.0)
    asked = count > 0
    if asked.any():
        share = mean[asked] / (mean[asked] + size[asked])
        found[asked] = _incomplete_beta(count[asked], size[asked], share)
    return found


def _incomplete_beta(a: Numbers, b: Numbers, x: Numbers) -> Numbers:
    """The regularised incomplete beta function; the fraction is developed where it converges fast."""
    near = x < (a + 1.0) / (a + b + 2.0)
    p, q, z = np.where(near, a, b), np.where(near, b, a), np.where(near, x, 1.0 - x)
    front = np.exp(
        _lgamma(a + b) - _lgamma(a) - _lgamma(b) + p * np.log(z) + q * np.log1p(-z)
    ) / p  # fmt: skip
    value: Numbers = np.clip(front * _fraction(p, q, z), 0.0, 1.0)
    return np.where(near, value, 1.0 - value)


def _fraction(a: Numbers, b: Numbers, x: Numbers) -> Numbers:
    """Lentz's continued fraction."""
    c, d = np.ones_like(x), _away(1.0 - (a + b) * x / (a + 1.0))
    d = 1.0 / d
    value: Numbers = d.copy()
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1.0 / _away(1.0 + term * d)
            c = _away(1.0 + term / c)
            value = value * d * c
        if np.all(np.abs(d * c - 1.0) < _CLOSE):
            break
    return value


def _away(value: Numbers) -> Numbers:
    """The value, kept from being nought."""
    return np.where(np.abs(value) < _TINY, _TINY, value)
