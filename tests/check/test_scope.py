"""When and where: days with their precision, places with their radius."""

from datetime import date

import pytest

import factory
from hudna.check.scope import EDGE_KM, is_after, lies_in, span_of, timing_of
from hudna.model.agreement import Zone
from hudna.model.evidence import evidence_of
from hudna.model.incident import When
from hudna.model.view import views

START, UNTIL = date(2021, 3, 1), date(2021, 3, 31)


def view(earliest, latest, **fields):
    when = (
        When(earliest=earliest, latest=latest, precision="span", basis="stated")
        if latest or earliest
        else None
    )
    incident = factory.incident(occurred=when, first_reported=None, last_reported=None).model_copy(
        update=fields
    )
    return views(incident, evidence_of([incident]))[0]


def day(month, number):
    return date(2021, month, number)


@pytest.mark.parametrize(
    ("earliest", "latest", "timing"),
    [
        (day(2, 28), day(2, 28), "before"),
        (day(3, 1), day(3, 1), "in force"),
        (day(2, 28), day(3, 1), "straddles"),
        (day(3, 31), day(3, 31), "in force"),
        (day(4, 1), day(4, 1), "lapsed"),
        (day(3, 31), day(4, 1), "straddles"),
        (None, day(4, 30), "straddles"),
        (None, None, "undated"),
    ],
)
def test_where_an_incident_lies_to_a_span(earliest, latest, timing):
    assert timing_of(view(earliest, latest), START, UNTIL, 60) == timing


def test_without_an_end_nothing_lapses():
    assert timing_of(view(day(12, 1), day(12, 1)), START, None, 60) == "in force"


def test_what_has_no_first_day_reaches_back_so_far_and_no_further():
    assert span_of(view(None, day(3, 31)), 30) == (day(3, 1), day(3, 31))
    assert timing_of(view(None, day(3, 31)), START, None, 30) == "in force"
    assert timing_of(view(None, day(3, 31)), START, None, 31) == "straddles"


def test_the_day_of_the_report_stands_in_for_the_last_day():
    assert span_of(view(None, None, first_reported=day(3, 9)), 8) == (day(3, 1), day(3, 9))
    assert span_of(view(None, None, last_reported=day(3, 9)), 8) == (day(3, 1), day(3, 9))
    assert span_of(view(day(3, 20), None, first_reported=day(3, 9)), 8) == (day(3, 9), day(3, 9))


@pytest.mark.parametrize(
    ("earliest", "latest", "after"),
    [
        (day(3, 1), day(3, 1), False),
        (day(3, 2), day(3, 2), True),
        (day(3, 1), day(3, 2), None),
        (day(2, 1), day(3, 1), False),
        (day(2, 1), day(3, 2), None),
        (None, None, None),
    ],
)
def test_whether_an_incident_lies_after_a_day(earliest, latest, after):
    assert is_after(view(earliest, latest), START, 60) is after


def zone(**shape):
    return Zone(id="z", name="Z", basis="derived", source="invented", **shape)


SQUARE = zone(polygon=((29.0, 11.0), (31.0, 11.0), (31.0, 13.0), (29.0, 13.0), (29.0, 11.0)))
CIRCLE = zone(point=(30.0, 12.0), buffer_km=20)
ROAD = zone(line=((29.0, 12.0), (31.0, 12.0)), buffer_km=20)
KM = 1 / 111.195  # degrees of latitude


@pytest.mark.parametrize("shape", [SQUARE, CIRCLE, ROAD], ids=["polygon", "point", "line"])
def test_a_town_in_the_middle_lies_inside_and_one_far_off_outside(shape):
    assert lies_in(factory.norhaven(), shape) == "inside"
    assert lies_in(factory.sudbury(), shape) == "outside"


@pytest.mark.parametrize(
    ("km", "lies"), [(14.9, "inside"), (15.1, "unknown"), (24.9, "unknown"), (25.1, "outside")]
)
def test_a_town_near_the_edge_decides_nothing(km, lies):
    assert EDGE_KM == 5
    assert lies_in(factory.norhaven(lat=12 + km * KM), CIRCLE) == lies
    assert lies_in(factory.norhaven(lat=12 + km * KM), ROAD) == lies


def test_a_buffer_widens_a_polygon():
    just_outside = factory.norhaven(lat=13 + 10 * KM)
    assert lies_in(just_outside, SQUARE) == "outside"
    assert lies_in(just_outside, SQUARE.model_copy(update={"buffer_km": 20})) == "inside"


@pytest.mark.parametrize(
    ("radius", "lies"), [(19, "inside"), (20, "inside"), (21, "unknown"), (None, "inside")]
)
def test_a_vague_place_lies_inside_only_with_its_whole_radius(radius, lies):
    assert lies_in(factory.norhaven(precision="area", radius_km=radius), CIRCLE) == lies


def test_the_size_of_a_town_is_no_doubt_about_where_it_is():
    assert lies_in(factory.norhaven(radius_km=40), CIRCLE) == "inside"


def test_a_place_without_coordinates_lies_nowhere_unless_the_zone_names_it():
    nowhere = factory.norhaven(lat=None)
    assert lies_in(nowhere, CIRCLE) == "unknown"
    assert lies_in(nowhere, CIRCLE.model_copy(update={"places": ("norhaven",)})) == "inside"
    assert (
        lies_in(factory.norhaven(id=None, lat=None), CIRCLE.model_copy(update={"places": ("norhaven",)}))
        == "unknown"
    )
