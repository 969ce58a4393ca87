"""A store's incidents are those that linking everything at once gives, however it was filled."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.linking import StoreLinking
from hudna.model.coded import Coded
from hudna.model.judgement import Judgement
from hudna.store import Moment, open_store
from hudna.store.known import stamp
from link.tellings import link, stage, told
from link.test_stage import crowd, day


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "kadra.db", create=True)
    yield opened
    opened.close()


def linking(store, version="v1"):
    return StoreLinking(store, stage, version)


def put(store, *tolds, coder="c1"):
    """The codings of these claims' reports."""
    reports = {}
    for one in tolds:
        reports.setdefault(one.report.id, []).append(one)
    return [
        store.add(Coded(group[0].report, tuple(one.claim for one in group)), coder=coder, run="r")
        for group in reports.values()
    ]


def held(store):
    return tuple(store.incidents())


def test_a_store_links_what_memory_links(store):
    put(store, *crowd())
    linking(store).catch_up()
    assert held(store) == link(*crowd()).incidents


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(11)), st.sets(st.integers(1, 10)))
def test_reports_one_by_one_in_any_order_give_the_same(tmp_path_factory, order, cuts):
    opened = open_store(tmp_path_factory.mktemp("s") / "k.db", create=True)
    claims = [crowd()[number] for number in order]
    live = linking(opened)
    for number, one in enumerate(claims):
        codings = put(opened, one)
        if number in cuts:
            live = linking(opened)
            live.catch_up()
        else:
            live.link(codings)
    live.catch_up()
    assert held(opened) == link(*crowd()).incidents
    opened.close()


def test_a_corrected_report_takes_the_place_of_the_first(store):
    first = told("a", "shells fell, four dead", report="r", by=("front",), dead=4)
    other = told("b", "the shelling left five dead", by=("front",), dead=5, source="Selen Wire")
    again = told("a2", "shells fell, five dead", report="r", by=("front",), dead=5)
    live = linking(store)
    live.link(put(store, first, other))
    live.link(put(store, again))
    assert held(store) == link(other, again).incidents
    assert "a" not in {claim for incident in held(store) for claim in incident.claims}


def test_a_report_without_claims_is_linked_once(store):
    quiet = told("a").report.model_copy(update={"text": "Rain."})
    store.add(Coded(quiet), coder="c1", run="r")
    assert linking(store).catch_up() == 1
    assert linking(store).catch_up() == 0


def test_other_rules_link_everything_anew(store):
    put(store, *crowd())
    linking(store, "v1").catch_up()
    before = held(store)
    assert linking(store, "v1").catch_up() == 0
    assert linking(store, "v2").catch_up() == 11
    assert held(store) == before


def judge(store, act, *about, number=1, **fields):
    judgement = Judgement(
        id=f"j{number}", act=act, about=about, author="duty officer", reason="seen",
        made=datetime(2031, 3, 9, number, tzinfo=UTC), **fields,
    )  # fmt: skip
    store.judge(judgement)
    linking(store).catch_up()
    return judgement


PAIR = (
    told("a", "shells fell on the market", by=("front",), dead=4),
    told("b", "gunmen clashed in Selen", by=("gunmen",), at="Selen", day=day(1), published=day(2)),
)


def test_a_merge_joins_what_rules_keep_apart_and_its_withdrawal_parts_it_again(store):
    put(store, *PAIR)
    linking(store).catch_up()
    before = held(store)
    merge = judge(store, "merge", "i-a", "i-b")
    (together,) = held(store)
    assert together.claims == ("a", "b")
    assert together.judgements == ("j1",)
    assert held(store) == link(*PAIR, judgements=(merge,)).incidents
    judge(store, "withdraw", number=2, withdraws="j1")
    assert held(store) == before


def test_a_split_takes_even_verbatim_copies_apart(store):
    text = "Shells fell on the market of Norhaven on Tuesday."
    copies = [
        told(n, "Shells fell on the market", text=text, by=("front",), source=f"Mirror {n}") for n in "abc"
    ]
    put(store, *copies)
    linking(store).catch_up()
    assert len(held(store)) == 1
    split = judge(store, "split", "i-a", "c", value='["a", "b"]')
    assert {incident.claims for incident in held(store)} == {("a", "b"), ("c",)}
    assert held(store) == link(*copies, judgements=(split,)).incidents
    judge(store, "withdraw", number=2, withdraws="j1")
    assert held(store) == link(*copies).incidents


def test_a_rejected_claim_is_in_no_incident(store):
    put(store, *PAIR)
    linking(store).catch_up()
    judge(store, "reject", "b")
    assert [incident.claims for incident in held(store)] == [("a",)]


def test_a_corrected_claim_is_linked_as_corrected(store):
    put(store, *PAIR)
    linking(store).catch_up()
    fix = judge(store, "correct", "b", field="event.fatalities.best", value="9")
    assert held(store) == link(*PAIR, judgements=(fix,)).incidents
    assert held(store)[-1].fatalities.best == 9


def test_a_letter_for_a_source_reaches_its_incidents(store):
    put(store, *PAIR)
    linking(store).catch_up()
    assert held(store)[0].grade.reliability == "B"
    judge(store, "grade", "Kadra Post", field="reliability", value="D")
    assert {incident.grade.reliability for incident in held(store)} == {"D"}


def test_an_old_name_still_finds_the_incident(store):
    late = told("a", "the shelling of Norhaven", published=day(2), by=("front",), dead=4, source="Selen Wire")
    live = linking(store)
    live.link(put(store, late))
    assert store.incident("i-a").id == "i-a"
    live.link(put(store, told("z", published=day(1), by=("front",), dead=4)))
    assert store.incident("i-a").id == "i-z"


@pytest.mark.parametrize("number", range(5))
def test_as_of_a_day_shows_what_was_known_then(store, number):
    put(store, *crowd())
    then = day(number)
    known = [one for one in crowd() if one.report.published <= then]
    assert linking(store).as_known(Moment(then)) == list(link(*known).incidents)


def test_what_was_recorded_later_was_not_known_then(store, monkeypatch):
    clock = {"now": datetime(2031, 3, 5, 12, tzinfo=UTC)}
    for module in ("database", "rows"):
        monkeypatch.setattr(f"hudna.store.{module}.now", lambda: stamp(clock["now"]))
    put(store, PAIR[0])
    clock["now"] = datetime(2031, 3, 7, 12, tzinfo=UTC)
    put(store, PAIR[1], told("a2", "shells fell, five dead", report="report-a", by=("front",), dead=5))
    live = linking(store)
    at = Moment(recorded=datetime(2031, 3, 6, tzinfo=UTC))
    assert live.as_known(at) == list(link(PAIR[0]).incidents)
    assert [one.claims for one in live.as_known(Moment())] == [("a2",), ("b",)]


def test_a_judgement_made_later_was_not_known_then(store):
    put(store, *PAIR)
    judge(store, "merge", "i-a", "i-b")
    assert linking(store).as_known(Moment(day(3))) == list(link(*PAIR).incidents)
    assert len(linking(store).as_known(Moment(day(9)))) == 1
