"""Where a track leads, and when that cannot be told."""

from datetime import date

import pytest

import factory
from hudna.check.tracks import approach, precise
from hudna.model.picture import Sighting

KM = 1 / 111.195


def seen(lat, day=1, **fields):
    return Sighting(
        on=date(2021, 3, day),
        where=factory.norhaven(lat=lat, **fields),
        role="at",
        how="observed",
        claims=("c1",),
    )


TARGET = factory.norhaven(lat=12.0, radius_km=5)


def test_one_sighting_tells_how_far_and_not_where_to():
    found = approach([seen(12 + 100 * KM)], TARGET, 10)
    assert (round(found.km), round(found.off), found.closing) == (100, 95, None)


@pytest.mark.parametrize(
    ("first", "last", "closing"),
    [(200, 100, True), (100, 200, False), (100, 91, None), (100, 89.9, True), (100, 109, None), (100, 110.1, False), (400, 361, None), (400, 359, True)],
)  # fmt: skip
def test_a_track_draws_nearer_only_beyond_the_error_of_places(first, last, closing):
    found = approach([seen(12 + first * KM), seen(12 + last * KM, day=2)], TARGET, 10)
    assert found.closing is closing


def test_the_days_decide_and_not_the_order_of_telling():
    assert approach([seen(12 + 100 * KM, day=2), seen(12 + 200 * KM)], TARGET, 10).closing is True


def test_the_same_place_twice_is_one_point():
    assert approach([seen(13.0), seen(13.0, day=2)], TARGET, 10).closing is None


def test_within_its_radius_it_has_arrived():
    found = approach([seen(12 + 4 * KM)], TARGET, 10)
    assert found.off == 0


def test_without_a_point_or_a_place_there_is_no_approach():
    assert approach([], TARGET, 10) is None
    assert approach([seen(None)], TARGET, 10) is None
    assert approach([seen(13.0)], factory.norhaven(lat=None), 10) is None


@pytest.mark.parametrize(("radius", "kept"), [(100, True), (100.1, False), (None, True)])
def test_wide_areas_are_no_points(radius, kept):
    assert bool(precise([seen(12.0, radius_km=radius)])) is kept


def test_countries_are_no_points():
    assert precise([seen(12.0, precision="country")]) == []


def test_a_difference_as_large_as_the_error_tells_nothing():
    first, last = seen(12 + 100 * KM), seen(12 + 80 * KM, day=2)
    before, after = (approach([one], TARGET, 0).km for one in (first, last))
    assert approach([first, last], TARGET, before - after).closing is None
    assert approach([first, last], TARGET, before - after - 0.001).closing is True
