"""Rows that a server reads, written: those of shelf 0 by linking, those of other shelves as a whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, select, update

from hudna.model.shown import ShownClaim, ShownIncident, ShownReport, Spot
from hudna.store import shown_tables as tables
from hudna.store import tables as core
from hudna.store.chunks import among, pieces
from hudna.store.fulltext import add_words, drop_all_words, drop_words

# A number of search: the day, then the row of the claim or report, then which of both it is.
ROW_BITS = 40
# A coding by its number, its claims, and its report.
Findable = tuple[int, Sequence[ShownClaim], ShownReport]
_INCIDENT = [one.name for one in fields(ShownIncident) if one.name not in {"spot", "actors"}]
_CLAIM = [one.name for one in fields(ShownClaim) if one.name not in {"spot", "actors", "words"}]

# Statements are written once: putting one together takes longer than running it.
_SOUGHT = select(tables.sought.c.id).where(among(tables.sought.c.coding_seq))
_DROP_SOUGHT = delete(tables.sought).where(among(tables.sought.c.coding_seq))
_CLAIMS_OF = select(core.claim.c.id, core.claim.c.seq).where(among(core.claim.c.coding_seq))
_SHOWN_CLAIMS = select(tables.shown_claim.c.id, tables.shown_claim.c.seq).where(
    tables.shown_claim.c.shelf == bindparam("on"), among(tables.shown_claim.c.id)
)
_DROPS = {
    column: delete(column.table).where(column.table.c.shelf == bindparam("on"), among(column))
    for column in (
        tables.shown_actor.c.incident, tables.shown_incident.c.id, tables.shown_party.c.claim, tables.shown_claim.c.id
    )
}  # fmt: skip


class Shown:
    """The rows of one shelf, through a connection that the caller holds."""

    def __init__(self, connection: Connection, shelf: int = tables.NOW_SHELF) -> None:
        self._do = connection
        self._shelf = shelf

    def add_incidents(self, rows: Iterable[ShownIncident]) -> None:
        """Incidents with their actors."""
        kept = list(rows)
        self._insert(tables.shown_incident, (_incident(one) for one in kept))
        self._insert(
            tables.shown_actor,
            ({"actor": actor, "day": one.day, "incident": one.id} for one in kept for actor in dict.fromkeys(one.actors)),
        )  # fmt: skip

    def drop_incidents(self, names: Iterable[str]) -> None:
        """Take incidents out."""
        for piece in pieces(names):
            self._delete(tables.shown_actor.c.incident, piece)
            self._delete(tables.shown_incident.c.id, piece)

    def add_claims(self, rows: Iterable[ShownClaim]) -> None:
        """Claims with their parties."""
        kept = list(rows)
        self._insert(tables.shown_claim, (_claim(one) for one in kept))
        self._insert(
            tables.shown_party,
            ({"actor": actor, "told": one.told, "claim": one.id} for one in kept for actor in dict.fromkeys(one.actors)),
        )  # fmt: skip

    def drop_claims(self, names: Iterable[str]) -> None:
        """Take claims out."""
        for piece in pieces(names):
            self._delete(tables.shown_party.c.claim, piece)
            self._delete(tables.shown_claim.c.id, piece)

    def drop_claims_of(self, codings: Iterable[int]) -> None:
        """Take out the claims of codings; one that a later coding holds too is that one's."""
        # In two steps: a planner may start a join from every claim that is shown.
        for piece in pieces(codings):
            rows = self._do.execute(_CLAIMS_OF, {"among": piece})
            theirs = {(row.id, row.seq) for row in rows}
            for names in pieces(sorted({name for name, _ in theirs})):
                found = self._do.execute(_SHOWN_CLAIMS, {"among": names, "on": self._shelf})
                self.drop_claims([row.id for row in found if (row.id, row.seq) in theirs])

    def add_records(self, kind: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Records of one kind in their order."""
        self._insert(tables.shown_record, ({"kind": kind, "number": n, **row} for n, row in enumerate(rows)))

    def _insert(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        for piece in pieces(rows):
            self._do.execute(insert(table), [{"shelf": self._shelf, **row} for row in piece])

    def _delete(self, column: Column[Any], names: list[str]) -> None:
        self._do.execute(_DROPS[column], {"among": names, "on": self._shelf})


def add_search(connection: Connection, found: Iterable[Findable]) -> None:
    """What search finds of each coding: its claims, and the report itself."""
    numbers: list[dict[str, Any]] = []
    words: list[tuple[int, str]] = []
    for coding, claims, report in found:
        rows: list[tuple[int, str | None, str]] = [
            (number_of(one.told, one.seq, claim=True), one.id, one.words) for one in claims
        ]
        rows.append((number_of(report.told, report.seq, claim=False), None, report.words))
        held = {"report_seq": report.seq, "coding_seq": coding}
        numbers += [{"id": number, "claim": claim, **held} for number, claim, _ in rows]
        words += [(number, told) for number, _, told in rows]
    for piece in pieces(numbers):
        connection.execute(insert(tables.sought), piece)
    add_words(connection, words)


def drop_search(connection: Connection, codings: Iterable[int]) -> None:
    """Take out what search finds of these codings."""
    for piece in pieces(codings):
        drop_words(connection, list(connection.execute(_SOUGHT, {"among": piece}).scalars()))
        connection.execute(_DROP_SOUGHT, {"among": piece})


def clear_shown(connection: Connection) -> None:
    """Throw away everything that is shown."""
    drop_all_words(connection)
    for table in tables.SHOWN:
        connection.execute(delete(table))
    take_turn(connection)


def take_turn(connection: Connection) -> None:
    """Note that shelf 0 has changed."""
    changed = connection.execute(update(tables.turn).values(number=tables.turn.c.number + 1))
    if not changed.rowcount:
        connection.execute(insert(tables.turn).values(number=1))


def number_of(told: int, row: int, *, claim: bool) -> int:
    """The number under which search finds a claim or report; a claim comes before its report."""
    return (told << ROW_BITS) | (row << 1) | int(claim)


def _incident(one: ShownIncident) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in _INCIDENT}
    spot = one.spot
    row |= {"actors": " ".join(one.actors), "cell": spot.cell, "place_name": spot.name}
    return row | _spot(spot) | {"radius_km": spot.radius_km, "precision": spot.precision}


def _claim(one: ShownClaim) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _CLAIM} | _spot(one.spot)


def _spot(spot: Spot) -> dict[str, Any]:
    return {"lat": spot.lat, "lon": spot.lon, "place": spot.place, "country": spot.country}
