"""What eases and what strains, and whether the camps still talk."""

from datetime import date, timedelta

import pytest

import factory
from hudna.model.evidence import evidence_of
from hudna.picture import Sight
from hudna.picture.channels import channels
from hudna.picture.signals import signals

DAY = date(2021, 3, 1)


def told(*incidents, claims=()):
    return signals(Sight(evidence_of(incidents, claims)), factory.setting())


def act(root, mode=None, **fields):
    return factory.incident(**{"root": root, "mode": mode, "move": None, **fields})


@pytest.mark.parametrize(
    ("incident", "kind", "direction", "executed"),
    [
        (act("CONSULT", "phone"), "contact", "easing", True),
        (act("CONSULT"), "talks", "easing", True),
        (act("CONSULT", actors=(factory.party("board"),)), "joint_body_met", "easing", True),
        (act("AGREE"), "agreement", "easing", True),
        (act("CONCEDE"), "concession", "easing", False),
        (act("RETREAT", "withdraw"), "withdrawal", "easing", True),
        (act("RETREAT", "release"), "release", "easing", True),
        (act("RETREAT", "disarm"), "disarmament", "easing", True),
        (act("RETREAT", "ceasefire"), "ceasefire", "easing", True),
        (act("RETREAT", "access"), "access", "easing", True),
        (act("MOBILIZE", "troops", move="alert_down"), "stand_down", "easing", True),
        (act("REQUEST", "yield", third_party=True), "call_for_restraint", "easing", False),
        (act("REQUEST", "meet", third_party=True), "call_for_talks", "easing", False),
        (act("SUPPORT", third_party=True), "support_for_talks", "easing", False),
        (act("SANCTION", "withdraw"), "talks_suspended", "straining", True),
        (act("REJECT", "meet"), "talks_refused", "straining", True),
        (act("THREATEN", "violence"), "threat", "straining", False),
    ],
)
def test_each_act_is_its_signal(incident, kind, direction, executed):
    [one] = told(incident)
    assert (one.kind, one.direction, one.executed) == (kind, direction, executed)
    assert one.incidents == ("i1",)


@pytest.mark.parametrize(
    "incident",
    [
        act("ASSAULT", "firearms"),
        act("MOBILIZE", "troops", move="deploy"),
        act("REQUEST", "yield"),
        act("SUPPORT"),
        act("ACCUSE", "allege"),
    ],
)
def test_fights_moves_and_a_partys_own_demands_are_no_signals(incident):
    assert told(incident) == ()


def test_joint_patrols_of_both_camps_ease_and_those_of_one_do_not():
    army = factory.party("army", sector="MIL")
    both = act("COOPERATE", contexts=("military",), actors=(factory.party(), army))
    one = act("COOPERATE", contexts=("military",), actors=(factory.party(), factory.party("brigade")))
    assert [signal.kind for signal in told(both)] == ["joint_patrol"]
    assert told(one) == ()
    assert told(act("COOPERATE", contexts=("economic",), actors=(factory.party(), army))) == ()


@pytest.mark.parametrize(
    ("status", "kept"), [("planned", True), ("demanded", True), ("hypothetical", False), ("denied", False)]
)
def test_what_is_promised_is_kept_apart_and_what_is_feared_is_left_out(status, kept):
    found = told(act("CONSULT", status=status, counts=False, positions=(factory.position(status),)))
    assert bool(found) is kept
    assert not any(one.executed for one in found)


def test_a_third_party_is_marked_and_never_strains():
    [one] = told(act("REQUEST", "yield", third_party=True, actors=(factory.party("mission", sector=None),)))
    assert (one.third_party, one.direction) == (True, "easing")


def test_words_that_nobody_is_aimed_at_are_a_reassurance():
    words = factory.purpose_claim().purpose.model_copy(update={"purpose_kind": "no-hostile-intent"})
    [one] = told(claims=[factory.purpose_claim(purpose=words, status="declared")])
    assert (one.kind, one.executed) == ("reassurance", False)
    assert told(claims=[factory.purpose_claim(purpose=words, status="denied")]) == ()


def channel(*incidents, as_of=DAY):
    found = channels(told(*incidents), ["board"], [("north", "south")], factory.setting(), as_of)
    return {one.id: one for one in found}


def test_a_channel_that_nobody_tells_of_is_silent_without_a_number():
    one = channel()["channel:board"]
    assert (one.silent, one.silent_days, one.last_contact) == (True, None, None)
    assert "No contact" in one.because


@pytest.mark.parametrize(("days", "silent"), [(60, False), (61, True)])
def test_silence_is_longer_than_usual(days, silent):
    met = act("CONSULT", actors=(factory.party("board"),))
    one = channel(met, as_of=DAY + timedelta(days=days))["channel:board"]
    assert (one.silent, one.silent_days, one.last_contact) == (silent, days, DAY)


def test_a_body_of_both_is_a_contact_of_both():
    assert (
        channel(act("CONSULT", actors=(factory.party("board"),)))["channel:north-south"].last_contact == DAY
    )


def test_a_meeting_of_one_camp_is_none_of_both():
    assert (
        channel(act("CONSULT", actors=(factory.party(), factory.party("brigade"))))[
            "channel:north-south"
        ].last_contact
        is None
    )


def test_a_planned_meeting_is_no_contact():
    plan = act(
        "CONSULT",
        actors=(factory.party("board"),),
        status="planned",
        counts=False,
        positions=(factory.position("planned"),),
    )
    assert channel(plan)["channel:board"].last_contact is None


def test_staying_away_is_told_until_they_meet_again():
    leaves = act("SANCTION", "withdraw", recipients=(factory.party("board"),))
    assert channel(leaves)["channel:board"].suspended == DAY
    later = factory.incident(
        id="i2", root="CONSULT", mode=None, move=None, on=date(2021, 3, 9), actors=(factory.party("board"),)
    )
    assert channel(leaves, later, as_of=date(2021, 3, 9))["channel:board"].suspended is None


def test_what_comes_later_is_not_known_yet():
    assert (
        channel(act("CONSULT", on=date(2021, 3, 9), actors=(factory.party("board"),)))[
            "channel:board"
        ].last_contact
        is None
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("demanded", "Asked for, not told as done: Kadra Front to release people."),
        ("planned", "Planned or announced, not told as done: Kadra Front to release people."),
        ("actual", "Kadra Front released people."),
    ],
)
def test_what_is_asked_for_or_planned_is_never_said_as_done(status, said):
    counts = status == "actual"
    [one] = told(
        act("RETREAT", "release", status=status, counts=counts, positions=(factory.position(status),))
    )
    assert one.because == said
