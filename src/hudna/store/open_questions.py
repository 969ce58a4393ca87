"""Incidents and claims that a person should look at, by how much hangs on them."""

from collections.abc import Set as AbstractSet
from typing import Any

from sqlalchemy import Connection, Select, desc, select

from hudna.model.claim import Claim
from hudna.model.incident import Incident
from hudna.store import tables
from hudna.store.chunks import pieces
from hudna.store.shown_tables import NOW_SHELF, shown_claim, shown_incident

Weighed = tuple[float, str]


def open_incident_names(
    connection: Connection, settled: AbstractSet[str], limit: int | None
) -> list[Weighed]:
    """The weight and name of each open incident. It may have been answered under an older name."""
    c = shown_incident.c
    held = select(tables.holds.c.incident).where(
        tables.holds.c.claim.in_([one.removeprefix("i-") for one in settled])
    )
    named = set(connection.execute(held).scalars()) if settled else set()
    query = (
        select(c.weight, c.id)
        .where(c.shelf == NOW_SHELF, c.weight.is_not(None))
        .order_by(desc(c.weight), c.id)
    )
    return _open(connection, query, settled | named, limit)


def open_claim_names(connection: Connection, settled: AbstractSet[str], limit: int | None) -> list[Weighed]:
    """The weight and name of each open claim."""
    c = shown_claim.c
    query = (
        select(c.weight, c.id)
        .where(c.shelf == NOW_SHELF, c.weight.is_not(None))
        .order_by(desc(c.weight), c.id)
    )
    return _open(connection, query, settled, limit)


def _open(
    connection: Connection, query: Select[Any], settled: AbstractSet[str], limit: int | None
) -> list[Weighed]:
    if limit is not None:
        query = query.limit(limit + len(settled))
    found = [(row[0], row[1]) for row in connection.execute(query) if row[1] not in settled]
    return found if limit is None else found[:limit]


def open_incidents(
    connection: Connection, settled: AbstractSet[str], limit: int
) -> list[tuple[float, str, Incident]]:
    """The heaviest open incidents."""
    names = open_incident_names(connection, settled, limit)
    bodies: dict[str, str] = {}
    for piece in pieces(name for _, name in names):
        rows = connection.execute(
            select(tables.incident.c.id, tables.incident.c.body).where(tables.incident.c.id.in_(piece))
        )
        bodies.update({row.id: row.body for row in rows})
    return [
        (weight, name, Incident.model_validate_json(bodies[name])) for weight, name in names if name in bodies
    ]


def open_claims(
    connection: Connection, settled: AbstractSet[str], limit: int
) -> list[tuple[float, str, Claim]]:
    """The heaviest open claims."""
    names = open_claim_names(connection, settled, limit)
    bodies: dict[str, str] = {}
    for piece in pieces(name for _, name in names):
        query = select(shown_claim.c.id, tables.claim.c.body).join(
            tables.claim, tables.claim.c.seq == shown_claim.c.seq
        )
        rows = connection.execute(query.where(shown_claim.c.shelf == NOW_SHELF, shown_claim.c.id.in_(piece)))
        bodies.update({row.id: row.body for row in rows})
    return [
        (weight, name, Claim.model_validate_json(bodies[name])) for weight, name in names if name in bodies
    ]
