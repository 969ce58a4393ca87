"""`hudna evaluate`: status, JSON, floors and sets."""

import json

import pytest

import hudna.evaluate.own as own
from evaluate.factory import written_report
from hudna.errors import InputError, KnowledgeError
from hudna.evaluate import command, sets
from hudna.evaluate.floors import below_floors, raise_floors, raised, read_floors
from hudna.evaluate.gold import load_gold
from hudna.evaluate.hands import perfect
from hudna.evaluate.sets import Figure, SetScore, as_score, evaluate_set
from hudna.model.coded import Coded


@pytest.fixture
def gold(tmp_path, monkeypatch):
    """A gold folder of one report and a coder that errs in nothing."""
    written_report(tmp_path)
    judged = {report.id: report for report in load_gold(tmp_path)}
    monkeypatch.setattr(
        command, "score_gold",
        lambda folder, half, coder: own.score_gold(
            folder, half=half, coder=lambda reports: (perfect(judged[report.id]) for report in reports)
        ),
    )  # fmt: skip
    return tmp_path


def run(**changes):
    return command.run(
        **{"set_name": None, "data": None, "gold": None, "half": "both", "as_json": False} | changes
    )


def test_json_names_language_half_and_measure(gold, capsys):
    assert run(gold=gold, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["figures"]["en"]["dev"]["events"] == 1.0
    assert told["conflicts"]["kadra"]["events"] == 1.0
    assert told["below"] == []


def test_the_table_names_every_measure(gold, capsys):
    assert run(gold=gold) == 0
    printed = capsys.readouterr().out
    assert all(measure in printed for measure in own.MEASURES)


def test_below_a_floor_is_status_1(gold, monkeypatch, capsys):
    (gold / "floors.json").write_text('{"en": {"dev": {"events": 0.5}}}', encoding="utf-8")
    assert run(gold=gold) == 0
    monkeypatch.setattr(
        command, "score_gold",
        lambda folder, half, coder: own.score_gold(folder, half=half, coder=lambda reports: map(Coded, reports)),
    )  # fmt: skip
    assert run(gold=gold) == 1
    assert "en dev events: 0.000 is below the floor 0.500" in capsys.readouterr().out


def test_wrong_gold_is_status_2_and_says_where(tmp_path, capsys):
    written_report(tmp_path, source=None)
    assert run(gold=tmp_path) == 2
    assert "kadra-port-selen.yml: source" in capsys.readouterr().err


def test_a_missing_folder_is_status_2(tmp_path, capsys):
    assert run(gold=tmp_path / "none") == 2
    assert "--gold" in capsys.readouterr().err


def test_floors_rise_and_never_fall(tmp_path):
    floors = {"en": {"dev": {"events": 0.9, "status": 0.2}}}
    figures = {
        "en": {"dev": {"events": 0.5, "status": 0.678, "act": None}, "both": {"events": 1.0}},
        "all": {},
    }
    assert raised(floors, figures) == {"en": {"dev": {"events": 0.9, "status": 0.67}}}
    raise_floors(tmp_path, figures)
    assert read_floors(tmp_path) == {"en": {"dev": {"events": 0.5, "status": 0.67}}}


def test_a_half_that_was_not_scored_is_not_below():
    assert below_floors({"en": {"locked": {"events": 0.9}}}, {"en": {"dev": {"events": 0.1}}}) == []


def test_a_figure_without_a_case_is_below_its_floor():
    assert below_floors({"en": {"dev": {"act": 0.1}}}, {"en": {"dev": {"act": None}}})


def test_a_floor_of_an_unknown_measure_is_refused(tmp_path):
    (tmp_path / "floors.json").write_text('{"en": {"dev": {"evnets": 0.5}}}', encoding="utf-8")
    with pytest.raises(KnowledgeError, match="unknown measure 'evnets'"):
        read_floors(tmp_path)


def test_an_unknown_set_lists_the_known_ones(tmp_path):
    with pytest.raises(InputError, match=r"unknown set 'nothing'; known sets: .*polnear.*seed"):
        evaluate_set("nothing", tmp_path)


def test_a_set_needs_its_data(monkeypatch, capsys):
    monkeypatch.delenv("HUDNA_DATA", raising=False)
    assert run(set_name="seed") == 2
    assert "give --data DIR or set HUDNA_DATA" in capsys.readouterr().err


def test_a_set_below_its_least_is_status_1(tmp_path, monkeypatch, capsys):
    score = SetScore("made-up", (Figure("f1", 0.4, {"a peer": 0.3}, least=0.5),), ("one line",))
    monkeypatch.setattr(sets, "known_sets", lambda: {"made-up": lambda _: score})
    assert run(set_name="made-up", data=tmp_path) == 1
    printed = capsys.readouterr().out
    assert "a peer" in printed
    assert "one line" in printed


def test_a_plain_mapping_will_do_for_a_set():
    score = as_score("x", {"figures": {"f1": 0.5}, "peers": {"Other": {"f1": 0.4}}, "lines": ["a"]})
    assert score == SetScore("x", (Figure("f1", 0.5, {"Other": 0.4}),), ("a",))
    with pytest.raises(InputError, match="SetScore would be right"):
        as_score("x", 3)


def test_every_set_has_its_own_name():
    assert {"seed", "polnear"} <= set(sets.known_sets())
