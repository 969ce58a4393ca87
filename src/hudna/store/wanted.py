"""Which incidents or claims are wanted: filters as conditions on the rows that are shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from hudna.model.shown import CELLS_A_DEGREE, CELLS_A_ROW, cell_of
from hudna.store import tables
from hudna.store.shown_tables import NOW_SHELF, shown_actor, shown_claim, shown_incident, shown_party

# What a report is said to come from that names no source.
UNNAMED = "a source not named"
# Above so many cells walking the days is quicker than looking cells up.
_MOST_CELLS = 25


# Of so many days there are fewer claims than a frequent actor has in all (`python benchmarks/serve.py`, 1,000,000 claims in 12 years).
_FEW_DAYS = 120


@dataclass(frozen=True, slots=True)
class Bounds:
    """A part of the earth; `west` lies east of `east` across the date line."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters; what is empty excludes nothing. Days are ordinals."""

    shelf: int = NOW_SHELF
    since: int | None = None
    until: int | None = None
    told_by: int | None = None
    told_since: int | None = None
    box: Bounds | None = None
    place: str | None = None
    country: str | None = None
    actors: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    theatre: str | None = None
    counts: bool | None = None
    directions: tuple[str, ...] = ()
    verifications: tuple[str, ...] = ()
    report: str | None = None
    source: str | None = None
    incident: str | None = None
    content: str | None = None
    names: tuple[str, ...] | None = None


def incidents_wanted(wanted: Wanted) -> ColumnElement[bool]:
    """The condition on rows of incidents."""
    return and_(*_of_incidents(wanted))


def claims_wanted(wanted: Wanted) -> ColumnElement[bool]:
    """The condition on rows of claims."""
    return and_(*_of_claims(wanted))


def _of_incidents(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    c = shown_incident.c
    yield from _of_both(wanted, c)
    if wanted.told_since is not None:
        yield c.last_told >= wanted.told_since
    if wanted.theatre:
        yield c.theatre == wanted.theatre
    if wanted.directions:
        yield c.direction.in_(wanted.directions)
    if wanted.verifications:
        yield c.verification.in_(wanted.verifications)
    if wanted.box and (cells := _cells(wanted.box)):
        yield c.cell.in_(cells)
    if wanted.actors:
        named = select(shown_actor.c.incident).where(
            shown_actor.c.shelf == wanted.shelf,
            shown_actor.c.actor.in_(wanted.actors),
            *_days(wanted, shown_actor.c.day),
        )
        yield c.id.in_(named)


def _of_claims(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    c = shown_claim.c
    yield from _of_both(wanted, c)
    if wanted.told_by is not None:
        yield c.told <= wanted.told_by
        yield c.told > 0
    if wanted.told_since is not None:
        yield c.told >= wanted.told_since
    if wanted.report:
        yield c.report == wanted.report
    if wanted.source:
        by = tables.report.c.source
        named = by.is_(None) | (by == wanted.source) if wanted.source == UNNAMED else by == wanted.source
        yield c.report.in_(select(tables.report.c.id).where(named))
    if wanted.content:
        yield c.content == wanted.content
    if wanted.incident:
        yield c.id.in_(select(tables.holds.c.claim).where(tables.holds.c.incident == wanted.incident))
    if wanted.actors:
        # Joined to nothing, a name cannot be looked up: the planner would fetch each of an actor's claims from where it lies
        # on disk, to see whether its day fits; those of a few days lie side by side in the index of days.
        name = c.id.concat("") if _are_few_days(wanted) else c.id
        yield name.in_(
            select(shown_party.c.claim).where(shown_party.c.shelf == wanted.shelf, shown_party.c.actor.in_(wanted.actors))
        )  # fmt: skip
    if wanted.theatre or wanted.directions or wanted.verifications:
        about = Wanted(
            shelf=wanted.shelf,
            theatre=wanted.theatre,
            directions=wanted.directions,
            verifications=wanted.verifications,
        )
        held = (
            select(tables.holds.c.claim)
            .join(shown_incident, shown_incident.c.id == tables.holds.c.incident)
            .where(incidents_wanted(about), tables.holds.c.claim == c.id)
        )
        yield held.exists()


def _of_both(wanted: Wanted, c: Any) -> Iterator[ColumnElement[bool]]:
    yield c.shelf == wanted.shelf
    yield from _days(wanted, c.day)
    if wanted.place:
        yield c.place == wanted.place
    if wanted.country:
        yield c.country == wanted.country
    if wanted.roots:
        yield c.root.in_(wanted.roots)
    if wanted.statuses:
        yield c.status.in_(wanted.statuses)
    if wanted.counts is not None:
        yield c.counts.is_(wanted.counts)
    if wanted.box:
        yield _inside(wanted.box, c)
    if wanted.names is not None:
        yield c.id.in_(wanted.names)


def _are_few_days(wanted: Wanted) -> bool:
    return wanted.since is not None and wanted.until is not None and wanted.until - wanted.since <= _FEW_DAYS


def _days(wanted: Wanted, day: Any) -> Iterator[ColumnElement[bool]]:
    if wanted.since is not None:
        yield day >= wanted.since
    if wanted.until is not None:
        yield day <= wanted.until
        # A time filter leaves out what has no day.
        yield day > 0


def _inside(box: Bounds, c: Any) -> ColumnElement[bool]:
    between = c.lat.between(box.south, box.north)
    if box.west <= box.east:
        return and_(between, c.lon.between(box.west, box.east))
    return and_(between, or_(c.lon >= box.west, c.lon <= box.east))


def _cells(box: Bounds) -> list[int]:
    """The cells a small box touches; none where it is too large, or crosses the date line."""
    if box.west > box.east:
        return []
    first, last = cell_of(box.south, box.west), cell_of(box.north, box.east)
    rows = range(first // CELLS_A_ROW, last // CELLS_A_ROW + 1)
    columns = range(first % CELLS_A_ROW, last % CELLS_A_ROW + 1)
    if len(rows) * len(columns) > _MOST_CELLS:
        return []
    return [row * CELLS_A_ROW + column for row in rows for column in columns]


def degrees(times: int) -> float:
    """The width of such a cell."""
    return times / CELLS_A_DEGREE
