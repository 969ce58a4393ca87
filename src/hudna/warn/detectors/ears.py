"""EARS C1, C2 and C3: this week against the mean and spread of a few weeks before.

Hutwagner et al. 2003 (J Urban Health 80, i89–i96); C3 as in Fricker, Hegler & Dunfee
2008 (Stat Med 27, 3407–3429): the excess of C2 over one, added over three weeks. The
figures of C1 and C2 are those of `earsC` of the R package surveillance 1.20.3. Its C3
adds the two weeks before only; ours adds the week itself too, as the paper does.
"""

from statistics import NormalDist

import numpy as np

from hudna.warn.detectors.detection import Counts, Detection, Series, is_missing, series

BASELINE = 7
# The levels that earsC takes where none is given.
ALPHA = 0.001
ALPHA_C3 = 0.025
LAG = 2
_FEWEST = 3


def ears_c1(
    counts: Counts, *, baseline: int = BASELINE, alpha: float = ALPHA, least_spread: float = 0.0
) -> Detection | None:
    """Is this week above what the weeks right before it lead to expect?"""
    return _against_weeks_before(series(counts), 0, baseline, alpha, least_spread)


def ears_c2(
    counts: Counts, *, baseline: int = BASELINE, alpha: float = ALPHA, least_spread: float = 0.0
) -> Detection | None:
    """Is this week above what the weeks up to three weeks ago lead to expect?

    The gap of two weeks keeps a slow rise from raising its own yardstick.
    """
    return _against_weeks_before(series(counts), LAG, baseline, alpha, least_spread)


def ears_c3(
    counts: Counts, *, baseline: int = BASELINE, alpha: float = ALPHA_C3, least_spread: float = 0.0
) -> Detection | None:
    """Do these three weeks together rise above what the weeks before them lead to expect?"""
    values = series(counts)
    weeks = [
        _against_weeks_before(values[: values.size - back], LAG, baseline, alpha, least_spread)
        for back in (0, 1, 2)
    ]
    now, before, first = weeks
    if now is None or before is None or first is None:
        return None
    earlier = _excess(before) + _excess(first)
    statistic = _excess(now) + earlier
    spread = _spread(_weeks_before(values, LAG, baseline), least_spread)
    upper = max(0.0, now.expected + spread * (1.0 + now.threshold - earlier))
    return Detection(now.seen, now.expected, upper, statistic, now.threshold)


def _excess(week: Detection) -> float:
    return max(0.0, week.statistic - 1.0)


def _against_weeks_before(
    values: Series, lag: int, baseline: int, alpha: float, least_spread: float
) -> Detection | None:
    if baseline < _FEWEST:
        raise ValueError(f"a baseline of {baseline} weeks is too short; {_FEWEST} or more would be right")
    past = _weeks_before(values, lag, baseline)
    if is_missing(values) or past.size < baseline:
        return None
    past = past[~np.isnan(past)]
    if past.size < _FEWEST:
        return None
    seen, expected = float(values[-1]), float(past.mean())
    spread = _spread(past, least_spread)
    bound = NormalDist().inv_cdf(1.0 - alpha)
    return Detection(seen, expected, expected + bound * spread, _standing(seen - expected, spread), bound)


def _weeks_before(values: Series, lag: int, baseline: int) -> Series:
    end = values.size - 1 - lag
    return values[max(0, end - baseline) : max(0, end)]


def _spread(past: Series, least: float) -> float:
    known = past[~np.isnan(past)]
    return max(float(known.std(ddof=1)), least)


def _standing(above: float, spread: float) -> float:
    """So many spreads above; endlessly many where a flat past gives no spread."""
    if spread > 0:
        return above / spread
    return np.inf if above > 0 else 0.0
