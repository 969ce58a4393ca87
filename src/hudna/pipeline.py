"""The whole system on one page: only this file knows the order of stages."""

from collections.abc import Iterable, Iterator

from hudna.model.coded import Coded
from hudna.model.report import Report


def code_reports(reports: Iterable[Report], *, reader: str = "parser") -> Iterator[Coded]:
    """Each report with its claims, in the order given."""
    for report in reports:
        yield Coded(report)
