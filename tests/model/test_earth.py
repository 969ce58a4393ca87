"""Distances, directions and zones on the globe."""

import pytest

import factory
from hudna.model.earth import distance_km, distance_to_line, inside, point_of

GHADAMES, TRIPOLI, DEBDEB = (9.5007, 30.1337), (13.1873, 32.8874), (9.43, 29.97)


@pytest.mark.parametrize(
    ("one", "other", "km"), [(GHADAMES, TRIPOLI, 465), (GHADAMES, DEBDEB, 19), (TRIPOLI, TRIPOLI, 0)]
)
def test_great_circle_distances(one, other, km):
    assert distance_km(one, other) == pytest.approx(km, abs=1)


SQUARE = ((0, 0), (2, 0), (2, 2), (0, 2), (0, 0))


@pytest.mark.parametrize(
    ("point", "within"), [((1, 1), True), ((3, 1), False), ((-1, 1), False), ((1, 3), False)]
)
def test_inside_a_polygon(point, within):
    assert inside(point, SQUARE) is within


@pytest.mark.parametrize(
    ("point", "km"), [((1, 0), 0), ((1, 1), 111.2), ((3, 0), 111.2), ((-1, 0), 111.2), ((1, -0.5), 55.6)]
)
def test_distance_to_a_line(point, km):
    assert distance_to_line(point, ((0, 0), (2, 0))) == pytest.approx(km, rel=0.01)


def test_distance_to_a_line_of_one_point():
    assert distance_to_line((0, 1), ((0, 0),)) == pytest.approx(111.2, rel=0.01)


def test_a_place_without_coordinates_has_no_point():
    assert point_of(factory.norhaven()) == (30.0, 12.0)
    assert point_of(factory.norhaven(lat=None)) is None
