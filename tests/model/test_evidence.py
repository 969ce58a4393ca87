"""Evidence: what is known of each incident, and how it is told."""

from datetime import date

import factory
from hudna.model.evidence import day_of, evidence_of, heard_on


def test_a_claim_tells_who_says_so_and_when():
    report = factory.report()
    [telling] = evidence_of([factory.incident(claims=("kadra-1-c1",))], [factory.claim()], [report]).tellings(
        factory.incident(claims=("kadra-1-c1",))
    )
    assert (telling.speaker.text, telling.anonymous, telling.said, telling.source) == (
        "military sources",
        True,
        date(2021, 3, 5),
        "Kadra Post",
    )


def test_positions_tell_where_claims_are_not_given():
    incident = factory.incident(positions=(factory.position("denied", factory.party("army")),))
    [telling] = evidence_of([incident]).tellings(incident)
    assert (telling.speaker.id, telling.status, telling.counts) == ("army", "denied", False)


def test_the_last_record_of_an_id_holds_and_incidents_come_by_day():
    later, earlier = factory.incident(id="a", on=date(2021, 3, 9)), factory.incident(id="b")
    again = factory.incident(id="b", move="convoy")
    found = evidence_of([later, earlier, again]).incidents
    assert [(one.id, one.move) for one in found] == [("b", "convoy"), ("a", "deploy")]


def test_days_with_reports_come_from_reports_or_else_from_incidents():
    incident = factory.incident()
    assert evidence_of([incident]).report_days == (date(2021, 3, 1),)
    assert evidence_of([incident], (), [factory.report()]).report_days == (date(2021, 3, 5),)
    assert evidence_of([]).last_day() is None
    assert evidence_of([factory.incident(first_reported=None, last_reported=None)]).last_day() == date(
        2021, 3, 1
    )


def test_the_day_of_an_incident_and_the_day_it_was_last_heard_of():
    assert day_of(factory.incident(occurred=None)) == date(2021, 3, 1)
    assert heard_on(factory.incident(last_reported=date(2021, 3, 9))) == date(2021, 3, 9)
    month = factory.incident().occurred.model_copy(update={"latest": date(2021, 3, 31)})
    assert day_of(factory.incident(occurred=month, last_reported=date(2021, 3, 9))) == date(2021, 3, 9)
    planned = {"counts": False, "status": "planned"}
    assert day_of(factory.incident(occurred=month, last_reported=date(2021, 3, 9), **planned)) == date(
        2021, 3, 31
    )
    said = (factory.position(said=date(2021, 4, 1)),)
    assert heard_on(factory.incident(positions=said)) == date(2021, 4, 1)
