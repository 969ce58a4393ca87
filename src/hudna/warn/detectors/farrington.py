"""Farrington flexible: this week against the same season of the years before.

Noufaily et al. 2013 (Stat Med 32, 1206–1222), after Farrington et al. 1996 (JRSS A 159,
547–563). A quasi-Poisson rate with a trend and blocks of season is fitted to the past;
weeks that stood out then weigh less; the bound is the 2/3-power one ("delta") or a
quantile of the negative binomial ("negative-binomial"). The figures are those of
`farringtonFlexible` of the R package surveillance 1.20.3, weeks numbered through.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np

from hudna.warn.detectors.detection import Counts, Detection, Series, is_missing, series
from hudna.warn.detectors.quasi_poisson import STEEPEST, Fit, Numbers, count_bound, fit

YEAR = 52
Bound = Literal["delta", "negative-binomial"]
# A count must carry this much in the last weeks, else a bound on almost nothing alarms at once.
FEWEST = 5
WITHIN = 4


@dataclass(frozen=True, slots=True)
class Design:
    """How much of the past is looked at; the values are those of Noufaily et al. where they differ."""

    years: int = 5
    half_window: int = 3
    left_out: int = 26
    seasons: int = 10
    trend: bool = True
    trend_level: float = 0.05
    reweight_above: float = 2.58


def farrington(
    counts: Counts,
    *,
    design: Design | None = None,
    alpha: float = 0.01,
    bound: Bound = "delta",
    fewest: int = FEWEST,
) -> Detection | None:
    """Is this week above what the same season of earlier years leads to expect?

    The statistic is the excess as a share of the way from the expected count to its
    bound, so the threshold is 1.
    """
    values, plan = series(counts), design or Design()
    if is_missing(values) or values.size <= plan.years * YEAR + plan.half_window:
        return None
    rows = _rows(values, plan)
    fitted = _fit(rows, plan, values)
    if fitted is None:
        return None
    model, now = fitted
    expected, upper = _bounded(model, now, alpha, bound)
    seen = float(values[-1])
    enough = np.nansum(values[-WITHIN:]) >= fewest
    statistic = (seen - expected) / (upper - expected) if enough and upper > expected else 0.0
    return Detection(seen, expected, upper, statistic, 1.0)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The weeks of the past that are fitted: number, block of season and count."""

    week: Numbers
    block: Numbers
    count: Numbers

    def design(self, *, trend: bool) -> Numbers:
        return _columns(self.week, self.block, np.unique(self.block), trend=trend)


def _columns(week: Numbers, block: Numbers, blocks: Numbers, *, trend: bool) -> Numbers:
    parts = [np.ones(week.size), *([week] if trend else []), *((block == one) * 1.0 for one in blocks[1:])]
    return np.column_stack(parts)


def _rows(values: Series, plan: Design) -> _Rows:
    block = _blocks(values.size, plan)
    last = values.size - 1
    block[max(0, last - plan.left_out) :] = np.nan
    used = np.flatnonzero(~np.isnan(block) & ~np.isnan(values))
    return _Rows(np.asarray(used + 1.0, dtype=np.float64), block[used], values[used])


def _blocks(weeks: int, plan: Design) -> Series:
    """The block of season of each week: the window around each anniversary is the last one."""
    half, seasons = plan.half_window, plan.seasons
    block = np.full(weeks, np.nan)
    now = weeks - 1
    block[now - half : now + 1] = seasons
    for year in range(1, plan.years + 1):
        centre = now - year * YEAR
        block[max(0, centre - half) : centre + half + 1] = seasons
        if seasons == 1:
            continue
        lengths = _lengths(YEAR - 2 * half - 1, seasons - 1)
        start = centre + half + 1
        for number, length in enumerate(lengths, start=1):
            block[start : start + length] = number
            start += length
    return block


def _lengths(weeks: int, parts: int) -> list[int]:
    whole, rest = divmod(weeks, parts)
    if whole == 0:
        raise ValueError(f"{parts + 1} seasons do not fit into a year; fewer would be right")
    return [whole + (part < rest) for part in range(parts)]


def _fit(rows: _Rows, plan: Design, values: Series) -> tuple[Fit, Numbers] | None:
    """The model with a trend where the trend is sure and leads to nothing unheard of, else without."""
    if rows.count.size == 0 or rows.count.sum() == 0:
        return None
    week = float(values.size)
    if plan.trend and plan.years >= 3:
        model = _weighted(rows, plan, trend=True)
        now = _now(rows, plan, week, trend=True)
        if model is not None and model.p_value(1) < plan.trend_level:
            ahead, _ = model.predict(now)
            if math.exp(ahead) <= rows.count.max():
                return model, now
    model = _weighted(rows, plan, trend=False)
    return None if model is None else (model, _now(rows, plan, week, trend=False))


def _now(rows: _Rows, plan: Design, week: float, *, trend: bool) -> Numbers:
    blocks = np.unique(rows.block)
    row: Numbers = _columns(np.array([week]), np.array([float(plan.seasons)]), blocks, trend=trend)[0]
    return row


def _weighted(rows: _Rows, plan: Design, *, trend: bool) -> Fit | None:
    """Fitted twice: weeks that stood out the first time weigh less the second time."""
    design = rows.design(trend=trend)
    first = fit(design, rows.count)
    if first is None:
        return None
    standing = _anscombe(rows.count, first)
    shrunk = np.ones(standing.size)
    out = standing > plan.reweight_above
    shrunk[out] = standing[out] ** -2.0
    return fit(design, rows.count, shrunk * (standing.size / shrunk.sum()))


def _anscombe(counts: Numbers, model: Fit) -> Numbers:
    rate = model.fitted
    raw = 1.5 * (counts ** (2 / 3) * rate ** (-1 / 6) - np.sqrt(rate))
    room = np.maximum(1.0 - model.leverage, 1e-12)
    standing: Numbers = raw / np.sqrt(max(model.dispersion, 1.0) * room)
    return standing


def _bounded(model: Fit, now: Numbers, alpha: float, bound: Bound) -> tuple[float, float]:
    eta, error = model.predict(now)
    # Seasons without any event drive the rate to nought, beyond what numbers can hold.
    mean, dispersion = math.exp(max(eta, -STEEPEST)), max(model.dispersion, 1.0)
    match bound:
        case "delta":
            return mean, _power_bound(mean, mean * error, dispersion, alpha)
        case "negative-binomial":
            return mean, float(count_bound(1.0 - alpha, mean, dispersion))


def _power_bound(mean: float, error: float, dispersion: float, alpha: float) -> float:
    spread = math.sqrt(4 / 9 * mean ** (1 / 3) * (dispersion + error * error / mean))
    raised = mean ** (2 / 3) + NormalDist().inv_cdf(1.0 - alpha) * spread
    return float(raised**1.5)
