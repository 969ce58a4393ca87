"""Which days are decided, and that each knows only what had been published by then."""

from datetime import timedelta

import pytest

import replays
from hudna.evaluate.replay_claims import tolds
from hudna.model.evidence import evidence_of
from hudna.pipeline import link_claims
from hudna.watching import (
    WARM_UP_DAYS,
    days_to_decide,
    gaps_of,
    known_things,
    measures_of,
    replay_alerts,
    rules_of,
)
from warn import kadra as k


@pytest.mark.parametrize(
    ("decided", "since", "first", "days"),
    [
        (None, None, None, WARM_UP_DAYS + 1),
        (None, None, k.ago(3), 4),
        (None, k.ago(10), None, 11),
        (k.ago(1), None, k.ago(100), 1),
        (k.ago(7), None, None, 7),
        (k.DAY, None, None, 0),
    ],
    ids=["new", "new-and-short", "since", "yesterday", "a-week-ago", "today"],
)
def test_the_days_that_are_not_decided_yet(decided, since, first, days):
    found = days_to_decide(k.DAY, decided, since, first)
    assert len(found) == days
    assert found == sorted(found)
    assert not found or found[-1] == k.DAY


def known_by(day):
    told = [one for one in tolds(replays.replay("red-line-town")) if one.report.published <= day]
    return evidence_of(
        link_claims(told).incidents,
        [one.claim for one in told],
        {one.report.id: one.report for one in told}.values(),
    )


def test_what_comes_later_changes_nothing_that_was_decided_before():
    first = min(one.published for one in replays.replay("red-line-town").reports)
    days = [first + timedelta(days=n) for n in range(8)]
    whole = dict(replay_alerts(known_by, days))
    part = dict(replay_alerts(known_by, days[:5]))
    assert {day: whole[day] for day in days[:5]} == part
    assert any(whole.values())


def test_the_same_days_give_the_same_bytes():
    first = min(one.published for one in replays.replay("red-line-town").reports)
    days = [first + timedelta(days=n) for n in range(6)]

    def written():
        return [one.model_dump_json() for _, found in replay_alerts(known_by, days) for one in found]

    assert written() == written()


def test_publishers_go_by_one_name_each():
    name = known_things().publisher
    assert name("The Libya Observer") == name("libya-observer") == "libya-observer"
    assert name("Kadra  Post") == name("kadra post")
    assert name(None) == "a source not named"


def test_a_country_of_no_theatre_has_the_rules_that_hold_everywhere():
    assert rules_of("libya").areas
    assert not rules_of("KDR").areas


def test_indicators_and_gaps_can_be_asked_of_evidence_alone():
    evidence = known_by(max(one.published for one in replays.replay("red-line-town").reports))
    found = measures_of(evidence, evidence.last_day())
    assert {one.indicator for one in found} >= {"mobilisation", "coercion"}
    assert {one.theatre for one in found} >= {"libya"}
    assert gaps_of(evidence, evidence.last_day()) == (
        "expected and never read: Libya Observer, Libya Herald, Al Wasat, Libya Review",
    )
