"""Reports, claims and judgements that are only ever added, chained by hash.

A report with its claims goes in as one transaction: a run that is killed leaves
whole reports or nothing. The same report under the same coder version adds nothing;
a new version adds a coding beside the old one, and reading gives the latest.
"""

import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, inspect, or_, select
from sqlalchemy.exc import DatabaseError

from hudna.errors import InputError
from hudna.model.claim import Claim
from hudna.model.coded import Coded
from hudna.model.incident import Incident
from hudna.model.judgement import Judgement
from hudna.model.report import Issue, Report
from hudna.model.told import Told
from hudna.store import tables
from hudna.store.chain import faults, head, judgement_hash
from hudna.store.chunks import among, pieces
from hudna.store.engine import WRITING, address_of, engine_for, forbid_changes
from hudna.store.fulltext import prepare_words
from hudna.store.known import NOW, Moment, latest, stamp
from hudna.store.linkage import Linkage
from hudna.store.rows import add_claims, add_coding, add_issue, coding_of, now

# Statements are written once: putting one together takes longer than running it.
_WITH_REPORTS = (
    select(tables.claim.c.seq, tables.claim.c.coding_seq, tables.claim.c.body, tables.report.c.body.label("report"))
    .join(tables.coding, tables.claim.c.coding_seq == tables.coding.c.seq)
    .join(tables.report, tables.coding.c.report_seq == tables.report.c.seq)
    .order_by(tables.claim.c.seq)
)  # fmt: skip
_TOLDS_OF_CODINGS = _WITH_REPORTS.where(among(tables.claim.c.coding_seq))
_TOLDS_OF_CLAIMS = _WITH_REPORTS.where(among(tables.claim.c.seq))


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with the report it was coded from and the sentences of that report."""

    claim: Claim
    report: Report
    passages: tuple[tuple[int, int], ...]
    coder: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a store holds, by its latest codings."""

    reports: int
    claims: int
    incidents: int
    head: str


@contextmanager
def using_store(path: Path, *, create: bool = False) -> Iterator["Store"]:
    """The store in that file, let go of at the end; InputError says why it cannot be used."""
    store = open_store(path, create=create)
    try:
        yield store
    except DatabaseError as error:
        raise InputError(f"{path} cannot be used as a store: {error.orig}") from error
    finally:
        store.close()


def open_store(path: Path | str, *, create: bool = False) -> "Store":
    """The store in that file or at that address; InputError where there is none or it is of another kind."""
    is_file = address_of(path) is None
    if is_file and not create and not Path(path).is_file():
        raise InputError(f"{path} does not exist; `hudna run … --store {path}` makes it")
    if is_file and create and not Path(path).parent.is_dir():
        raise InputError(f"{Path(path).parent} is no folder; the store cannot be made in it")
    store = Store(engine_for(path))
    try:
        store.prepare(create=create)
    except (DatabaseError, InputError) as error:
        store.close()
        if isinstance(error, InputError):
            raise InputError(f"{path} {error}") from error
        raise InputError(f"{path} cannot be used as a store: {error.orig}") from error
    return store


