"""The scorer of set `seed`, on an annotation of an invented report with the same identifiers."""

import json
from datetime import date

import pytest

from hudna.errors import InputError
from hudna.evaluate.seed import score
from hudna.evaluate.seed_checks import CHECKS, run_checks
from hudna.evaluate.seed_events import answer, best_answers, same_source
from hudna.evaluate.seed_key import chains, days_of, read_key, same_place
from hudna.model.claim import COUNTED, Actor, Claim, Event, Occurred, Place, Speaker
from hudna.model.coded import Coded
from hudna.model.record import Span

TEXT = (
    "ZZthe Selen radio quotes medics: Kadra troops announced on Sunday a deployment of units to Upper Kadra. "
    'The mission noted "a recent build-up of men". Most are Ostran hirelings, aides say. '
    "Young Idris smiled. A brawl with smugglers followed. Hill rebels fought Ostran men abroad. "
    "Port Selen alerted the guard after the joint squad moved; the old guard of 1940 sleeps. "
    "A raid on Port Selen is possible. The fall of Tarn would end the truce. "
)


def at(words, **more):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words, **more}


def node(name, *words, **more):
    return {"id": name, "mentions": [at(one) for one in words], "plover": {"country": "KDR"}, **more}


def place(name, words, **more):
    return {"id": name, "type": "city", "mentions": [at(words)], "lat": 10.0, "lon": 10.0, **more}


def event(name, root, trigger, claims, **more):
    base = {"actor": ["A03"], "recipient": [], "place": "L04", "time": "2031-03-09", "status": "actual"}
    return (
        {"id": name, "plover": root, "trigger": at(trigger), "claims": claims, "fatalities": {"low": 0}}
        | base
        | more
    )


def claim(name, words, *chain):
    return {"id": name, **at(words), "source_chain": [*chain, {"node": "DOC"}]}


ANNOTATION = {
    "document": {
        "doc_id": "selen", "language": "en", "published": {"value": "2031-03-12T09:00:00"},
        "publisher": {"name": "Selen Post"},
        "sentences": [at(one + ".") for one in TEXT.strip().rstrip(".").split(". ")],
    },
    "actors": [
        node("A03", "Kadra troops", kb="kadra-army"), node("A14", "units", part_of="A03"),
        node("A04", "Young Idris", kb="idris-junior"), node("A05", "Port Selen", kb="selen-government"),
        node("A06", "the guard", kb="guard"), node("A07", "the joint squad", kb="joint-squad"),
        node("A12", "Hill rebels"), node("A18", "the old guard of 1940"), node("A21", "Selen radio", kb="selen-radio"),
        node("A22", "aides"), node("A11", "smugglers"), node("A02", "men"),
    ],
    "places": [
        place("L01", "Kadra", type="country", iso3="KDR"), place("L04", "Upper Kadra", radius_km=100),
        {**place("L05", "Port Selen"), "lat": 20.0, "mentions": [at("Port Selen")] * 3}, place("L09", "Tarn", lat=30.0),
    ],
    "time_expressions": [
        at("Sunday", value="2031-03-09", earliest="2031-03-09", latest="2031-03-09", granularity="day"),
    ],
    "quotes": [{"id": "q2", **at('"a recent build-up of men"')}],
    "claims": [
        claim("C06b", "Kadra troops announced on Sunday a deployment of units to Upper Kadra", {"node": "A03"}),
        claim("C07", "Most are Ostran hirelings", {"node": "A22"}, {"node": "A21", "scope": "inferred"}),
        claim("C08", "A brawl with smugglers followed"), claim("C09", "Hill rebels fought Ostran men abroad"),
        claim("C15", "A raid on Port Selen is possible"), claim("C16", "The fall of Tarn would end the truce"),
    ],
    "events": [
        event("E07", "MOBILIZE", "deployment", ["C06b"], declared=True),
        event("E12", "MOBILIZE", "joint squad moved", ["C08"]),
        event("E08", "ASSAULT", "A brawl", ["C08"], actor=["A03", "A11"]),
        event("E09", "ASSAULT", "fought", ["C09"], actor=["A12"], fatalities={"low": 1}),
        event("E14", "ASSAULT", "A raid", ["C15"], status="hypothetical", place="L05", time=None),
        event("E15", "COERCE", "The fall", ["C16"], status="hypothetical", place="L09", time=None),
    ],
    "negative_assertions": [f"statement {number}" for number in range(len(CHECKS))],
    "acceptance": {
        "required_events": ["E07"], "must_be_non_actual": ["E14", "E15"], "optional_events": ["E08"],
        "thresholds": {"events_required_recall": 0.9, "negative_assertions_pass": 1.0},
    },
}  # fmt: skip


