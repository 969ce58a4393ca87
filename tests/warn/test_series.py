"""What is counted, where, on which day, and what is kept apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.model.incident import When
from hudna.warn.series import count_incidents
from hudna.warn.units import Unit
from warn import kadra as k

WEEKS = 8


def counted(*incidents, reports=()):
    day = k.day(incidents, reports=reports)
    return day.counted["kadra"]


def number(found, indicator="violence", area="north", *, dyad="", days=28, week=-1, **fields):
    names = [one.id for one in found.indicators]
    unit = Unit("kadra", "" if dyad else area, dyad)
    windows = found.windows(k.DAY, WEEKS, days, **fields)
    return windows[names.index(indicator), found.units.index(unit), week]


def test_an_attack_counts_in_its_area_in_the_larger_one_and_between_the_two_camps():
    found = counted(k.incident(at="selen"))
    assert number(found, area="selen") == number(found, area="north") == number(found, area="") == 1
    assert number(found, dyad="government|rebels") == 1


def test_what_is_known_only_to_its_country_counts_for_the_theatre_alone():
    found = counted(k.incident(at=None))
    assert [unit.area for unit in found.units if unit.kind == "area"] == []
    assert number(found, area="") == 1


@pytest.mark.parametrize("fields", [{"counts": False}, {"third_party": True}])
def test_what_did_not_happen_and_third_parties_calls_are_no_conflict(fields):
    assert "kadra" not in k.day([k.incident(**fields)]).counted


def test_a_third_partys_call_is_context():
    found = counted(k.incident(root="REQUEST", third_party=True, by=("mission",)))
    assert number(found, "calls") == 1
    assert number(found, "threats") == 0


def test_allegations_are_kept_apart():
    found = counted(k.incident("a"), k.incident("b", status="alleged"))
    assert number(found) == 1
    assert number(found, alleged=True) == 1


def test_what_lies_in_no_country_that_anybody_knows_counts_nowhere():
    assert k.day([k.incident(at=None, theatre=None, place=None)]).counted == {}


def test_a_country_of_no_theatre_is_watched_by_itself():
    assert set(k.day([k.incident(theatre=None)]).counted) == {"KDR"}


def test_a_date_that_leaves_a_month_open_falls_into_no_window():
    vague = When(earliest=k.ago(40), latest=k.ago(5), precision="month", basis="stated")
    found = counted(k.incident("a"), k.incident("b", occurred=vague))
    assert number(found) == 1
    assert found.undated == ("b",)


def test_the_dead_are_added_by_the_lowest_figures():
    found = counted(k.incident("a", dead=3), k.incident("b", dead=None), k.incident("c", dead=4))
    assert number(found, "fatalities") == 7


def test_a_past_window_holds_what_was_known_when_it_ended():
    late = k.incident("late", on=k.ago(35), first_reported=k.ago(5))
    at_once = k.incident("at-once", on=k.ago(35), first_reported=k.ago(35))
    assert number(counted(at_once), week=-5) == 1
    assert number(counted(late), week=-5) == 0


def test_within_some_sources_counts_what_they_tell():
    reports = [k.report("a-r0", k.DAY, "Kadra Post"), k.report("b-r0", k.DAY, "Selen Wire")]
    found = counted(k.incident("a", reports=("a-r0",)), k.incident("b", reports=("b-r0",)), reports=reports)
    assert number(found) == 2
    assert number(found, sources=frozenset({"Kadra Post"})) == 1
    assert number(found, sources=frozenset()) == 0


def test_movements_count_where_they_go_and_not_where_they_come_from():
    places = (("from", k.town("marsh")), ("to", k.town("selen")))
    found = counted(k.incident(root="MOBILIZE", move="deploy", places=places, place=k.town("marsh")))
    assert number(found, "mobilisation", "selen") == 1
    assert Unit("kadra", "south") not in found.units


@given(st.lists(st.integers(0, 55), min_size=1, max_size=12))
def test_windows_are_what_counting_by_hand_gives(ages):
    found = counted(*(k.incident(f"i{n}", on=k.ago(age)) for n, age in enumerate(ages)))
    whole = found.windows(k.DAY, WEEKS, 28)[[one.id for one in found.indicators].index("violence"), 0]
    by_hand = [sum(7 * back <= age < 7 * back + 28 for age in ages) for back in range(WEEKS)][::-1]
    assert np.array_equal(whole, by_hand)


@given(st.permutations(range(6)))
def test_the_order_of_incidents_changes_no_number(order):
    given_ones = [
        k.incident(f"i{n}", on=k.ago(5 * n), at=("norhaven", "selen", "marsh")[n % 3]) for n in range(6)
    ]
    one = counted(*given_ones)
    other = counted(*(given_ones[n] for n in order))
    assert one.units == other.units
    assert np.array_equal(one.windows(k.DAY, WEEKS, 28), other.windows(k.DAY, WEEKS, 28))


def test_incidents_of_two_theatres_are_counted_apart():
    found = count_incidents(
        k.day([k.incident("a"), k.incident("b", theatre="else")]).evidence,
        k.CAST,
        k.ZONES,
        lambda _: k.RULES,
        lambda s: s or "",
    )
    assert {name: len(one.entries) for name, one in found.items()} == {"else": 1, "kadra": 1}
