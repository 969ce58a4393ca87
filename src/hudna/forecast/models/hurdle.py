"""Hurdle: first whether anybody dies, then how many, both linear in what the past says. Numpy only.

Whether: a logistic curve. How many: log(1 + deaths) by ridge regression, with the
residuals of rows of about the same level as its spread. Every feature also acts in
proportion to the log of the lead, so that the recent fades as the lead grows.
"""

from dataclasses import dataclass

import numpy as np

from hudna.forecast.training import LEVELS, Lessons, Numbers, Task

_RIDGE = 10.0
_LOGISTIC_RIDGE = 1.0
_ROUNDS = 30
_GROUPS = 5


@dataclass(frozen=True, slots=True)
class _Spread:
    """Residuals by level of the fit: between `edges`, the quantiles at each thousandth."""

    edges: Numbers
    quantiles: Numbers


def hurdle(task: Task) -> Numbers:
    """The quantiles of a hurdle model fitted to the whole panel."""
    lessons = task.lessons
    rows, ahead = _standardised(_with_lead(lessons.rows), _with_lead(lessons.ahead))
    chance = _chance(rows, lessons, ahead)
    violent = lessons.deaths > 0
    logged = np.log1p(lessons.deaths[violent])
    beta = _ridge(rows[violent], logged, lessons.weights[violent])
    fitted, mean = rows[violent] @ beta, ahead @ beta
    return _joined(chance, mean, _spread(logged - fitted, fitted))


NAMES = {"hurdle": hurdle}


def _with_lead(rows: np.ndarray) -> Numbers:
    values, lead = rows[:, :-1].astype(float), np.log(rows[:, -1:].astype(float))
    return np.concatenate((values, values * lead, lead), axis=1)


def _standardised(rows: Numbers, ahead: Numbers) -> tuple[Numbers, Numbers]:
    """Both by the mean and spread of the rows, with a column of ones in front."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    return tuple(np.column_stack((np.ones(len(part)), (part - mean) / spread)) for part in (rows, ahead))  # type: ignore[return-value]


def _chance(rows: Numbers, lessons: Lessons, ahead: Numbers) -> Numbers:
    """The chance that anybody dies, by Newton's method with a small ridge."""
    beta, target = np.zeros(rows.shape[1]), (lessons.deaths > 0).astype(float)
    penalty = _LOGISTIC_RIDGE * _all_but_first(rows.shape[1])
    for _ in range(_ROUNDS):
        chance = _logistic(rows @ beta)
        work = lessons.weights * chance * (1.0 - chance)
        slope = rows.T @ (lessons.weights * (target - chance)) - penalty * beta
        step = np.linalg.solve(rows.T @ (rows * work[:, None]) + np.diag(penalty + 1e-9), slope)
        beta = beta + step
        if np.abs(step).max() < 1e-8:
            break
    return _logistic(ahead @ beta)


def _logistic(value: Numbers) -> Numbers:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(value, -30.0, 30.0))))


def _ridge(rows: Numbers, target: Numbers, weights: Numbers) -> Numbers:
    penalty = np.diag(_RIDGE * _all_but_first(rows.shape[1]) + 1e-9)
    weighted = rows * weights[:, None]
    return np.asarray(np.linalg.solve(rows.T @ weighted + penalty, weighted.T @ target))


def _all_but_first(size: int) -> Numbers:
    return np.concatenate(([0.0], np.ones(size - 1)))


def _spread(residuals: Numbers, fitted: Numbers) -> _Spread:
    edges = np.quantile(fitted, np.arange(1, _GROUPS) / _GROUPS)
    group = np.digitize(fitted, edges)
    parts = [residuals[group == number] for number in range(_GROUPS)]
    return _Spread(edges, np.array([np.quantile(part if part.size else residuals, LEVELS) for part in parts]))


def _joined(chance: Numbers, mean: Numbers, spread: _Spread) -> Numbers:
    """Noughts up to the chance of none, above them the spread around the mean."""
    quantiles = np.zeros((chance.size, LEVELS.size))
    for case, group in enumerate(np.digitize(mean, spread.edges)):
        share = (LEVELS - (1.0 - chance[case])) / max(chance[case], 1e-9)
        some = share > 0
        place = np.minimum((share[some] * LEVELS.size).astype(int), LEVELS.size - 1)
        quantiles[case, some] = np.maximum(np.expm1(mean[case] + spread.quantiles[group][place]), 1.0)
    return quantiles
