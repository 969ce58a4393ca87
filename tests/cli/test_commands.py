"""What a person sees: claims, one line for what went wrong, a closing line, an exit code."""

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import factory
from hudna import __version__
from hudna.cli.app import app, main
from hudna.cli.outputs import schema_text
from hudna.model.claim import Claim
from hudna.model.report import Issue

pytestmark = pytest.mark.usefixtures("plain_coder")
COMMANDS = sorted(command.name or command.callback.__name__ for command in app.registered_commands)


def hudna(*arguments, stdin=None):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def hudna_main(monkeypatch, capsys, *arguments):
    """The exit code and standard error of the whole program."""
    monkeypatch.setattr(sys, "argv", ["hudna", *map(str, arguments)])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code, capsys.readouterr().err


@pytest.fixture
def report(folder):
    (folder / "a.txt").write_text(factory.TEXT)
    return folder / "a.txt"


@pytest.fixture
def store(report, folder):
    hudna("run", report, "--store", "x.db", "--published", "2021-03-05", "--source", "Kadra Post")
    return folder / "x.db"


def test_code_prints_a_claim_a_line(report):
    done = hudna("code", report, "--published", "2021-03-05")
    assert done.exit_code == 0
    [claim] = [json.loads(line) for line in done.stdout.splitlines()]
    assert claim["schema"] == "hudna.claim/1"
    assert factory.TEXT[claim["start"] : claim["end"]] == claim["text"]
    assert done.stderr == "hudna: 1 report coded, 0 skipped, 1 claim\n"


def test_what_is_printed_keeps_to_the_schema(report):
    schema = json.loads(hudna("schema").stdout)
    for line in hudna("code", report).stdout.splitlines():
        jsonschema.validate(json.loads(line), schema)
    assert hudna("schema").stdout == schema_text(Claim)


def test_schemas_are_written_as_files(folder):
    assert hudna("schema", "--out", "s").exit_code == 0
    assert (folder / "s" / "hudna.claim.1.json").read_text() == schema_text(Claim)


def test_standard_input_is_coded():
    done = hudna("code", "-", stdin=json.dumps({"id": "a", "text": factory.TEXT, "published": "2021-03-05"}))
    assert json.loads(done.stdout)["report"] == "a"


def test_bad_inputs_cost_a_line_each_and_the_rest_is_coded(report, folder):
    (folder / "empty.txt").write_text("")
    (folder / "l.jsonl").write_text(
        "{broken\n" + json.dumps({"id": "b", "text": "Rain.", "published": "2021-03-05"})
    )
    done = hudna("code", ".", "gone.txt", "--published", "2021-03-05")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.splitlines() == [
        "hudna: empty.txt: is empty",
        "hudna: l.jsonl line 1: is not valid JSON: Expecting property name enclosed in double quotes",
        "hudna: gone.txt: no such file or directory",
        "hudna: 2 reports coded, 3 skipped, 1 claim",
    ]


def test_a_fault_of_the_coder_costs_that_report_only(folder):
    entries = [
        {"id": name, "text": text, "published": "2021-03-05"}
        for name, text in (("a", "FAULT"), ("b", factory.TEXT))
    ]
    (folder / "l.jsonl").write_text("\n".join(map(json.dumps, entries)))
    done = hudna("code", "l.jsonl")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["report"] == "b"
    assert "hudna: a: fault of the coder, please report it: ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr


def test_debug_shows_where_a_fault_is(folder, monkeypatch):
    monkeypatch.setenv("HUDNA_DEBUG", "1")
    done = hudna("code", "-", stdin="FAULT")
    assert isinstance(done.exception, ZeroDivisionError)


def test_a_report_without_a_day_is_named_once(report):
    done = hudna("code", report)
    assert done.exit_code == 0
    assert "no publication date" in done.stderr
    assert done.stderr.count(": a-") == 1


def test_names_cannot_command_the_terminal(folder):
    name = "x\x1b[31m\u202etxt.txt"
    (folder / name).write_text("")
    done = hudna("code", name)
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_mentions_and_table(report):
    first = json.loads(hudna("code", report, "--mentions").stdout.splitlines()[0])
    assert first["schema"] == "hudna.mentions/1"
    table = hudna("code", report, "--table").stdout
    assert "ASSAULT" in table
    assert "the Kadra Front" in table


def test_a_table_is_not_for_programs(report):
    assert hudna("code", report, "--table", "--json").exit_code == 2


def test_a_day_to_come_is_no_day_of_publication(report):
    done = hudna("code", report, "--published", "2999-01-01")
    assert done.exit_code == 2
    assert "lies in the future" in done.stderr


def test_run_adds_nothing_twice(store, report):
    again = hudna("run", report, "--store", store, "--published", "2021-03-05", "--source", "Kadra Post")
    assert again.exit_code == 0
    assert (
        again.stderr.splitlines()[-1] == "hudna: 0 reports coded, 0 skipped, 1 report held already, 0 claims"
    )
    assert hudna("export", "--store", store, "--format", "jsonl").stdout.count("\n") == 1


