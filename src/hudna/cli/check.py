"""`hudna check`, `tripwires`, `calendar`: what agreements say, as JSON lines or as tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hudna.cli.console import counted
from hudna.cli.evidence import From, Read, read_evidence
from hudna.cli.picture import write_all
from hudna.model.finding import Finding, Review
from hudna.pipeline import agreements_for, calendar_of, check_picture, draw_picture


@dataclass(frozen=True, slots=True)
class Shown:
    """Which findings, and what beside them."""

    agreements: tuple[str, ...] = ()
    provision: str | None = None
    party: str | None = None
    standing: bool = True
    declared: bool = False
    counts: bool = False
    table: bool = False


def print_findings(given: From, shown: Shown, *, as_of: date | None) -> int:
    """The exit code, after every finding was printed."""
    read, review = _reviewed(given, shown.agreements, as_of)
    found = [one for one in review.findings if _is_wanted(one, shown)]
    declared = review.declared if shown.declared else ()
    counts = review.counts if shown.counts else ()
    if shown.table:
        from hudna.cli.check_tables import show_counts, show_declared, show_findings

        show_findings(found)
        show_declared(declared)
        show_counts(counts)
    else:
        write_all([*found, *declared, *counts])
    return read.close(counted(len(found), "finding"))


def print_tripwires(given: From, *, agreements: Sequence[str], as_of: date | None, table: bool) -> int:
    """The exit code, after every trip-wire was printed."""
    read, review = _reviewed(given, agreements, as_of)
    if table:
        from hudna.cli.check_tables import show_tripwires

        show_tripwires(review.tripwires)
    else:
        write_all(review.tripwires)
    return read.close(counted(len(review.tripwires), "trip-wire"))


def print_calendar(as_of: date, *, days: float | None, table: bool) -> int:
    """The exit code, after the days around a day were printed."""
    found = calendar_of(as_of, days)
    if table:
        from hudna.cli.check_tables import show_occasions

        show_occasions(found)
    else:
        write_all(found)
    return 0


def _reviewed(given: From, named: Sequence[str], as_of: date | None) -> tuple[Read, Review]:
    read = read_evidence(given, as_of)
    agreements = agreements_for(read.evidence, named)
    picture = draw_picture(read.evidence, read.as_of, agreements)
    return read, check_picture(read.evidence, picture, agreements)


def _is_wanted(one: Finding, shown: Shown) -> bool:
    return (
        (shown.standing or not one.standing)
        and shown.provision in {None, one.provision}
        and shown.party in {None, one.party}
    )
