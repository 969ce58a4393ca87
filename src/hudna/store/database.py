"""Reports and claims that are only ever added, chained by hash.

A report with its claims goes in as one transaction: a run that is killed leaves
whole reports or nothing. The same report under the same coder version adds nothing;
a new version adds a coding beside the old one, and reading gives the latest.
"""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Insert, Select, func, insert, inspect, select
from sqlalchemy.exc import DatabaseError

from hudna.errors import InputError
from hudna.model.claim import Claim
from hudna.model.coded import Coded
from hudna.model.report import Issue, Report
from hudna.store import tables
from hudna.store.engine import WRITING, forbid_changes, sqlite_engine

_NO_HASH = "0" * 64


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


def open_store(path: Path, *, create: bool = False) -> "Store":
    """The store in that file; InputError where there is none or it is of another kind."""
    if not create and not path.is_file():
        raise InputError(f"{path} does not exist; `hudna run … --store {path}` makes it")
    if create and not path.parent.is_dir():
        raise InputError(f"{path.parent} is no folder; the store cannot be made in it")
    store = Store(sqlite_engine(path))
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

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def prepare(self, *, create: bool) -> None:
        """Make the tables in a new store; InputError where there are none to read or of another version."""
        with self._writer.begin() as connection:
            known = inspect(connection).has_table("about")
            if not known and (not create or inspect(connection).get_table_names()):
                raise InputError("is no store")
            if not known:
                tables.metadata.create_all(connection)
                connection.execute(insert(tables.about).values(version=tables.VERSION))
                forbid_changes(connection)
            version = connection.scalar(select(func.max(tables.about.c.version)))
        if version != tables.VERSION:
            raise InputError(f"is a store of version {version}; this program reads version {tables.VERSION}")

    def has(self, report: Report, coder: str) -> bool:
        """Whether this very report was coded by that version before."""
        with self._engine.connect() as connection:
            return _coding_of(connection, report, coder) is not None

    def start(self, coder: str) -> str:
        """The name of a new run."""
        name = uuid.uuid4().hex
        self._log(name, "start", coder)
        return name

    def end(self, run: str, coder: str, *, coded: int, skipped: int, claims: int) -> None:
        """Note that a run came to its end."""
        self._log(run, "end", coder, coded=coded, skipped=skipped, claims=claims)

    def add(self, coded: Coded, *, coder: str, run: str) -> bool:
        """Whether anything was added: the report with its claims and issues, all or nothing."""
        with self._writer.begin() as connection:
            if _coding_of(connection, coded.report, coder) is not None:
                return False
            coding = _add_coding(connection, coded, coder)
            _add_claims(connection, coded, coding, coder)
            for issue in coded.issues:
                _add_issue(connection, issue, run, coding)
        return True

    def add_issue(self, issue: Issue, *, run: str) -> None:
        """Note an input that could not be read."""
        with self._writer.begin() as connection:
            _add_issue(connection, issue, run, None)

    def reports(self, as_of: date | None = None) -> list[Report]:
        """The latest text of each report, by day and id; undated ones only where no day is asked for."""
        with self._engine.connect() as connection:
            rows = connection.execute(_latest(as_of)).all()
        return sorted((Report.model_validate_json(row.body) for row in rows), key=_report_order)

    def claims(self, as_of: date | None = None) -> list[StoredClaim]:
        """The claims of the latest coding of each report, in the order of reports and words."""
        latest = _latest(as_of).subquery()
        query = (
            select(tables.claim.c.body, latest.c.body.label("report"), latest.c.passages, latest.c.coder)
            .join(latest, tables.claim.c.coding_seq == latest.c.coding_seq)
            .order_by(tables.claim.c.seq)
        )
        with self._engine.connect() as connection:
            stored = [_stored(*row) for row in connection.execute(query)]
        return sorted(stored, key=lambda item: _report_order(item.report))

    def issues(self) -> list[Issue]:
        """What the latest run and the latest codings could not read."""
        last = select(func.max(tables.run.c.seq)).where(tables.run.c.what == "start").scalar_subquery()
        name = select(tables.run.c.run).where(tables.run.c.seq == last).scalar_subquery()
        codings = select(_latest(None).subquery().c.coding_seq)
        query = select(tables.issue.c.body).where(
            ((tables.issue.c.run == name) & tables.issue.c.coding_seq.is_(None))
            | tables.issue.c.coding_seq.in_(codings)
        )
        with self._engine.connect() as connection:
            bodies = connection.execute(query.order_by(tables.issue.c.seq)).scalars().all()
        return [Issue.model_validate_json(body) for body in dict.fromkeys(bodies)]

    def find(self, name: str) -> list[StoredClaim]:
        """The claims of that claim id, its unambiguous beginning, or that report id."""
        claims = self.claims()
        exact = [item for item in claims if name in (item.claim.id, item.report.id)]
        return exact or [item for item in claims if item.claim.id.startswith(name)]

    def summary(self) -> Summary:
        """How much there is, and the last hash of the chain."""
        with self._engine.connect() as connection:
            head = _head(connection)
        return Summary(len(self.reports()), len(self.claims()), head)

    def verify(self) -> list[str]:
        """What does not fit the chain; nothing where the store is as it was written."""
        query = (
            select(
                tables.claim,
                tables.coding.c.coder,
                tables.report.c.sha256,
                tables.report.c.body.label("report"),
            )
            .join(tables.coding, tables.claim.c.coding_seq == tables.coding.c.seq)
            .join(tables.report, tables.coding.c.report_seq == tables.report.c.seq)
            .order_by(tables.claim.c.seq)
        )
        faults, previous = [], _NO_HASH
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                if Report.model_validate_json(row.report).sha256 != row.sha256:
                    faults.append(f"claim {row.id}: the text of its report was changed")
                if row.previous != previous or row.hash != _hash(previous, row.sha256, row.coder, row.body):
                    faults.append(f"claim {row.id} (row {row.seq}): it or a row before it was changed")
                previous = row.hash
        return faults

    def _log(self, run: str, what: str, coder: str, **counts: int) -> None:
        with self._writer.begin() as connection:
            connection.execute(
                insert(tables.run).values(run=run, what=what, at=_now(), coder=coder, **counts)
            )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _report_order(report: Report) -> tuple[bool, date, str]:
    return report.published is None, report.published or date.min, report.id


