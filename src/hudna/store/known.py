"""What was known then: the newest text of each report and its newest coding, by two clocks.

`published`: up to which day the world had published it. `recorded`: up to which moment
this store had taken it in. Either may be left open.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Select, and_, func, select

from hudna.store import tables


@dataclass(frozen=True, slots=True)
class Moment:
    """A point on both clocks; None: now."""

    published: date | None = None
    recorded: datetime | None = None

    @property
    def stamp(self) -> str | None:
        """The moment as rows are stamped."""
        return stamp(self.recorded) if self.recorded else None


NOW = Moment()


def stamp(moment: datetime) -> str:
    """A moment as text that sorts by time; one without a zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="seconds")


def latest(at: Moment = NOW) -> Select[Any]:
    """Of each report the newest text then known, and of that the newest coding."""
    texts = select(func.max(tables.report.c.seq)).group_by(tables.report.c.id)
    codings = select(func.max(tables.coding.c.seq)).group_by(tables.coding.c.report_seq)
    if at.published is not None:
        texts = texts.where(tables.report.c.published <= at.published)
    if at.stamp is not None:
        texts = texts.where(tables.report.c.fetched <= at.stamp)
        codings = codings.where(tables.coding.c.coded <= at.stamp)
    return (
        select(
            tables.report.c.id, tables.report.c.body, tables.coding.c.passages, tables.coding.c.coder, tables.coding.c.seq.label("coding_seq"),
        )
        .join(tables.coding, tables.coding.c.report_seq == tables.report.c.seq)
        .where(and_(tables.report.c.seq.in_(texts), tables.coding.c.seq.in_(codings)))
    )  # fmt: skip
