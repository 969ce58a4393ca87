"""What every test may use."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import factory
from hudna.knowledge.complete import require_complete
from hudna.knowledge.files import LANGUAGES
from hudna.knowledge.language import load_language
from hudna.model.coded import Coded
from hudna.model.report import Report
from hudna.read.language import known_languages
from hudna.read.readers import unreadable


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is also the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def plain_coder(monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterable[Report]], Iterator[Coded]]:
    """Instead of the coder: one claim for each report that begins with the factory's text."""

    def code_reports(
        reports: Iterable[Report], *, reader: str = "parser", names: bool = True
    ) -> Iterator[Coded]:
        for report in reports:
            if report.text.startswith("FAULT"):
                raise ZeroDivisionError("a rule divided by nought")
            yield factory.coded(report) if report.text.startswith(factory.TEXT) else Coded(report)

    monkeypatch.setattr("hudna.pipeline.code_reports", code_reports)
    return code_reports


PROOF = {"context": "The Front has a newspaper.", "alone": 0, "beside_arms": 0, "not_taken": 0, "quiet": 0}


@pytest.fixture
def language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """Makes a language that only this test knows: a copy of English with another language.yml."""
    languages = tmp_path / "languages"
    languages.mkdir()
    for folder in LANGUAGES.iterdir():
        (languages / folder.name).symlink_to(folder)
    monkeypatch.setattr("hudna.knowledge.files.LANGUAGES", languages)

    def make(code: str, **properties: Any) -> Path:
        shutil.copytree(LANGUAGES / "en", languages / code)
        given = {
            "name": code,
            "script": "latin",
            "has_case": True,
            "modifiers": "before",
            "proof": PROOF,
            **properties,
        }
        (languages / code / "language.yml").write_text(yaml.safe_dump(given), encoding="utf-8")
        forget()
        return languages / code

    yield make
    forget()


def forget() -> None:
    """Empty what is remembered of which languages there are."""
    for remembered in (load_language, known_languages, unreadable, require_complete):
        remembered.cache_clear()
