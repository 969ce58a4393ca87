"""Events into months and units."""

from datetime import date

import pytest

from forecast.factory import event
from hudna.errors import InputError
from hudna.forecast.events import Violence
from hudna.forecast.months import last_day, month_name, month_of, read_month, views_month
from hudna.forecast.panel import make_panel


def test_an_event_counts_in_the_month_in_which_it_ends():
    spanning = event(0, 9, start=date(1999, 12, 20), end=date(2000, 2, 3))
    panel = make_panel([event(0, 1), spanning], "country").panel
    assert panel.deaths.tolist() == [[1, 9]]
    assert month_name(panel.first) == "2000-01"


def test_the_panel_ends_where_the_source_does():
    made = make_panel([event(0, 2), event(5, 4)], "country", last=month_of(date(2000, 3, 1)))
    assert made.panel.deaths.tolist() == [[2, 0, 0]]
    assert made.outside == 1
    longer = make_panel([event(0, 2)], "country", last=month_of(date(2000, 3, 1)))
    assert longer.panel.deaths.tolist() == [[2, 0, 0]]


@pytest.mark.parametrize(
    ("level", "unit"), [("country", "Kadra"), ("admin1", "Kadra / North"), ("grid", "149420")]
)
def test_each_level_has_its_units(level, unit):
    vague = event(1, 5, country="Selen", admin1=None, cell=None)
    made = make_panel([event(0, 1), vague], level, last=month_of(date(2000, 2, 1)))
    assert unit in made.panel.units
    assert made.without_unit == (0 if level == "country" else 1)


def test_quiet_units_can_be_named():
    panel = make_panel([event()], "country", units=["Alba", "Kadra"]).panel
    assert panel.units == ("Alba", "Kadra")
    assert panel.deaths.tolist() == [[0], [3]]


def test_only_the_violence_asked_for_is_counted():
    events = [event(0, 1, violence=Violence.STATE), event(0, 9, violence=Violence.ONE_SIDED)]
    assert make_panel(events, "country", violence=Violence.STATE).panel.deaths.sum() == 1


def test_nothing_to_count_is_said():
    with pytest.raises(InputError, match="no event of 1 has a place precise enough"):
        make_panel([event(cell=None)], "grid")


def test_what_was_known_ends_with_its_month():
    panel = make_panel([event(0, 1), event(5, 2)], "country").panel
    assert panel.until(panel.first + 2).deaths.tolist() == [[1, 0, 0]]
    with pytest.raises(InputError, match="data run from 2000-01 to 2000-06"):
        panel.until(panel.first + 6)


def test_months_are_counted_and_named():
    assert views_month(457) == month_of(date(2018, 1, 31))
    assert read_month("2018-01") == views_month(457)
    assert [read_month(text) for text in ("2018-13", "2018", "Jan 2018")] == [None] * 3
    assert last_day(read_month("2024-02")) == date(2024, 2, 29)
    assert last_day(read_month("2023-12")) == date(2023, 12, 31)