def test_a_report_that_cannot_be_coded_is_said_at_every_run(folder, monkeypatch):
    def refuse(reports, *, reader, names):
        for item in reports:
            yield factory.Coded(
                item, issues=(Issue(input=item.id, report=item.id, reason="language 'xx' is not supported"),)
            )

    monkeypatch.setattr("hudna.pipeline.code_reports", refuse)
    (folder / "a.txt").write_text(factory.TEXT)
    for _ in range(2):
        done = hudna("run", "a.txt", "--store", "x.db")
        assert done.exit_code == 1
        assert "is not supported" in done.stderr
        assert done.stderr.splitlines()[-1] == "hudna: 0 reports coded, 1 skipped, 0 claims"
    assert "is not supported" in hudna("sitrep", "--store", "x.db").stdout


def test_run_writes_the_situation_report(report, folder):
    assert hudna("run", report, "--store", "x.db", "--out", "out").exit_code == 0
    assert {path.name for path in (folder / "out").iterdir()} == {"sitrep.md", "sitrep.html"}


@pytest.mark.parametrize("layout", ["md", "html"])
def test_sitrep_is_the_same_every_time(store, layout):
    first, second = (hudna("sitrep", "--store", store, "--format", layout) for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout == second.stdout
    assert "kadra-1-c1" in first.stdout


def test_sitrep_as_of_a_day_leaves_out_what_came_later(store):
    assert "kadra-1-c1" not in hudna("sitrep", "--store", store, "--as-of", "2021-03-04").stdout


@pytest.mark.parametrize(("layout", "start"), [("pdf", b"%PDF-"), ("docx", b"PK")])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_sitrep_is_written_as_a_file(store, folder, layout, start, language):
    done = hudna(
        "sitrep",
        "--store",
        store,
        "--format",
        layout,
        "--language",
        language,
        "--period",
        "week",
        "--out",
        "r",
    )
    assert done.exit_code == 0
    assert (folder / "r").read_bytes().startswith(start)


def test_notes_stand_in_the_sitrep_and_a_wrong_one_is_named(store, folder):
    (folder / "n.jsonl").write_text(
        '{"section": "outlook", "author": "Duty officer", "text": "Quiet night."}\n'
    )
    assert "Quiet night." in hudna("sitrep", "--store", store, "--notes", "n.jsonl").stdout
    (folder / "n.jsonl").write_text('{"section": "outlook"}\n')
    assert "n.jsonl:1: a note is an object with section, author, text" in str(
        hudna("sitrep", "--store", store, "--notes", "n.jsonl").exception
    )


def test_notes_are_never_public(store, folder):
    (folder / "n.jsonl").write_text("")
    done = hudna("sitrep", "--store", store, "--notes", "n.jsonl", "--public")
    assert "cannot be combined with --notes" in str(done.exception)


def test_what_is_public_names_no_town(store):
    public = hudna("sitrep", "--store", store, "--public").stdout
    assert "For the public" in public
    assert "Norhaven" not in public
    assert "Norhaven" in hudna("export", "--store", store, "--what", "incidents").stdout
    assert "Norhaven" not in hudna("export", "--store", store, "--what", "incidents", "--public").stdout


def test_export_says_what_a_format_cannot_hold(store):
    done = hudna("export", "--store", store, "--format", "ucdp")
    assert done.exit_code == 0
    assert done.stderr == "hudna: 1 record left out: not told as a fact\n"


def test_reports_of_an_incident_and_of_an_agreement(store):
    name = json.loads(hudna("export", "--store", store, "--format", "jsonl", "--what", "incidents").stdout)[
        "id"
    ]
    assert f"Incident dossier: {name}" in hudna("report", "incident", name, "--store", store).stdout
    done = hudna("report", "ceasefire", "--store", store, "--agreement", "libya_2020")
    assert "Ceasefire report by provision" in done.stdout
    assert "known: hodeidah_2018, libya_2020" in str(
        hudna("report", "ceasefire", "--store", store, "--agreement", "x").exception
    )


def test_import_takes_over_what_can_be_read_and_counts_the_rest(folder):
    head = "id,type_of_violence,side_a,side_b,country,where_prec,latitude,longitude,date_start,date_end,best,high,low\n"
    rows = "7,1,Government,Front,Libya,1,12,30,2021-03-01,2021-03-01,4,9,1\n8,1,Government,Front,Libya,1,120,30,2021-03-01,2021-03-01,4,9,1\n"
    (folder / "ged.csv").write_text(head + rows)
    done = hudna("import", "ged.csv", "--as", "ucdp", "--store", "i.db")
    assert done.exit_code == 1
    assert "ged.csv:3: latitude '120' is no angle" in done.stderr
    assert done.stderr.endswith("hudna: 1 record read, 1 added, 1 skipped\n")
    [one] = hudna("export", "--store", "i.db", "--format", "jsonl", "--what", "imported").stdout.splitlines()
    assert json.loads(one)["original"]["side_b"] == "Front"


@pytest.mark.parametrize("name", ["kadra-1-c1", "kadra-1", None])
def test_explain_leads_back_to_the_words(store, name):
    done = hudna("explain", *([name] if name else []), "--store", store)
    assert done.exit_code == 0
    for words in (
        factory.TEXT,
        "Kadra Post",
        "“the Kadra Front” [12:27]",
        "kept without a name",
        "ASSAULT / heavy-weapons",
    ):
        assert words in done.stdout


def test_explain_codes_files_on_the_spot(report):
    assert "kadra-1-c1" in hudna("explain", "--reports", report).stdout


@pytest.mark.parametrize("arguments", [["--store", "x.db", "--reports", "a.txt"], []])
def test_explain_needs_one_place_to_look(arguments):
    assert hudna("explain", *arguments).exit_code == 2


def test_verify_notices_nothing_in_a_sound_store(store):
    done = hudna("verify", "--store", store)
    assert (done.exit_code, "unchanged" in done.stderr) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["code", "a.txt", "--language", "English!"], "is no language code"),
        (["sitrep", "--store", "gone.db"], "gone.db does not exist"),
        (["explain", "nothing", "--store", "x.db"], "no claim or report goes by 'nothing'"),
        (["export", "--store", "x.db", "--format", "xls"], "there is no exporter 'xls'; known: acled, csv"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(store, monkeypatch, capsys, arguments, words):
    code, said = hudna_main(monkeypatch, capsys, *arguments)
    assert code == 2
    assert words in said
    assert len(said.splitlines()) == 1


def test_a_fault_of_the_program_is_one_sentence(monkeypatch, capsys, store):
    monkeypatch.setattr("hudna.cli.documents.situation", lambda *_, **__: 1 / 0)
    code, said = hudna_main(monkeypatch, capsys, "sitrep", "--store", store)
    assert code == 2
    assert (
        said
        == "hudna: fault of the program: ZeroDivisionError: division by zero (HUDNA_DEBUG=1 shows where)\n"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_is_documented(command):
    done = hudna(command, "--help")
    assert done.exit_code == 0
    assert f"hudna {command}" in (Path(__file__).parents[2] / "docs" / "commands.md").read_text()


def test_every_module_of_the_commands_folder_is_registered():
    assert {"code", "evaluate", "explain", "link", "run", "schema", "sitrep", "verify"} <= set(COMMANDS)
    assert hudna("--version").stdout == f"hudna {__version__}\n"


def test_help_loads_nothing_heavy():
    probe = "import sys; import hudna.cli; print([m for m in ('pydantic', 'spacy', 'sqlalchemy', 'rich', 'yaml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_reader_that_leaves_early_is_no_fault(folder):
    many = "\n".join(json.dumps({"id": str(n), "text": "Rain.", "published": "2021-03-05"}) for n in range(3))
    (folder / "l.jsonl").write_text(many)
    script = "import sys; sys.argv=['hudna', 'schema']; from hudna.cli import main; main()"
    done = subprocess.run(
        f'{sys.executable} -c "{script}" | head -c 10',
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_an_interrupt_is_quiet(folder):
    script = (
        "import sys, time, hudna.pipeline as p\n"
        "def slow(reports, *, reader, names):\n    print('ready', flush=True); time.sleep(30); yield\n"
        "p.code_reports = slow; sys.argv = ['hudna', 'code', '-']\n"
        "from hudna.cli import main; main()\n"
    )
    done = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    done.stdin.write(b"Rain.")
    done.stdin.close()
    done.stdin = None
    assert done.stdout.readline() == b"ready\n"
    time.sleep(0.1)
    os.kill(done.pid, 2)
    _, said = done.communicate(timeout=20)
    assert done.returncode == 130
    assert b"Traceback" not in said


def test_the_terminal_s_own_encoding_does_not_matter(report, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    probe = (
        "import io, sys; from hudna.cli.console import write; write('وقف إطلاق النار'); sys.stdout.flush()"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True)
    assert done.stdout.decode() == "وقف إطلاق النار\n"
    assert isinstance(sys.stdout, io.TextIOBase)


def test_the_program_leaves_with_its_code_and_all_it_said(tmp_path):
    said = subprocess.run([sys.executable, "-m", "hudna", "schema"], capture_output=True, check=False)
    assert said.returncode == 0
    assert json.loads(said.stdout)
    wrong = [sys.executable, "-m", "hudna", "code", str(tmp_path / "none.txt")]
    missed = subprocess.run(wrong, capture_output=True, text=True, check=False)
    assert missed.returncode in {1, 2}
    assert "none.txt" in missed.stderr


def test_what_was_to_be_done_on_leaving_is_done():
    script = (
        "import atexit, sys; atexit.register(print, 'left'); sys.argv = ['hudna', '--version']; "
        "from hudna.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"hudna {__version__}", "left"]


def test_a_thread_that_still_works_is_waited_for():
    script = (
        "import sys, threading, time; "
        "threading.Thread(target=lambda: (time.sleep(.3), print('worked'))).start(); "
        "sys.argv = ['hudna', '--version']; from hudna.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "worked" in done.stdout
