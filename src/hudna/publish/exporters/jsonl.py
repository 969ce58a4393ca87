"""Claims as JSON lines, the same lines that `hudna code` prints."""

from collections.abc import Iterable, Iterator

from hudna.model.claim import Claim
from hudna.model.report import Report

DESCRIPTION = "one claim a line, hudna.claim/1"


def export(items: Iterable[tuple[Claim, Report]]) -> Iterator[str]:
    """A line for each claim."""
    for claim, _ in items:
        yield claim.model_dump_json(by_alias=True) + "\n"
