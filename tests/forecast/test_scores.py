"""Scores against their definitions, and against the public benchmark's own figures."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hudna.forecast.scores import (
    brier,
    covered,
    crps,
    ignorance,
    interval_score,
    log_crps,
    stretched,
)  # fmt: skip

DRAWS = some.lists(some.integers(0, 300), min_size=2, max_size=30)


def one(score, draws, truth, **options):
    return float(score(np.array([draws], dtype=float), np.array([truth], dtype=float), **options)[0])


@settings(max_examples=60, deadline=None)
@given(draws=DRAWS, truth=some.integers(0, 300))
def test_crps_is_the_distance_to_the_truth_less_half_of_that_among_draws(draws, truth):
    near = sum(abs(draw - truth) for draw in draws) / len(draws)
    among = sum(abs(a - b) for a in draws for b in draws) / len(draws) ** 2
    assert one(crps, draws, truth) == pytest.approx(near - among / 2, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(draws=DRAWS, truth=some.integers(0, 300))
def test_crps_is_the_area_between_the_steps(draws, truth):
    """∫ (F(x) − 1{x ≥ truth})² dx, on whole numbers."""
    area = sum(
        (sum(draw <= x for draw in draws) / len(draws) - (x >= truth)) ** 2 for x in range(301)
    )  # fmt: skip
    assert one(crps, draws, truth) == pytest.approx(area, abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(draws=DRAWS, truth=some.integers(0, 300), times=some.integers(2, 50))
def test_crps_grows_with_the_unit_and_knows_no_order(draws, truth, times):
    scaled = one(crps, [times * draw for draw in draws], times * truth)
    assert scaled == pytest.approx(times * one(crps, draws, truth), abs=1e-6)
    assert one(crps, draws[::-1], truth) == one(crps, draws, truth)


def test_a_sure_forecast_that_is_right_costs_nothing():
    assert one(crps, [7] * 5, 7) == pytest.approx(0, abs=1e-12)
    assert one(log_crps, [7] * 5, 7) == pytest.approx(0, abs=1e-12)
    assert one(brier, [30] * 5, 30) == 0


def test_ignorance_is_bits_at_the_bin_with_one_draw_in_each_bin_beforehand():
    draws = [0] * 600 + [2] * 400
    assert one(ignorance, draws, 0) == pytest.approx(-math.log2(601 / 1011))
    assert one(ignorance, draws, 1) == pytest.approx(-math.log2(401 / 1011))  # 1 and 2 are one bin
    assert one(ignorance, draws, 5000) == pytest.approx(-math.log2(1 / 1011))


def test_the_interval_pays_for_its_width_and_for_what_falls_outside():
    draws = list(range(101))
    assert one(interval_score, draws, 50) == pytest.approx(90)
    assert one(interval_score, draws, 105) == pytest.approx(90 + 20 * 10)
    assert one(covered, draws, 95) == 1
    assert one(covered, draws, 96) == 0


def test_stretching_keeps_the_draws_and_their_mean():
    few = np.array([[0.0, 4, 1, 0, 7, 2, 2, 3, 0, 1, 5, 2]])
    many = stretched(few, 1200)
    assert many.shape == (1, 1200)
    assert many[0, ::100] == pytest.approx(few[0], abs=1e-9)
    assert many.min() >= 0
