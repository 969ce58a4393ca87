"""A server over the demo store, and pages of a real Chromium that may ask that server and nobody else."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desk_page import FLAGS, PASSWORD, PEOPLE, ROOT, Server, chromium, copy_of, library_path
from hudna.serve.people import hashed
from hudna.store import using_store
from hudna.store.accounts import Accounts


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, coded and linked once for all tests of the page, with three people who may sign in."""
    from typer.testing import CliRunner

    from hudna.cli.app import app

    folder = tmp_path_factory.mktemp("desk")
    store = folder / "demo.db"
    given = [ROOT / "samples", Path(__file__).parent / "hostile.jsonl"]
    done = CliRunner().invoke(app, ["run", *map(str, given), "--published", "2025-03-12", "--store", str(store), "--out", str(folder)])  # fmt: skip
    assert done.exit_code in {0, 1}, done.output
    # Alerts as a watch would have decided them, and the day made ready once and not in every copy.
    assert CliRunner().invoke(app, ["warn", "--store", str(store)]).exit_code in {0, 1}
    made = CliRunner().invoke(app, ["shelve", "--store", str(store)])
    assert made.exit_code == 0, made.output
    with using_store(store) as opened, opened.connection(writing=True) as connection:
        accounts = Accounts(connection)
        accounts.prepare()
        for name, role in PEOPLE.items():
            accounts.add(name, role, hashed(PASSWORD), datetime.now(UTC))
    return store


@pytest.fixture(scope="session")
def desk(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The demo store for one person, without accounts; nobody writes to it."""
    served = Server(copy_of(demo_store, tmp_path_factory.mktemp("alone")), alone=True)
    yield served
    served.stop()


@pytest.fixture
def own_desk(demo_store: Path, tmp_path: Path) -> Iterator[Server]:
    """A copy of the demo store with accounts, for a test that judges."""
    served = Server(copy_of(demo_store, tmp_path))
    yield served
    served.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium; without one these tests say loudly that they were left out."""
    found = chromium()
    if found is None:
        why = "NO CHROMIUM: the tests of the page are left out; `./run browser` unpacks one (needs npm)"
        if os.environ.get("HUDNA_NEEDS_BROWSER"):
            pytest.fail(why)
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(found), args=FLAGS, env=library_path(found))
        yield opened
        opened.close()


Open = Callable[..., Any]


@pytest.fixture
def visit(browser: Any) -> Iterator[Open]:
    """Open a page of a server. What it asks elsewhere, says in the console or throws fails the test."""
    contexts, faults, outside = [], [], []

    def opened(server: Server, path: str = "/", *, width: int = 1280, height: int = 800, allow: str = "$^", **more: Any) -> Any:  # fmt: skip
        context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB", **more)
        context.set_default_timeout(60_000)
        contexts.append(context)

        def only_here(route: Any) -> None:
            if route.request.url.startswith((server.address, "blob:", "data:")):
                route.continue_()
            else:
                outside.append(route.request.url)
                route.abort()

        context.route(re.compile(".*"), only_here)
        page = context.new_page()

        def heard(message: Any) -> None:
            if message.type == "error" and not re.search(allow, message.text):
                faults.append(message.text)

        page.on("console", heard)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(f"a dialog opened: {dialog.message}"))
        page.goto(server.address + path)
        page.wait_for_selector("main")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert outside == [], "the page asked another machine"
    assert faults == []
