"""Pages, counts and numbers by cell or day over the rows that are shown, without opening a record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, case, desc, func, literal, literal_column, or_, select

from hudna.model.shown import CELLS_A_ROW
from hudna.store import tables
from hudna.store.shown_tables import shown_actor, shown_claim, shown_incident
from hudna.store.wanted import Wanted, claims_wanted, incidents_wanted

# Counting stops here; an answer then says "at least".
MOST_COUNTED = 100_000
_POINT = tuple(
    getattr(shown_incident.c, name)
    for name in ("id", "version", "day", "root", "direction", "counts", "status", "theatre", "verification", "place",
                 "place_name", "precision", "lat", "lon", "radius_km", "dead", "origins", "actors")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slice:
    """So many rows, older than a row or newer than one; a row is named by its place in the order of the list."""

    limit: int
    after: tuple[Any, ...] | None = None
    before: tuple[Any, ...] | None = None


@dataclass(frozen=True, slots=True)
class Got:
    """Rows, newest first, and whether there are more on either side."""

    rows: list[Row[Any]]
    more_after: bool
    more_before: bool


def incident_slice(connection: Connection, wanted: Wanted, part: Slice) -> Got:
    """Incidents by day, newest first, with their records; within a day what is told as having happened first."""
    body = func.coalesce(shown_incident.c.body, tables.incident.c.body).label("record")
    query = select(*_POINT, body).outerjoin(tables.incident, tables.incident.c.id == shown_incident.c.id)
    query = query.where(incidents_wanted(wanted))
    return _sliced(
        connection, query, (shown_incident.c.day, shown_incident.c.counts, shown_incident.c.id), part
    )


def claim_slice(connection: Connection, wanted: Wanted, part: Slice) -> Got:
    """Claims by the day of their report, newest first, with their records."""
    c = shown_claim.c
    body = func.coalesce(c.body, tables.claim.c.body).label("record")
    query = (
        select(
            c.id,
            c.told.label("day"),
            c.report,
            body,
            tables.holds.c.incident,
            tables.report.c.body.label("told_in"),
        )
        .outerjoin(tables.claim, tables.claim.c.seq == c.seq)
        .outerjoin(tables.coding, tables.coding.c.seq == tables.claim.c.coding_seq)
        .outerjoin(tables.report, tables.report.c.seq == tables.coding.c.report_seq)
        .outerjoin(tables.holds, tables.holds.c.claim == c.id)
        .where(claims_wanted(wanted))
    )
    return _sliced(connection, query, (c.told, c.id), part)


def incident_place(row: Row[Any]) -> tuple[int, bool, str]:
    """Where an incident stands in its list."""
    return row.day, bool(row.counts), row.id


def _sliced(connection: Connection, query: Any, by: Sequence[Any], part: Slice) -> Got:
    backwards = part.before is not None
    if part.after is not None:
        query = query.where(_beyond(by, part.after, older=True))
    if part.before is not None:
        query = query.where(_beyond(by, part.before, older=False))
    order = by if backwards else [desc(one) for one in by]
    rows = list(connection.execute(query.order_by(*order).limit(part.limit + 1)))
    more, rows = len(rows) > part.limit, rows[: part.limit]
    if backwards:
        return Got(rows[::-1], more_after=True, more_before=more)
    return Got(rows, more_after=more, more_before=part.after is not None)


def _beyond(by: Sequence[Any], place: Sequence[Any], *, older: bool) -> Any:
    """What stands beyond a place: by the first column, and where that is the same by the rest."""
    # A bare True is no value that SQLAlchemy would order by.
    first, at = by[0], literal(place[0])
    further = first < at if older else first > at
    if len(by) == 1:
        return further
    return or_(further, and_(first == at, _beyond(by[1:], place[1:], older=older)))


def points(connection: Connection, wanted: Wanted, limit: int) -> list[Row[Any]]:
    """Incidents that a map can show, newest first, at most so many and one more."""
    query = select(*_POINT).where(incidents_wanted(wanted), shown_incident.c.lat.is_not(None))
    # One order on every database, and the same bytes for the same question.
    order = desc(shown_incident.c.day), desc(shown_incident.c.id)
    return list(connection.execute(query.order_by(*order).limit(limit + 1)))


def cells(connection: Connection, wanted: Wanted, times: int) -> list[Row[Any]]:
    """Numbers of incidents by cell of a grid so many times as wide as the smallest."""
    c = shown_incident.c
    # Whole numbers divide to whole numbers in SQL; SQLAlchemy's own division would not.
    row, column = c.cell.op("/")(CELLS_A_ROW * times), c.cell.op("%")(CELLS_A_ROW).op("/")(times)
    force = func.sum(case((c.direction == "escalation", 1), else_=0))
    query: Any = (
        select(row.label("row"), column.label("col"), func.count().label("number"), force.label("escalation"),
               func.coalesce(func.sum(c.dead), 0).label("dead"))
        .where(incidents_wanted(wanted), c.cell.is_not(None))
        .group_by(literal_column("1"), literal_column("2"))
        .order_by(literal_column("1"), literal_column("2"))
    )  # fmt: skip
    return list(connection.execute(query))


def count_incidents(connection: Connection, wanted: Wanted, *, placeless: bool = False) -> int:
    """How many there are; MOST_COUNTED and one more where there are more."""
    query: Any = select(literal_column("1")).select_from(shown_incident).where(incidents_wanted(wanted))
    if placeless:
        query = query.where(shown_incident.c.lat.is_(None))
    return _counted(connection, query)


def count_claims(connection: Connection, wanted: Wanted) -> int:
    """How many claims there are; MOST_COUNTED and one more where there are more."""
    return _counted(
        connection, select(literal_column("1")).select_from(shown_claim).where(claims_wanted(wanted))
    )


def _counted(connection: Connection, query: Any) -> int:
    within = query.limit(MOST_COUNTED + 1).subquery()
    return connection.scalar(select(func.count()).select_from(within)) or 0


def rows_held(connection: Connection, shelf: int) -> dict[str, int]:
    """How much there is, where nobody has counted it yet."""
    held = {"claims": shown_claim, "incidents": shown_incident}
    found = {
        name: connection.scalar(select(func.count()).select_from(table).where(table.c.shelf == shelf)) or 0
        for name, table in held.items()
    }
    return {"reports": connection.scalar(select(func.count()).select_from(tables.report)) or 0, **found}


def by_day(connection: Connection, wanted: Wanted) -> list[Row[Any]]:
    """Numbers of incidents by day and direction, allegations apart."""
    c = shown_incident.c
    alleged = (c.status == "alleged").label("alleged")
    query: Any = (
        select(
            c.day,
            c.direction,
            alleged,
            func.count().label("number"),
            func.coalesce(func.sum(c.dead), 0).label("dead"),
        )
        .where(incidents_wanted(wanted))
        .group_by(c.day, c.direction, alleged)
    )
    return list(connection.execute(query))


def named_actors(connection: Connection, shelf: int, limit: int) -> Sequence[Row[Any]]:
    """Actors by how many incidents name them."""
    c = shown_actor.c
    query = select(c.actor, func.count().label("number")).where(c.shelf == shelf).group_by(c.actor)
    return connection.execute(query.order_by(desc("number"), c.actor).limit(limit)).all()


def named_places(connection: Connection, shelf: int, limit: int) -> Sequence[Row[Any]]:
    """Places by how many incidents lie there."""
    c = shown_incident.c
    query = (
        select(c.place, func.max(c.place_name).label("name"), func.max(c.lat).label("lat"), func.max(c.lon).label("lon"), func.max(c.country).label("country"), func.count().label("number"))
        .where(c.shelf == shelf, c.place.is_not(None))
        .group_by(c.place)
    )  # fmt: skip
    return connection.execute(query.order_by(desc("number"), c.place).limit(limit)).all()
