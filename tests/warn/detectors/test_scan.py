"""The space-time scan finds the circle that was put there, and nothing where nothing is."""

import math

import numpy as np
import pytest

from hudna.warn.detectors.scan import Plan, _shuffled, scan

PLACES = [(float(row), float(column)) for row in range(4) for column in range(4)]
QUIET = np.random.default_rng(3).poisson(2.0, (16, 40)).astype(float)
QUICK = Plan(replicates=59)


def with_cluster():
    counts = QUIET.copy()
    for area in (0, 1, 4):
        counts[area, -3:] += 9
    return counts


@pytest.mark.parametrize("kind", ["poisson", "permutation"])
def test_the_cluster_that_is_there_is_found(kind):
    cluster = scan(with_cluster(), PLACES, plan=Plan(kind=kind, replicates=59))
    assert cluster.areas == (0, 1, 4)
    assert cluster.weeks == 3
    assert cluster.detection.alarm
    assert cluster.p_value < 0.05


@pytest.mark.parametrize("kind", ["poisson", "permutation"])
def test_chance_raises_no_alarm(kind):
    assert not scan(QUIET, PLACES, plan=Plan(kind=kind, replicates=59)).detection.alarm


def test_the_ratio_is_that_of_the_formula():
    """One area, one week: seen 12 where the past says 3 a week (with the half event of the prior)."""
    counts = np.full((1, 30), 3.0)
    counts[0, -1] = 12.0
    expected = (26 * 3 + 0.5) / 26
    best = max(
        seen * math.log(seen / (weeks * expected)) - (seen - weeks * expected)
        for weeks, seen in ((1, 12.0), (2, 15.0), (3, 18.0), (4, 21.0))
    )
    assert scan(counts, [(0.0, 0.0)], plan=QUICK).detection.statistic == pytest.approx(best)


def test_the_order_of_areas_changes_nothing():
    order = [7, 3, 12, 0, 9, 1, 15, 4, 2, 5, 6, 8, 10, 11, 13, 14]
    cluster = scan(with_cluster()[order], [PLACES[area] for area in order], plan=QUICK)
    assert sorted(order[area] for area in cluster.areas) == [0, 1, 4]


def test_the_same_counts_give_the_same_answer():
    assert scan(with_cluster(), PLACES, plan=QUICK) == scan(with_cluster(), PLACES, plan=QUICK)


def test_a_shuffle_keeps_the_events_of_each_area_and_each_week():
    drawn = _shuffled(QUIET, np.random.default_rng(1))
    assert (drawn.sum(axis=1) == QUIET.sum(axis=1)).all()
    assert (drawn.sum(axis=0) == QUIET.sum(axis=0)).all()


def test_an_area_without_reports_is_in_no_circle():
    counts = with_cluster()
    counts[1, -1] = math.nan
    assert 1 not in scan(counts, PLACES, plan=QUICK).areas


def test_a_history_too_short_gives_none():
    assert scan(QUIET[:, :20], PLACES, plan=QUICK) is None
    assert scan(np.full((2, 40), math.nan), PLACES[:2], plan=QUICK) is None


def test_places_that_do_not_fit_the_counts_are_refused():
    with pytest.raises(ValueError, match="3 places for 16 rows"):
        scan(QUIET, PLACES[:3], plan=QUICK)
