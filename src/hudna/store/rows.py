"""Rows of reports, codings, claims and issues, as they are added to a store.

Each takes the connection of a transaction that the store has opened.
"""

import json
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import Connection, Insert, insert, select

from hudna.model.claim import Claim
from hudna.model.coded import Coded
from hudna.model.report import Issue, Report
from hudna.store import tables
from hudna.store.chain import claim_hash, head
from hudna.store.known import stamp


def now() -> str:
    """This moment, as rows keep it."""
    return stamp(datetime.now(UTC))


def _digest(report: Report) -> str:
    return sha256(report.model_dump_json().encode()).hexdigest()


def coding_of(connection: Connection, report: Report, coder: str) -> int | None:
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
        fetched=now(),
        body=report.model_dump_json(),
    )
    return added(connection, row)


def added(connection: Connection, row: Insert) -> int:
    """The key of the row just added."""
    return int(connection.execute(row).inserted_primary_key[0])  # type: ignore[index]  # never None for one row


def add_coding(connection: Connection, coded: Coded, coder: str) -> int:
    passages = coded.reading.passages if coded.reading else ()
    row = insert(tables.coding).values(
        report_seq=_add_report(connection, coded.report),
        coder=coder,
        coded=now(),
        language=coded.reading.language if coded.reading else coded.report.language,
        passages=json.dumps([[passage.start, passage.end] for passage in passages]),
    )
    return added(connection, row)


def add_claims(connection: Connection, coded: Coded, coding: int, coder: str) -> None:
    previous = head(connection)
    rows = []
    for claim in coded.claims:
        body = claim.model_dump_json(by_alias=True)
        linked = claim_hash(previous, coded.report.sha256, coder, body)
        occurred = claim.event.occurred if claim.event else None
        rows.append({
            "coding_seq": coding, "id": claim.id, "content": claim.content, "status": claim.status.value,
            "root": claim.event.root.value if claim.event else None, "country": _country(claim),
            "earliest": occurred.earliest if occurred else None, "latest": occurred.latest if occurred else None,
            "body": body, "previous": previous, "hash": linked,
        })  # fmt: skip
        previous = linked
    if rows:
        connection.execute(insert(tables.claim), rows)


def _country(claim: Claim) -> str | None:
    places = claim.event.places if claim.event else ()
    return next((place.country for place in places if place.country), None)


def add_issue(connection: Connection, issue: Issue, run: str, coding: int | None) -> None:
    connection.execute(insert(tables.issue).values(run=run, coding_seq=coding, body=issue.model_dump_json()))
