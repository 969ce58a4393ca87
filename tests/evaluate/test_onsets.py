"""The protocol of the weekly benchmark, on districts one can hold in the head."""

from datetime import date

import numpy as np
import pytest

from hudna.evaluate.onsets import outbreaks, timeliness, weekly
from hudna.forecast.events import FatalEvent
from hudna.warn.budget import Kept

QUIET = [0.0] * 30


def district(*deaths):
    return np.array([[*QUIET, *deaths, *QUIET]])


def begins(deaths):
    return [int(week) - len(QUIET) for week in np.flatnonzero(outbreaks(deaths)[0])]


@pytest.mark.parametrize(
    ("deaths", "expected"),
    [
        ((5, 0, 20, 0), [0]),  # 25 in four weeks
        ((5, 0, 19, 0), []),
        ((0, 0, 30), [2]),  # a week without deaths begins nothing
        ((30, 0, 0, 0, 0, 0, 40), [0]),  # within 12 weeks it is the same
        ((30, *[0] * 12, 40), [0, 13]),
    ],
)
def test_an_outbreak_begins_with_the_first_deaths_of_four_bad_weeks(deaths, expected):
    assert begins(district(*deaths)) == expected


def test_what_is_usual_is_no_outbreak():
    assert begins(np.array([[8.0] * 60])) == []
    assert begins(np.array([[8.0] * 30 + [25.0] * 4 + [8.0] * 26])) == [0]


def test_events_of_a_year_or_without_a_district_have_no_week():
    day = date(2020, 1, 6)
    known = FatalEvent("a", day, day, 3, "Kadra", "North")
    vague = FatalEvent("b", date(2019, 1, 1), date(2020, 1, 6), 50, "Kadra", "North")
    nowhere = FatalEvent("c", day, day, 7, "Kadra")
    table = weekly([known, vague, nowhere], first=date(2019, 12, 30), last=date(2020, 1, 31))
    assert table.districts == ("North",)
    assert table.deaths.tolist() == [[0, 3, 0, 0, 0]]
    assert table.events.sum() == 1


def test_the_figures_are_counted_as_said():
    began = np.zeros((2, 104), dtype=bool)
    began[0, [30, 60]] = True
    above = np.zeros((2, 104), dtype=bool)
    above[0, 28] = above[0, 61] = True  # two weeks before the first, one after the second
    above[1, 50] = True  # nothing there
    found = timeliness(Kept(np.zeros(104), above, above), began, start=0, end=104)
    assert found.outbreaks == 2
    assert found.seen == (0.5, 1.0, 1.0)
    assert found.false_alarms == pytest.approx(1 / 4)
    assert found.right == pytest.approx(2 / 3)
    assert found.early == pytest.approx(0.5 - 8 / 104)
    assert found.early_low < found.early < found.early_high
