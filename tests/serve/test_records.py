"""The picture, the agreements and what follows, as the shelf of a day holds them."""

import json

import pytest

from hudna.model.alert import Alert
from hudna.model.assessment import Assessment
from hudna.model.finding import Finding
from hudna.model.indicator import Measured
from hudna.model.picture import Holding, Movement, Posture
from hudna.serve.schemas.base import Page
from hudna.serve.schemas.claims import ClaimDetail, ClaimOut, TextOut
from hudna.serve.schemas.incidents import ExplainOut
from hudna.serve.schemas.views import (
    AgreementOut,
    BoardOut,
    CountsOut,
    MetaOut,
    NamedOut,
    ProvisionOut,
    SourcesOut,
    TimelineOut,
)
from hudna.store import wanted
from hudna.warn import coverage

API = "/api/v1"
SHAPES = {
    "incidents": None, "claims": Page[ClaimOut], "postures": Page[Posture], "posture": BoardOut, "control": Page[Holding], "movements": Page[Movement],
    "findings": Page[Finding], "findings/counts": CountsOut, "assessments": Page[Assessment], "indicators": Page[Measured], "alerts": Page[Alert],
    "agreements": Page[AgreementOut], "provisions": Page[ProvisionOut], "sources": SourcesOut, "timeline": TimelineOut, "meta": MetaOut,
    "actors": Page[NamedOut], "places": Page[NamedOut], "claims/kadra-1-c1": ClaimDetail, "texts/kadra-1": TextOut,
    "explain/kadra-1-c1": ExplainOut, "explain/i-kadra-1-c1": ExplainOut, "signals": None, "channels": None, "declared": None, "tripwires": None,
    "calendar": None, "outcomes": None,
}  # fmt: skip


@pytest.mark.parametrize("path", SHAPES)
@pytest.mark.parametrize("more", ["", "?as_of=2021-03-04&lang=ar"])
def test_every_answer_keeps_its_promise(desk, path, more):
    answer = desk.get(f"{API}/{path}{more}")
    assert answer.status_code == 200, answer.text
    shape = SHAPES[path]
    held = json.loads(answer.text)
    if shape is not None:
        assert shape.model_validate(held)
    if isinstance(held, dict) and "coverage" in held:
        assert held["coverage"]["returned"] == len(held["results"]) <= held["coverage"]["total"]
        assert held["as_of"] == ("2021-03-04" if more else "2021-03-07")


def test_every_number_leads_to_the_words(desk):
    """Whatever has an id and names claims can be explained down to sentences of reports."""
    asked = 0
    for kind in ("control", "movements", "findings", "assessments", "alerts", "signals", "channels"):
        for record in desk.get(f"{API}/{kind}").json()["results"]:
            answer = ExplainOut.model_validate(desk.get(f"{API}/explain/{record['id']}").json())
            assert answer.claims_total == len(set(record["claims"])), kind
            assert all(claim.context and claim.text in claim.context.sentence for claim in answer.claims)
            asked += 1
    assert asked > 5


def test_an_explanation_shows_why_two_reports_are_one_incident(desk):
    joins = desk.get(f"{API}/explain/i-kadra-1-c1").json()["joins"]
    [join] = [one for one in joins if one["other"]]
    assert join["features"]
    assert round(join["start"] + sum(one["bits"] for one in join["features"]), 1) == pytest.approx(
        join["total"], abs=0.3
    )


def test_postures_are_lanes_with_their_actor_and_what_it_is_part_of(desk):
    board = desk.get(f"{API}/posture").json()
    assert board["levels"][0] == "normal"
    [lane] = [one for one in board["lanes"] if one["actor"] == "lna"]
    assert lane == desk.get(f"{API}/actors/lna/posture").json()
    assert lane["series"]


def test_one_place_has_its_own_statements_of_control(desk):
    assert desk.get(f"{API}/places/nowhere/control").json()["results"] == []


def test_a_movement_is_drawn_with_how_sure_its_places_are(desk):
    features = desk.get(f"{API}/movements?format=geojson").json()["features"]
    assert features
    assert all("movement" in one["properties"] for one in features)
    assert all(
        one["properties"].get("radius_km") is not None
        for one in features
        if (one["geometry"] or {}).get("type") == "Point"
    )


def test_findings_can_be_asked_by_incident_and_verdict(desk):
    every = desk.get(f"{API}/findings").json()["results"]
    some = [one for one in every if one["incidents"]]
    name = some[0]["incidents"][0]
    mine = desk.get(f"{API}/findings?incident={name}").json()["results"]
    assert {one["id"] for one in mine} == {one["id"] for one in every if name in one["incidents"]}
    verdict = every[0]["verdict"]
    assert desk.get(f"{API}/findings?verdict={verdict}").json()["coverage"]["total"] == sum(
        one["verdict"] == verdict for one in every
    )


def test_records_are_paged_by_number(desk):
    every = [one["id"] for one in desk.get(f"{API}/findings").json()["results"]]
    seen, address = [], f"{API}/findings?limit=3"
    while address:
        page = desk.get(address).json()
        seen += [one["id"] for one in page["results"]]
        address = page["next"]
    assert seen == every


def test_the_timeline_keeps_escalation_easing_and_allegations_apart(desk):
    line = TimelineOut.model_validate(desk.get(f"{API}/timeline").json())
    held = {one.name: sum(one.values) for one in line.series}
    assert held == {"escalation": 3, "escalation_alleged": 1, "de-escalation": 1, "statement": 1, "dead": 3}
    assert len(line.days) == 14
    months = desk.get(f"{API}/timeline?step=month").json()
    assert months["days"] == ["2021-02-01", "2021-03-01"]


def test_a_source_is_shown_with_its_volume_and_its_silence(desk):
    sources = {one["name"]: one for one in desk.get(f"{API}/sources").json()["sources"]}
    assert sources["Kadra Post"]["reports"] == 4
    assert sources["Kadra Post"]["last"] == "2021-03-05"
    never = [one for one in sources.values() if not one["reports"]]
    assert never
    assert all(one["silent"] for one in never)


def test_a_report_is_read_with_its_claims_in_their_places(desk):
    text = TextOut.model_validate(desk.get(f"{API}/texts/kadra-1").json())
    assert [text.text[one.start : one.end] for one in text.claims] == [text.claims[0].text]


def test_the_description_is_openapi_3_1(desk):
    described = desk.get(f"{API}/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert {f"{API}/incidents", f"{API}/map", f"{API}/extract", f"{API}/reports/sitrep"} <= set(
        described["paths"]
    )


def test_a_sources_number_is_that_of_the_claims_it_leads_to(desk):
    told = [one for one in desk.get(f"{API}/sources").json()["sources"] if one["claims"]]
    assert told
    for one in told:
        page = desk.get(f"{API}/claims", params={"source": one["name"]}).json()
        assert page["coverage"]["total"] == one["claims"], one["name"]
    assert desk.get(f"{API}/claims?source=nobody").json()["results"] == []


def test_a_source_that_nobody_named_is_called_alike_where_it_is_counted_and_where_it_is_looked_up():
    assert coverage.UNNAMED == wanted.UNNAMED
