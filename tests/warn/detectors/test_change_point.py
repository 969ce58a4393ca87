"""The change point against all ways in which a short series can be cut into pieces."""

import math
from itertools import pairwise, product

import pytest

from hudna.warn.detectors.change_point import Prior, _grown, _Runs, change_point, change_points

import numpy as np  # isort: skip

COUNTS = [1, 0, 2, 1, 7, 9, 6]
PRIOR = Prior(weeks_between_changes=8.0, shape=0.7, rate=0.4)


def evidence(counts):
    """Log chance of counts that share one rate, by the gamma integral."""
    shape, rate = PRIOR.shape, PRIOR.rate
    total, weeks = sum(counts), len(counts)
    return (
        math.lgamma(shape + total) - math.lgamma(shape) + shape * math.log(rate)
        - (shape + total) * math.log(rate + weeks) - sum(math.lgamma(count + 1) for count in counts)
    )  # fmt: skip


def by_enumeration():
    """Chance of each number of weeks since the last change, over all cuttings of the series."""
    fresh = 1 / PRIOR.weeks_between_changes
    chances = [0.0] * (len(COUNTS) + 1)
    for cuts in product((False, True), repeat=len(COUNTS)):
        starts = [0, *(week for week, cut in enumerate(cuts) if cut and week > 0), len(COUNTS)]
        pieces = [COUNTS[a:b] for a, b in pairwise(starts)]
        log = sum(evidence(piece) for piece in pieces)
        log += sum(math.log(fresh if cut else 1 - fresh) for cut in cuts)
        last = len(COUNTS) - starts[-2] - 1
        # Without a cut in the first week the first run is the one that was there before it.
        chances[last if len(pieces) > 1 or cuts[0] else len(COUNTS)] += math.exp(log)
    return np.array(chances) / sum(chances)


def test_the_chances_are_those_of_all_cuttings():
    runs = _Runs(np.zeros(1), np.full(1, PRIOR.shape), np.full(1, PRIOR.rate))
    for count in COUNTS:
        runs = _grown(runs, float(count), PRIOR)
    assert np.exp(runs.chance) == pytest.approx(by_enumeration(), abs=1e-9)


def test_a_fall_is_no_alarm():
    assert change_point([20, 22, 19, 21] * 20 + [0, 0]).statistic < 0.05


def test_a_rise_is_seen_and_later_no_longer_news():
    weeks = change_points([1, 2, 0, 1] * 20 + [15] * 20)
    assert weeks[82].alarm
    assert not weeks[95].alarm


def test_a_bounded_memory_changes_little():
    counts = [2, 3, 1, 2] * 30 + [9]
    short, long = (change_point(counts, prior=Prior(longest=longest)) for longest in (60, 260))
    assert short.statistic == pytest.approx(long.statistic, abs=0.02)
