"""`hudna warn`, `indicators` and `alerts` as a person uses them, on a judged replay."""

import json

import jsonschema
import pytest
from typer.testing import CliRunner

import replays
from hudna.cli.app import app
from hudna.cli.outputs import schema_text
from hudna.errors import InputError
from hudna.model.alert import Alert
from hudna.model.indicator import Measured
from publish.channels.desks import SECRET, http_desk

TOWN = "red-line-town"


def hudna(*arguments, stdin=None, **environment):
    return CliRunner().invoke(app, [str(one) for one in arguments], input=stdin, env=environment)


def printed(done):
    assert done.exit_code in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def store(tmp_path):
    return replays.store(TOWN, tmp_path / "x.db")


def levels(found):
    return {one["area"] or one["subject"]: one["level"] for one in found if one["state"] != "stood_down"}


def test_alerts_are_lines_that_keep_to_the_contract_and_name_claims_of_the_store(store):
    found = printed(hudna("warn", "--store", store))
    schema = json.loads(schema_text(Alert))
    claims = {claim.id for one in replays.coded(TOWN) for claim in one.claims}
    assert levels(found)["ghadames-basin"] == "high"
    for alert in found:
        jsonschema.validate(alert, schema)
        assert set(alert["claims"]) <= claims
        assert alert["because"]
        assert alert["ends_when"]


def test_it_remembers_what_it_decided_and_says_the_same_again(store):
    first = hudna("warn", "--store", store)
    again = hudna("warn", "--store", store)
    assert first.stdout == again.stdout
    assert printed(hudna("alerts", "list", "--store", store)) == [
        one for one in printed(first) if one["state"] != "stood_down"
    ]


def test_a_run_can_end_with_the_alerts_that_the_command_would_print(tmp_path):
    reports, store, file = tmp_path / "a.jsonl", tmp_path / "a.db", tmp_path / "alerts.jsonl"
    words = "Rebels shelled the town of Ghadames on Monday, killing twelve people, the army said."
    line = {"id": "a", "source": "Echo", "published": "2024-03-12", "language": "en", "text": words}
    reports.write_text(json.dumps(line), encoding="utf-8")
    done = hudna("run", reports, "--store", store, "--alerts", file)
    assert "alert" in done.stderr
    written = [json.loads(one) for one in file.read_text(encoding="utf-8").splitlines()]
    assert written == printed(hudna("warn", "--store", store))


def test_alerts_that_cannot_be_written_are_one_clear_line(store, tmp_path):
    reports = tmp_path / "none.txt"
    reports.write_text("Nothing happened.", encoding="utf-8")
    done = hudna("run", reports, "--store", store, "--alerts", tmp_path / "missing" / "a.jsonl")
    assert isinstance(done.exception, InputError)
    assert "cannot be written" in str(done.exception)


def test_deciding_every_day_and_once_at_the_end_come_to_the_same(store, tmp_path):
    at_once = hudna("warn", "--store", store, "--since", "2023-08-20", "--as-of", "2023-08-31").stdout
    daily = replays.store(TOWN, tmp_path / "y.db")
    for number in range(20, 32):
        last = (
            hudna("warn", "--store", daily, "--since", "2023-08-20", "--as-of", f"2023-08-{number}")
            if number == 20
            else hudna("warn", "--store", daily, "--as-of", f"2023-08-{number}")
        )
    assert last.stdout == at_once


def test_the_clock_moved_back_shows_what_was_known_then_and_remembers_nothing(store):
    hudna("warn", "--store", store, "--since", "2023-08-20")
    before = hudna("alerts", "list", "--store", store, "--all").stdout
    done = hudna("warn", "--store", store, "--as-of", "2023-08-26")
    then = [json.loads(line) for line in before.splitlines()]
    assert printed(done) == [one for one in then if one["as_of"] == "2023-08-26"]
    assert printed(done)
    assert "nothing is remembered" in done.stderr
    assert hudna("alerts", "list", "--store", store, "--all").stdout == before


def test_to_forget_leaves_no_trace(store):
    hudna("warn", "--store", store, "--forget")
    assert printed(hudna("alerts", "list", "--store", store)) == []


def test_lines_of_claims_give_what_a_store_gives(store, tmp_path):
    claims, reports = replays.lines(TOWN, tmp_path)
    by_lines = printed(hudna("warn", claims, "--reports", reports))
    by_store = printed(hudna("warn", "--store", store))
    assert levels(by_lines) == levels(by_store)


def test_silent_sources_are_told_beside_the_alerts(store):
    assert "expected and never read: Libya Observer" in hudna("warn", "--store", store).stderr


def test_one_report_alone_gives_a_watch_with_what_is_missing(tmp_path):
    [first] = [one for one in replays.coded("southwest-move") if one.report.id == "sw-01"]
    claims, reports = tmp_path / "c.jsonl", tmp_path / "r.jsonl"
    claims.write_text("".join(c.model_dump_json(by_alias=True) + "\n" for c in first.claims))
    reports.write_text(first.report.model_dump_json() + "\n")
    [alert] = printed(hudna("warn", claims, "--reports", reports))
    assert (alert["level"], alert["origins"], alert["baseline"]) == ("watch", 1, "no baseline yet")
    assert any("no baseline yet" in fact for fact in alert["missing"])


