"""A server of a store on a port of this machine, a browser to look at it, and how to wait and judge there."""

import gc
import os
import shutil
import socket
import sqlite3
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

import uvicorn

from hudna.serve import Options, create_app

ROOT = Path(__file__).parents[1]
UNPACKED = ROOT / ".browser"
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PASSWORD = "a long enough password"
PEOPLE = {"amal": "analyst", "vera": "verifier", "remi": "reader", "ada": "admin"}


def chromium() -> Path | None:
    """The browser that ./run browser unpacked, or one of the machine."""
    given = os.environ.get("HUDNA_BROWSER")
    found = [
        given,
        UNPACKED / "chromium",
        *map(shutil.which, ("chromium", "chromium-browser", "google-chrome")),
    ]
    return next((Path(path) for path in found if path and Path(path).is_file()), None)


def library_path(browser: Path) -> dict[str, str]:
    """The libraries that came with the browser, only where the machine lacks its own."""
    told = subprocess.run(["ldd", str(browser)], capture_output=True, text=True, check=False).stdout
    lacking = "not found" in told
    return {**os.environ, "LD_LIBRARY_PATH": str(UNPACKED / "lib")} if lacking else dict(os.environ)


class Server:
    """A store served on a port of this machine."""

    def __init__(self, store: Path, **options: Any) -> None:
        self.store = store
        app = create_app(Options(store, **options), limited=False)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._server = uvicorn.Server(
            uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="error", ws="none", lifespan="on")
        )
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        until = time.monotonic() + 30
        while not self._server.started and time.monotonic() < until:
            time.sleep(0.02)
        # What a page waits for is bounded; reading the packs of knowledge for the first answer of all is no part of it. On a
        # machine that others use too it took longer than a page waits, and the first test of the map failed.
        app.state.warmed.join()
        # The server shares the process of all tests: what those before have left is not to be searched again and again while
        # a page waits. Tests of two people, who wait for a day made anew, took too long at the end of a whole run only.
        gc.collect()
        gc.freeze()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


def copy_of(store: Path, folder: Path) -> Path:
    """A store of one's own, that judgements may change."""
    there = folder / "own.db"
    source, target = sqlite3.connect(store), sqlite3.connect(there)
    source.backup(target)
    source.close()
    target.close()
    return there


def drawn(page: Any) -> None:
    """Wait until the map is drawn, by WebGL or as a picture."""
    page.wait_for_selector(".map-box[data-ready=yes], .map > .still")


def until(page: Any, expression: str, seconds: float = 30) -> None:
    """Wait until an expression holds. The page's policy forbids eval, so the waiting is done here."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"it did not come to hold: {expression}"
        time.sleep(0.05)


def axe(page: Any) -> list[str]:
    """Serious and critical findings of axe, each with where it was found."""
    page.evaluate((UNPACKED / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
    )
    return [
        f"{one['id']}: {one['help']} · {node['target']} {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"][:4]
    ]
