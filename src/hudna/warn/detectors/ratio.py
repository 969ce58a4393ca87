"""Four weeks against the half year before them: the plainest rule that holds its own.

Measured in docs/evaluation/alerts.md beside the elaborate ones. The rates are joined
with a prior weight so that one event after a silent half year is no endless ratio.
"""

import numpy as np

from hudna.warn.detectors.detection import Counts, Detection, Series, is_missing, series

RECENT = 4
BEFORE = 26
# Half of the longer window must be known, else the rate before is a guess.
_KNOWN = 0.5


def ratio(
    counts: Counts, *, recent: int = RECENT, before: int = BEFORE, threshold: float = 3.0, prior: float = 1.0
) -> Detection | None:
    """Do the last four weeks run at several times the weekly rate of the half year before?

    `prior` is the count that is added to four weeks on both sides; 1 keeps single events
    after long silence below a threshold of 3.
    """
    values = series(counts)
    now, past = values[-recent:], values[-recent - before : -recent]
    if is_missing(values) or past.size < before:
        return None
    if _known(past) < _KNOWN * before or _known(now) < _KNOWN * recent:
        return None
    seen = float(np.nanmean(now)) * recent
    expected = float(np.nanmean(past)) * recent
    statistic = (seen + prior) / (expected + prior)
    upper = threshold * (expected + prior) - prior
    return Detection(seen, expected, upper, statistic, threshold)


def _known(values: Series) -> int:
    return int((~np.isnan(values)).sum())