def test_nothing_to_read_is_one_clear_line(tmp_path):
    done = hudna("warn", "-", stdin="")
    assert done.exit_code == 1
    assert "no day is known" in str(done.exception)


def test_a_table_shows_level_reasons_and_status(store):
    shown = hudna("warn", "--store", store, "--table", COLUMNS="200").stdout
    assert "high" in shown
    assert "exercise" in shown


def test_indicators_keep_to_the_contract_and_say_that_there_is_no_baseline(store):
    found = printed(hudna("indicators", "--store", store, "--area", "ghadames-basin", "--days", "28"))
    schema = json.loads(schema_text(Measured))
    assert {one["indicator"] for one in found} >= {"mobilisation", "coercion"}
    for one in found:
        jsonschema.validate(one, schema)
        assert one["exceedance"] is None
        assert "no baseline yet" in one["how"]
        assert one["area"] == "ghadames-basin"
    assert hudna("indicators", "--store", store, "--table", COLUMNS="200").exit_code == 0


def channels(tmp_path, desk):
    file = tmp_path / "channels.yml"
    file.write_text(
        f"channels:\n- {{name: desk, kind: webhook, url: '{desk.url}', secret_from: HOOK_SECRET}}\n"
        f"- {{name: web, kind: cap-folder, folder: '{tmp_path}/cap'}}\n"
    )
    return file


def test_alerts_go_from_decision_over_release_to_a_receiver(store, tmp_path):
    printed(hudna("warn", "--store", store))
    with http_desk() as desk:
        file = channels(tmp_path, desk)
        offline = hudna("alerts", "send", "--store", store, "--channels", file, "--expired", "--offline")
        assert "nothing was sent" in offline.stderr
        assert desk.received == []
        sent = hudna("alerts", "send", "--store", store, "--channels", file, "--expired", HOOK_SECRET=SECRET)
        assert {one["state"] for one in printed(sent)} == {"sent"}
        assert all(desk.body(n)["data"]["exercise"] for n in range(len(desk.received)))
        name = next(
            one["id"] for one in printed(hudna("alerts", "list", "--store", store)) if one["level"] == "high"
        )
        assert (
            hudna(
                "alerts", "release", name[:8], "--store", store, "--by", "desk", "--reason", "two calls"
            ).exit_code
            == 0
        )
        assert hudna("alerts", "release", name, "--store", store, "--by", "x", "--reason", "y").exit_code == 1
        count = len(desk.received)
        hudna("alerts", "send", "--store", store, "--channels", file, "--expired", HOOK_SECRET=SECRET)
        assert len(desk.received) == count + 1
        assert desk.body()["data"]["exercise"] is False
        assert desk.body()["data"]["alert"]["released_by"] == "desk"
    assert "<status>Actual</status>" in "".join(
        one.read_text() for one in (tmp_path / "cap").glob(f"{name}*.xml")
    )


def test_a_failure_is_an_exit_code_and_stays_in_the_list(store, tmp_path):
    hudna("warn", "--store", store)
    with http_desk() as desk:
        desk.answers = [500] * 9
        file = channels(tmp_path, desk)
        done = hudna("alerts", "send", "--store", store, "--channels", file, "--expired", HOOK_SECRET=SECRET)
    assert done.exit_code == 1
    assert {one["detail"] for one in printed(done) if one["channel"] == "desk"} == {"answered 500"}
    table = hudna(
        "alerts", "send", "--store", store, "--channels", file, "--offline", "--table", COLUMNS="200"
    )
    assert "answered 500" in table.stdout


def test_what_has_expired_by_the_clock_is_not_sent(store, tmp_path):
    hudna("warn", "--store", store)
    with http_desk() as desk:
        done = hudna(
            "alerts", "send", "--store", store, "--channels", channels(tmp_path, desk), HOOK_SECRET=SECRET
        )
        assert desk.received == []
    assert "expired before today" in done.stderr


def test_without_channels_the_way_to_name_them_is_told(store):
    done = hudna("alerts", "send", "--store", store, HUDNA_CHANNELS="")
    assert "HUDNA_CHANNELS" in str(done.exception)


def test_an_alert_that_nobody_knows_cannot_be_released(store):
    done = hudna("alerts", "release", "a-none", "--store", store, "--by", "x", "--reason", "y")
    assert "no alert that stands" in str(done.exception)


def test_alerts_are_scored_by_what_came_after(store):
    hudna("warn", "--store", store, "--since", "2023-08-20", "--as-of", "2023-08-26")
    early = printed(hudna("alerts", "score", "--store", store, "--as-of", "2023-08-26"))
    assert {one["result"] for one in early} == {"open"}
    late = hudna("alerts", "score", "--store", store, "--as-of", "2023-10-30")
    assert {one["result"] for one in printed(late)} <= {"came true", "did not", "void"}
    assert "judged came true" in late.stderr
    assert hudna("alerts", "score", "--store", store, "--table", COLUMNS="200").exit_code == 0


def test_an_alert_leads_back_to_the_words_of_reports(store):
    name = next(one["id"] for one in printed(hudna("warn", "--store", store)) if one["level"] == "high")
    shown = hudna("explain", name, "--store", store, COLUMNS="300").stdout
    assert "دخول قوات حفتر إلى غدامس" in shown
    assert "exercise: nobody released it" in shown
    assert "foretells" in shown
    assert "no alert goes by it" in str(hudna("explain", "a-none", "--store", store).exception)
