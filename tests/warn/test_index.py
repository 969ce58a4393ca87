"""The index is the rarest of what is shown, and its thresholds keep the budget on the past alone."""

import numpy as np
import pytest

from hudna.warn.index import index_of
from hudna.warn.onsets import onsets
from hudna.warn.units import Unit
from warn import kadra as k

NORTH = Unit("kadra", "north")


def weekly(weeks, every=7, at="norhaven", **fields):
    return [k.incident(f"{at}-{age}", on=k.ago(age), at=at, **fields) for age in range(7 * weeks, -1, -every)]


def index(incidents, raised=()):
    day = k.day(incidents)
    return index_of(day.measures("kadra"), k.RULES, raised)


def test_a_short_record_has_no_index_and_no_threshold():
    found = index(weekly(10))
    assert found.chance(NORTH) is None
    assert found.limit("watch") is None


def test_a_surge_is_rare_and_calm_is_not():
    calm = index(weekly(120))
    surge = index([*weekly(120), *(k.incident(f"s{n}", on=k.ago(n)) for n in range(25))])
    assert calm.chance(NORTH) > 0.2
    assert surge.chance(NORTH) < 0.001
    assert surge.rarest[NORTH][0] == "violence"


def test_a_higher_level_needs_a_rarer_number():
    found = index([*weekly(200, every=9), *weekly(200, every=31, at="marsh", dead=3)])
    assert found.limit("high") <= found.limit("elevated") <= found.limit("watch")


def test_what_rules_raised_in_vain_tightens_the_threshold():
    random = np.random.default_rng(5)
    incidents = [
        k.incident(f"{at}{n}", on=k.ago(int(age)), at=at)
        for at in ("norhaven", "marsh")
        for n, age in enumerate(random.integers(0, 7 * 250, 400))
    ]
    spent = [k.only(k.alerts([k.incident(on=k.ago(days))], k.ago(days))) for days in range(200, 900, 30)]
    assert index(incidents, spent).limit("watch") < index(incidents).limit("watch")


def test_the_last_week_does_not_set_its_own_threshold():
    base = weekly(160, every=9)
    surge = [k.incident(f"s{n}", on=k.ago(0)) for n in range(40)]
    assert index([*base, *surge]).thresholds == index(base).thresholds


def test_an_alert_by_rarity_names_the_number_its_past_and_the_chance():
    base = [*weekly(200, every=9), *weekly(200, every=11, at="marsh")]
    surge = [k.incident(f"s{n}", on=k.ago(n % 6), upon=("civilians",)) for n in range(30)]
    alert = next(one for one in k.alerts([*base, *surge]) if one.area == "north")
    found = next(one for one in alert.because if one.kind == "rarity")
    assert alert.baseline == "own past"
    assert alert.level == "high"
    assert "acts of armed force are told of in the north" in found.text
    assert found.values["percent"] < 1
    assert set(found.incidents) >= {f"s{n}" for n in range(30)}


def test_fighting_where_people_always_fight_is_no_news():
    usual = weekly(200, every=3)
    assert not any(one.kind.startswith("fighting") for a in k.alerts(usual) for one in a.because if one.level)


RULES = k.RULES.onset


def starts(deaths, acts=None):
    given = np.array([deaths], dtype=float)
    return list(
        np.flatnonzero(onsets(np.array([acts], float) if acts else (given > 0) * 1.0, given, RULES)[0])
    )


@pytest.mark.parametrize(
    ("deaths", "found"),
    [
        ([0] * 30 + [30] + [0] * 10, [30]),
        ([0] * 30 + [10, 0, 10, 10] + [0] * 10, [30]),
        ([0] * 30 + [8, 8, 8] + [0] * 10, []),
        ([30] * 44, []),
        ([0] * 30 + [30] + [0] * 5 + [40] + [0] * 10, [30]),
        ([0] * 30 + [30] + [0] * 20 + [90] + [0] * 10, [30, 51]),
        ([0] * 30 + [0] * 7 + [30, 0], []),
    ],
    ids=["one-week", "four-weeks", "too-few", "always-so", "too-soon-again", "again-later", "not-over-yet"],
)
def test_when_violence_begins_anew(deaths, found):
    assert starts(deaths) == found
