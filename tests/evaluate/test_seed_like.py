"""From the words of one report to the picture and the check: an invented report with every difficulty in it."""

from datetime import date
from functools import cache

import factory
from hudna.model.evidence import evidence_of
from hudna.model.told import Told
from hudna.pipeline import agreements_for, check_picture, code_reports, draw_picture, link_claims

DAY = date(2025, 2, 14)
TEXT = (
    "The United Nations mission in Libya called on all sides on Friday to avoid any provocation. Haftar's forces announced on "
    "Tuesday a deployment of units in the southwestern regions, where there was a clash with an armed group engaged in fuel "
    "smuggling. According to security sources, most of the contingent is made up of foreign fighters from the Africa Corps, "
    "whose aim is to open a supply road towards northern Niger. On Wednesday, the Government of National Unity raised the "
    "alert level of its army. The General Staff of the eastern authorities reported troops heading towards the southwestern "
    "border for border surveillance. The capture of Ghadames by Haftar's troops would mean the end of the 2020 truce. "
    "Haftar's forces already control Sabha."
)


@cache
def seen():
    """The report through every stage."""
    report = factory.report(TEXT, id="gulf-1", published=DAY, source="Corriere del Golfo")
    [coded] = code_reports([report])
    linked = link_claims(Told(claim, report) for claim in coded.claims)
    evidence = evidence_of(linked.incidents, coded.claims, [report])
    agreements = agreements_for(evidence)
    picture = draw_picture(evidence, DAY, agreements)
    return picture, check_picture(evidence, picture, agreements)


def test_who_moved_who_raised_alert_and_who_is_only_alleged():
    told = {(one.actor, one.state.value, one.basis) for one in seen()[0].postures}
    assert {
        ("lna", "mobilised", "declared"), ("gnu", "alert", "ordered"), ("wagner-africa-corps", "mobilised", "alleged"),
    } <= told  # fmt: skip
    assert "unsmil" not in {actor for actor, _, _ in told}


def test_purposes_compete_by_speaker():
    [movement] = seen()[0].movements
    assert {one.kind for one in movement.purposes} == {"supply", "border-security"}
    assert movement.composition[0].anonymous


def test_who_is_said_to_hold_what():
    held = [(one.place.name, one.side, one.status) for one in seen()[0].holdings]
    assert held == [("Sabha", "east", "controlled")]


def test_no_fire_between_the_parties_and_foreigners_as_alleged():
    told = {(one.provision, one.verdict, one.label) for one in seen()[1].findings if not one.standing}
    assert told == {
        ("P1", "out_of_scope", "none"), ("P2", "undetermined", "none"), ("P3", "inconsistent", "alleged"),
        ("D1", "undetermined", "none"),
    }  # fmt: skip


def test_what_is_declared_is_told_by_others_in_part():
    verdicts = {one.field: one.verdict for one in seen()[1].declared}
    assert verdicts == {"destination": "partial", "purpose": "partial", "composition": "unknown"}


def test_the_red_line_is_armed():
    [wire] = seen()[1].tripwires
    assert (wire.watch.place, wire.watch.root, wire.state, wire.is_party) == (
        "ghadames",
        "COERCE",
        "armed",
        False,
    )


def test_the_mission_called_for_restraint_and_that_is_no_conflict():
    [call] = [one for one in seen()[0].signals if one.third_party]
    assert (call.kind, call.executed) == ("call_for_restraint", False)
