"""`hudna forecast` and `hudna forecast score`, from files as people have them."""

import gzip
import json
import zipfile

import pytest
from typer.testing import CliRunner

from forecast.factory import ged_lines, made_panel
from forecast.test_own import incident
from hudna.cli.app import app, main
from hudna.forecast.months import month_name

PANEL = made_panel(units=6, months=100)


def rows(last=None):
    """A GED file's rows that add up to the invented panel."""
    found = []
    for unit, name in enumerate(PANEL.units):
        for month, deaths in enumerate(PANEL.deaths[unit]):
            if deaths and (last is None or month <= last):
                day = f"{month_name(PANEL.first + month)}-15"
                found.append({"id": str(len(found)), "country": name, "date_start": day, "date_end": day, "best": str(int(deaths))})  # fmt: skip
    return found


@pytest.fixture
def ged(folder):
    path = folder / "ged.csv"
    path.write_text("".join(ged_lines(rows())), encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(app, ["forecast", *map(str, arguments)])


def test_a_table_for_people(ged):
    done = run("--ged", ged, "--model", "hurdle", "--months", "3", "--as-of", "2008-01", "--top", "2")
    assert done.exit_code == 0, done.output
    assert "state-based deaths a month, known to 2008-01, by hurdle" in done.stdout
    assert "2008-04" in done.stdout
    assert "1 unit with fewer deaths expected not shown" in done.stdout
    assert "after 2008-01 left out" in done.stderr


def test_lines_for_a_program(ged):
    done = run("--ged", ged, "--model", "hurdle", "--model", "conflictology-24", "--months", "2", "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 2 * 2 * 3
    assert {line["schema"] for line in lines} == {"hudna.forecast/1"}
    assert [line["draws"] for line in lines] == [[]] * 12
    assert all(0 <= line["at_least_25"] <= line["any_deaths"] <= 1 and line["low"] <= line["median"] <= line["high"] for line in lines)  # fmt: skip
    with_draws = run(
        "--ged", ged, "--model", "hurdle", "--months", "1", "--json", "--draws"
    ).stdout.splitlines()
    assert {len(json.loads(line)["draws"]) for line in with_draws} == {1000}


@pytest.mark.parametrize("ending", [".csv.gz", ".zip"])
def test_packed_files_are_read(ged, folder, ending):
    packed = folder / f"packed{ending}"
    if ending == ".zip":
        with zipfile.ZipFile(packed, "w") as archive:
            archive.write(ged, "GEDEvent_v26_1.csv")
    else:
        packed.write_bytes(gzip.compress(ged.read_bytes()))
    plain, same = (run("--ged", one, "--model", "conflictology-12", "--json") for one in (ged, packed))
    assert plain.stdout == same.stdout != ""


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz", ".parquet"])
def test_a_frozen_forecast_is_scored_when_what_came_is_known(ged, folder, ending):
    frozen, picture = folder / f"frozen{ending}", folder / "picture.svg"
    done = run("--ged", ged, "--model", "hurdle", "--months", "6", "--as-of", "2007-12", "--freeze", frozen)
    assert done.exit_code == 0, done.output
    scored = run("score", frozen, "--ged", ged, "--json", "--plot", picture)
    assert scored.exit_code == 0, scored.output
    found = json.loads(scored.stdout)
    assert [one["model"] for one in found["models"]] == ["hurdle", "conflictology-12"]
    assert found["models"][0]["summary"]["cases"] + found["pending"] // 2 == 6 * 3
    assert picture.read_text().startswith("<?xml")
    assert "Forecasts of 2007-12" in run("score", frozen, "--ged", ged).stdout
    again = run("--ged", ged, "--model", "hurdle", "--freeze", frozen)
    assert again.exit_code == 2 or "never overwritten" in str(again.exception)


def test_every_ending_holds_the_same_forecast(ged, folder):
    texts = []
    for ending in (".jsonl", ".jsonl.gz", ".parquet"):
        frozen = folder / f"frozen{ending}"
        run("--ged", ged, "--model", "conflictology-12", "--as-of", "2007-12", "--freeze", frozen)
        texts.append(run("score", frozen, "--ged", ged, "--json").stdout)
    assert texts[0] == texts[1] == texts[2] != ""


def test_a_picture_is_the_same_again(ged, folder):
    run("--ged", ged, "--model", "conflictology-12", "--as-of", "2007-12", "--freeze", folder / "f.jsonl")
    for name in ("a.png", "b.png", "a.svg", "b.svg"):
        run("score", folder / "f.jsonl", "--ged", ged, "--plot", folder / name)
    assert (folder / "a.png").read_bytes() == (folder / "b.png").read_bytes()
    assert (folder / "a.svg").read_bytes() == (folder / "b.svg").read_bytes()


def test_a_candidate_file_adds_only_later_months(ged, folder):
    final, candidate = folder / "final.csv", folder / "candidate.csv"
    final.write_text("".join(ged_lines(rows(last=90))), encoding="utf-8")
    candidate.write_text("".join(ged_lines(rows())), encoding="utf-8")
    both = run("--ged", final, "--ged", candidate, "--model", "conflictology-12", "--json")
    assert both.stdout == run("--ged", ged, "--model", "conflictology-12", "--json").stdout
    assert "left out: an earlier file covers those months" in both.stderr


def test_a_bad_row_is_said_counted_and_costs_exit_code_1(ged):
    with ged.open("a", encoding="utf-8") as lines:
        lines.write("9,1,Kadra,2008-01-01,2008-01-01,many,1,1,North,1\n")
    done = run("--ged", ged, "--model", "conflictology-12", "--json")
    assert done.exit_code == 1
    assert "best 'many' is no number; skipped" in done.stderr
    assert done.stdout


def test_own_incidents_are_forecast_and_name_their_claims(folder):
    path = folder / "incidents.jsonl"
    days = [(2020 + month // 12, month % 12 + 1) for month in range(30)]
    lines = [
        incident(
            id=f"i{number}", claims=(f"c{number}",),
            occurred={"earliest": f"{year}-{month:02d}-03", "latest": f"{year}-{month:02d}-03", "precision": "day", "basis": "stated"},
        ).model_dump_json(by_alias=True)
        for number, (year, month) in enumerate(days)
    ]  # fmt: skip
    path.write_text("\n".join([*lines, '{"id": 3}', incident(status="alleged").model_dump_json(by_alias=True)]), encoding="utf-8")  # fmt: skip
    done = run("--incidents", path, "--model", "conflictology-12", "--months", "1", "--json")
    assert done.exit_code == 1
    [line] = [json.loads(line) for line in done.stdout.splitlines()]
    assert (line["unit"], line["median"]) == ("KDR", 7)
    assert line["claims"] == [f"c{number}" for number in range(18, 30)]
    assert "1 incident not counted: alleged only" in done.stderr
    assert "incidents.jsonl:31: no incident" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Usage"),
        (("--model", "hurdle"), "give UCDP files with --ged FILE, or incidents"),
        (("--ged", "ged.csv", "--incidents", "x"), "give UCDP files with --ged FILE, or incidents"),
        (("--ged", "ged.csv", "--as-of", "May"), "--as-of 'May' is no month; 2024-05 would be right"),
        (("--ged", "ged.csv", "--model", "oracle"), "no forecasting model 'oracle'; known: "),
        (("--ged", "ged.csv", "--freeze", "f.csv"), "must end in .jsonl, .jsonl.gz, .parquet"),
        (("--ged", "none.csv"), "none.csv: No such file"),
        (("score", "ged.csv", "--ged", "ged.csv"), "ged.csv:1: no Frozen"),
        (("score", "f.jsonl", "--ged", "ged.csv", "--plot", "x.gif"), "must end in .png or .svg"),
    ],
)
def test_wrong_use_is_exit_code_2_with_a_sentence(ged, monkeypatch, capsys, arguments, sentence):
    monkeypatch.setattr("sys.argv", ["hudna", "forecast", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    told = capsys.readouterr()
    assert sentence in " ".join((told.err + told.out).replace("│", " ").split())


def test_a_forecast_whose_months_are_to_come_cannot_be_scored(ged, folder):
    run("--ged", ged, "--model", "conflictology-12", "--freeze", folder / "f.jsonl")
    done = run("score", folder / "f.jsonl", "--ged", ged)
    assert "so nothing can be scored yet" in str(done.exception)