class Store:
    """An open store."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**WRITING)

    @property
    def address(self) -> str:
        """Where another process opens it."""
        url = self._engine.url
        is_file = url.get_backend_name() == "sqlite"
        return str(url.database) if is_file else url.render_as_string(hide_password=False)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def connection(self, *, writing: bool = False) -> Iterator[Connection]:
        """A connection in one transaction, for the modules of this stage."""
        engine = self._writer if writing else self._engine
        with engine.begin() as connection:
            yield connection

    def prepare(self, *, create: bool) -> None:
        """Make the tables in a new store, add what an older one lacks; InputError where it is none of ours."""
        with self._writer.begin() as connection:
            known = inspect(connection).has_table("about")
            if not known and (not create or inspect(connection).get_table_names()):
                raise InputError("is no store")
            version = connection.scalar(select(func.max(tables.about.c.version))) if known else 0
            if version < tables.VERSION:
                # Versions only added tables and indices so far, and the derived ones are filled by the next run.
                tables.metadata.create_all(connection)
                _add_indices(connection)
                prepare_words(connection)
                connection.execute(insert(tables.about).values(version=tables.VERSION))
                forbid_changes(connection)
        if version > tables.VERSION:
            raise InputError(
                f"is a store of version {version}; this program reads up to version {tables.VERSION}"
            )

    @contextmanager
    def linkage(self, *, writing: bool) -> Iterator[Linkage]:
        """The derived tables in one transaction; writers take turns from its start."""
        engine = self._writer if writing else self._engine
        with engine.begin() as connection:
            yield Linkage(connection)

    def has(self, report: Report, coder: str) -> bool:
        """Whether this very report was coded by that version before."""
        with self._engine.connect() as connection:
            return coding_of(connection, report, coder) is not None

    def start(self, coder: str) -> str:
        """The name of a new run."""
        name = uuid.uuid4().hex
        self._log(name, "start", coder)
        return name

    def end(self, run: str, coder: str, *, coded: int, skipped: int, claims: int) -> None:
        """Note that a run came to its end."""
        self._log(run, "end", coder, coded=coded, skipped=skipped, claims=claims)

    def add(self, coded: Coded, *, coder: str, run: str) -> int | None:
        """The number of the coding: the report with its claims and issues, all or nothing; None if held already."""
        with self._writer.begin() as connection:
            if coding_of(connection, coded.report, coder) is not None:
                return None
            coding = add_coding(connection, coded, coder)
            add_claims(connection, coded, coding, coder)
            for issue in coded.issues:
                add_issue(connection, issue, run, coding)
        return coding

    def add_issue(self, issue: Issue, *, run: str) -> None:
        """Note an input that could not be read."""
        with self._writer.begin() as connection:
            add_issue(connection, issue, run, None)

    def judge(self, judgement: Judgement) -> bool:
        """Whether the judgement was added; the very same one is held once."""
        body, recorded = judgement.model_dump_json(by_alias=True), now()
        with self._writer.begin() as connection:
            known = select(tables.judgement.c.seq).where(tables.judgement.c.id == judgement.id)
            if connection.scalar(known) is not None:
                return False
            previous = head(connection, tables.judgement)
            connection.execute(
                insert(tables.judgement).values(
                    id=judgement.id, act=judgement.act, made=stamp(judgement.made), recorded=recorded, body=body,
                    previous=previous, hash=judgement_hash(previous, recorded, body),
                )
            )  # fmt: skip
        return True

    def judgements(self, at: Moment = NOW, *, after: int = 0) -> list[Judgement]:
        """People's judgements made and recorded by then, in the order in which they were recorded."""
        query = select(tables.judgement.c.body).where(tables.judgement.c.seq > after)
        if at.stamp is not None:
            query = query.where(tables.judgement.c.recorded <= at.stamp)
        with self._engine.connect() as connection:
            bodies = connection.execute(query.order_by(tables.judgement.c.seq)).scalars().all()
        found = [Judgement.model_validate_json(body) for body in bodies]
        return [one for one in found if at.published is None or one.made.date() <= at.published]

    def last_judgement(self) -> int:
        """The number of the last judgement, nought where there is none."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.max(tables.judgement.c.seq))) or 0

    def reports(self, as_of: date | None = None, *, recorded: datetime | None = None) -> list[Report]:
        """The latest text of each report, by day and id; undated ones only where no day is asked for."""
        with self._engine.connect() as connection:
            rows = connection.execute(latest(Moment(as_of, recorded))).all()
        return sorted((Report.model_validate_json(row.body) for row in rows), key=_report_order)

    def claims(self, as_of: date | None = None, *, recorded: datetime | None = None) -> list[StoredClaim]:
        """The claims of the latest coding of each report, in the order of reports and words."""
        return self._claims(Moment(as_of, recorded))

    def _claims(self, at: Moment, name: str | None = None, *, begins: bool = False) -> list[StoredClaim]:
        known = latest(at).subquery()
        query = (
            select(tables.claim.c.body, known.c.body.label("report"), known.c.passages, known.c.coder)
            .join(known, tables.claim.c.coding_seq == known.c.coding_seq)
            .order_by(tables.claim.c.seq)
        )
        if name is not None:
            exact = or_(tables.claim.c.id == name, known.c.id == name)
            query = query.where(tables.claim.c.id.startswith(name, autoescape=True) if begins else exact)
        with self._engine.connect() as connection:
            stored = [_stored(*row) for row in connection.execute(query)]
        return sorted(stored, key=lambda item: _report_order(item.report))

    def tolds(self, codings: Iterable[int]) -> dict[int, list[tuple[int, Told]]]:
        """The claims of these codings with their row numbers, in the order of words."""
        found: dict[int, list[tuple[int, Told]]] = {}
        reports: dict[int, Report] = {}
        with self._engine.connect() as connection:
            for piece in pieces(sorted(set(codings))):
                for row in connection.execute(_TOLDS_OF_CODINGS, {"among": piece}):
                    if row.coding_seq not in reports:
                        reports[row.coding_seq] = Report.model_validate_json(row.report)
                    told = Told(Claim.model_validate_json(row.body), reports[row.coding_seq])
                    found.setdefault(row.coding_seq, []).append((row.seq, told))
        return found

    def tolds_of_claims(self, rows: Iterable[int]) -> dict[int, Told]:
        """The claims of these rows with their reports."""
        found: dict[int, Told] = {}
        reports: dict[str, Report] = {}
        with self._engine.connect() as connection:
            for piece in pieces(sorted(set(rows))):
                for row in connection.execute(_TOLDS_OF_CLAIMS, {"among": piece}):
                    if row.report not in reports:
                        reports[row.report] = Report.model_validate_json(row.report)
                    found[row.seq] = Told(Claim.model_validate_json(row.body), reports[row.report])
        return found

    def doubtful_claims(self) -> list[Claim]:
        """Claims that are linked and that the coder itself wants looked at."""
        query = (
            select(tables.claim.c.body)
            .join(tables.member, tables.member.c.claim_seq == tables.claim.c.seq)
            .where(tables.claim.c.body.not_like('%"review":null%'))
            .order_by(tables.claim.c.seq)
        )
        with self._engine.connect() as connection:
            return [Claim.model_validate_json(body) for body in connection.execute(query).scalars()]

    def held_by(self, incident: Incident) -> list[StoredClaim]:
        """The claims that an incident holds, in the order in which it names them."""
        query = (
            select(tables.claim.c.id, tables.claim.c.body, tables.report.c.body.label("report"),
                   tables.coding.c.passages, tables.coding.c.coder)
            .join(tables.member, tables.member.c.claim_seq == tables.claim.c.seq)
            .join(tables.coding, tables.claim.c.coding_seq == tables.coding.c.seq)
            .join(tables.report, tables.coding.c.report_seq == tables.report.c.seq)
        )  # fmt: skip
        found: dict[str, StoredClaim] = {}
        with self._engine.connect() as connection:
            for piece in pieces(incident.claims):
                for row in connection.execute(query.where(tables.claim.c.id.in_(piece))):
                    found[row.id] = _stored(row.body, row.report, row.passages, row.coder)
        return [found[claim] for claim in incident.claims if claim in found]

    def incidents(self) -> Iterator[Incident]:
        """Every incident as last linked, by day and name."""
        query = select(tables.incident.c.body).order_by(
            tables.incident.c.day.is_(None), tables.incident.c.day, tables.incident.c.id
        )
        with self._engine.connect() as connection:
            for body in connection.execution_options(yield_per=500).execute(query).scalars():
                yield Incident.model_validate_json(body)

    def beside(self, names: Iterable[str]) -> dict[str, list[Claim]]:
        """Report → its claims in the order of words, for the reports of these linked claims."""
        query = select(tables.claim.c.body).order_by(tables.claim.c.seq)
        found: dict[str, list[Claim]] = {}
        with self._engine.connect() as connection:
            for piece in pieces(sorted(set(names))):
                told = select(tables.member.c.coding_seq).where(tables.member.c.claim.in_(piece))
                for body in connection.execute(query.where(tables.claim.c.coding_seq.in_(told))).scalars():
                    claim = Claim.model_validate_json(body)
                    found.setdefault(claim.report, []).append(claim)
        return found

    def incident(self, name: str) -> Incident | None:
        """The incident of that id, or the one that holds the claim it was once named after."""
        held = select(tables.holds.c.incident).where(tables.holds.c.claim == name.removeprefix("i-"))
        query = select(tables.incident.c.body).where(
            or_(tables.incident.c.id == name, tables.incident.c.id.in_(held))
        )
        with self._engine.connect() as connection:
            body = connection.scalar(query)
        return Incident.model_validate_json(body) if body else None

    def issues(self) -> list[Issue]:
        """What the latest run and the latest codings could not read."""
        last = select(func.max(tables.run.c.seq)).where(tables.run.c.what == "start").scalar_subquery()
        name = select(tables.run.c.run).where(tables.run.c.seq == last).scalar_subquery()
        codings = select(latest().subquery().c.coding_seq)
        query = select(tables.issue.c.body).where(
            ((tables.issue.c.run == name) & tables.issue.c.coding_seq.is_(None))
            | tables.issue.c.coding_seq.in_(codings)
        )
        with self._engine.connect() as connection:
            bodies = connection.execute(query.order_by(tables.issue.c.seq)).scalars().all()
        return [Issue.model_validate_json(body) for body in dict.fromkeys(bodies)]

    def find(self, name: str) -> list[StoredClaim]:
        """The claims of that claim id, its unambiguous beginning, or that report id."""
        return self._claims(NOW, name) or self._claims(NOW, name, begins=True)

    def summary(self) -> Summary:
        """How much there is, and the last hash of the chain."""
        known = latest().subquery()
        held = tables.claim.c.coding_seq.in_(select(known.c.coding_seq))
        with self._engine.connect() as connection:
            reports = connection.scalar(select(func.count()).select_from(known)) or 0
            claims = connection.scalar(select(func.count()).select_from(tables.claim).where(held)) or 0
            incidents = connection.scalar(select(func.count()).select_from(tables.incident)) or 0
            return Summary(reports, claims, incidents, head(connection))

    def verify(self) -> list[str]:
        """What does not fit the chains; nothing where the store is as it was written."""
        with self._engine.connect() as connection:
            return list(faults(connection))

    def _log(self, run: str, what: str, coder: str, **counts: int) -> None:
        with self._writer.begin() as connection:
            connection.execute(insert(tables.run).values(run=run, what=what, at=now(), coder=coder, **counts))


def _report_order(report: Report) -> tuple[bool, date, str]:
    return report.published is None, report.published or date.min, report.id


def _stored(body: str, report: str, passages: str, coder: str) -> StoredClaim:
    return StoredClaim(
        Claim.model_validate_json(body),
        Report.model_validate_json(report),
        tuple((start, end) for start, end in json.loads(passages)),
        coder,
    )


def _add_indices(connection: Connection) -> None:
    """Indices that a table of an older store lacks, and away with the one that another took the place of."""
    connection.exec_driver_sql("DROP INDEX IF EXISTS ix_edge_other")
    for table in tables.metadata.sorted_tables:
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            index.create(connection, checkfirst=True)
