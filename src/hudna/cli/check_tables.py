"""Findings, declarations, trip-wires, counts and days as tables for people."""

from collections.abc import Iterable

from rich.text import Text

from hudna.cli.console import plain
from hudna.cli.picture_tables import row, table_of
from hudna.cli.table import terminal
from hudna.model.finding import Count, Declared, Finding, Occasion, Tripwire
from hudna.model.incident import Party

_COLOURS = {
    "inconsistent": "red", "undetermined": "yellow", "consistent": "green", "out_of_scope": "dim",
    "crossed": "red", "touched": "yellow", "armed": "cyan", "lapsed": "dim",
    "mismatch": "red", "partial": "yellow", "match": "green", "unknown": "dim",
}  # fmt: skip


def _coloured(word: str, note: str = "") -> Text:
    return Text(f"{word.replace('_', ' ')}{note}", style=_COLOURS.get(word, ""))


def show_findings(found: Iterable[Finding]) -> None:
    """Provision by provision; a provision as a whole comes after its incidents."""
    table = table_of("provision", "day", "party", "verdict", "because", "missing")
    for one in sorted(found, key=lambda one: (one.agreement, one.provision, one.standing, str(one.on))):
        note = f" ({one.label}{_by(one.by)})" if one.label != "none" else ""
        about = f"{one.provision} as a whole" if one.standing else one.provision
        derived = " (derived)" if one.basis == "derived" else ""
        row(
            table, f"{about}{derived}", one.on, one.party or "", _coloured(one.verdict, note),
            f"{one.question} {one.because}{_denied(one.denied_by)}", "; ".join(one.missing),
        )  # fmt: skip
    terminal().print(table)


def _by(parties: Iterable[Party]) -> str:
    names = ", ".join(party.text for party in parties)
    return f" by {plain(names)}" if names else ""


def _denied(parties: Iterable[Party]) -> str:
    names = ", ".join(party.text for party in parties)
    return f" Denied by {names}." if names else ""


def show_declared(found: Iterable[Declared]) -> None:
    """Each declaration with what is told of it."""
    table = table_of(
        "declared by", "what", "declared", "told by others", "verdict", "because", "would settle it"
    )
    for one in found:
        row(
            table, one.declarer.text, one.field, one.declared, one.observed, _coloured(one.verdict), one.because,
            "; ".join(one.would_settle),
        )  # fmt: skip
    if table.row_count:
        terminal().print(table)


def show_counts(found: Iterable[Count]) -> None:
    """Numbers with the days they are to be read against."""
    table = table_of(
        "provision", "party", "verdict", "number", "days in force", "days with reports", "longest gap"
    )
    for one in found:
        note = f" ({one.label})" if one.label != "none" else ""
        row(
            table, one.provision, one.party or "not told", _coloured(one.verdict, note), one.number, one.days,
            one.days_with_reports, f"{one.longest_gap_days} days",
        )  # fmt: skip
    if table.row_count:
        terminal().print(table)


def show_tripwires(found: Iterable[Tripwire]) -> None:
    """Each wire with its author, who may be no party, and its state."""
    table = table_of("said by", "since", "if", "then", "state", "nearest", "because")
    for one in found:
        author = one.author.text if one.author else "the report"
        kind = " (a party)" if one.is_party else " (no name)" if one.anonymous else " (no party)"
        near = f"{one.nearest_km:.0f} km" if one.nearest_km is not None else ""
        row(
            table,
            f"{author}{kind}",
            one.since,
            one.condition,
            one.consequence,
            _coloured(one.state),
            near,
            one.because,
        )
    terminal().print(table)


def show_occasions(found: Iterable[Occasion]) -> None:
    """Days around a day, nearest first."""
    table = table_of("day", "what", "kind", "years", "away", "because")
    for one in found:
        row(table, one.on, one.name, one.kind, one.years, f"{one.days_away:+d} days", one.because)
    terminal().print(table)
