"""Claims as a table for people."""

import shutil
import sys
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hudna.cli.console import plain, visible
from hudna.model.claim import Claim, Occurred
from hudna.model.report import Report

_WIDTH_OF_FILES = 150
# Eight columns need some fifteen characters each.
_NARROW = 120
_WIDE_COLUMNS = (
    ("what", 5), ("who", 5), ("to whom", 4), ("where", 5), ("when", 4), ("according to", 5), ("held as", 4), ("words", 9),
)  # fmt: skip
_NARROW_COLUMNS = (("what, held as", 4), ("who → to whom", 5), ("where, when", 4), ("according to", 3))
_COLOURS = {
    "actual": "red", "declared": "yellow", "reported": "yellow", "alleged": "magenta", "denied": "green",
    "planned": "cyan", "conditional": "cyan", "hypothetical": "cyan", "demanded": "cyan",
}  # fmt: skip


def terminal() -> Console:
    """Standard output as rich sees it; wide where nobody's terminal limits it."""
    is_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if is_terminal else _WIDTH_OF_FILES
    return Console(width=width, highlight=False, emoji=False, markup=False)


def show_claims(report: Report, claims: Sequence[Claim]) -> None:
    """One report with a row for each claim."""
    console = terminal()
    console.print(Text(plain(_heading(report)), style="bold"))
    if not claims:
        console.print(Text("  tells of nothing that is coded\n", style="dim"))
        return
    rows = [_narrow(claim) if console.width < _NARROW else _wide(claim) for claim in claims]
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name, ratio in _NARROW_COLUMNS if console.width < _NARROW else _WIDE_COLUMNS:
        table.add_column(name, ratio=ratio)
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _wide(claim: Claim) -> list[Text]:
    return [*(Text(plain(cell)) for cell in _cells(claim)), _held(claim), Text(visible(claim.text))]


def _narrow(claim: Claim) -> list[Text]:
    what, who, whom, where, when, said = _cells(claim)
    told = Text.assemble(plain(what), "\n", _held(claim))
    return [
        told,
        Text(plain(f"{who or '?'} → {whom}" if whom else who)),
        Text(plain(", ".join(part for part in (where, when) if part))),
        Text(plain(said)),
    ]


def _heading(report: Report) -> str:
    parts = [report.id, report.source, report.published.isoformat() if report.published else "no date"]
    return " · ".join(part for part in parts if part)


def _cells(claim: Claim) -> tuple[str, ...]:
    return (_what(claim), _who(claim), _whom(claim), _where(claim), _when(claim), _speakers(claim))


def _what(claim: Claim) -> str:
    if claim.event:
        return " ".join(part for part in (claim.event.root.value, claim.event.mode, claim.event.move) if part)
    if claim.control:
        return f"control: {claim.control.status}"
    if claim.purpose:
        return " ".join(part for part in ("purpose:", claim.purpose.purpose_kind) if part)
    return claim.content


def _who(claim: Claim) -> str:
    if claim.event:
        return ", ".join(actor.text for actor in claim.event.actors)
    if claim.control:
        return claim.control.holder.text if claim.control.holder else ""
    if claim.composition:
        return ", ".join(actor.text for actor in claim.composition.made_of)
    return claim.purpose.by.text if claim.purpose and claim.purpose.by else ""


def _whom(claim: Claim) -> str:
    return ", ".join(actor.text for actor in claim.event.recipients) if claim.event else ""


def _where(claim: Claim) -> str:
    if claim.control:
        return claim.control.area.name if claim.control.area else ""
    places = claim.event.places if claim.event else claim.purpose.places if claim.purpose else ()
    return ", ".join(place.name if place.role == "at" else f"{place.role} {place.name}" for place in places)


def _when(claim: Claim) -> str:
    if claim.event and claim.event.occurred:
        return days(claim.event.occurred)
    return claim.control.as_of.isoformat() if claim.control and claim.control.as_of else ""


def days(occurred: Occurred) -> str:
    """The days as written in tables: one, a range, or what is known of it."""
    first, last = occurred.earliest, occurred.latest
    if first and last:
        return first.isoformat() if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else (occurred.text or "")


def _speakers(claim: Claim) -> str:
    names = [f"{speaker.text} (no name)" if speaker.anonymous else speaker.text for speaker in claim.speakers]
    return " via ".join(names) or "the report"


def _held(claim: Claim) -> Text:
    words = f"{claim.speech_act.value}: {claim.status.value}"
    return Text(
        words if claim.review is None else f"{words} (review)", style=_COLOURS.get(claim.status.value, "")
    )
