"""The alerts of a store: what was decided on which day, and what people released.

A day that is decided again, because more had been read by then, is a further decision
beside the old one; the newest counts. Nothing is changed and nothing is taken back.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import DatabaseError

from hudna.errors import InputError
from hudna.model.alert import Alert
from hudna.store import alert_tables as tables
from hudna.store.database import open_store
from hudna.store.engine import WRITING, engine_for, forbid_changes


@dataclass(frozen=True, slots=True)
class Release:
    """Who released an alert, when and why."""

    alert: str
    author: str
    reason: str
    made: str


@contextmanager
def using_alerts(path: Path | str) -> Iterator["AlertLog"]:
    """The alerts of the store in that file; InputError where there is no store."""
    open_store(path).close()
    log = AlertLog(engine_for(path))
    try:
        log.prepare()
        yield log
    except DatabaseError as error:
        raise InputError(f"{path} cannot be used as a store: {error.orig}") from error
    finally:
        log.close()


class AlertLog:
    """What was decided, and released."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.writer = engine.execution_options(**WRITING)

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    def prepare(self) -> None:
        """Make the tables of alerts where a store lacks them."""
        with self.writer.begin() as connection:
            tables.metadata.create_all(connection)
            forbid_changes(connection, tables.GROWING)

    def last_day(self) -> date | None:
        """The last day that was decided."""
        with self.engine.connect() as connection:
            found: date | None = connection.scalar(select(func.max(tables.decision.c.as_of)))
        return found

    def record(self, as_of: date, alerts: Sequence[Alert]) -> bool:
        """Whether anything was added: the decision of a day with its lines, all or nothing."""
        bodies = [one.model_dump_json(by_alias=True) for one in alerts]
        digest = sha256("\n".join(bodies).encode()).hexdigest()
        with self.writer.begin() as connection:
            if _newest_digest(connection, as_of) == digest:
                return False
            row = insert(tables.decision).values(as_of=as_of, made=now(), digest=digest)
            seq = connection.execute(row).inserted_primary_key[0]  # type: ignore[index]  # never None for one row
            for alert, body in zip(alerts, bodies, strict=True):
                connection.execute(
                    insert(tables.line).values(
                        decision_seq=seq, id=alert.id, theatre=alert.theatre, area=alert.area, level=alert.level,
                        state=alert.state, body=body,
                    )
                )  # fmt: skip
        return True

    def lines(self, until: date | None = None) -> list[Alert]:
        """Every line of the newest decision of each day up to one, in order, as people released them."""
        newest = select(func.max(tables.decision.c.seq)).group_by(tables.decision.c.as_of)
        query = (
            select(tables.line.c.body)
            .join(tables.decision, tables.line.c.decision_seq == tables.decision.c.seq)
            .where(tables.decision.c.seq.in_(newest))
            .order_by(tables.decision.c.as_of, tables.line.c.seq)
        )
        if until is not None:
            query = query.where(tables.decision.c.as_of <= until)
        with self.engine.connect() as connection:
            bodies = connection.execute(query).scalars().all()
        released = {one.alert: one.author for one in self.releases()}
        return [_released(Alert.model_validate_json(body), released) for body in bodies]

    def release(self, alert: str, *, author: str, reason: str) -> bool:
        """Whether the release was added; an alert is released once."""
        with self.writer.begin() as connection:
            known = select(tables.release.c.seq).where(tables.release.c.alert == alert)
            if connection.scalar(known) is not None:
                return False
            connection.execute(
                insert(tables.release).values(alert=alert, author=author, reason=reason, made=now())
            )
        return True

    def releases(self) -> list[Release]:
        """Every release, in order."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(tables.release).order_by(tables.release.c.seq)).all()
        return [Release(row.alert, row.author, row.reason, row.made) for row in rows]


def _newest_digest(connection: Connection, as_of: date) -> str | None:
    query = select(tables.decision.c.digest).where(tables.decision.c.as_of == as_of)
    return connection.scalar(query.order_by(tables.decision.c.seq.desc()).limit(1))


def _released(alert: Alert, released: dict[str, str]) -> Alert:
    """With who released it, or released the line that it only lowers."""
    by = alert.released_by or released.get(alert.id)
    return alert.model_copy(update={"released_by": by}) if by else alert


def now() -> str:
    """This moment in UTC, to the second, as rows are stamped."""
    return datetime.now(UTC).isoformat(timespec="seconds")
