"""The derived tables of linking: units under their keys, edges, clusters (groups), incidents.

Everything here is read and written inside one transaction that the caller opens, so that
a run that is killed leaves a report linked or not linked, never half.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from hudna.model.incident import Incident
from hudna.model.report import Report
from hudna.model.shown import ShownIncident
from hudna.store import tables
from hudna.store.chunks import pieces
from hudna.store.known import Moment, latest
from hudna.store.shown import Findable, Shown, add_search, clear_shown, drop_search, take_turn

Edge = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit to be filed: its number, its outline as JSON, the keys it is found under."""

    id: int
    outline: str
    keys: frozenset[int]


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of a linked coding."""

    claim: str
    claim_seq: int
    coding_seq: int
    unit: int | None
    explains: str | None


class Linkage:
    """What is linked, read and changed through one connection."""

    def __init__(self, connection: Connection) -> None:
        self._do = connection

    def state(self) -> tuple[str, int] | None:
        """Which rules linked what there is, and the last judgement they read."""
        row = self._do.execute(select(tables.linking)).first()
        return (row.version, row.judgement_seq) if row else None

    def note(self, version: str, judgement_seq: int) -> None:
        """Write the state."""
        self._do.execute(delete(tables.linking))
        self._do.execute(insert(tables.linking).values(version=version, judgement_seq=judgement_seq))

    def turn(self) -> int:
        """How often anything derived was written, so that a reader knows when its memory is old."""
        return self._do.scalar(select(func.max(tables.turn.c.turn))) or 0

    def take_turn(self) -> int:
        """The next turn, noted."""
        turn = self.turn() + 1
        self._do.execute(delete(tables.turn))
        self._do.execute(insert(tables.turn).values(turn=turn))
        return turn

    def clear(self) -> None:
        """Throw everything derived away; turns go on, for others remember them."""
        clear_shown(self._do)
        for table in tables.DERIVED:
            self._do.execute(delete(table))

    def unlinked(self) -> list[int]:
        """Latest codings that are not linked, oldest first."""
        known = latest().subquery()
        query = (
            select(known.c.coding_seq)
            .where(known.c.coding_seq.not_in(select(tables.linked.c.coding_seq)))
            .order_by(known.c.coding_seq)
        )
        return list(self._do.execute(query).scalars())

    def superseded(self, codings: Iterable[int]) -> set[int]:
        """Linked codings of the same reports that are not among these."""
        codings = list(codings)
        other, mine = tables.coding.alias(), tables.coding.alias()
        older, newer = tables.report.alias(), tables.report.alias()
        query = (
            select(tables.linked.c.coding_seq)
            .join(other, other.c.seq == tables.linked.c.coding_seq)
            .join(older, older.c.seq == other.c.report_seq)
            .join(newer, newer.c.id == older.c.id)
            .join(mine, mine.c.report_seq == newer.c.seq)
        )
        return {row[0] for row in self._rows(query, mine.c.seq, codings)} - set(codings)

    def found(self, keys: Iterable[int]) -> dict[int, list[int]]:
        """The units filed under each of these keys."""
        found: dict[int, list[int]] = {}
        for row in self._rows(select(tables.filed.c.key, tables.filed.c.unit), tables.filed.c.key, keys):
            found.setdefault(row[0], []).append(row[1])
        return found

    def outlines(self, units: Iterable[int]) -> dict[int, str]:
        """The outlines of units as JSON."""
        return dict(self._rows(select(tables.unit.c.id, tables.unit.c.outline), tables.unit.c.id, units))

    def vectors(self, sentences: Iterable[int]) -> dict[int, bytes]:
        """What those of the sentences mean that linking has asked about, by their numbers."""
        columns = select(tables.vector.c.id, tables.vector.c.numbers)
        return dict(self._rows(columns, tables.vector.c.id, sentences))

    def add_vectors(self, vectors: Mapping[int, bytes]) -> None:
        """Write down what sentences mean."""
        column = tables.vector.c.id
        held = {row[0] for row in self._rows(select(column), column, vectors)}
        fresh = ((number, vectors[number]) for number in sorted(vectors.keys() - held))
        self._insert(tables.vector, ({"id": number, "numbers": numbers} for number, numbers in fresh))

    def known_units(self, at: Moment) -> dict[int, int] | None:
        """The units of the claims known then, each with its group; None where other codings were known then than are linked."""
        then = latest(at).subquery()
        unlinked = select(then.c.coding_seq).where(
            then.c.coding_seq.not_in(select(tables.linked.c.coding_seq))
        )
        if self._do.execute(unlinked.limit(1)).first() is not None:
            return None
        query = (
            select(tables.unit.c.id, tables.unit.c.group_id)
            .join(tables.member, tables.member.c.unit == tables.unit.c.id)
            .where(tables.member.c.coding_seq.in_(select(then.c.coding_seq)))
        )
        return {row.id: row.group_id for row in self._do.execute(query)}

    def unknown_groups(self, at: Moment) -> set[int]:
        """Groups that hold a claim which was not known then."""
        then = latest(at).subquery()
        query = (
            select(tables.unit.c.group_id)
            .join(tables.member, tables.member.c.unit == tables.unit.c.id)
            .where(tables.member.c.coding_seq.not_in(select(then.c.coding_seq)))
        )
        return set(self._do.execute(query.distinct()).scalars())

    def known_codings(self, at: Moment) -> set[int]:
        """The latest codings known then."""
        return set(self._do.execute(select(latest(at).subquery().c.coding_seq)).scalars())

    def group_of(self, units: Iterable[int]) -> dict[int, int]:
        """The group of each unit that there is."""
        return dict(self._rows(select(tables.unit.c.id, tables.unit.c.group_id), tables.unit.c.id, units))

    def units_of(self, groups: Iterable[int]) -> dict[int, int]:
        """The units of these groups, each with its group."""
        column = tables.unit.c.group_id
        return dict(self._rows(select(tables.unit.c.id, column), column, groups))

    def edges_of(self, units: Iterable[int]) -> list[Edge]:
        """Every edge of these units, also those that lead elsewhere; one between two of them may come twice."""
        units = list(units)
        columns = (tables.edge.c.one, tables.edge.c.other)
        return [
            (one, other, score)
            for column in columns
            for one, other, score in self._rows(select(tables.edge), column, units)
        ]

    def add_units(self, units: Sequence[NewUnit]) -> None:
        """File new units; each is a group of its own until it is grouped."""
        if not units:
            return
        self._insert(tables.unit, ({"id": u.id, "group_id": u.id, "outline": u.outline} for u in units))
        self._insert(tables.filed, ({"key": key, "unit": u.id} for u in units for key in sorted(u.keys)))

    def add_edges(self, edges: Iterable[Edge]) -> None:
        """Keep pairs that score enough; the smaller unit is named first."""
        self._insert(
            tables.edge, ({"one": one, "other": other, "score": score} for one, other, score in edges)
        )

    def add_members(self, members: Iterable[Member]) -> None:
        """Note which unit each claim is of."""
        fields = tuple(Member.__dataclass_fields__)
        self._insert(tables.member, ({name: getattr(one, name) for name in fields} for one in members))

    def mark_linked(self, codings: Iterable[int]) -> None:
        """Note that the claims of these codings are linked."""
        self._insert(tables.linked, ({"coding_seq": coding} for coding in codings))

    def remove(self, codings: Iterable[int]) -> set[int]:
        """Take the claims of codings out; the units they were of, some of which may be gone."""
        codings = list(codings)
        units = {
            row[0] for row in self._rows(select(tables.member.c.unit), tables.member.c.coding_seq, codings) if row[0]
        }  # fmt: skip
        Shown(self._do).drop_claims_of(codings)
        drop_search(self._do, codings)
        for piece in pieces(codings):
            self._do.execute(delete(tables.member).where(tables.member.c.coding_seq.in_(piece)))
            self._do.execute(delete(tables.linked).where(tables.linked.c.coding_seq.in_(piece)))
        return units

    def drop_empty(self, units: Iterable[int]) -> set[int]:
        """Delete those of the units that no claim is of any more; which they were."""
        units = set(units)
        held = {row[0] for row in self._rows(select(tables.member.c.unit), tables.member.c.unit, units)}
        empty = sorted(units - held)
        for piece in pieces(empty):
            self._do.execute(delete(tables.filed).where(tables.filed.c.unit.in_(piece)))
            self._do.execute(delete(tables.edge).where(tables.edge.c.one.in_(piece)))
            self._do.execute(delete(tables.edge).where(tables.edge.c.other.in_(piece)))
            self._do.execute(delete(tables.unit).where(tables.unit.c.id.in_(piece)))
        return set(empty)

    def regroup(self, groups: Mapping[int, Iterable[int]]) -> None:
        """Write the group of each unit; a group goes by its smallest unit."""
        for group, units in groups.items():
            for piece in pieces(units):
                self._do.execute(
                    update(tables.unit).where(tables.unit.c.id.in_(piece)).values(group_id=group)
                )

    def members_of(self, units: Iterable[int]) -> list[Member]:
        """The claims of these units, and those that explain them."""
        own = [_member(row) for row in self._rows(select(tables.member), tables.member.c.unit, units)]
        explaining = self._rows(select(tables.member), tables.member.c.explains, [one.claim for one in own])
        return [*own, *(_member(row) for row in explaining)]

    def units_of_claims(self, claims: Iterable[str]) -> dict[str, int]:
        """The unit of each claim of an event."""
        rows = self._rows(select(tables.member.c.claim, tables.member.c.unit), tables.member.c.claim, claims)
        return {claim: unit for claim, unit in rows if unit is not None}

    def codings_of_claims(self, claims: Iterable[str]) -> set[int]:
        """The linked codings that hold these claims, also those that a person has rejected."""
        held = tables.claim.c.coding_seq
        query = select(held).join(tables.linked, tables.linked.c.coding_seq == held)
        rows = self._rows(query, tables.claim.c.id, claims)
        return {row[0] for row in rows}

    def codings_of_incidents(self, incidents: Iterable[str]) -> set[int]:
        """The linked codings whose claims these incidents hold."""
        rows = self._rows(select(tables.holds.c.claim), tables.holds.c.incident, incidents)
        return self.codings_of_claims(row[0] for row in rows)

    def codings_of_source(self, source: str) -> set[int]:
        """The linked codings of reports that this source published."""
        query = (
            select(tables.linked.c.coding_seq)
            .join(tables.coding, tables.coding.c.seq == tables.linked.c.coding_seq)
            .join(tables.report, tables.coding.c.report_seq == tables.report.c.seq)
            .where(func.lower(tables.report.c.source) == source.lower())
        )
        return set(self._do.execute(query).scalars())

    def incidents_of(self, groups: Iterable[int]) -> Iterator[Incident]:
        """The incidents of these groups."""
        for row in self._rows(select(tables.incident.c.body), tables.incident.c.group_id, groups):
            yield Incident.model_validate_json(row.body)

    def replace_incidents(self, groups: Iterable[int], incidents: Iterable[tuple[int, Incident]]) -> None:
        """The incidents of these groups, instead of those they had."""
        for piece in pieces(groups):
            old = select(tables.incident.c.id).where(tables.incident.c.group_id.in_(piece))
            Shown(self._do).drop_incidents(list(self._do.execute(old).scalars()))
            self._do.execute(delete(tables.holds).where(tables.holds.c.incident.in_(old)))
            self._do.execute(delete(tables.incident).where(tables.incident.c.group_id.in_(piece)))
        kept = list(incidents)
        self._insert(tables.incident, (_incident_row(group, incident) for group, incident in kept))
        self._insert(tables.holds, ({"claim": c, "incident": one.id} for _, one in kept for c in one.claims))

    def show(self, incidents: Iterable[ShownIncident]) -> None:
        """The rows of incidents that were just made, as a server reads them."""
        Shown(self._do).add_incidents(incidents)
        take_turn(self._do)

    def show_codings(self, found: Sequence[Findable]) -> None:
        """The rows of codings' claims and of their reports, for lists and for search."""
        Shown(self._do).add_claims(claim for _, claims, _ in found for claim in claims)
        add_search(self._do, found)

    def reports_of(self, codings: Iterable[int]) -> dict[int, tuple[int, Report]]:
        """Coding → the row of its report and the report."""
        query = select(tables.coding.c.seq, tables.report.c.seq.label("row"), tables.report.c.body).join(
            tables.report, tables.coding.c.report_seq == tables.report.c.seq
        )
        rows = self._rows(query, tables.coding.c.seq, codings)
        return {row.seq: (row.row, Report.model_validate_json(row.body)) for row in rows}

    def _insert(self, table: Any, rows: Iterable[dict[str, Any]]) -> None:
        for piece in pieces(rows):
            self._do.execute(insert(table), piece)

    def _rows(self, query: Any, column: ColumnElement[Any], values: Iterable[Any]) -> Iterator[Any]:
        for piece in pieces(sorted(set(values))):
            yield from self._do.execute(query.where(and_(column.in_(piece)))).all()


def _member(row: Any) -> Member:
    return Member(**{name: getattr(row, name) for name in Member.__dataclass_fields__})


def _incident_row(group: int, incident: Incident) -> dict[str, Any]:
    return {
        "id": incident.id, "group_id": group, "root": incident.root.value, "counts": incident.counts,
        "theatre": incident.theatre, "day": incident.occurred.earliest if incident.occurred else None,
        "body": incident.model_dump_json(by_alias=True),
    }  # fmt: skip
