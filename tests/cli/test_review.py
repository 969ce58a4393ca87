"""What a person sees of open questions and can decide on the command line, and take back."""

import json

import pytest
from typer.testing import CliRunner

from cli.test_commands import hudna
from hudna.cli.app import app
from hudna.cli.commands.review import review
from hudna.model.coded import Coded
from hudna.model.judgement import Act
from hudna.store import open_store
from killed import war

pytestmark = pytest.mark.usefixtures("plain_coder")


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "kadra.db"
    opened = open_store(path, create=True)
    for one in war():
        opened.add(Coded(one.report, (one.claim,)), coder="c", run="r")
    opened.close()
    return path


def incidents(store):
    return [json.loads(line) for line in hudna("link", "--store", store).stdout.splitlines()]


def decided(store, *words, author="duty officer", reason="seen on site"):
    return hudna("review", *words, "--store", store, "--author", author, "--reason", reason)


def test_every_act_has_a_command():
    assert {*Act.__args__} <= {
        command.name or command.callback.__name__ for command in review.registered_commands
    }


def test_what_hangs_most_on_comes_first(store):
    listed = [json.loads(line) for line in hudna("review", "--store", store, "--json").stdout.splitlines()]
    assert listed, "something told by one side and denied by the other is open"
    assert [item["weight"] for item in listed] == sorted((item["weight"] for item in listed), reverse=True)
    assert all(item["because"] for item in listed)


@pytest.mark.parametrize(
    ("act", "value", "changed"),
    [
        (["verify", "{0}", "established"], "established", "verification"),
        (["grade", "{0}", "2"], "2", "grade"),
        (["correct", "{0}", "place.name", "Norhaven Market"], "Norhaven Market", "place"),
    ],
)
def test_what_is_decided_shows_and_what_is_withdrawn_is_gone(store, act, value, changed):
    before = incidents(store)
    first = before[0]["id"]
    done = decided(store, *(word.format(first) for word in act))
    assert done.exit_code == 0, done.output
    after = next(one for one in incidents(store) if one["id"] == first)
    assert value in json.dumps(after[changed])
    [name] = after["judgements"]
    assert decided(store, "withdraw", name).exit_code == 0
    assert incidents(store) == before
    told = hudna("review", "log", "--store", store).stdout
    assert "duty officer" in told
    assert "(withdrawn)" in told
    assert "seen on site" in told


def test_a_merge_and_a_split_are_taken_back_without_loss(store):
    before = incidents(store)
    one, other = before[0], before[-1]
    assert decided(store, "merge", one["id"], other["id"]).exit_code == 0
    joined = next(i for i in incidents(store) if one["claims"][0] in i["claims"])
    assert {*one["claims"], *other["claims"]} <= {*joined["claims"]}
    assert decided(store, "withdraw", *joined["judgements"]).exit_code == 0
    assert incidents(store) == before
    big = max(before, key=lambda incident: len(incident["claims"]))
    assert decided(store, "split", big["id"], big["claims"][-1]).exit_code == 0
    assert big["claims"][-1] in [i["claims"][0] for i in incidents(store) if len(i["claims"]) == 1]


def test_a_question_is_resolved_by_its_own_hypotheses_alone(store):
    listed = CliRunner().invoke(
        app, ["review", "resolve", "no-such", "x", "--store", str(store), "--author", "a", "--reason", "b"]
    )
    assert "known: " in str(listed.exception)
    question = str(listed.exception).split("known: ")[1].split(",")[0]
    wrong = decided(store, "resolve", question, "no-such")
    assert "would be right" in str(wrong.exception)
    assert decided(store, "resolve", question, "void").exit_code == 0
    assert question in hudna("review", "log", "--store", store).stdout


def test_an_incident_explains_itself_by_questions_and_weights(store):
    big = max(incidents(store), key=lambda incident: len(incident["claims"]))
    told = hudna("explain", big["id"], "--store", store).stdout
    for words in ("Are they the same kind of event?", "Do they tell of the same days?", "sum", "origin", "“"):
        assert words in told, words
