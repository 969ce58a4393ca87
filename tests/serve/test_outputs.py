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
