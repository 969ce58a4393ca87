"""The picture as tables for people: hierarchy by indentation, allegations marked, silence told."""

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from hudna.cli.console import plain
from hudna.cli.table import terminal
from hudna.model.incident import Party, Where
from hudna.model.picture import Holding, Movement, Picture, Posture, StatedMakeup, StatedPurpose

_COLOURS = {
    "engaged": "red", "mobilised": "yellow", "alert": "yellow", "heightened": "cyan", "standing_down": "green",
    "normal": "dim",
}  # fmt: skip


def table_of(*columns: str) -> Table:
    """An empty table with these headings."""
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False)
    for name in columns:
        table.add_column(name)
    return table


def row(table: Table, *cells: object) -> None:
    """One row; what reports say cannot command the terminal."""
    table.add_row(*(cell if isinstance(cell, Text) else Text(plain(_text(cell))) for cell in cells))


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def show_postures(lines: Sequence[Posture], *, series: bool) -> None:
    """Actors below those they are part of, with their parts of the theatre."""
    columns = ("as of",) if series else ()
    table = table_of(
        *columns, "who", "where", "posture", "ordered", "seen", "alleged", "since", "last heard", "because"
    )
    for line in lines if series else _by_command(lines):
        first = (line.as_of,) if series else ()
        row(
            table, *first, f"{'  ' * _depth(line, lines)}{line.name}", line.area_name or "no place named", _state(line),
            _word(line.ordered), _word(line.observed), _word(line.alleged), line.since, line.last_heard, _why(line),
        )  # fmt: skip
    terminal().print(table)


def _by_command(lines: Sequence[Posture]) -> list[Posture]:
    return sorted(lines, key=lambda one: (*reversed((one.actor, *one.within)), one.area or ""))


def _depth(line: Posture, lines: Iterable[Posture]) -> int:
    shown = {one.actor for one in lines}
    return sum(1 for above in line.within if above in shown)


def _state(line: Posture) -> Text:
    aged = ", by age" if line.decayed else ""
    basis = f" ({line.basis}{aged})" if line.basis != "none" else ""
    return Text(f"{_word(line.state)}{basis}", style=_COLOURS[line.state.value])


def _word(state: object) -> str:
    return "" if state is None else str(state).replace("_", " ")


def _why(line: Posture) -> str:
    denied = f"; denied by {_names(line.denied_by)}" if line.denied_by else ""
    return f"{line.causes[-1].because}{denied}" if line.causes else ""


def show_signals(picture: Picture) -> None:
    """What eases or strains, then the channels and their silence."""
    table = table_of("day", "what", "by", "to", "done", "because")
    for one in picture.signals:
        kind = f"{one.kind.replace('_', ' ')}{' (third party)' if one.third_party else ''}{' (alleged)' if one.alleged else ''}"
        row(table, one.on, kind, _names(one.by), _names(one.to), "yes" if one.executed else "no", one.because)
    for channel in picture.channels:
        row(
            table,
            channel.last_contact,
            "silence" if channel.silent else "channel",
            channel.name,
            "",
            "",
            channel.because,
        )
    terminal().print(table)


def show_movements(found: Iterable[Movement]) -> None:
    """Each move with what it is said to be for, by whom."""
    table = table_of("days", "force", "from", "to", "told as", "said to be for", "said to be made of")
    for one in found:
        row(
            table, f"{one.first_seen or '?'} to {one.last_seen or '?'}", _names(one.force),
            _where(one.origin), _goal(one), one.status,
            "\n".join(_purpose(purpose) for purpose in one.purposes), "\n".join(_makeup(made) for made in one.composition),
        )  # fmt: skip
    terminal().print(table)


def _goal(one: Movement) -> str:
    named = [("to", one.destination), ("towards", one.heading), ("at", one.at)]
    return ", ".join(f"{word} {_where(place)}" for word, place in named if place)


def _where(place: Where | None) -> str:
    if place is None:
        return ""
    wide = place.radius_km is not None and place.radius_km >= 50
    return f"{place.name} (± {place.radius_km:.0f} km)" if wide else place.name


def _purpose(one: StatedPurpose) -> str:
    return f"{_speaker(one.speaker, anonymous=one.anonymous)}: {one.kind or 'purpose'} ({one.status})"


def _makeup(one: StatedMakeup) -> str:
    return f"{_speaker(one.speaker, anonymous=one.anonymous)}: {one.share or 'part'} {_names(one.made_of)} ({one.status})"


def _speaker(party: Party | None, *, anonymous: bool) -> str:
    if party is None:
        return "the report"
    return f"{party.text} (no name)" if anonymous else party.text


def show_holdings(found: Iterable[Holding]) -> None:
    """Place by place, each statement with who makes it and what stands against it."""
    table = table_of("place", "as of", "holder", "said to be", "according to", "against it")
    for one in found:
        against = [f"contradicted by {len(one.contradicts)}"] if one.contradicts else []
        against += [f"sits ill with {len(one.sits_ill_with)} moves"] if one.sits_ill_with else []
        row(
            table, _where(one.place), one.as_of, _names((one.holder,) if one.holder else ()),
            f"{one.status}{' (alleged)' if one.alleged else ''}",
            _names((one.claimed_by,)) if one.claimed_by else f"the report{f' ({one.source})' if one.source else ''}",
            ", ".join(against),
        )  # fmt: skip
    terminal().print(table)


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(party.text for party in parties)
