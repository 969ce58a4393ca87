"""Counts explained by a log-linear rate, more scattered than Poisson; and tails of distributions.

Fitted by iteratively reweighted least squares (McCullagh & Nelder 1989, ch. 2 and 9),
with the dispersion estimated from Pearson residuals. Weights of nought drop a row.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating]

_ROUNDS = 50
_CLOSE = 1e-10
# A rate beyond e^30 is no fit but a runaway.
STEEPEST = 30.0


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients with their covariance before scaling, and what the rows say of the fit."""

    coefficients: Numbers
    covariance: Numbers
    dispersion: float
    fitted: Numbers
    leverage: Numbers
    rows: int

    def predict(self, row: Numbers) -> tuple[float, float]:
        """Linear predictor at a row, and its standard error."""
        error = math.sqrt(max(0.0, float(row @ self.covariance @ row) * self.dispersion))
        return float(row @ self.coefficients), error

    def p_value(self, column: int) -> float:
        """Two-sided p of one coefficient, by Student's t."""
        error = math.sqrt(self.covariance[column, column] * self.dispersion)
        if error == 0:
            return 0.0
        return student_two_sided(float(self.coefficients[column]) / error, self.rows - self.coefficients.size)


def fit(design: Numbers, counts: Numbers, weights: Numbers | None = None) -> Fit | None:
    """The fitted rate, or None where the iteration does not settle or the rows cannot tell."""
    given = np.ones(counts.size) if weights is None else weights
    beta: Numbers = np.zeros(design.shape[1])
    rate: Numbers = counts + 0.1
    eta, deviance = np.log(rate), math.inf
    for _ in range(_ROUNDS):
        work = given * rate
        target = eta + (counts - rate) / rate
        beta = _least_squares(design, target, work)
        eta = np.clip(design @ beta, -STEEPEST, STEEPEST)
        rate, before = np.exp(eta), deviance
        deviance = _deviance(counts, rate, given)
        if abs(deviance - before) < _CLOSE * (abs(deviance) + 0.1):
            return _finish(design, counts, given, beta, rate)
    return None


def _least_squares(design: Numbers, target: Numbers, work: Numbers) -> Numbers:
    root = np.sqrt(work)
    solution: Numbers = np.linalg.lstsq(design * root[:, None], target * root, rcond=None)[0]
    return solution


def _deviance(counts: Numbers, rate: Numbers, weights: Numbers) -> float:
    parts = np.where(counts > 0, counts * np.log(np.maximum(counts, 1e-300) / rate), 0.0) - (counts - rate)
    return float(2.0 * (weights * parts).sum())


def _finish(design: Numbers, counts: Numbers, weights: Numbers, beta: Numbers, rate: Numbers) -> Fit | None:
    used = weights > 0
    free = int(used.sum()) - design.shape[1]
    if free <= 0:
        return None
    work = weights * rate
    covariance = np.linalg.pinv(design.T @ (design * work[:, None]))
    leverage: Numbers = work * np.einsum("ij,jk,ik->i", design, covariance, design)
    pearson = float((weights * (counts - rate) ** 2 / rate).sum())
    return Fit(beta, covariance, pearson / free, rate, leverage, int(used.sum()))


def student_two_sided(t: float, free: int) -> float:
    """P(|T| ≥ |t|) of Student's t."""
    return incomplete_beta(free / (free + t * t), free / 2.0, 0.5)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (Lentz)."""
    if x <= 0.0 or x >= 1.0:
        return min(max(x, 0.0), 1.0)
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - incomplete_beta(1.0 - x, b, a)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    return front / (a * _fraction(x, a, b))


def _fraction(x: float, a: float, b: float) -> float:
    """The fraction's denominator, so that beta = front / (a · fraction)."""
    tiny = 1e-300
    value, c, d = tiny, tiny, 0.0
    for step in range(300):
        half = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = half * (b - half) * x / ((a + step - 1.0) * (a + step))
        else:
            term = -(a + half) * (a + b + half) * x / ((a + step - 1.0) * (a + step))
        d = 1.0 / ((1.0 + term * d) or tiny)
        c = (1.0 + term / c) or tiny
        value *= c * d
        if abs(c * d - 1.0) < 1e-15:
            break
    return 1.0 / value


def count_tail(at_least: float, mean: float, dispersion: float) -> float:
    """P(count ≥ at_least) with the mean, and variance = dispersion × mean (Poisson where 1)."""
    below = math.ceil(at_least) - 1
    return 1.0 if below < 0 else max(0.0, 1.0 - _below(below, mean, dispersion))


def count_bound(level: float, mean: float, dispersion: float) -> int:
    """The least count that is not exceeded with that probability."""
    count, total = 0, _probability(0, mean, dispersion)
    while total < level and count < 10_000_000:
        count += 1
        total += _probability(count, mean, dispersion)
    return count


def _below(most: int, mean: float, dispersion: float) -> float:
    return math.fsum(_probability(count, mean, dispersion) for count in range(most + 1))


def _probability(count: int, mean: float, dispersion: float) -> float:
    if mean <= 0:
        return 1.0 if count == 0 else 0.0
    if dispersion <= 1.0 + 1e-9:
        return math.exp(count * math.log(mean) - mean - math.lgamma(count + 1.0))
    size = mean / (dispersion - 1.0)
    logged = math.lgamma(count + size) - math.lgamma(size) - math.lgamma(count + 1.0)
    return math.exp(logged - size * math.log(dispersion) + count * math.log1p(-1.0 / dispersion))
