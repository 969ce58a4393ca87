"""Sentences put before people, beside the codings they were not coded in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from hudna.model.proposal import Proposal
from hudna.model.report import Report
from hudna.store import tables
from hudna.store.known import latest


@dataclass(frozen=True, slots=True)
class Unread:
    """A coding whose sentences nobody has looked at."""

    coding: int
    report: Report
    sentences: tuple[tuple[int, int], ...]


def not_looked_at(connection: Connection, model: str) -> list[Unread]:
    """The latest codings that this model has not looked at, oldest first."""
    known = latest().subquery()
    done = select(tables.looked.c.coding_seq).where(tables.looked.c.model == model)
    query = select(known).where(known.c.coding_seq.not_in(done)).order_by(known.c.coding_seq)
    return [
        Unread(
            row.coding_seq, Report.model_validate_json(row.body), tuple((start, end) for start, end in json.loads(row.passages))
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def add_looked(connection: Connection, model: str, found: Mapping[int, Sequence[Proposal]]) -> None:
    """Note that a model has looked at these codings, with what it found; what another has done meanwhile stays."""
    done = set(
        connection.execute(
            select(tables.looked.c.coding_seq).where(
                tables.looked.c.model == model, tables.looked.c.coding_seq.in_(list(found))
            )
        ).scalars()
    )
    for coding in sorted(set(found) - done):
        key = connection.execute(
            insert(tables.looked).values(coding_seq=coding, model=model)
        ).inserted_primary_key
        for one in found[coding]:
            body = one.model_dump_json(by_alias=True)
            connection.execute(insert(tables.proposal).values(looked_seq=key[0], id=one.id, body=body))  # type: ignore[index]  # never None for one row


def proposals_held(connection: Connection) -> list[Proposal]:
    """What was last found in the latest codings, by report and words."""
    last = select(func.max(tables.looked.c.seq)).group_by(tables.looked.c.coding_seq)
    query = (
        select(tables.proposal.c.body)
        .join(tables.looked, tables.looked.c.seq == tables.proposal.c.looked_seq)
        .where(
            tables.looked.c.seq.in_(last),
            tables.looked.c.coding_seq.in_(select(latest().subquery().c.coding_seq)),
        )
    )
    found = [Proposal.model_validate_json(body) for body in connection.execute(query).scalars()]
    return sorted(found, key=lambda one: (one.report, one.words.start))
