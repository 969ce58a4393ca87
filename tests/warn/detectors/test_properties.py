"""What holds for every detector, whatever the counts."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hudna.warn.detectors.change_point import change_point
from hudna.warn.detectors.ears import ears_c1, ears_c2, ears_c3
from hudna.warn.detectors.farrington import Design, farrington
from hudna.warn.detectors.ratio import ratio
from hudna.warn.detectors.surge import surge

# Two years of half-monthly "weeks" would do for no other reason than that the test is quick.
SHORT = Design(years=1, half_window=3, left_out=4, seasons=4, trend=False)
DETECTORS = {
    "ears_c1": ears_c1,
    "ears_c2": ears_c2,
    "ears_c3": ears_c3,
    "ratio": ratio,
    "surge": surge,
    "change_point": change_point,
    "farrington": lambda counts: farrington(counts, design=SHORT),
}
EVERY = pytest.mark.parametrize("detector", DETECTORS.values(), ids=DETECTORS)
COUNTS = some.lists(some.integers(0, 40), min_size=70, max_size=70)


@EVERY
@pytest.mark.parametrize("counts", [[], [3.0], [1, 2, 3], [4] * 6], ids=["none", "one", "three", "six"])
def test_a_history_too_short_gives_none_and_no_nought(detector, counts):
    assert detector(counts) is None


@EVERY
@pytest.mark.parametrize("gap", [None, math.nan])
def test_a_missing_week_is_not_judged(detector, gap):
    assert detector([2] * 70 + [gap]) is None


@EVERY
def test_a_gap_in_the_past_is_left_out_and_is_no_nought(detector):
    past = [8, 9, 7, 8, 10, 8, 9] * 10
    with_gap = [*past[:-3], None, *past[-2:]]
    with_nought = [*past[:-3], 0, *past[-2:]]
    found, full, wrong = (detector([*counts, 9]) for counts in (with_gap, past, with_nought))
    assert abs(found.expected - full.expected) <= abs(wrong.expected - full.expected)


@EVERY
def test_a_negative_count_is_refused_with_its_week(detector):
    with pytest.raises(ValueError, match=r"-1\.0 of week 2"):
        detector([1, 2, -1, *[3] * 70])


@EVERY
def test_a_surge_raises_an_alarm_and_a_steady_week_does_not(detector):
    past = [3, 4, 2, 3, 5, 3, 4, 2] * 9
    assert detector([*past, 60]).alarm
    assert not detector([*past, 3]).alarm


@EVERY
@settings(max_examples=25, deadline=None)
@given(counts=COUNTS, more=some.integers(1, 60))
def test_more_events_this_week_never_speak_for_less(detector, counts, more):
    week, worse = detector([*counts, 5]), detector([*counts, 5 + more])
    if week is not None and worse is not None:
        assert worse.statistic >= week.statistic - 1e-9


@EVERY
@settings(max_examples=25, deadline=None)
@given(counts=COUNTS, older=some.lists(some.integers(0, 40), min_size=60, max_size=60))
def test_what_is_judged_twice_is_judged_alike(detector, counts, older):
    assert detector([*older, *counts]) == detector([*older, *counts])


@pytest.mark.parametrize("detector", [ears_c1, ears_c2, ears_c3])
@settings(max_examples=50, deadline=None)
@given(counts=COUNTS, times=some.integers(2, 9), added=some.integers(1, 50))
def test_ears_knows_no_unit_and_no_level(detector, counts, times, added):
    plain = detector(counts)
    for changed in ([times * count for count in counts], [count + added for count in counts]):
        assert detector(changed).statistic == pytest.approx(plain.statistic, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("detector", [ears_c1, ears_c2, ears_c3, ratio])
@settings(max_examples=25, deadline=None)
@given(counts=COUNTS, older=some.lists(some.integers(0, 400), min_size=1, max_size=30))
def test_what_lies_before_the_baseline_changes_nothing(detector, counts, older):
    assert detector([*older, *counts]) == detector(counts)


@pytest.mark.parametrize("detector", [ears_c1, ears_c2])
@settings(max_examples=25, deadline=None)
@given(counts=COUNTS)
def test_the_upper_bound_is_where_the_alarm_begins(detector, counts):
    past = [*counts[:-4], 1, 9, 2, 4]
    upper = detector([*past, 0]).upper
    assert not detector([*past, upper - 1e-3]).alarm
    assert detector([*past, upper + 1e-3]).alarm


def test_the_bound_of_the_ratio_is_one_of_four_weeks():
    past = [2] * 26
    upper = ratio([*past, 0, 0, 0, 0]).upper
    assert upper == 3 * (8 + 1) - 1
    assert not ratio([*past, 8, 8, 8, upper - 24]).alarm
    assert ratio([*past, 8, 8, 8, upper - 23]).alarm


def test_numpy_counts_are_read_as_lists_are():
    counts = [3, 4, 2, 3, 5, 3, 4, 2] * 9
    assert ears_c1(np.array(counts, dtype=float)) == ears_c1(counts)


@settings(max_examples=10, deadline=None)
@given(weeks=some.lists(some.integers(0, 329), max_size=6), now=some.integers(0, 30))
def test_farrington_bears_years_in_which_hardly_anything_happened(weeks, now):
    counts = [0] * 330
    for week in weeks:
        counts[week] += 7
    found = farrington([*counts, now])
    assert found is None or (math.isfinite(found.statistic) and found.upper >= 0)


@settings(max_examples=25, deadline=None)
@given(counts=COUNTS, times=some.integers(2, 9))
def test_the_floor_of_surge_is_in_its_unit(counts, times):
    plain = surge(counts)
    scaled = surge([times * count for count in counts], floor=15.0 * times)
    assert scaled.statistic == pytest.approx(plain.statistic)
