"""The budget keeps what it promises, from the past alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hudna.warn.budget import Budget, Counting, keep, next_threshold, raised, threshold, unfounded

COUNTING = Counting(gap=2, recount=5, before=3, after=4)
BUDGET = Budget(per_area_year=0.5, window=104, every=4, payback=52, delay=2, counting=COUNTING)


def weeks(marks):
    """A row of flags: x is above."""
    return np.array([[mark == "x" for mark in marks]])


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("..x....", "..x...."),
        ("..xx.x.", "..x...."),  # two weeks apart are one
        ("..x..x.", "..x..x."),  # three weeks apart are two
        ("xxxxxxxxxxxx", "x....x....x."),  # a standing alarm counts again
        (".......", "......."),
    ],
)
def test_alarms_are_counted_as_people_would(above, expected):
    assert (raised(weeks(above), COUNTING) == weeks(expected)).all()


def test_an_alarm_is_false_where_nothing_began_near_it():
    onset = weeks("..........x.........")
    assert (unfounded(onset, COUNTING) == weeks("xxxxxx........xxxxxx")).all()


def test_the_threshold_is_the_lowest_that_keeps_within_what_is_allowed():
    scores = np.array([[0.0, 9, 0, 0, 0, 7, 0, 0, 0, 5, 0, 0, 0, 3, 0, 0, 0]])
    false = np.ones(scores.shape, dtype=bool)
    for allowed, among in ((0, (9.0, np.inf)), (1, (7.0, 9.0)), (2, (5.0, 7.0)), (3, (3.0, 5.0))):
        found = threshold(scores, false, allowed, COUNTING)
        assert raised(scores > found, COUNTING).sum() == min(allowed, 4)
        assert among[0] <= found < among[1]


def test_an_alarm_that_never_ends_is_no_cheap_way_to_keep_a_budget():
    """Above 1 an alarm stands all the time and counts once; above 2 there are five; above 3 none."""
    scores = np.tile([1.0, 2.0, 1.0, 3.0], (1, 5))
    endless = Counting(gap=2, recount=1000)
    assert raised(scores > 1, endless).sum() == 1
    assert raised(scores > 2, endless).sum() == 5
    assert threshold(scores, np.ones(scores.shape, dtype=bool), 3, endless) == 3.0


def test_no_score_gives_no_threshold():
    nothing = np.full((2, 60), np.nan)
    assert threshold(nothing, np.ones(nothing.shape, dtype=bool), 1, COUNTING) is None
    assert next_threshold(nothing[:, :5], nothing[:, :5] > 0, nothing[:, :5] > 0, BUDGET) is None


def test_a_missing_score_raises_nothing():
    scores = np.random.default_rng(1).exponential(1.0, (3, 300))
    scores[1, 200:] = np.nan
    kept = keep(scores, np.zeros(scores.shape, dtype=bool), BUDGET, first=150)
    assert not kept.above[1, 200:].any()


def made(seed=2, areas=10, length=500):
    """Scores whose level doubles half-way, and outbreaks that raise them."""
    chance = np.random.default_rng(seed)
    scores = chance.exponential(1.0, (areas, length)) * np.where(np.arange(length) < length // 2, 1.0, 2.0)
    onsets = chance.random((areas, length)) < 0.005
    for area, week in zip(*np.nonzero(onsets), strict=True):
        scores[area, week : week + 3] += 6
    return scores, onsets


def test_the_budget_is_kept_though_the_level_doubles():
    scores, onsets = made()
    kept = keep(scores, onsets, BUDGET, first=156)
    false = (kept.raised & unfounded(onsets, COUNTING))[:, 156:]
    realised = false.sum() / (scores.shape[0] * false.shape[1] / 52)
    assert realised == pytest.approx(0.5, rel=0.2)
    fixed = threshold(scores[:, :156], unfounded(onsets, COUNTING)[:, :156], 0.5 * 10 * 3, COUNTING)
    alone = raised(scores > fixed, COUNTING)[:, 156:] & unfounded(onsets, COUNTING)[:, 156:]
    assert alone.sum() > 2 * false.sum()


@settings(max_examples=6, deadline=None)
@given(seed=some.integers(0, 1000), cut=some.integers(160, 230))
def test_what_comes_later_changes_nothing_before(seed, cut):
    scores, onsets = made(seed, areas=3, length=240)
    other, others = scores.copy(), onsets.copy()
    other[:, cut:], others[:, cut:] = 50.0, ~others[:, cut:]
    first, second = (keep(a, b, BUDGET, first=156) for a, b in ((scores, onsets), (other, others)))
    assert np.array_equal(first.thresholds[:cut], second.thresholds[:cut], equal_nan=True)
    assert (first.raised[:, :cut] == second.raised[:, :cut]).all()


@settings(max_examples=6, deadline=None)
@given(seed=some.integers(0, 1000), times=some.floats(0.01, 100), shift=some.floats(-5, 5))
def test_the_unit_of_the_score_does_not_matter(seed, times, shift):
    scores, onsets = made(seed, areas=3, length=220)
    plain = keep(scores, onsets, BUDGET, first=156)
    changed = keep(scores * times + shift, onsets, BUDGET, first=156)
    assert (plain.raised == changed.raised).mean() > 0.995


def test_what_was_saved_may_be_spent_and_what_was_overspent_is_paid_back():
    scores, onsets = made(areas=4, length=320)
    nothing = np.zeros(scores.shape, dtype=bool)
    quiet, loud = nothing.copy(), nothing.copy()
    quiet[0, 150] = True
    loud[:, 150::6] = True
    thresholds = [next_threshold(scores, onsets, spent, BUDGET) for spent in (quiet, loud)]
    assert thresholds[0] < next_threshold(scores, onsets, nothing, BUDGET) < thresholds[1]
