"""What every test may use."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import factory
from hudna.model.coded import Coded
from hudna.model.report import Report


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is also the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def plain_coder(monkeypatch: pytest.MonkeyPatch) -> Callable[[Iterable[Report]], Iterator[Coded]]:
    """Instead of the coder: one claim for each report that begins with the factory's text."""

    def code_reports(reports: Iterable[Report], *, reader: str = "parser") -> Iterator[Coded]:
        for report in reports:
            if report.text.startswith("FAULT"):
                raise ZeroDivisionError("a rule divided by nought")
            yield factory.coded(report) if report.text.startswith(factory.TEXT) else Coded(report)

    monkeypatch.setattr("hudna.pipeline.code_reports", code_reports)
    return code_reports