@pytest.fixture
def key(tmp_path):
    (tmp_path / "seed").mkdir()
    (tmp_path / "seed" / "gold.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    (tmp_path / "seed" / "report.txt").write_text(TEXT, encoding="utf-8")
    return read_key(tmp_path)


def spanned(record, words, **more):
    return record(**at(words), **more)


def deployment(**changes):
    """The deployment as it should be coded."""
    told = {
        "root": "MOBILIZE", "trigger": spanned(Span, "deployment"), "actors": (spanned(Actor, "units"),),
        "places": (spanned(Place, "Upper Kadra", name="Upper Kadra", precision="region"),),
        "occurred": Occurred(earliest=date(2031, 3, 9), latest=date(2031, 3, 9), precision="day", basis="relative"),
    }  # fmt: skip
    speaker = spanned(Speaker, "Kadra troops", actor="kadra-army", kind="party")
    return made(
        ANNOTATION["claims"][0]["text"],
        told | changes,
        status=changes.get("status", "declared"),
        speakers=(speaker,),
    )


def made(words, event_fields, *, status="actual", speakers=()):
    fields = {name: value for name, value in event_fields.items() if name in Event.model_fields}
    return Claim(
        id=words[:12], report="selen", language="en", **at(words), speakers=speakers, speech_act="report", status=status,
        content="event", event=Event(**fields), counts=status in COUNTED, rule="test",
    )  # fmt: skip


def coded(key, *claims):
    return Coded(key.report, tuple(claims))


def measured(key, *claims):
    return {figure.name: figure.value for figure in score(key, coded(key, *claims)).figures}


def test_the_folder_is_found_beside_or_below(key, tmp_path):
    (tmp_path / "data").mkdir()
    assert read_key(tmp_path / "data").text == read_key(tmp_path / "seed").text == TEXT
    with pytest.raises(InputError, match=r"no gold\.json"):
        read_key(tmp_path / "elsewhere" / "deep")


def test_the_right_event_and_chain_are_found(key):
    figures = measured(key, deployment())
    assert (
        figures["events_required_recall"] == figures["events_precision"] == figures["status_accuracy"] == 1.0
    )
    assert figures["claims_with_correct_chain"] == pytest.approx(1 / 6)


def test_nothing_coded_is_nothing_found_and_nothing_broken(key):
    figures = measured(key)
    assert figures["events_required_recall"] == 0.0
    assert figures["events_precision"] is None
    assert figures["negative_assertions_pass"] == 1.0


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"root": "RETREAT"}, "root"),
        ({"actors": ()}, "actors"),
        ({"actors": (spanned(Actor, "units"), spanned(Actor, "medics"))}, "actors"),
        ({"actors": (spanned(Actor, "units"), spanned(Actor, "aides"))}, "actors"),
        ({"status": "planned"}, "status"),
        ({"status": "alleged"}, "status"),
        ({"status": "actual"}, "none"),
        ({"places": ()}, "place"),
        ({"places": (spanned(Place, "Tarn", name="Tarn", precision="town", lat=30, lon=10),)}, "place"),
        ({"occurred": None}, "day"),
        (
            {
                "occurred": Occurred(
                    earliest=None, latest=date(2031, 3, 12), precision="vague", basis="published"
                )
            },
            "day",
        ),
    ],
)
def test_a_fault_is_named(key, changes, fault):
    found = answer(key, key.events["E07"], deployment(**changes))
    assert found.faults == fault


def test_a_day_may_be_left_out_where_the_sentence_names_none(key):
    clash = made("A brawl with smugglers followed", {
        "root": "ASSAULT", "trigger": spanned(Span, "brawl"),
        "actors": (spanned(Actor, "smugglers"),), "recipients": (spanned(Actor, "Kadra troops"),),
    })  # fmt: skip
    assert best_answers(key, ["E08"], [clash])["E08"].full


