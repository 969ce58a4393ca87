"""Movements along their way, plans that are put off, and claims that are only placed by the rest of their report."""

from datetime import timedelta

import pytest

from link.tellings import DAY, TOWNS, joined, link, only, outlet, stage, told

LEFT = "a column of the guard left Norhaven for Kadra City"
ARRIVED = "forty lorries of the guard that left Norhaven reached Kadra City"
OTHER = "soldiers reached the place in the evening"


def column(name, words, at, day=DAY):
    return told(name, words, at=at, day=day, by=("guard",), root="MOBILIZE", mode="troops")


@pytest.mark.parametrize("late", [1, 2, 3])
def test_a_column_is_met_again_where_its_telling_names_where_it_came_from(late):
    given = column("a", LEFT, "Norhaven"), column("b", ARRIVED, "Kadra City", DAY + timedelta(days=late))
    assert joined(link(*given)) == {frozenset({"a", "b"})}


def test_two_columns_far_apart_that_name_nothing_of_one_another_are_two():
    given = (
        column("a", "a column of the guard set out", "Norhaven"),
        column("b", OTHER, "Kadra City", DAY + timedelta(days=2)),
    )
    assert len(link(*given).incidents) == 2


def plan(name, day, words="a round of talks will be held at Selen"):
    return told(name, words, at="Selen", day=day, published=DAY - timedelta(days=20), by=("guard", "front"), root="CONSULT",
                status="planned")  # fmt: skip


def test_a_plan_that_is_put_off_stays_one_plan():
    given = (
        plan("a", DAY),
        plan("b", DAY + timedelta(days=2), "the round of talks at Selen will be held later"),
    )
    assert joined(link(*given)) == {frozenset({"a", "b"})}


def test_what_happened_on_another_day_is_not_one_because_plans_may_be():
    given = told("a", at="Selen", dead=3), told("b", at="Selen", day=DAY + timedelta(days=9), dead=4)
    assert len(link(*given).incidents) == 2


def scene_of(**fields):
    """The places of a second claim that names none, in a report that plays in Norhaven."""
    text = "shells fell on the town of Norhaven; then something else was told"
    one = told("a", "shells fell on the town of Norhaven", text=text, report="r")
    two = told("b", "something else was told", text=text, report="r", at=None, **fields)
    outline = stage().outline_of(two.claim, two.report, [one.claim, two.claim])
    assert outline is not None
    return outline.spots


def test_a_claim_without_a_place_is_most_likely_where_its_report_plays():
    (spot,) = scene_of()
    assert (spot.scene, spot.lat) == (True, TOWNS["Norhaven"][0])


@pytest.mark.parametrize("fields", [{"root": "THREATEN"}, {"status": "planned"}])
def test_what_is_only_said_or_lies_ahead_is_not(fields):
    assert scene_of(**fields) == ()


def test_where_a_report_plays_sets_nothing_apart():
    text = "talks were held in Kadra City; shells fell on the town and killed three"
    talks = told(
        "a",
        "talks were held in Kadra City",
        text=text,
        report="r",
        at="Kadra City",
        root="CONSULT",
        by=("guard", "front"),
    )
    here = told(
        "b",
        "shells fell on the town and killed three",
        text=text,
        report="r",
        at=None,
        dead=3,
        upon=("guard",),
    )
    there = told("c", "shells fell on the town and killed three soldiers", dead=3, upon=("guard",))
    table = stage().scorer.table(*(
        stage().outline_of(one.claim, one.report, claims)
        for one, claims in ((here, [talks.claim, here.claim]), (there, [there.claim]))
    ))  # fmt: skip
    assert {row.level for row in table.rows if row.feature == "place"} == {"unknown"}


def test_a_mention_days_later_beside_other_news_adds_no_voice_even_under_a_credit():
    text = "after the shells on the town another shell burnt the mill of Selen, writes Selen Wire"
    first = told("a", "shells fell on the town and killed three", said_by=("mission",), dead=3)
    aside = told(
        "b",
        "the shells on the town",
        text=text,
        report="r",
        source="Marsh Herald",
        published=DAY + timedelta(days=4),
    )
    news = told("c", "another shell burnt the mill of Selen", text=text, report="r", source="Marsh Herald", at="Selen",
                day=DAY + timedelta(days=4), published=DAY + timedelta(days=4), said_by=(outlet("Selen Wire"),))  # fmt: skip
    found = next(one for one in link(first, aside, news).incidents if "a" in one.claims)
    assert found.claims == ("a", "b")
    assert found.origins == (("report-a", "r"),)


def test_who_quotes_somebody_on_other_news_only_mentions_this():
    text = "Norhaven was shelled in the morning. A shell burnt the mill of Selen, the harbour master said."
    first = told("a", "shells fell on Norhaven in the morning", said_by=("mission",))
    later = DAY + timedelta(days=2)
    aside = told(
        "b",
        "Norhaven was shelled in the morning",
        text=text,
        report="r",
        source="Selen Wire",
        published=later,
    )
    news = told("c", "A shell burnt the mill of Selen", text=text, report="r", source="Selen Wire", at="Selen", published=later,
                said_by=({"text": "the harbour master", "kind": "official"},))  # fmt: skip
    found = next(one for one in link(first, aside, news).incidents if "a" in one.claims)
    assert found.origins == (("report-a", "r"),)


@pytest.mark.parametrize(
    ("words", "origins"), [("the mission of Selen", 1), ("the mission", 2), ("the Selen school", 2)]
)
def test_a_listed_speaker_is_the_unlisted_one_who_goes_by_the_same_words(words, origins):
    listed = told("a", said_by=({"text": "the Selen mission", "kind": "organisation", "actor": "mission"},))
    other = told("b", source="Selen Wire", said_by=({"text": words, "kind": "organisation"},))
    assert len(only(link(listed, other)).origins) == origins