def _latest(as_of: date | None) -> Select[Any]:
    """Of each report the newest text, and of that the newest coding."""
    newest_text = select(func.max(tables.report.c.seq)).group_by(tables.report.c.id)
    newest_coding = select(func.max(tables.coding.c.seq)).group_by(tables.coding.c.report_seq)
    query = (
        select(
            tables.report.c.body,
            tables.coding.c.passages,
            tables.coding.c.coder,
            tables.coding.c.seq.label("coding_seq"),
        )
        .join(tables.coding, tables.coding.c.report_seq == tables.report.c.seq)
        .where(tables.report.c.seq.in_(newest_text), tables.coding.c.seq.in_(newest_coding))
    )
    return query if as_of is None else query.where(tables.report.c.published <= as_of)


def _stored(body: str, report: str, passages: str, coder: str) -> StoredClaim:
    return StoredClaim(
        Claim.model_validate_json(body),
        Report.model_validate_json(report),
        tuple((start, end) for start, end in json.loads(passages)),
        coder,
    )


def _digest(report: Report) -> str:
    return sha256(report.model_dump_json().encode()).hexdigest()


def _coding_of(connection: Connection, report: Report, coder: str) -> int | None:
    query = (
        select(tables.coding.c.seq)
        .join(tables.report, tables.coding.c.report_seq == tables.report.c.seq)
        .where(
            tables.report.c.id == report.id,
            tables.report.c.digest == _digest(report),
            tables.coding.c.coder == coder,
        )
    )
    return connection.scalar(query)


def _add_report(connection: Connection, report: Report) -> int:
    digest = _digest(report)
    known = connection.scalar(
        select(tables.report.c.seq).where(tables.report.c.id == report.id, tables.report.c.digest == digest)
    )
    if known is not None:
        return int(known)
    row = insert(tables.report).values(
        id=report.id,
        digest=digest,
        sha256=report.sha256,
        published=report.published,
        source=report.source,
        fetched=_now(),
        body=report.model_dump_json(),
    )
    return _added(connection, row)


def _added(connection: Connection, row: Insert) -> int:
    """The key of the row just added."""
    return int(connection.execute(row).inserted_primary_key[0])  # type: ignore[index]  # never None for one row


def _add_coding(connection: Connection, coded: Coded, coder: str) -> int:
    passages = coded.reading.passages if coded.reading else ()
    row = insert(tables.coding).values(
        report_seq=_add_report(connection, coded.report),
        coder=coder,
        coded=_now(),
        language=coded.reading.language if coded.reading else coded.report.language,
        passages=json.dumps([[passage.start, passage.end] for passage in passages]),
    )
    return _added(connection, row)


def _add_claims(connection: Connection, coded: Coded, coding: int, coder: str) -> None:
    previous = _head(connection)
    for claim in coded.claims:
        body = claim.model_dump_json(by_alias=True)
        linked = _hash(previous, coded.report.sha256, coder, body)
        occurred = claim.event.occurred if claim.event else None
        row = insert(tables.claim).values(
            coding_seq=coding,
            id=claim.id,
            content=claim.content,
            status=claim.status.value,
            root=claim.event.root.value if claim.event else None,
            country=_country(claim),
            earliest=occurred.earliest if occurred else None,
            latest=occurred.latest if occurred else None,
            body=body,
            previous=previous,
            hash=linked,
        )
        connection.execute(row)
        previous = linked


def _country(claim: Claim) -> str | None:
    places = claim.event.places if claim.event else ()
    return next((place.country for place in places if place.country), None)


def _add_issue(connection: Connection, issue: Issue, run: str, coding: int | None) -> None:
    connection.execute(insert(tables.issue).values(run=run, coding_seq=coding, body=issue.model_dump_json()))


def _head(connection: Connection) -> str:
    last = select(tables.claim.c.hash).order_by(tables.claim.c.seq.desc()).limit(1)
    return connection.scalar(last) or _NO_HASH


def _hash(previous: str, text_sha256: str, coder: str, body: str) -> str:
    return sha256(f"{previous}\n{text_sha256}\n{coder}\n{body}".encode()).hexdigest()
