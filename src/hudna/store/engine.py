"""The one place that speaks a particular database's dialect."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, text

from hudna.store.tables import APPEND_ONLY

_BUSY_MS = 30_000
# Changed pages of 4 kB that gather in the log before they are carried into the file, for which a writer waits:
# at SQLite's own 1,000 one report in ten has to, at this one in fifty.
_LOG_PAGES = 5000
# Who writes keeps so much of the file in memory, in KiB: with SQLite's own 2,000 it reads the same pages again and again.
_WRITER_KIB = 65_536
WRITING = {"hudna_writes": True}
# Any number will do, as long as every writer of a store asks for the same one.
_WRITERS = 4_832_001
# The command line takes stores as paths, which fold the slashes of an address.
_ADDRESS = re.compile(r"^(postgresql(?:\+\w+)?):/+")


def address_of(where: Path | str) -> str | None:
    """The address of a database server; None for a file."""
    found = _ADDRESS.match(str(where))
    if found is None:
        return None
    driver = found.group(1) if "+" in found.group(1) else "postgresql+psycopg"
    return _ADDRESS.sub(f"{driver}://", str(where))


def engine_for(where: Path | str) -> Engine:
    """An engine whose writing transactions take turns from their very start."""
    address = address_of(where)
    if address is not None:
        server = create_engine(address)
        event.listen(server, "begin", _begin_on_server)
        return server
    # The connection used last is used next: who writes finds in its memory what it has written.
    engine = create_engine(f"sqlite:///{where}", pool_use_lifo=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def forbid_changes(connection: Connection, tables: Iterable[Table] = APPEND_ONLY) -> None:
    """Triggers on every table that only grows, which refuse UPDATE and DELETE."""
    for table in tables:
        for verb in ("UPDATE", "DELETE"):
            for statement in _refusal(connection.dialect.name, table.name, verb):
                connection.execute(text(statement))


def _prepare(connection: Any, _record: object) -> None:
    # The driver must not open transactions of its own: BEGIN is ours, below.
    connection.isolation_level = None
    pragmas = ("journal_mode=WAL", f"busy_timeout={_BUSY_MS}", "foreign_keys=ON", "synchronous=NORMAL")
    for pragma in (*pragmas, f"wal_autocheckpoint={_LOG_PAGES}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("hudna_writes"):
        connection.exec_driver_sql(f"PRAGMA cache_size=-{_WRITER_KIB}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")


def _begin_on_server(connection: Connection) -> None:
    if connection.get_execution_options().get("hudna_writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


def _refusal(dialect: str, table: str, verb: str) -> list[str]:
    name, words = f"{table}_no_{verb.lower()}", f"{table} only grows: {verb} is refused"
    if dialect == "sqlite":
        return [
            (
                f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
        ]
    return [
        (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS"
            f" $$ BEGIN RAISE EXCEPTION '{words}'; END $$ LANGUAGE plpgsql"
        ),
        (
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {verb} ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        ),
    ]
