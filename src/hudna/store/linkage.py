"""The derived tables of linking: units under their keys, edges, clusters (groups), incidents.

Everything here is read and written inside one transaction that the caller opens, so that
a run that is killed leaves a report linked or not linked, never half.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select, update

from hudna.model.incident import Incident
from hudna.model.report import Report
from hudna.model.shown import ShownIncident
from hudna.store import tables
from hudna.store.chunks import among, fetched, pieces
from hudna.store.known import Moment, latest
from hudna.store.shown import Findable, Shown, add_search, clear_shown, drop_search, take_turn

Edge = tuple[int, int, float]
_NO_MORE: Mapping[str, Any] = {}


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


# Statements are written once: putting one together takes longer than running it.
_filed, _unit, _edge, _member_of, _coding = (
    tables.filed.c,
    tables.unit.c,
    tables.edge.c,
    tables.member.c,
    tables.coding.c,
)
_other, _older, _newer = tables.coding.alias(), tables.report.alias(), tables.report.alias()
_FOUND = select(_filed.key, _filed.unit).where(among(_filed.key))
_OUTLINES = select(_unit.id, _unit.outline).where(among(_unit.id))
_GROUP_OF = select(_unit.id, _unit.group_id).where(among(_unit.id))
_UNITS_OF = select(_unit.id, _unit.group_id).where(among(_unit.group_id))
_EDGES_OF = [select(tables.edge).where(among(column)) for column in (_edge.one, _edge.other)]
_EDGES_AMONG = select(tables.edge).where(
    among(_edge.one), _edge.other.in_(bindparam("others", expanding=True))
)
_COURSES = select(tables.course.c.group_id, tables.course.c.body).where(
    among(tables.course.c.group_id), tables.course.c.wishes == bindparam("by")
)
_DROP_COURSES = delete(tables.course).where(among(tables.course.c.group_id))
_REGROUP = update(tables.unit).where(among(_unit.id)).values(group_id=bindparam("group"))
_DROP_UNITS = [
    delete(column.table).where(among(column)) for column in (_filed.unit, _edge.one, _edge.other, _unit.id)
]
_MEMBERS_OF = select(*(_member_of[name] for name in Member.__dataclass_fields__)).where(
    among(_member_of.unit)
)
_EXPLAINING = select(*(_member_of[name] for name in Member.__dataclass_fields__)).where(
    among(_member_of.explains)
)
_UNITS_HELD = select(_member_of.unit).where(among(_member_of.unit))
_UNITS_OF_CODINGS = select(_member_of.unit).where(among(_member_of.coding_seq))
_UNITS_OF_CLAIMS = select(_member_of.claim, _member_of.unit).where(among(_member_of.claim))
_CODINGS_OF_CLAIMS = (
    select(tables.claim.c.coding_seq)
    .join(tables.linked, tables.linked.c.coding_seq == tables.claim.c.coding_seq)
    .where(among(tables.claim.c.id))
)
_LINKED = select(tables.linked.c.coding_seq).where(among(tables.linked.c.coding_seq))
_DROP_CODINGS = [delete(t).where(among(t.c.coding_seq)) for t in (tables.member, tables.linked)]
_NAMES_OF = select(tables.incident.c.id).where(among(tables.incident.c.group_id))
_INCIDENTS_OF = select(tables.incident.c.body).where(among(tables.incident.c.group_id))
_CLAIMS_HELD = select(tables.holds.c.claim).where(among(tables.holds.c.incident))
_DROP_INCIDENTS = [delete(c.table).where(among(c)) for c in (tables.holds.c.incident, tables.incident.c.id)]
_VECTORS_HELD = select(tables.vector.c.id).where(among(tables.vector.c.id))
_VECTORS = select(tables.vector.c.id, tables.vector.c.numbers).where(among(tables.vector.c.id))
_REPORTS_OF = (
    select(_coding.seq, tables.report.c.seq.label("row"), tables.report.c.body)
    .join(tables.report, _coding.report_seq == tables.report.c.seq)
    .where(among(_coding.seq))
)
_SUPERSEDED = (
    select(tables.linked.c.coding_seq)
    .join(_other, _other.c.seq == tables.linked.c.coding_seq)
    .join(_older, _older.c.seq == _other.c.report_seq)
    .join(_newer, _newer.c.id == _older.c.id)
    .join(tables.coding, _coding.report_seq == _newer.c.seq)
    .where(among(_coding.seq))
)


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
        return {row[0] for row in self._rows(_SUPERSEDED, codings)} - set(codings)

    def found(self, keys: Iterable[int]) -> dict[int, list[int]]:
        """The units filed under each of these keys."""
        found: dict[int, list[int]] = {}
        for row in self._rows(_FOUND, keys):
            found.setdefault(row[0], []).append(row[1])
        return found

    def outlines(self, units: Iterable[int]) -> dict[int, str]:
        """The outlines of units as JSON."""
        return dict(self._rows(_OUTLINES, units))

    def vectors(self, sentences: Iterable[int]) -> dict[int, bytes]:
        """What those of the sentences mean that linking has asked about, by their numbers."""
        return dict(self._rows(_VECTORS, sentences))

    def add_vectors(self, vectors: Mapping[int, bytes]) -> None:
        """Write down what sentences mean."""
        held = {row[0] for row in self._rows(_VECTORS_HELD, vectors)}
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
        return dict(self._rows(_GROUP_OF, units))

    def units_of(self, groups: Iterable[int]) -> dict[int, int]:
        """The units of these groups, each with its group."""
        return dict(self._rows(_UNITS_OF, groups))

    def edges_of(self, units: Iterable[int]) -> list[Edge]:
        """Every edge of these units, also those that lead elsewhere; one between two of them may come twice."""
        units = list(units)
        return [(one, other, score) for query in _EDGES_OF for one, other, score in self._rows(query, units)]

    def edges_among(self, units: Iterable[int]) -> list[Edge]:
        """Every edge between two of these units."""
        some = list(pieces(sorted(set(units))))
        return [
            (row[0], row[1], row[2])
            for ones in some
            for others in some
            for row in fetched(self._do, _EDGES_AMONG, {"among": ones, "others": others})
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
        codings = [row[0] for row in self._rows(_LINKED, codings)]
        if not codings:
            return set()  # what is not linked has left nothing behind
        units = {row[0] for row in self._rows(_UNITS_OF_CODINGS, codings) if row[0]}
        Shown(self._do).drop_claims_of(codings)
        drop_search(self._do, codings)
        for piece in pieces(codings):
            for gone in _DROP_CODINGS:
                self._do.execute(gone, {"among": piece})
        return units

    def drop_empty(self, units: Iterable[int]) -> set[int]:
        """Delete those of the units that no claim is of any more; which they were."""
        units = set(units)
        held = {row[0] for row in self._rows(_UNITS_HELD, units)}
        empty = sorted(units - held)
        for piece in pieces(empty):
            for gone in _DROP_UNITS:
                self._do.execute(gone, {"among": piece})
        return set(empty)

    def regroup(self, groups: Mapping[int, Iterable[int]]) -> None:
        """Write the group of each unit; a group goes by its smallest unit."""
        for group, units in groups.items():
            for piece in pieces(units):
                self._do.execute(_REGROUP, {"among": piece, "group": group})

    def courses_of(self, groups: Iterable[int], wishes: str) -> dict[int, str]:
        """How these groups came to be under these judgements, as far as it was written down."""
        return dict(self._rows(_COURSES, groups, {"by": wishes}))

    def replace_courses(self, groups: Iterable[int], wishes: str, courses: Mapping[int, str]) -> None:
        """What is known of how these groups came to be, instead of what was written before."""
        for piece in pieces(sorted(set(groups))):
            self._do.execute(_DROP_COURSES, {"among": piece})
        given = sorted(courses.items())
        self._insert(tables.course, ({"group_id": g, "wishes": wishes, "body": body} for g, body in given))

    def members_of(self, units: Iterable[int]) -> list[Member]:
        """The claims of these units, and those that explain them."""
        own = [_member(row) for row in self._rows(_MEMBERS_OF, units)]
        explaining = self._rows(_EXPLAINING, [one.claim for one in own])
        return [*own, *(_member(row) for row in explaining)]

    def units_of_claims(self, claims: Iterable[str]) -> dict[str, int]:
        """The unit of each claim of an event."""
        rows = self._rows(_UNITS_OF_CLAIMS, claims)
        return {claim: unit for claim, unit in rows if unit is not None}

    def codings_of_claims(self, claims: Iterable[str]) -> set[int]:
        """The linked codings that hold these claims, also those that a person has rejected."""
        return {row[0] for row in self._rows(_CODINGS_OF_CLAIMS, claims)}

    def codings_of_incidents(self, incidents: Iterable[str]) -> set[int]:
        """The linked codings whose claims these incidents hold."""
        rows = self._rows(_CLAIMS_HELD, incidents)
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
        for row in self._rows(_INCIDENTS_OF, groups):
            yield Incident.model_validate_json(row[0])

    def replace_incidents(self, groups: Iterable[int], incidents: Iterable[tuple[int, Incident]]) -> None:
        """The incidents of these groups, instead of those they had."""
        for piece in pieces(groups):
            old = list(self._do.execute(_NAMES_OF, {"among": piece}).scalars())
            Shown(self._do).drop_incidents(old)
            for names in pieces(old):
                for gone in _DROP_INCIDENTS:
                    self._do.execute(gone, {"among": names})
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
        rows = self._rows(_REPORTS_OF, codings)
        return {coding: (row, Report.model_validate_json(body)) for coding, row, body in rows}

    def _insert(self, table: Any, rows: Iterable[dict[str, Any]]) -> None:
        for piece in pieces(rows):
            self._do.execute(insert(table), piece)

    def _rows(
        self, query: Select[Any], values: Iterable[Any], more: Mapping[str, Any] = _NO_MORE
    ) -> Iterator[tuple[Any, ...]]:
        for piece in pieces(sorted(set(values))):
            yield from fetched(self._do, query, {"among": piece, **more})


def _member(row: Any) -> Member:
    return Member(*row)


def _incident_row(group: int, incident: Incident) -> dict[str, Any]:
    return {
        "id": incident.id, "group_id": group, "root": incident.root.value, "counts": incident.counts,
        "theatre": incident.theatre, "day": incident.occurred.earliest if incident.occurred else None,
        "body": incident.model_dump_json(by_alias=True),
    }  # fmt: skip
