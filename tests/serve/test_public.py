"""What leaves the mission: nobody's name, no words, nothing young, nothing to change."""

from datetime import UTC, datetime

import pytest

from serve.kadra import client

API = "/api/v1"


@pytest.fixture
def window(store):
    return client(store, public=True, now=datetime(2021, 4, 20, tzinfo=UTC))


def test_the_public_sees_incidents_without_words_or_publishers(window):
    incidents = window.get(f"{API}/incidents").json()
    assert incidents["public"] is True
    assert incidents["coverage"]["total"] == 6
    everything = "".join(
        window.get(f"{API}/{path}").text
        for path in ("incidents", "claims", "findings", "movements", "postures", "alerts", "map")
    )
    for held_back in ("Kadra Post", "Norhaven Radio", "military sources", "<script>", "shelled", "قصفت"):
        assert held_back not in everything
    name = incidents["results"][0]["id"]
    detail = window.get(f"{API}/incidents/{name}")
    assert detail.status_code == 200
    assert all(
        claim["context"] is None
        for origin in detail.json()["told"]
        for report in origin["reports"]
        for claim in report["claims"]
    )


def test_public_places_are_no_sharper_than_the_rules_allow(window, desk):
    private = {one["place"]["radius_km"] for one in desk.get(f"{API}/incidents").json()["results"]}
    public = {
        one["place"]["radius_km"] for one in window.get(f"{API}/incidents").json()["results"] if one["place"]
    }
    assert min(public) > max(private)


def test_what_is_young_is_not_there_yet(store):
    early = client(store, public=True, now=datetime(2021, 3, 8, tzinfo=UTC))
    page = early.get(f"{API}/incidents").json()
    assert page["as_of"] < "2021-03-07"
    assert page["coverage"]["total"] < 6


@pytest.mark.parametrize(
    "path",
    [
        "texts/kadra-1",
        "search?q=shelled",
        "review/queue",
        "review/judgements",
        "users",
        "tokens",
        "incidents?q=shelled",
        "claims?source=Kadra%20Post",
    ],
)
def test_what_is_not_public_is_refused(window, path):
    assert window.get(f"{API}/{path}").status_code == 403


def test_nothing_can_be_written_and_nobody_signs_in(window):
    body = {"act": "comment", "about": ["kadra-1-c1"], "reason": "x"}
    assert window.post(f"{API}/review/judgements", json=body).status_code == 403
    assert window.post(f"{API}/session", json={"name": "ada", "password": "x"}).status_code == 403
    assert window.post(f"{API}/extract", json={"text": "x"}).status_code == 403


def test_public_documents_and_exports_are_those_of_the_public_edition(window):
    assert "Kadra Post" not in window.get(f"{API}/reports/sitrep?format=md").text
    lines = window.get(f"{API}/exports/jsonl?what=claims").text
    assert "shelled" not in lines
    assert window.get(f"{API}/sources").json()["sources"] == []


def test_a_private_claim_cannot_be_reached_by_its_id(window):
    for path in ("claims/kadra-1-c1", "explain/kadra-1-c1"):
        assert window.get(f"{API}/{path}").status_code == 404
