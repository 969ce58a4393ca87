"""Own incidents: what is counted, and what is not and why."""

from datetime import date

import pytest

from hudna.forecast.own import from_incidents
from hudna.model.incident import Incident


def incident(**fields):
    """The shelling of Norhaven with seven dead."""
    given = {
        "id": "i1", "root": "ASSAULT", "counts": True, "status": "reported", "claims": ("c1", "c2"), "reports": ("r1",),
        "origins": (("r1",),), "fatalities": {"low": 5, "best": 7},
        "occurred": {"earliest": "2021-03-01", "latest": "2021-03-02", "precision": "span", "basis": "stated"},
        "place": {"name": "Norhaven", "lat": 12.05, "lon": 30.05, "precision": "town", "country": "KDR", "admin1": "North"},
        **fields,
    }  # fmt: skip
    return Incident.model_validate(given)


def test_an_incident_becomes_an_event_that_names_its_claims():
    [event] = from_incidents([incident()]).events
    assert (event.deaths, event.country, event.admin1) == (7, "KDR", "North")
    assert (event.start, event.end) == (date(2021, 3, 1), date(2021, 3, 2))
    assert event.claims == ("c1", "c2")
    assert event.cell == 147_301


def test_contradicting_figures_give_the_low_one():
    [event] = from_incidents([incident(fatalities={"low": 2, "high": 40})]).events
    assert event.deaths == 2


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"counts": False, "status": "denied"}, "not told as having happened"),
        ({"verification": "refuted"}, "not told as having happened"),
        ({"status": "alleged"}, "alleged only"),
        ({"fatalities": {}}, "no figure of deaths"),
        ({"occurred": None}, "no day"),
        ({"occurred": {"earliest": "2021-03-20", "latest": "2021-04-02", "precision": "vague", "basis": "stated"}}, "not known to the month"),
        ({"place": None}, "no country"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_left_out_with_its_reason(fields, reason):
    counted = from_incidents([incident(**fields)])
    assert counted.events == ()
    assert counted.left_out == {reason: 1}


def test_allegations_are_counted_where_asked_for():
    alleged = [incident(status="alleged")]
    assert len(from_incidents(alleged, allegations=True).events) == 1


def test_a_region_is_no_district_and_no_cell():
    region = {"name": "the south", "lat": 26.0, "lon": 14.0, "radius_km": 300, "precision": "region", "country": "KDR", "admin1": "South"}  # fmt: skip
    [event] = from_incidents([incident(place=region)]).events
    assert (event.admin1, event.cell) == (None, None)
