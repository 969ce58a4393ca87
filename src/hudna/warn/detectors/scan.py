"""Space-time scan: is there a circle of neighbouring areas with more than expected these weeks?

Kulldorff 2001 (JRSS A 164, 61–72) with the expectation-based Poisson ratio of Neill 2009
(Int J Forecasting 25, 498–517), and the permutation scan of Kulldorff et al. 2005 (PLoS
Med 2, e59), which needs no other baseline than the events themselves. The bound is that
of the highest ratio among replicates without a cluster; its draws are seeded, so the
same counts give the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hudna.warn.detectors.detection import Detection

Numbers = NDArray[np.float64]
Kind = Literal["poisson", "permutation"]
WINDOW = 4
BASELINE = 26
_EARTH_KM = 6371.0
# A silent area is not certain to stay silent: this many events in the baseline are added to each.
_PRIOR_EVENTS = 0.5


@dataclass(frozen=True, slots=True)
class Cluster:
    """The most striking circle: its areas (by row), its weeks up to now, and the judgement on it."""

    areas: tuple[int, ...]
    weeks: int
    p_value: float
    detection: Detection


@dataclass(frozen=True, slots=True)
class Plan:
    """How far circles and windows may reach, and how sure the bound is.

    `share`: the most areas a circle may hold, as a share of all (half, as SaTScan has it).
    """

    kind: Kind = "poisson"
    window: int = WINDOW
    baseline: int = BASELINE
    share: float = 0.5
    alpha: float = 0.05
    replicates: int = 199
    seed: int = 1


def scan(
    counts: Sequence[Sequence[float | None]] | Numbers,
    places: Sequence[tuple[float, float]],
    *,
    plan: Plan | None = None,
) -> Cluster | None:
    """Is there a circle of neighbouring areas with more than expected these weeks?

    `counts` has one row an area, `places` its (latitude, longitude). Areas that miss a
    week of the windows or most of the baseline are left out of every circle.
    """
    given = plan or Plan()
    values = np.array([[np.nan if c is None else float(c) for c in row] for row in counts], dtype=float)
    if values.ndim != 2 or values.shape[0] != len(places):
        raise ValueError(f"{len(places)} places for {values.shape[0]} rows of counts; as many would be right")
    if values.shape[1] < given.window + given.baseline:
        return None
    used = np.flatnonzero(_usable(values, given))
    if used.size == 0:
        return None
    zones = _zones(np.array(places, dtype=float)[used], given.share)
    return _strongest(values[used, -given.window - given.baseline :], zones, used, given)


def _usable(values: Numbers, plan: Plan) -> NDArray[np.bool_]:
    now, past = values[:, -plan.window :], values[:, -plan.window - plan.baseline : -plan.window]
    known: NDArray[np.bool_] = (~np.isnan(now)).all(axis=1) & ((~np.isnan(past)).mean(axis=1) >= 0.5)
    return known


def _zones(places: Numbers, share: float) -> Numbers:
    """Each area with its nearest 0, 1, 2 … neighbours, each set once: zones × areas, 0 or 1."""
    size = len(places)
    most = max(1, int(size * share))
    order = np.argsort(_distances(places), axis=1, kind="stable")
    sets = {tuple(sorted(row[:reach].tolist())) for row in order for reach in range(1, most + 1)}
    zones = np.zeros((len(sets), size))
    for number, areas in enumerate(sorted(sets)):
        zones[number, list(areas)] = 1.0
    return zones


def _distances(places: Numbers) -> Numbers:
    lat, lon = np.radians(places[:, 0]), np.radians(places[:, 1])
    half = (
        np.sin((lat[:, None] - lat) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    )
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def _strongest(values: Numbers, zones: Numbers, used: NDArray[np.int64], plan: Plan) -> Cluster:
    chance = np.random.default_rng(plan.seed)
    ratios, seen, expected = _ratios(values, zones, plan)
    zone, length = np.unravel_index(int(np.argmax(ratios)), ratios.shape)
    highest = float(ratios[zone, length])
    without = np.array([_replicate(values, zones, plan, chance) for _ in range(plan.replicates)])
    detection = Detection(
        float(seen[zone, length]), float(expected[zone, length]), None, highest,
        float(np.quantile(without, 1.0 - plan.alpha, method="higher")),
    )  # fmt: skip
    p_value = (1 + int((without >= highest).sum())) / (plan.replicates + 1)
    return Cluster(tuple(used[zones[zone] > 0].tolist()), int(length) + 1, p_value, detection)


def _ratios(values: Numbers, zones: Numbers, plan: Plan) -> tuple[Numbers, Numbers, Numbers]:
    """Log likelihood ratio, count and expectation of each zone in each window ending now."""
    recent = values[:, : -plan.window - 1 : -1].cumsum(axis=1)
    seen = zones @ recent
    match plan.kind:
        case "poisson":
            weeks = np.arange(1, plan.window + 1)
            expected = zones @ (_weekly_rate(values, plan)[:, None] * weeks)
            return _excess(seen, expected), seen, expected
        case "permutation":
            total = float(np.nansum(values))
            by_week = np.nansum(values, axis=0)[: -plan.window - 1 : -1].cumsum()
            expected = (zones @ np.nansum(values, axis=1))[:, None] * by_week / max(total, 1.0)
            return _excess(seen, expected) + _excess_outside(total - seen, total - expected), seen, expected


def _weekly_rate(values: Numbers, plan: Plan) -> Numbers:
    past = values[:, : -plan.window]
    known = (~np.isnan(past)).sum(axis=1)
    rate: Numbers = (np.nansum(past, axis=1) + _PRIOR_EVENTS) / known
    return rate


def _excess(seen: Numbers, expected: Numbers) -> Numbers:
    """Poisson log likelihood ratio where more was seen than expected, else nought."""
    safe = np.where(seen > 0, seen, 1.0)
    ratio = seen * np.log(safe / np.maximum(expected, 1e-12)) - (seen - expected)
    return np.where(seen > expected, ratio, 0.0)


def _excess_outside(seen: Numbers, expected: Numbers) -> Numbers:
    """What the areas and weeks outside add to the ratio: they hold less than expected."""
    safe = np.where(seen > 0, seen, 1.0)
    ratio = seen * np.log(safe / np.maximum(expected, 1e-12)) - (seen - expected)
    return np.where(seen < expected, ratio, 0.0)


def _replicate(values: Numbers, zones: Numbers, plan: Plan, chance: np.random.Generator) -> float:
    """The highest ratio where nothing is clustered."""
    match plan.kind:
        case "poisson":
            drawn = values.copy()
            rate = _weekly_rate(values, plan)
            drawn[:, -plan.window :] = chance.poisson(rate[:, None], (len(rate), plan.window))
        case "permutation":
            drawn = _shuffled(values, chance)
    return float(_ratios(drawn, zones, plan)[0].max())


def _shuffled(values: Numbers, chance: np.random.Generator) -> Numbers:
    """Every event keeps its area and its week, but which week goes with which area is drawn anew."""
    whole = np.nan_to_num(values).round().astype(int)
    areas = np.repeat(np.arange(whole.shape[0]), whole.sum(axis=1))
    weeks = np.repeat(np.arange(whole.shape[1]), whole.sum(axis=0))
    drawn = np.zeros(values.shape)
    np.add.at(drawn, (areas, chance.permutation(weeks)), 1.0)
    return drawn