def test_a_doubtful_node_may_be_left_out():
    assert list(chains(ANNOTATION["claims"][1])) == [("A22", "A21"), ("A22",)]


def test_a_chain_in_another_order_is_another(key):
    relay = made(
        "Most are Ostran hirelings",
        {"root": "MOBILIZE", "trigger": spanned(Span, "Most")},
        speakers=(spanned(Speaker, "Selen radio", kind="media"), spanned(Speaker, "aides", kind="anonymous")),
    )
    assert not same_source(key, key.claims["C07"], relay)


def test_values_are_days():
    assert [(days.earliest.day, days.latest.day) for days in days_of("2031-03-09/2031-03-12")] == [(9, 12)]
    assert days_of("2011/..") == days_of(None) == ()


def test_a_country_holds_its_places(key):
    country = Place(text="x", start=0, end=1, name="Kadra", precision="country", country="KDR")
    assert same_place(key.places["L04"], country)
    assert not same_place(key.places["L04"], country.model_copy(update={"precision": "town"}))


BROKEN = {
    "no_capture_is_told": made("The fall of Tarn would end the truce", {
        "root": "COERCE", "trigger": spanned(Span, "The fall")}),
    "no_attack_is_told_or_planned": made("A raid on Port Selen is possible", {
        "root": "ASSAULT", "trigger": spanned(Span, "A raid")}, status="planned"),
    "composition_is_a_claim": made("Most are Ostran hirelings", {
        "root": "MOBILIZE", "trigger": spanned(Span, "Most")}),
    "no_deaths_are_invented": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"), "fatalities": {"best": 9}}),
    "neighbours_rebels_are_theirs": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"),
        "actors": (spanned(Actor, "Hill rebels", country="KDR"),)}),
    "broadcaster_is_no_place": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"),
        "places": (spanned(Place, "Selen radio", name="Selen", precision="town"),)}),
    "capital_for_government_is_no_place": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"),
        "places": (spanned(Place, "Port Selen", name="Port Selen", precision="town"),)}),
    "first_name_is_the_son": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"),
        "actors": (spanned(Actor, "Young Idris", id="idris-senior"),)}),
    "joint_force_is_itself": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"),
        "actors": (spanned(Actor, "the joint squad", id="truce-committee"),)}),
    "damaged_opening_is_nobody": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"), "actors": (spanned(Actor, "ZZ"),)}),
    "nothing_told_is_older": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"),
        "occurred": Occurred(earliest=date(1940, 1, 1), latest=None, precision="year", basis="stated")}),
    "smugglers_are_no_party": made("A brawl with smugglers followed", {
        "root": "ASSAULT", "trigger": spanned(Span, "brawl"), "contexts": ("ceasefire",)}),
    "two_armies_are_two": made("Hill rebels fought Ostran men abroad", {
        "root": "ASSAULT", "trigger": spanned(Span, "fought"),
        "actors": (spanned(Actor, "the guard", id="guard"), spanned(Actor, "the old guard of 1940", id="guard"))}),
    "quotation_leaves_the_side_open": made("a recent build-up of men", {
        "root": "MOBILIZE", "trigger": spanned(Span, "build-up"), "actors": (spanned(Actor, "men", id="kadra-army"),)}),
}  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_statement_that_must_not_be_made_is_caught(key, check):
    if check.__name__ == "heading_is_the_deployment":
        later = Occurred(earliest=date(2031, 5, 9), latest=date(2031, 5, 9), precision="day", basis="stated")
        other = {"root": "MOBILIZE", "trigger": spanned(Span, "joint squad moved"), "occurred": later}
        claims = (deployment(), made("Port Selen alerted the guard after the joint squad moved", other))
    else:
        claims = (BROKEN[check.__name__],)
    assert list(check(key, coded(key, *claims)))
    assert not list(check(key, coded(key)))


def test_each_statement_has_its_check(key):
    assert [statement for statement, _ in run_checks(key, coded(key))] == ANNOTATION["negative_assertions"]
