"""Shelves: which editions have been made ready to be read, and the records that lie on them.

A shelf is made in one transaction and found by its day, so that a reader never sees half of one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, inspect, select

from hudna.model.shown import ShownClaim, ShownIncident
from hudna.store import alert_tables, tables
from hudna.store import shown_tables as shown
from hudna.store.chunks import pieces
from hudna.store.shown import Shown

# So many editions are kept ready; the oldest made goes first.
KEPT = 12
# Goes up when other records, or the same in other rows, are laid on shelves.
LAYOUT = 3


@dataclass(frozen=True, slots=True)
class Ready:
    """A shelf that can be read. `whole`: with incidents and claims of its own; else those of now."""

    id: int
    as_of: date
    public: bool
    whole: bool
    state: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Filled:
    """What is to lie on a shelf: rows and, by kind, records as rows."""

    records: Mapping[str, Iterable[Mapping[str, Any]]]
    incidents: Iterable[ShownIncident] = ()
    claims: Iterable[ShownClaim] = ()


def state_of(connection: Connection) -> str:
    """What the store holds, as a text that differs whenever it does."""
    last = [
        connection.scalar(select(func.max(column))) or 0
        for column in (
            tables.coding.c.seq,
            tables.judgement.c.seq,
            shown.turn.c.number,
            *_of_alerts(connection),
        )
    ]
    return ".".join(str(number) for number in (LAYOUT, *last))


def _of_alerts(connection: Connection) -> Iterator[Any]:
    if inspect(connection).has_table(alert_tables.decision.name):
        yield alert_tables.decision.c.seq
        yield alert_tables.release.c.seq


def last_day(connection: Connection) -> date | None:
    """The last day on which a report was published."""
    found: date | None = connection.scalar(select(func.max(tables.report.c.published)))
    return found


def first_day(connection: Connection) -> date | None:
    """The first."""
    found: date | None = connection.scalar(select(func.min(tables.report.c.published)))
    return found


def find_shelf(connection: Connection, as_of: date, *, public: bool, whole: bool) -> Ready | None:
    """The newest shelf of that day, whatever the store held when it was made."""
    c = shown.shelf.c
    query = select(shown.shelf).where(c.as_of == as_of, c.public.is_(public), c.whole.is_(whole))
    row = connection.execute(query.order_by(c.id.desc()).limit(1)).first()
    return _ready(row) if row else None


def make_shelf(
    connection: Connection, as_of: date, filled: Filled, *, public: bool, whole: bool, state: str
) -> Ready:
    """Write a shelf; older ones of the same day and those beyond the number kept go."""
    c = shown.shelf.c
    same = select(c.id).where(c.as_of == as_of, c.public.is_(public), c.whole.is_(whole))
    stale = set(connection.execute(same).scalars())
    newest = set(connection.execute(select(c.id).order_by(c.id.desc()).limit(KEPT - 1)).scalars())
    stale |= set(connection.execute(select(c.id)).scalars()) - newest
    number = (connection.scalar(select(func.max(c.id))) or shown.NOW_SHELF) + 1
    drop_shelves(connection, stale)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(
        insert(shown.shelf).values(id=number, as_of=as_of, public=public, whole=whole, state=state, made=made)
    )
    rows = Shown(connection, number)
    rows.add_incidents(filled.incidents)
    rows.add_claims(filled.claims)
    for kind, records in filled.records.items():
        rows.add_records(kind, records)
    return Ready(number, as_of, public, whole, state, datetime.fromisoformat(made))


def drop_shelves(connection: Connection, numbers: Iterable[int]) -> None:
    """Take shelves away."""
    for number in sorted(numbers):
        for table in (
            shown.shown_record,
            shown.shown_party,
            shown.shown_claim,
            shown.shown_actor,
            shown.shown_incident,
        ):
            connection.execute(delete(table).where(table.c.shelf == number))
        connection.execute(delete(shown.shelf).where(shown.shelf.c.id == number))


def records_on(
    connection: Connection, number: int, kind: str, *, subject: str | None = None, about: str | None = None
) -> list[Row[Any]]:
    """Records of a kind in their order; `about`: a name that stands among their facts."""
    c = shown.shown_record.c
    query = select(shown.shown_record).where(c.shelf == number, c.kind == kind)
    if subject is not None:
        query = query.where(c.subject == subject)
    if about is not None:
        query = query.where(c.facts.contains(f'"{about}"', autoescape=True))
    return list(connection.execute(query.order_by(c.number)))


def facts_on(connection: Connection, number: int, kind: str, *, subject: str | None = None) -> list[Row[Any]]:
    """What filters ask of the records of a kind, in their order, without opening one."""
    c = shown.shown_record.c
    query = select(c.number, c.id, c.day, c.lat, c.lon, c.facts).where(c.shelf == number, c.kind == kind)
    if subject is not None:
        query = query.where(c.subject == subject)
    return list(connection.execute(query.order_by(c.number)))


def bodies_on(connection: Connection, number: int, kind: str, numbers: Iterable[int]) -> list[str]:
    """The bodies of these records, in the order asked for."""
    c = shown.shown_record.c
    wanted, found = list(numbers), dict[int, str]()
    for piece in pieces(wanted):
        query = select(c.number, c.body).where(c.shelf == number, c.kind == kind, c.number.in_(piece))
        found |= {row.number: row.body for row in connection.execute(query)}
    return [found[one] for one in wanted if one in found]


def record_named(connection: Connection, number: int, name: str) -> Row[Any] | None:
    """The record of that id, whatever its kind."""
    c = shown.shown_record.c
    return connection.execute(
        select(shown.shown_record).where(c.shelf == number, c.id == name).limit(1)
    ).first()


def _ready(row: Row[Any]) -> Ready:
    return Ready(row.id, row.as_of, row.public, row.whole, row.state, datetime.fromisoformat(row.made))
