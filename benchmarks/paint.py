"""How long somebody waits for the first useful paint of the desk on a large store, in a real Chromium.

    ./run browser
    python benchmarks/paint.py --store /tmp/large.db        # a store that benchmarks/serve.py has filled

First useful paint: from the moment the address is asked for until the list shows incidents of the default window (no
filter, all time) and the map shows the same incidents drawn: not a frame, not a base map without them. Both are taken by the
page's own clock. Each visit is a fresh browser profile with nothing cached; the first follows right upon the server's start.
The map is drawn without a graphics card (SwiftShader), on the processors that also serve. Without WebGL the drawing is measured.
"""

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import sync_playwright

from serve import peak_mb, wait

ROOT = Path(__file__).parents[1]
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PORT = 8398
# Runs before the page's own scripts; takes the page's clock when list and map first show incidents.
WATCH = """
window.seen = {};
new MutationObserver(() => {
  if (!seen.list && document.querySelector('.incidents .incident')) seen.list = performance.now();
  if (!seen.map && document.querySelector('.map-box[data-drawn], .still [data-id], .still [tabindex]')) seen.map = performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-drawn'] });
"""
VISITS = {
    "desk, 1280 px": ("/", 1280, 800),
    "Arabic, 1280 px": ("/?lang=ar", 1280, 800),
    "phone, 390 px": ("/", 390, 844),
    "no WebGL, 1280 px": ("/?webgl=off", 1280, 800),
    "90 days, 1280 px": ("/?since=2023-01-01&until=2023-04-01", 1280, 800),
}


def main() -> None:
    """Serve, visit, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--store", type=Path, required=True)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    command = [sys.executable, "-m", "hudna", "serve", "--store", str(given.store), "--port", str(PORT)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("HUDNA_BROWSER") or str(ROOT / ".browser" / "chromium"),
            args=FLAGS,
            env={**os.environ, "LD_LIBRARY_PATH": str(ROOT / ".browser" / "lib")},
        )
        server = subprocess.Popen(command)
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{PORT}/api/v1/", timeout=120) as client:
                wait(client)
            measure(browser, given.rounds)
            print(f"peak memory of the server: {peak_mb(server.pid):,.0f} MB")
        finally:
            server.terminate()
            server.wait()
            browser.close()


def measure(browser: Any, rounds: int) -> None:
    """First visit, then several of each kind."""
    print(f"first visit after the start: {told(visit(browser, *VISITS['desk, 1280 px']))}")
    print(
        f"{'visit':22} {'visits':>6} {'list, median s':>15} {'map, median s':>14} {'useful, median s':>17} {'worst s':>8}"
    )
    for name, where in VISITS.items():
        seen = [visit(browser, *where) for _ in range(rounds)]
        useful = [max(one.values()) for one in seen]
        lists, maps = (statistics.median(one[what] for one in seen) for what in ("list", "map"))
        print(
            f"{name:22} {rounds:6} {lists:15.2f} {maps:14.2f} {statistics.median(useful):17.2f} {max(useful):8.2f}"
        )


def visit(browser: Any, path: str, width: int, height: int) -> dict[str, float]:
    """Seconds until list and map showed incidents."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    try:
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(f"http://127.0.0.1:{PORT}{path}", wait_until="commit")
        page.wait_for_selector(".incidents .incident", state="attached")
        page.wait_for_selector(".map-box[data-drawn], .still [data-id], .still [tabindex]", state="attached")
        page.wait_for_timeout(100)
        return {name: at / 1000 for name, at in page.evaluate("window.seen").items()}
    finally:
        context.close()


def told(seen: dict[str, float]) -> str:
    """'list 0.80 s, map 1.20 s'."""
    return ", ".join(f"{name} {at:.2f} s" for name, at in seen.items())


if __name__ == "__main__":
    main()
