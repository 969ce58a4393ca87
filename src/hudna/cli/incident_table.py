"""Incidents as a table for people."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from hudna.cli.console import plain
from hudna.cli.table import terminal
from hudna.model.incident import Incident, Party, Toll

_COLUMNS = (("when", 3), ("what", 3), ("who", 4), ("where", 4), ("dead", 2), ("according to", 4), ("held as", 3), ("id", 4))  # fmt: skip


def show_incidents(incidents: Sequence[Incident]) -> None:
    """One row an incident."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name, ratio in _COLUMNS:
        table.add_column(name, ratio=ratio)
    for incident in incidents:
        table.add_row(*(Text(plain(cell)) for cell in _cells(incident)))
    terminal().print(table)


def _cells(incident: Incident) -> tuple[str, ...]:
    return (
        _when(incident),
        " ".join(part for part in (incident.root.value, incident.mode, incident.move) if part),
        _who(incident),
        incident.place.name if incident.place else "",
        dead(incident.fatalities),
        heard(incident),
        f"{incident.status.value}, {incident.verification}, {incident.grade.reliability}{incident.grade.credibility}",
        incident.id,
    )


def _when(incident: Incident) -> str:
    if incident.occurred is None:
        return ""
    first, last = incident.occurred.earliest, incident.occurred.latest
    return str(first) if first == last else f"{first or '?'} to {last or '?'}"


def _who(incident: Incident) -> str:
    who, whom = (", ".join(_name(one) for one in group) for group in (incident.actors, incident.recipients))
    return f"{who or '?'} → {whom}" if whom else who


def _name(one: Party) -> str:
    return one.id or one.text


def dead(toll: Toll) -> str:
    """A toll in short: one figure, or the range."""
    if toll.low is None and toll.high is None:
        return ""
    return (
        str(toll.best)
        if toll.best is not None and toll.low == toll.high
        else f"{toll.low or '?'}-{toll.high or '?'}"
    )


def heard(incident: Incident) -> str:
    """'3 reports, 1 origin, 1 side'."""
    parts = [
        (len(incident.reports), "report"),
        (len(incident.origins), "origin"),
        (len(incident.sides), "side"),
    ]
    return ", ".join(f"{number} {noun}" if number == 1 else f"{number} {noun}s" for number, noun in parts)
