"""Which claims become one incident, and which never do."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.model.told import Told
from link.tellings import DAY, joined, link, nameless, only, outlet, told

BIG = {"root": "MOBILIZE", "mode": "troops"}


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def test_two_reports_of_one_shelling_are_one_incident():
    linked = link(
        told("a", "shells fell on the market of Norhaven", by=("front",), upon=("civilians",), dead=4),
        told("b", "the Front's guns hit Norhaven's market", by=("front",), dead=4, source="Selen Wire"),
    )
    assert joined(linked) == {frozenset("ab")}


def test_reports_in_two_languages_are_one_incident():
    linked = link(
        told("a", "shells fell on Norhaven", by=("front",), dead=4),
        told(
            "b",
            "des obus sont tombés sur Norhaven",
            by=("front",),
            dead=4,
            language="fr",
            source="Selen Wire",
        ),
    )
    assert joined(linked) == {frozenset("ab")}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"day": day(7)}, "a week later"),
        ({"day": day(3)}, "three days later"),
        ({"at": "Kadra City"}, "in another town"),
        ({"mode": "abduct"}, "an abduction"),
        ({"root": "PROTEST"}, "a march"),
        ({"status": "planned"}, "only planned"),
        ({"status": "hypothetical"}, "only feared"),
        (
            {"words": "a second bombardment shook the town in the evening", "day": DAY},
            "said to be a second one",
        ),
    ],
)
def test_what_only_looks_alike_stays_apart(change, why):
    first = told("a", "shells fell on the town in the morning", by=("front",), mode="heavy-weapons")
    other = {
        "words": "shells rained on it",
        "by": ("front",),
        "mode": "heavy-weapons",
        "source": "Selen Wire",
        **change,
    }
    assert joined(link(first, told("b", **other))) == {frozenset("a"), frozenset("b")}, why


def test_what_two_sides_say_in_one_report_is_two_statements():
    text = "The front denied any shelling. The mission called on all to stop. The front blamed the guard."
    one, two, three = (part.rstrip(".") for part in text.split(". "))
    given = (
        told("a", one, report="r", text=text, root="REJECT", by=("front",)),
        told("b", two, report="r", text=text, root="REQUEST", by=("mission",)),
        told("c", three, report="r", text=text, root="ACCUSE", by=("front",), upon=("guard",)),
    )
    assert joined(link(*given)) == {frozenset("ac"), frozenset("b")}


def test_a_mention_of_last_month_is_not_this_weeks_shelling():
    now = told("a", by=("front",), mode="heavy-weapons")
    then = told(
        "b",
        "as it was last month",
        day=date(2031, 2, 3),
        by=("front",),
        mode="heavy-weapons",
        status="historical",
    )
    assert joined(link(now, then)) == {frozenset("a"), frozenset("b")}


def test_a_denial_belongs_to_what_it_denies():
    linked = link(
        told("a", by=("front",), mode="heavy-weapons", said_by=("guard",), status="alleged"),
        told(
            "b",
            "we did not shell Norhaven",
            by=("front",),
            mode="heavy-weapons",
            said_by=("front",),
            status="denied",
        ),
    )
    incident = only(linked)
    assert incident.counts
    assert incident.verification == "disputed"
    assert [row.says.stance for row in incident.positions] == ["alleges", "denies"]


def test_a_fear_alone_is_an_incident_that_does_not_count():
    incident = only(link(told("a", "an attack is feared", by=("front",), status="hypothetical", day=None)))
    assert not incident.counts
    assert incident.verification == "raw"


def test_an_empty_input_gives_no_incident():
    assert link().incidents == ()


def test_undated_claims_of_reports_without_a_day_are_not_joined_by_place_alone():
    linked = link(
        told("a", "shells fell", day=None, published=None),
        told("b", "guns were heard", day=None, published=None, source="Selen Wire"),
    )
    assert len(linked.incidents) == 2


def test_a_thousand_copies_are_one_incident_of_one_origin():
    text = "Shells fell on the market of Norhaven on Tuesday, killing four, residents said."
    copies = [
        told(f"c{n:04}", "Shells fell on the market of Norhaven", text=text, report=f"r{n:04}", source=f"Mirror {n}",
             said_by=(nameless(),), dead=4)
        for n in range(1000)
    ]  # fmt: skip
    incident = only(link(*copies))
    assert len(incident.reports) == 1000
    assert len(incident.origins) == 1


def test_claims_given_twice_count_once():
    one = told("a", by=("front",))
    assert only(link(one, one)).claims == ("a",)


def test_incidents_are_named_after_the_claim_first_published():
    early = told("z", published=day(1), by=("front",), dead=4)
    late = told("a", "the shelling of Norhaven", published=day(2), by=("front",), dead=4, source="Selen Wire")
    assert only(link(early)).id == only(link(late, early)).id == "i-z"


def test_an_alert_and_a_recall_of_one_side_on_one_day_are_one_incident():
    text = "The Guard raised its alert level. Its staff recalled all units to barracks."
    linked = link(
        told("a", "raised its alert level", report="r", text=text, by=("guard",), at=None, move="alert_up", **BIG),
        told("b", "recalled all units to barracks", report="r", text=text, by=("guard-staff",), at=None,
             move="recall_to_base", **BIG),
    )  # fmt: skip
    assert joined(linked) == {frozenset("ab")}


def test_a_deployment_and_the_return_from_it_are_two():
    linked = link(
        told("a", "the Guard sent troops to Selen", by=("guard",), at="Selen", move="deploy", **BIG),
        told("b", "the Guard called its troops back from Selen", by=("guard",), at="Selen", move="recall_to_base",
             source="Selen Wire", **BIG),
    )  # fmt: skip
    assert joined(linked) == {frozenset("a"), frozenset("b")}


def crowd() -> list[Told]:
    """Two days of one war in six reports, some vague, some copied, some wrong by a day."""
    return [
        told("a", "shells fell on the market", by=("front",), dead=4),
        told("b", "the Front's guns hit the market", by=("front",), dead=4, source="Selen Wire", published=day(2)),
        told("c", "the market was shelled", by=("front",), day=day(-1), source="Marsh Herald", published=day(2)),
        told("d", "the shelling of the market", by=("front",), day=None, published=day(3), source="Front Radio"),
        told("e", "we never shelled it", by=("front",), said_by=("front",), status="denied", source="Front Radio"),
        told("f", "a second bombardment the next day", by=("front",), day=day(1), published=day(2)),
        told("g", "gunmen clashed in Selen", by=("gunmen",), at="Selen", day=day(1), published=day(2)),
        told("h", "clashes in Selen left two dead", by=("front", "guard"), at="Selen", day=day(1), dead=2, published=day(2)),
        told("i", "an offensive on Selen is feared", by=("front",), at="Selen", day=None, status="hypothetical"),
        told("j", "the Guard sent troops to Selen", by=("guard",), at="Selen", day=day(2), published=day(3), **BIG),
        told("k", "units of the Guard reached Selen", by=("guard-staff",), at="Selen", day=day(3), published=day(3),
             source="Selen Wire", said_by=(outlet("Kadra Post"),), **BIG),
    ]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(11)))
def test_the_order_of_arrival_changes_nothing(order):
    given_claims = crowd()
    assert link(*(given_claims[number] for number in order)) == link(*given_claims)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 10), min_size=1))
def test_no_claim_is_lost_and_none_is_in_two_incidents(chosen):
    given_claims = [crowd()[number] for number in sorted(chosen)]
    linked = link(*given_claims)
    held = [claim for incident in linked.incidents for claim in incident.claims]
    assert sorted(held) == sorted(one.claim.id for one in given_claims)
