"""Set `polnear`: standoff marks read, and our speakers compared where we code a marked content."""

import pytest

from hudna.errors import InputError
from hudna.evaluate import attribution
from hudna.model.claim import Claim, Speaker
from hudna.model.coded import Coded

TEXT = "Medics said the army shelled Selen. The mayor was calm, aides said; the price of bread rose."


def mark(number, kind, words):
    start = TEXT.index(words)
    return f"T{number}\t{kind} {start} {start + len(words)}\t{words}"


MARKS = "\n".join(
    [
        mark(1, "Source", "Medics"), mark(2, "Content", "the army shelled Selen"), "E1\tAttribution:T9 Content:T2 Source:T1",
        mark(3, "Source", "aides"), mark(4, "Content", "The mayor was calm"), "E2\tAttribution:T9 Content:T4 Source:T3",
    ]
)  # fmt: skip


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "attribution" / "polnear_dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "selen.txt").write_text(TEXT, encoding="utf-8")
    (folder / "attributions" / "selen_1.ann").write_text(MARKS, encoding="utf-8")
    return tmp_path


def coded_as(speaker, monkeypatch):
    words = "the army shelled Selen"
    start, at = TEXT.index(words), TEXT.index(speaker)
    claim = Claim(
        id="1", report="selen", language="en", start=start, end=start + len(words), text=words,
        speakers=(Speaker(text=speaker, start=at, end=at + len(speaker), kind="anonymous"),),
        speech_act="report", status="reported", content="event", counts=True, rule="test",
    )  # fmt: skip
    monkeypatch.setattr(
        attribution, "code_reports", lambda reports: [Coded(one, (claim,)) for one in reports]
    )


def test_the_marked_source_is_right(data, monkeypatch):
    coded_as("Medics", monkeypatch)
    figures = {figure.name: figure.value for figure in attribution.evaluate(data).figures}
    assert figures["speaker_f1"] == 1.0
    assert figures["coverage"] == 0.5


def test_another_source_is_false_and_missed(data, monkeypatch):
    coded_as("aides", monkeypatch)
    figures = {figure.name: figure.value for figure in attribution.evaluate(data).figures}
    assert figures["speaker_precision"] == figures["speaker_recall"] == 0.0


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(InputError, match="polnear_dev"):
        attribution.evaluate(tmp_path)
