"""Deaths are held against the half year before, within steady sources, and the thresholds keep their part of the budget."""

import numpy as np
import pytest

from hudna.warn.detectors.surge import surge
from hudna.warn.surges import surges_of
from hudna.warn.thresholds import SHARE, thresholds
from hudna.warn.units import Unit
from warn import kadra as k

NORTH, SOUTH = Unit("kadra", "north"), Unit("kadra", "south")


def deadly(weeks, dead=1, at="norhaven", every=7, since=0):
    return [
        k.incident(f"{at}-{age}", on=k.ago(age), at=at, dead=dead)
        for age in range(7 * since, 7 * weeks + 1, every)
    ]


def found(incidents, **fields):
    return surges_of(k.day(incidents, **fields).measures("kadra"), k.RULES)


def test_it_is_the_detector_on_the_weekly_deaths_of_the_area():
    seen = found([*deadly(60), k.incident("s", on=k.ago(3), dead=40)]).of(NORTH)
    assert seen == surge([1.0] * 50 + [1.0, 41.0])


def test_an_area_without_deaths_shows_none_and_another_is_not_touched():
    made = found([*deadly(60), *deadly(60, dead=0, at="marsh"), k.incident("s", on=k.ago(3), dead=40)])
    assert made.of(SOUTH).seen == 0
    assert made.of(NORTH).seen == 42


@pytest.mark.parametrize(("weeks", "known"), [(10, False), (26, False), (29, True)])
def test_a_record_shorter_than_the_half_year_says_nothing(weeks, known):
    assert (found(deadly(weeks)).of(NORTH) is not None) == known


def test_no_area_no_surge():
    made = found([])
    assert made.of(NORTH) is None
    assert set(made.thresholds.values()) == {None}


def test_a_source_that_was_added_is_no_surge():
    old = [
        k.incident(f"o{age}", on=k.ago(age), dead=1, reports=(f"old{age}",)) for age in range(0, 7 * 80, 7)
    ]
    reports = [k.report(f"old{age}", on=k.ago(age)) for age in range(0, 7 * 80, 7)]
    new = [k.incident(f"n{age}", on=k.ago(age), dead=30, reports=(f"new{age}",)) for age in (1, 8)]
    more = [k.report(f"new{age}", on=k.ago(age), source="Newcomer") for age in (1, 8)]
    assert found([*old, *new], reports=[*reports, *more]).of(NORTH).seen == 2


def test_the_last_week_does_not_set_its_own_threshold():
    base = deadly(160, every=9)
    assert found([*base, k.incident("s", on=k.DAY, dead=90)]).thresholds == found(base).thresholds


def test_each_score_has_its_part_of_the_budget():
    random = np.random.default_rng(3)
    scores, onset = random.exponential(size=(4, 260)), np.zeros((4, 260), dtype=bool)
    mine = thresholds(scores, onset, k.RULES)
    whole = thresholds(
        scores, onset, k.rules(budget={**k.RULES.budget.model_dump(), "watch": 2 * k.RULES.budget.watch})
    )
    assert SHARE == 0.5
    assert whole["watch"] < mine["watch"] < mine["elevated"] < mine["high"]


def test_an_alert_by_a_surge_names_the_dead_and_what_was_to_be_expected():
    base = [*deadly(200, every=9), *deadly(200, every=11, at="marsh")]
    attack = [k.incident(f"s{n}", on=k.ago(n % 6), upon=("civilians",), dead=20) for n in range(6)]
    alert = next(one for one in k.alerts([*base, *attack]) if one.area == "north")
    told = next(one for one in alert.because if one.kind == "surge")
    assert told.level == "high"
    assert told.values["deaths"] >= 120
    assert "At least 12" in told.text
    assert "in the north" in told.text
    assert set(told.incidents) >= {f"s{n}" for n in range(6)}
    assert any("deaths fall back" in end for end in alert.ends_when)


def test_calm_after_war_raises_nothing():
    war = deadly(120, dead=20, since=3)
    assert not any(
        r.kind == "surge" for a in k.alerts([*war, k.incident("s", on=k.ago(1), dead=3)]) for r in a.because
    )
