"""A parallel report is judged once and read as one report in each of its languages."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from hudna.errors import KnowledgeError
from hudna.evaluate.command import REPOSITORY_GOLD
from hudna.evaluate.gold import load_gold, main
from hudna.evaluate.parallel import load_parallel, read_parallel

LANGUAGES = ["ar", "en", "fr", "it"]


def written(folder: Path, **changes: Any) -> Path:
    """A parallel file of one report in two languages; changes replace fields of its claim."""
    claim = {
        "words": {"en": "The army shelled Selen", "fr": "L'armée a bombardé Selen"},
        "content": "event", "root": "ASSAULT", "mode": "heavy-weapons",
        "trigger": {"en": "shelled", "fr": ["bombardé", "a bombardé"]},
        "actors": [{"words": {"en": "The army", "fr": "L'armée"}, "country": "KAD"}],
        "status": "actual", "act": "report", "speakers": [],
        "places": [{"words": {"en": "Selen", "fr": "Selen"}, "role": "at", "lat": 12.0, "lon": 30.0}],
        "occurred": {"words": {"en": "on Sunday", "fr": "dimanche"}, "earliest": "2031-03-09", "latest": "2031-03-09"},
    } | changes  # fmt: skip
    entry = {
        "id": "selen", "conflict": "kadra", "published": "2031-03-10", "source": "Selen Post", "coder": "tester",
        "texts": {"en": "The army shelled Selen on Sunday.", "fr": "L'armée a bombardé Selen dimanche."},
        "claims": [claim], "must_not": [],
    }  # fmt: skip
    path = folder / "parallel" / "selen.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(entry, allow_unicode=True), encoding="utf-8")
    return path


def test_each_language_has_its_words_and_shares_the_values(tmp_path):
    reports = read_parallel(written(tmp_path)).reports
    english, french = reports["en"].claims[0], reports["fr"].claims[0]
    assert (english.actors[0].text, french.actors[0].text) == ("The army", "L'armée")
    assert [len(claim.trigger) for claim in (english, french)] == [1, 2]
    assert english.places[0].lat == french.places[0].lat == 12.0
    assert english.occurred
    assert french.occurred
    assert english.occurred.earliest == french.occurred.earliest
    assert [report.id for report in reports.values()] == ["selen-en", "selen-fr"]


def test_words_that_do_not_stand_in_one_language_are_named_with_it(tmp_path):
    with pytest.raises(
        KnowledgeError, match=r"selen\.yml \(fr\): claims\.0\.trigger: 'frappé' does not stand"
    ):
        read_parallel(written(tmp_path, trigger={"en": "shelled", "fr": "frappé"}))


def test_a_language_left_out_is_a_fault(tmp_path):
    with pytest.raises(KnowledgeError, match=r"claims\.0\.trigger: fr left out"):
        read_parallel(written(tmp_path, trigger={"en": "shelled"}))


def test_one_text_alone_is_not_parallel(tmp_path):
    path = written(tmp_path)
    path.write_text("id: selen\ntexts: {en: The army shelled Selen.}\nclaims: []\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="texts in at least two languages"):
        read_parallel(path)


def test_a_faulty_parallel_file_is_a_fault_of_the_gold(tmp_path, capsys):
    written(tmp_path, status="sure")
    assert main(str(tmp_path)) == 2
    assert "claims.0.status" in capsys.readouterr().err


def test_the_halves_of_the_gold_leave_the_parallel_set_out(tmp_path):
    written(tmp_path)
    assert load_gold(tmp_path) == []


def test_the_projects_parallel_set_is_sound():
    parallel = load_parallel(REPOSITORY_GOLD)
    assert len(parallel) == 15
    for one in parallel:
        assert list(one.reports) == LANGUAGES
        assert len({len(report.claims) for report in one.reports.values()}) == 1
