"""What a store has taken over from others: events and forecasts, and boundaries. Never mixed with claims.

The newest file counts: an event that a later file of the same data set gives again
replaces the older one for readers, and both stay in the store.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import DatabaseError

from hudna.errors import InputError
from hudna.model.boundary import Boundary
from hudna.model.imported import Imported
from hudna.store import import_tables as tables
from hudna.store.chunks import pieces
from hudna.store.database import open_store
from hudna.store.engine import WRITING, engine_for, forbid_changes


@contextmanager
def using_imports(path: Path, *, create: bool = False) -> Iterator["Imports"]:
    """What the store in that file has taken over; InputError where it cannot be used."""
    open_store(path, create=create).close()
    held = Imports(engine_for(path))
    try:
        held.prepare()
        yield held
    except DatabaseError as error:
        raise InputError(f"{path} cannot be used as a store: {error.orig}") from error
    finally:
        held.close()


class Imports:
    """Events, forecasts and boundaries of others."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**WRITING)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def prepare(self) -> None:
        """Make the tables where a store lacks them."""
        with self._writer.begin() as connection:
            tables.metadata.create_all(connection)
            forbid_changes(connection, tables.GROWING)

    def add_events(self, found: Iterable[Imported]) -> int:
        """How many were added; those held already add nothing."""
        taken = _now()
        return self._add(
            tables.imported,
            (
                {
                    "id": one.id, "sha256": one.sha256, "dataset": one.dataset, "day": _day(one), "taken": taken,
                    "body": one.model_dump_json(by_alias=True),
                }
                for one in found
            ),
            ("id", "sha256"),
        )  # fmt: skip

    def add_boundaries(self, found: Iterable[Boundary]) -> int:
        """How many were added; those held already add nothing."""
        taken = _now()
        return self._add(
            tables.boundary,
            (
                {
                    "code": one.code, "level": one.level, "country": one.country, "sha256": one.sha256, "taken": taken,
                    "body": one.model_dump_json(by_alias=True),
                }
                for one in found
            ),
            ("code", "level", "sha256"),
        )  # fmt: skip

    def events(self) -> list[Imported]:
        """The newest form of each event, by day and id."""
        newest = select(func.max(tables.imported.c.seq)).group_by(tables.imported.c.id)
        query = select(tables.imported.c.body).where(tables.imported.c.seq.in_(newest))
        with self._engine.connect() as connection:
            bodies = (
                connection.execute(query.order_by(tables.imported.c.day, tables.imported.c.id))
                .scalars()
                .all()
            )
        return [Imported.model_validate_json(body) for body in bodies]

    def boundaries(self) -> list[Boundary]:
        """The newest form of each unit, by level and code."""
        newest = select(func.max(tables.boundary.c.seq)).group_by(
            tables.boundary.c.code, tables.boundary.c.level
        )
        query = select(tables.boundary.c.body).where(tables.boundary.c.seq.in_(newest))
        with self._engine.connect() as connection:
            bodies = (
                connection.execute(query.order_by(tables.boundary.c.level, tables.boundary.c.code))
                .scalars()
                .all()
            )
        return [Boundary.model_validate_json(body) for body in bodies]

    def _add(self, table: Any, rows: Iterable[dict[str, Any]], key: tuple[str, ...]) -> int:
        added = 0
        columns = [table.c[name] for name in key]
        with self._writer.begin() as connection:
            for piece in pieces(rows):
                names = [row[key[0]] for row in piece]
                held = {
                    tuple(row) for row in connection.execute(select(*columns).where(columns[0].in_(names)))
                }
                fresh = {tuple(row[name] for name in key): row for row in piece}
                kept = [row for identity, row in fresh.items() if identity not in held]
                if kept:
                    connection.execute(insert(table), kept)
                added += len(kept)
        return added


def _day(one: Imported) -> Any:
    return one.incident.occurred.latest if one.incident and one.incident.occurred else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
