"""The chance that a past would show as much: exact tails, no chance without a past, rarer things are less likely."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nbinom

from hudna.warn.exceedance import against_past, as_much
from warn import kadra as k

HISTORY = k.RULES.history
ALONE = [np.array([0])]


def chance(now, past, pools=ALONE):
    return against_past(
        np.atleast_1d(np.asarray(now, float)), np.atleast_2d(np.asarray(past, float)), pools, HISTORY
    ).chance


@given(st.integers(1, 3000), st.floats(0.001, 800), st.floats(0.02, 40))
def test_the_tail_is_that_of_the_negative_binomial(count, mean, size):
    ours = as_much(np.array([float(count)]), np.array([mean]), np.array([size]))[0]
    theirs = nbinom.sf(count - 1, size, size / (size + mean))
    assert ours == pytest.approx(theirs, rel=1e-7, abs=1e-12)


def test_nothing_is_always_shown_and_a_missing_count_has_no_chance():
    found = as_much(np.array([0.0, np.nan]), np.array([3.0, 3.0]), np.array([1.0, 1.0]))
    assert found[0] == 1.0
    assert np.isnan(found[1])


def test_a_past_that_is_too_short_gives_no_chance_and_never_nought():
    short = against_past(np.array([9.0]), np.zeros((1, HISTORY.least_weeks - 1)), ALONE, HISTORY)
    assert np.isnan(short.chance).all()
    assert short.windows == HISTORY.least_weeks - 1


@given(st.lists(st.integers(0, 30), min_size=26, max_size=120), st.integers(0, 60), st.integers(1, 20))
def test_more_is_never_likelier_than_less(past, count, more):
    assert chance(count + more, past)[0] <= chance(count, past)[0] + 1e-12


def test_the_same_number_is_rarer_where_less_was_usual():
    assert chance(8, [0, 1] * 40)[0] < chance(8, [3, 5] * 40)[0]


def test_the_recent_past_weighs_more():
    assert chance(8, [0] * 60 + [6] * 60)[0] > chance(8, [6] * 60 + [0] * 60)[0]


def test_other_areas_steady_a_quiet_one():
    quiet, busy = [0] * 60, [4] * 60
    alone = against_past(
        np.array([3.0, 3.0]), np.array([quiet, busy], float), [np.array([0]), np.array([1])], HISTORY
    )
    together = against_past(np.array([3.0, 3.0]), np.array([quiet, busy], float), [np.array([0, 1])], HISTORY)
    assert alone.chance[0] < together.chance[0] < together.chance[1]


def test_a_chance_of_one_in_twenty_comes_true_about_once_in_twenty():
    draws = np.random.default_rng(3).negative_binomial(1.5, 0.3, size=(40, 600)).astype(float)
    pools = [np.arange(40)]
    found = [against_past(draws[:, w], draws[:, w - 200 : w], pools, HISTORY).chance for w in range(200, 600)]
    assert np.mean(np.array(found) <= 0.05) == pytest.approx(0.04, abs=0.015)
