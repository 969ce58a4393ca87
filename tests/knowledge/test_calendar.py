"""Days and eras of a theatre."""

from datetime import date

import pytest
from pydantic import ValidationError

from hudna.knowledge.calendar import CalendarEntry, load_calendar


def test_a_theatre_has_its_occasions():
    found = load_calendar(("libya",))
    assert next(e.date for e in found if e.name == "ceasefire agreement") == date(2020, 10, 23)


def test_an_era_has_first_and_last_day_and_words():
    [era] = [e for e in load_calendar(("libya",)) if e.until is not None]
    assert (era.first, era.until) == (date(1969, 9, 1), date(2011, 10, 20))
    assert era.words


def test_every_entry_is_an_occasion_or_an_era():
    for entry in load_calendar(("libya",)):
        assert (entry.date is None) == (entry.first is not None and entry.until is not None)
        assert entry.first is None or entry.first < entry.until


def test_a_theatre_without_a_calendar_has_no_days():
    assert load_calendar(("kadra",)) == ()


def test_an_entry_with_a_field_that_nobody_reads_is_refused():
    with pytest.raises(ValidationError):
        CalendarEntry.model_validate({"name": "army day", "day": "2031-03-12"})
