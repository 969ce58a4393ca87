"""Documents, exports and coding on the spot."""

import pytest

from hudna.publish import find_exporters

API = "/api/v1"
BEGINS = {"html": b"<!doctype html>", "md": b"# ", "pdf": b"%PDF", "docx": b"PK"}


@pytest.mark.parametrize("layout", BEGINS)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_sitrep_comes_in_every_layout_and_language(desk, layout, lang):
    answer = desk.get(f"{API}/reports/sitrep?format={layout}&lang={lang}&period=week")
    assert answer.status_code == 200
    assert answer.content.lower().startswith(BEGINS[layout].lower())
    assert f"-2021-03-07-{lang}.{layout}" in answer.headers["content-disposition"]


def test_a_document_can_run_nothing(desk):
    policy = desk.get(f"{API}/reports/sitrep").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy


def test_a_dossier_and_a_ceasefire_report_are_written(desk):
    assert "Norhaven" in desk.get(f"{API}/reports/dossier?incident=i-kadra-1-c1&format=md").text
    assert desk.get(f"{API}/reports/dossier?incident=i-none").status_code == 404
    agreements = [one["id"] for one in desk.get(f"{API}/agreements").json()["results"]]
    assert desk.get(f"{API}/reports/ceasefire?agreement={agreements[0]}&format=md").status_code == 200
    assert desk.get(f"{API}/reports/ceasefire?agreement=none").status_code == 404


@pytest.mark.parametrize("name", sorted(find_exporters()))
def test_every_exporter_answers(desk, name):
    answer = desk.get(f"{API}/exports/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == find_exporters()[name].MEDIA_TYPE
    assert answer.headers["x-left-out"].isdigit()


def test_an_exporter_nobody_wrote_is_named_with_those_there_are(desk):
    answer = desk.get(f"{API}/exports/telex")
    assert answer.status_code == 404
    assert "polecat" in answer.json()["detail"]
    assert desk.get(f"{API}/exports/polecat?what=alerts").status_code == 422


@pytest.mark.slow
def test_a_text_is_coded_on_the_spot_and_not_kept(store):
    from serve.kadra import client

    desk = client(store)
    before = desk.get(f"{API}/meta").json()["claims"]
    text = "Government forces shelled the port of Zawiya on Tuesday, a doctor said."
    answer = desk.post(
        f"{API}/extract", json={"text": text, "id": "x", "published": "2021-03-10", "language": "en"}
    )
    assert answer.status_code == 200
    [claim] = answer.json()["claims"]
    assert claim["event"]["root"] == "ASSAULT"
    assert text[claim["start"] : claim["end"]] == claim["text"]
    assert desk.get(f"{API}/meta").json()["claims"] == before


def test_a_language_nobody_reads_is_said_and_not_guessed(desk):
    answer = desk.post(f"{API}/extract", json={"text": "zzz", "language": "xx"})
    assert answer.json()["claims"] == []
    assert "'xx' is not supported" in answer.json()["issues"][0]


@pytest.fixture
def large(store, monkeypatch):
    """A desk whose store counts as large, its day ready, beside the same one that is written whole."""
    from serve.kadra import client

    desk = client(store)
    assert desk.get(f"{API}/meta").status_code == 200
    whole = {path: desk.get(f"{API}/{path}").content for path in WRITTEN}
    monkeypatch.setattr("hudna.serve.shelves.PROMPT_CLAIMS", 1)
    return desk, whole


WRITTEN = [
    *(f"exports/{name}?what={kind}" for name in ("jsonl", "csv") for kind in find_exporters()[name].WHAT if kind != "imported"),
    "exports/acled", "exports/geojson", "exports/ucdp", "exports/polecat", "exports/kml", "reports/sitrep?format=md",
]  # fmt: skip


def lines(body):
    return sorted(body.decode().splitlines())


def test_what_a_large_store_writes_from_its_shelf_is_what_a_small_one_derives(large):
    desk, whole = large
    for path, expected in whole.items():
        answer = desk.get(f"{API}/{path}")
        assert answer.status_code == 200, path
        # A shelf holds the newest records first; what is told is the same.
        assert lines(answer.content) == lines(expected), path


DOCUMENTS = ("sitrep?period=week", "dossier?incident=i-kadra-1-c1")


def test_documents_of_a_large_store_tell_of_their_part_and_say_so(large, monkeypatch):
    desk, _ = large
    whole = {}
    monkeypatch.setattr("hudna.serve.shelves.PROMPT_CLAIMS", 20_000)
    for path in DOCUMENTS:
        told = desk.get(f"{API}/reports/{path}&format=md").text.splitlines()
        whole[path] = [one for one in told if not one.startswith("- **Read**")]
    monkeypatch.setattr("hudna.serve.shelves.PROMPT_CLAIMS", 1)
    for path in DOCUMENTS:
        answer = desk.get(f"{API}/reports/{path}&format=md")
        assert answer.status_code == 200, path
        assert "Read for this part" in answer.text
        assert [one for one in answer.text.splitlines() if "Read for this part" not in one] == whole[path]
    assert "Read for this part" not in desk.get(f"{API}/reports/sitrep?format=md").text
    # A report on an agreement tells of what its findings rest on, and of no more.
    told = desk.get(f"{API}/reports/ceasefire?agreement=libya_2020&format=md").text
    assert "Read for this part" in told
    assert "kadra-1-c1" in told
    assert "kadra-6-c1" not in told


@pytest.mark.parametrize("state", ["small", "large"])
def test_filters_narrow_exports_and_documents(large, state, monkeypatch):
    desk, _ = large
    if state == "small":
        monkeypatch.setattr("hudna.serve.shelves.PROMPT_CLAIMS", 20_000)
    wanted = desk.get(f"{API}/incidents?root=RETREAT").json()["results"]
    rows = desk.get(f"{API}/exports/jsonl?what=incidents&root=RETREAT").text.splitlines()
    assert len(rows) == len(wanted) == 1
    assert len(desk.get(f"{API}/exports/jsonl?what=claims&since=2021-03-05").text.splitlines()) < 7
    told = desk.get(f"{API}/reports/sitrep?format=md&place=sudbury").text
    assert "Sudbury" in told
    assert "Norhaven" not in told


def test_what_is_too_much_at_once_is_refused_with_what_to_do(large, monkeypatch):
    desk, _ = large
    monkeypatch.setattr("hudna.serve.answers.excerpt.MOST_CLAIMS", 2)
    for path in ("exports/acled", "exports/jsonl?what=claims", "reports/sitrep"):
        answer = desk.get(f"{API}/{path}")
        assert answer.status_code == 413, path
        assert "since=2021-03" in answer.json()["detail"]
        assert "hudna export" in answer.json()["detail"]
    assert desk.get(f"{API}/exports/acled?root=RETREAT").status_code == 200


def test_a_public_export_is_narrowed_without_showing_more(store):
    from datetime import UTC, datetime

    from serve.kadra import client

    window = client(store, public=True, now=datetime(2021, 4, 20, tzinfo=UTC))
    every = set(window.get(f"{API}/exports/jsonl?what=claims").text.splitlines())
    some = set(window.get(f"{API}/exports/jsonl?what=claims&root=RETREAT").text.splitlines())
    assert some < every
    assert "left" not in "".join(some)
