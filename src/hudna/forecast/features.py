"""What the past of a unit says, as numbers for every month: levels, spread, pauses, peaks, decay.

Every value at a month rests on that month and earlier ones alone. Windows at the start
of the data are as long as the data allow; nothing is filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
# For each unit the places of its neighbours in the table.
Near = tuple[tuple[int, ...], ...]

_WINDOWS = (3, 6, 12, 24, 60, 120)
_SPREAD_WINDOWS = (12, 24, 60)
_PEAK_WINDOWS = (6, 12, 36, 120)
_HALF_LIVES = (1, 3, 8, 24)
_NEAR_WINDOWS = (3, 12, 60)
_LEVELS = (1, 25, 100, 1000)
# Pauses longer than twenty years say no more than twenty.
_LONGEST_PAUSE = 240.0
# The yardstick that models measure change against: the recent level on the log scale, by
# half-life in months. Chosen on the windows 2014–2017 (docs/evaluation/forecasts.md).
OWN_LEVEL = "level.1"


@dataclass(frozen=True, slots=True)
class Features:
    """One value per unit, month and name."""

    names: tuple[str, ...]
    values: NDArray[np.float32]

    def column(self, name: str) -> int:
        """Where a feature stands."""
        return self.names.index(name)


def features(deaths: Numbers, near: Near = ()) -> Features:
    """The features of a units × months table, and of its neighbours where they are known."""
    named = [*_named(deaths), *(_neighbours(deaths, near) if near else ())]
    values = np.stack([value for _, value in named], axis=2).astype(np.float32)
    return Features(tuple(name for name, _ in named), values)


def _named(deaths: Numbers) -> Iterator[tuple[str, Numbers]]:
    logged = np.log1p(deaths)
    yield from _lags(logged)
    yield from _means(deaths, logged)
    yield from _spreads(logged)
    for window in _PEAK_WINDOWS:
        yield f"peak.{window}", _highest(logged, window)
    for half_life in _HALF_LIVES:
        yield f"level.{half_life}", _decayed(logged, half_life)
    for level in _LEVELS:
        yield f"since.{level}", np.log1p(_months_since(deaths >= level))


def _lags(logged: Numbers) -> Iterator[tuple[str, Numbers]]:
    for lag in (0, 1, 2):
        value = np.zeros_like(logged)
        value[:, lag:] = logged[:, : logged.shape[1] - lag]
        yield f"month.{lag}", value


def _means(deaths: Numbers, logged: Numbers) -> Iterator[tuple[str, Numbers]]:
    violent = (deaths > 0).astype(float)
    for window in _WINDOWS:
        yield f"rate.{window}", np.log1p(_trailing_mean(deaths, window))
        yield f"log.{window}", _trailing_mean(logged, window)
        yield f"violent.{window}", _trailing_mean(violent, window)
    yield "log.all", _trailing_mean(logged, logged.shape[1])
    yield "violent.all", _trailing_mean(violent, logged.shape[1])


def _spreads(logged: Numbers) -> Iterator[tuple[str, Numbers]]:
    for window in _SPREAD_WINDOWS:
        mean, square = _trailing_mean(logged, window), _trailing_mean(logged**2, window)
        yield f"spread.{window}", np.sqrt(np.maximum(square - mean**2, 0.0))


def _neighbours(deaths: Numbers, near: Near) -> Iterator[tuple[str, Numbers]]:
    """Mean and highest level among the neighbours; nought where there are none."""
    for window in _NEAR_WINDOWS:
        level = np.log1p(_trailing_mean(deaths, window))
        mean, highest = np.zeros_like(level), np.zeros_like(level)
        for unit, others in enumerate(near):
            if others:
                mean[unit], highest[unit] = level[list(others)].mean(axis=0), level[list(others)].max(axis=0)
        yield f"near.mean.{window}", mean
        yield f"near.peak.{window}", highest


def _trailing_mean(values: Numbers, window: int) -> Numbers:
    """Mean of the last `window` months, or of as many as there are."""
    months = np.arange(1, values.shape[1] + 1)
    start = np.maximum(months - window, 0)
    total = np.concatenate((np.zeros((values.shape[0], 1)), values.cumsum(axis=1)), axis=1)
    mean: Numbers = (total[:, months] - total[:, start]) / (months - start)
    return mean


def _highest(values: Numbers, window: int) -> Numbers:
    padded = np.concatenate((np.zeros((values.shape[0], window - 1)), values), axis=1)
    highest: Numbers = np.lib.stride_tricks.sliding_window_view(padded, window, axis=1).max(axis=2)
    return highest


def _decayed(values: Numbers, half_life: float) -> Numbers:
    """Mean with weights that halve every so many months; it starts from the first month."""
    share = 1.0 - 0.5 ** (1.0 / half_life)
    level: Numbers = values[:, 0]
    result = np.empty_like(values)
    for month in range(values.shape[1]):
        level = level + share * (values[:, month] - level)
        result[:, month] = level
    return result


def _months_since(reached: NDArray[np.bool_]) -> Numbers:
    """Months since it was last so; the longest pause where it never was."""
    since = np.full(reached.shape[0], _LONGEST_PAUSE)
    result = np.empty(reached.shape)
    for month in range(reached.shape[1]):
        since = np.where(reached[:, month], 0.0, np.minimum(since + 1.0, _LONGEST_PAUSE))
        result[:, month] = since
    return result
