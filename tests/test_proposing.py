"""A store is looked through once by each set of weights; what is found is a question and changes nothing else."""

import json

import pytest

from cli.test_commands import hudna
from hudna import judging, proposing
from hudna.errors import InputError
from hudna.judging import Wish
from hudna.knowledge.proposing import load_proposing
from hudna.store import open_store
from hudna.store.proposals import proposals_held

TEXT = (
    "Government forces shelled the eastern districts of Aleppo on Monday, killing at least 12 civilians, medics said. "
    "Rebels attacked an army post near Idlib on Tuesday and killed four soldiers, the army said. "
    "Militiamen made a bonfire of two villages overnight, local officials said on Tuesday. "
    "The river is at its lowest in June."
)
MISSED = "Militiamen made a bonfire of two villages overnight, local officials said on Tuesday."


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def ran(tmp_path, report, *more):
    path = tmp_path / "x.db"
    done = hudna("run", report, "--store", path, "--published", "2021-03-12", "--source", "Selen Post", *more)
    assert done.exit_code == 0, done.output
    return path, done


def held(path):
    store = open_store(path)
    try:
        with store.connection() as connection:
            return proposals_held(connection)
    finally:
        store.close()


def test_coding_prints_the_same_claims_with_and_without(report):
    plain = hudna("code", report, "--published", "2021-03-12")
    asked = hudna("code", report, "--published", "2021-03-12", "--propose")
    lines = asked.stdout.splitlines()
    assert plain.exit_code == asked.exit_code == 0, asked.output
    assert plain.stdout.splitlines() == lines[:-1]
    found = json.loads(lines[-1])
    assert (found["schema"], found["words"]["text"]) == ("hudna.proposal/1", MISSED)
    assert TEXT[found["words"]["start"] : found["words"]["end"]] == MISSED
    assert "1 sentence may tell of events not coded" in asked.stderr
    assert "may tell of events" not in plain.stderr


def test_a_run_that_does_not_ask_proposes_nothing_and_a_later_one_looks_at_what_is_held(tmp_path, report):
    path, done = ran(tmp_path, report)
    assert "may tell of events" not in done.stderr
    assert held(path) == []
    _, again = ran(tmp_path, report, "--propose")
    assert "1 sentence may tell of events not coded" in again.stderr
    assert [one.words.text for one in held(path)] == [MISSED]


def test_weights_look_at_a_coding_once_and_the_newest_have_the_word(tmp_path, report, monkeypatch):
    path, _ = ran(tmp_path, report, "--propose")
    store = open_store(path)
    try:
        assert proposing.propose(store) == 0
        stricter = load_proposing().model_copy(update={"least": 0.99})
        monkeypatch.setattr(proposing, "load_proposing", lambda: stricter)
        assert proposing.propose(store) == 0
    finally:
        store.close()
    assert held(path) == []


def test_it_stands_in_the_queue_until_somebody_answers_and_never_among_claims(tmp_path, report):
    path, _ = ran(tmp_path, report, "--propose")
    [listed] = map(
        json.loads, hudna("review", "--store", path, "--kind", "sentence", "--json").stdout.splitlines()
    )
    assert MISSED in listed["why"]
    before = hudna("link", "--store", path).stdout
    store = open_store(path)
    try:
        assert all(item.claim.start != TEXT.index(MISSED) for item in store.claims())
        with pytest.raises(InputError, match="confirm, reject would be right, not split"):
            judging.decide(store, Wish("split", (listed["about"],), "duty officer", "no claim"))
        with pytest.raises(InputError, match="no sentence put up for review"):
            judging.decide(store, Wish("confirm", ("s-000000000000",), "duty officer", "gone"))
        judging.decide(store, Wish("confirm", (listed["about"],), "duty officer", "two villages burned"))
        assert all(item.kind != "sentence" for item in judging.open_items(store))
    finally:
        store.close()
    assert hudna("link", "--store", path).stdout == before
