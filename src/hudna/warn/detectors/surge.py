"""Two weeks against what four weeks of the half year before would bring: the detector for deaths.

The sum of two weeks forgives reports that straddle a weekend; the constant keeps a few
deaths after a silence from being endless. Window and constant were chosen on districts
of Nigeria, Iraq, Myanmar and Syria (docs/evaluation/alerts.md); the threshold is set by
the budget of false alarms, `warn/budget.py`, and 1 is only a start.
"""

import numpy as np

from hudna.warn.detectors.detection import Counts, Detection, is_missing, series

RECENT = 2
BEFORE = 26
FLOOR = 15.0
# The yardstick is what this many weeks bring on average.
_SPAN = 4
_KNOWN = 0.5


def surge(
    counts: Counts,
    *,
    recent: int = RECENT,
    before: int = BEFORE,
    floor: float = FLOOR,
    threshold: float = 1.0,
) -> Detection | None:
    """Did two weeks bring more deaths than a month would, judged by the half year before?"""
    values = series(counts)
    now, past = values[-recent:], values[-recent - before : -recent]
    if is_missing(values) or past.size < before:
        return None
    if np.isfinite(past).mean() < _KNOWN or np.isnan(now).any():
        return None
    seen = float(now.sum())
    expected = float(np.nanmean(past)) * _SPAN
    return Detection(seen, expected, threshold * (floor + expected), seen / (floor + expected), threshold)
