"""What is built works from any folder, with its knowledge inside."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = {
    ".yml",
    ".yaml",
    ".txt",
    ".json",
    ".bin",
    ".marisa",
    ".j2",
    ".typed",
    ".csv",
    ".tsv",
    ".geojson",
    ".ttf",
    ".typ",
    ".html",
    ".css",
    ".js",
    ".mjs",
    ".svg",
    ".woff2",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site, *arguments, stdin=""):
    """The program of the wheel, run from another folder."""
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "hudna", *arguments]
    return subprocess.run(
        command, cwd=site.parent, env=environment, input=stdin, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_every_data_file_of_the_package(wheel):
    package = ROOT / "src" / "hudna"
    expected = {path.relative_to(package) for path in package.rglob("*") if path.suffix in DATA}
    held = {path.relative_to(wheel / "hudna") for path in (wheel / "hudna").rglob("*")}
    assert expected - held == set()
    assert (wheel / "hudna" / "knowledge" / "languages" / "en" / "cues.yml").is_file()


def test_the_wheel_holds_licence_and_command(wheel):
    [metadata] = wheel.glob("hudna-*.dist-info")
    assert {path.name for path in (metadata / "licenses").iterdir()} == {"LICENSE", "NOTICE"}
    assert "hudna = hudna.cli:main" in (metadata / "entry_points.txt").read_text()


def test_the_wheel_runs(wheel):
    where = run(wheel, "--help")
    assert where.returncode == 0
    assert "Commands:" in where.stdout


def test_the_wheel_codes_a_report(wheel):
    report = {
        "id": "a",
        "text": "Rebels shelled Aleppo on Monday, killing three soldiers.",
        "published": "2021-03-05",
        "language": "en",
    }
    done = run(wheel, "code", "-", stdin=json.dumps(report))
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["event"]["root"] for line in done.stdout.splitlines()] == ["ASSAULT"]
