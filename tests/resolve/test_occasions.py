"""Anniversaries and eras → days, by an invented calendar."""

from datetime import date

import pytest

from hudna.knowledge.calendar import CalendarEntry
from hudna.knowledge.dates import load_date_words
from hudna.model.mention import TimeMention
from hudna.resolve.occasions import dated

ENGLISH = load_date_words("en")
PUBLISHED = date(2031, 3, 12)
CALENDAR = tuple(
    CalendarEntry.model_validate(entry)
    for entry in (
        {"name": "founding of the Kadran army", "date": "1971-03-09"},
        {"name": "a leap day", "date": "2012-02-29"},
        {"name": "Orsk era", "from": "1990-01-01", "until": "2005-06-30", "words": ["orsk"]},
    )
)


def mention(text: str, **fields) -> TimeMention:
    given = {"basis": "stated", "kind": "date", "rule": "", **fields}
    return TimeMention(0, len(text), text, None, None, None, "vague", **given)


def anniversary(number: int) -> TimeMention:
    return mention(
        f"{number}th anniversary", basis="anniversary", kind="reference", rule=f"anniversary:{number}"
    )


def test_an_anniversary_points_to_the_day_of_this_year():
    [found] = dated((anniversary(60),), CALENDAR, PUBLISHED, ENGLISH)
    assert (found.earliest, found.latest, found.precision) == (date(2031, 3, 9), date(2031, 3, 9), "day")
    assert (found.value, found.kind, found.basis) == ("2031-03-09", "date", "anniversary")
    assert found.rule == "anniversary:60+calendar"


def test_a_leap_day_is_kept_on_the_28th():
    [found] = dated((anniversary(19),), CALENDAR, PUBLISHED, ENGLISH)
    assert found.earliest == date(2031, 2, 28)


UNKNOWN = {
    "an anniversary of nothing the calendar knows": (anniversary(59), CALENDAR, PUBLISHED),
    "an anniversary without a calendar": (anniversary(60), (), PUBLISHED),
    "an anniversary in a report without a day": (anniversary(60), CALENDAR, None),
    "an anniversary without a number": (
        mention("the anniversary", basis="anniversary", kind="reference", rule="anniversary:"),
        CALENDAR,
        PUBLISHED,
    ),
    "an era of somebody else": (mention("the Hale era", kind="reference", rule="era"), CALENDAR, PUBLISHED),
    "a name without an era": (mention("Orsk", kind="reference"), CALENDAR, PUBLISHED),
    "a date": (mention("Monday"), CALENDAR, PUBLISHED),
}


@pytest.mark.parametrize(("given", "calendar", "published"), UNKNOWN.values(), ids=UNKNOWN)
def test_the_rest_stays_as_it_is(given, calendar, published):
    assert dated((given,), calendar, published, ENGLISH) == (given,)


# words, rule, earliest, latest
ERAS = {
    "the era": ("the Orsk era", "era", date(1990, 1, 1), date(2005, 6, 30)),
    "the end of it": ("the end of the Orsk era", "era", date(2005, 6, 30), date(2005, 6, 30)),
    "since the end of it": ("the end of the Orsk era", "era+since", date(2005, 6, 30), PUBLISHED),
}


@pytest.mark.parametrize(("text", "rule", "earliest", "latest"), ERAS.values(), ids=ERAS)
def test_an_era_has_its_days(text, rule, earliest, latest):
    [found] = dated((mention(text, kind="reference", rule=rule),), CALENDAR, PUBLISHED, ENGLISH)
    assert (found.earliest, found.latest, found.precision) == (earliest, latest, "year")


def test_mentions_keep_their_order_and_number():
    given = (mention("Monday"), anniversary(60), mention("Tuesday"))
    assert [m.text for m in dated(given, CALENDAR, PUBLISHED, ENGLISH)] == [
        "Monday",
        "60th anniversary",
        "Tuesday",
    ]
