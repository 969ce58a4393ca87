"""The documents name everything there is, and lead nowhere that is not there."""

import re
from pathlib import Path

import pytest
import yaml

from hudna.model.claim import Root, SpeechAct, Status
from hudna.publish import find_exporters
from hudna.publish.channels import channel_kinds
from hudna.warn.indicators import find_indicators
from hudna.warn.triggers import find_families

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").glob("*.md")])
CODEBOOK = (ROOT / "docs" / "codebook.md").read_text()
WORDS = ROOT / "src" / "hudna" / "knowledge" / "languages" / "en" / "documents.yml"
PHRASES = yaml.safe_load(WORDS.read_text())["events"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text()):
        assert target.startswith("http") or (page.parent / target).exists(), target


@pytest.mark.parametrize("word", [*Status, *SpeechAct])
def test_the_codebook_names_every_status_and_speech_act(word):
    assert f"`{word.value}`" in CODEBOOK


@pytest.mark.parametrize("root", list(Root))
def test_the_codebook_names_every_root_and_what_can_be_said_of_it(root):
    [row] = [line for line in CODEBOOK.splitlines() if line.startswith(f"| {root.value} |")]
    for mode in PHRASES[root.value].get("modes", {}):
        assert mode in row
    for move in PHRASES[root.value].get("moves", {}):
        assert f"`{move}`" in CODEBOOK


@pytest.mark.parametrize("name", sorted(find_exporters()))
def test_every_exporter_is_documented(name):
    assert name in (ROOT / "docs" / "commands.md").read_text()


@pytest.mark.parametrize(
    "name", [one.id for one in find_indicators()] + list(find_families()) + list(channel_kinds())
)
def test_every_indicator_family_of_triggers_and_kind_of_channel_is_documented(name):
    assert f"| `{name}` |" in (ROOT / "docs" / "alerts.md").read_text()


@pytest.mark.parametrize("variable", ["HUDNA_DEBUG", "HUDNA_DATA", "HUDNA_CHANNELS", "HUDNA_OIDC_ISSUER"])
def test_every_setting_is_documented(variable):
    assert variable in (ROOT / "docs" / "commands.md").read_text()


def test_every_sample_is_invented_and_readable():
    from hudna.collect import read_inputs
    from hudna.model.report import Report

    found = list(read_inputs([ROOT / "samples"]))
    assert len(found) >= 10
    assert all(isinstance(item, Report) for item in found)
