"""Inputs that are empty, contradictory, undated, ahead of their time or a thousand times the same."""

from datetime import timedelta

from link.tellings import DAY, joined, link, only, outlet, told


def test_reports_without_claims_are_no_incident_and_no_fault():
    assert link() == link()
    assert link().incidents == ()
    assert link().loose == ()


def test_two_sides_who_contradict_each_other_are_one_incident_with_two_positions():
    incident = only(
        link(
            told("a", "the Front shelled the market", by=("front",), said_by=("guard",), status="alleged", dead=9),
            told("b", "the Guard shelled the market", by=("guard",), said_by=("front",), status="alleged", dead=2),
        )
    )  # fmt: skip
    assert {row.speaker.id for row in incident.positions} == {"front", "guard"}
    assert {actor.id for row in incident.positions for actor in row.says.who} == {"front", "guard"}
    assert (incident.fatalities.low, incident.fatalities.high) == (2, 9)
    assert incident.fatalities.best is None, "nobody is overruled"


def test_what_is_told_as_past_of_a_day_to_come_is_kept_and_shown_to_a_person():
    late = told("a", "shells fell on the town", day=DAY + timedelta(days=30), published=DAY, by=("front",))
    assert "after its report" in (only(link(late)).review or "")


def test_a_claim_without_a_day_has_none_and_joins_a_dated_one_of_the_same_weeks():
    undated = told("a", "shells fell on the market, four dead", day=None, by=("front",), dead=4)
    incident = only(link(undated))
    assert incident.occurred is None
    dated = told("b", "the Front shelled the market, four dead", by=("front",), dead=4, source="Selen Wire")
    assert joined(link(undated, dated)) == {frozenset("ab")}
    long_after = told("c", "the Front shelled the market, four dead", by=("front",), dead=4, day=DAY + timedelta(days=90),
                      published=DAY + timedelta(days=91), source="Selen Wire")  # fmt: skip
    assert len(link(undated, long_after).incidents) == 2


def test_a_report_without_a_day_or_a_source_is_linked_by_what_it_tells_and_vouches_for_nothing():
    bare = told(
        "a", "shells fell on the market, four dead", published=None, source=None, by=("front",), dead=4
    )
    other = told("b", "the Front shelled the market, four dead", by=("front",), dead=4)
    incident = only(link(bare, other))
    assert set(incident.reports) == {"report-a", "report-b"}
    assert len(incident.origins) == 1
    assert incident.grade.reliability == "B", "an unnamed source counts for nothing and takes nothing away"


def test_edited_copies_are_one_origin_too():
    long = " ".join(f"word{number}" for number in range(60))
    copies = [
        told(f"c{n:04}", "Shells fell on the market of Norhaven and four people died",
             text=f"Shells fell on the market of Norhaven and four people died. {long} edition {n}.",
             report=f"r{n:04}", source=f"Mirror {n}", by=("front",), dead=4, said_by=(outlet("Kadra Post"),))
        for n in range(60)
    ]  # fmt: skip
    incident = only(link(*copies))
    assert len(incident.reports) == 60
    assert len(incident.origins) == 1
