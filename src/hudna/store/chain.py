"""Hash chains: each row of claims and of judgements covers the row before it."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, select

from hudna.model.report import Report
from hudna.store import tables

NO_HASH = "0" * 64


def head(connection: Connection, table: Table = tables.claim) -> str:
    """The last hash of a chain."""
    last = select(table.c.hash).order_by(table.c.seq.desc()).limit(1)
    return connection.scalar(last) or NO_HASH


def claim_hash(previous: str, text_sha256: str, coder: str, body: str) -> str:
    """The hash of a claim: after which row, from which text, by which coder, in which words."""
    return sha256(f"{previous}\n{text_sha256}\n{coder}\n{body}".encode()).hexdigest()


def judgement_hash(previous: str, recorded: str, body: str) -> str:
    """The hash of a judgement."""
    return sha256(f"{previous}\n{recorded}\n{body}".encode()).hexdigest()


def faults(connection: Connection) -> Iterator[str]:
    """What does not fit the chains; nothing where the store is as it was written."""
    yield from _claim_faults(connection)
    previous = NO_HASH
    for row in connection.execute(select(tables.judgement).order_by(tables.judgement.c.seq)):
        if row.previous != previous or row.hash != judgement_hash(previous, row.recorded, row.body):
            yield f"judgement {row.id} (row {row.seq}): it or a row before it was changed"
        previous = row.hash


def _claim_faults(connection: Connection) -> Iterator[str]:
    previous = NO_HASH
    for row in connection.execution_options(yield_per=1000).execute(_claims_with_texts()):
        if Report.model_validate_json(row.report).sha256 != row.sha256:
            yield f"claim {row.id}: the text of its report was changed"
        if row.previous != previous or row.hash != claim_hash(previous, row.sha256, row.coder, row.body):
            yield f"claim {row.id} (row {row.seq}): it or a row before it was changed"
        previous = row.hash


def _claims_with_texts() -> Any:
    return (
        select(
            tables.claim, tables.coding.c.coder, tables.report.c.sha256, tables.report.c.body.label("report")
        )
        .join(tables.coding, tables.claim.c.coding_seq == tables.coding.c.seq)
        .join(tables.report, tables.coding.c.report_seq == tables.report.c.seq)
        .order_by(tables.claim.c.seq)
    )
