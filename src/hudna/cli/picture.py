"""`hudna posture`, `movements`, `control`: the picture as JSON lines, as tables, or as CSV."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from hudna.cli.console import counted, write
from hudna.cli.evidence import From, Read, read_evidence
from hudna.model.picture import Holding, Movement, Picture, Posture
from hudna.pipeline import agreements_for, draw_picture, posture_series
from hudna.publish.control_csv import control_rows


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines, and how."""

    actor: str | None = None
    area: str | None = None
    place: str | None = None
    table: bool = False


def print_postures(given: From, wanted: Wanted, *, as_of: date | None, series: bool, signals: bool) -> int:
    """The exit code, after the posture of every actor and area was printed."""
    read = read_evidence(given, as_of)
    picture = _picture(read)
    lines = tuple(posture_series(read.evidence, read.as_of)) if series else picture.postures
    kept = [one for one in lines if _is_wanted(one, wanted)]
    if wanted.table:
        from hudna.cli.picture_tables import show_postures, show_signals

        show_postures(kept, series=series)
        if signals:
            show_signals(picture)
    else:
        _write([*kept, *(picture.signals if signals else ()), *(picture.channels if signals else ())])
    return read.close(counted(len(kept), "posture"))


def print_movements(given: From, wanted: Wanted, *, as_of: date | None) -> int:
    """The exit code, after every movement was printed."""
    read = read_evidence(given, as_of)
    found = [one for one in _picture(read).movements if _moves(one, wanted.actor)]
    if wanted.table:
        from hudna.cli.picture_tables import show_movements

        show_movements(found)
    else:
        _write(found)
    return read.close(counted(len(found), "movement"))


def print_control(given: From, wanted: Wanted, *, as_of: date | None, as_csv: bool) -> int:
    """The exit code, after every statement of who holds what was printed."""
    read = read_evidence(given, as_of)
    found = [one for one in _picture(read).holdings if _holds(one, wanted.place)]
    if as_csv:
        for row in control_rows(found):
            write(row)
    elif wanted.table:
        from hudna.cli.picture_tables import show_holdings

        show_holdings(found)
    else:
        _write(found)
    return read.close(counted(len(found), "statement"))


def _picture(read: Read) -> Picture:
    return draw_picture(read.evidence, read.as_of, agreements_for(read.evidence))


def _is_wanted(one: Posture, wanted: Wanted) -> bool:
    actor = wanted.actor is None or wanted.actor in (one.actor, *one.within)
    return actor and (wanted.area is None or wanted.area == one.area)


def _moves(one: Movement, actor: str | None) -> bool:
    return actor is None or any(actor in (party.id, party.text) for party in one.force)


def _holds(one: Holding, place: str | None) -> bool:
    return place is None or place in (one.place.id, one.place.name)


def _write(records: Iterable[BaseModel]) -> None:
    for record in records:
        write(record.model_dump_json(by_alias=True))


def write_all(records: Sequence[BaseModel]) -> None:
    """Each record as a line of JSON."""
    _write(records)
