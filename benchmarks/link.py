"""How long linking takes in a store that has grown: all of it anew, and one report more.

    python benchmarks/link.py [--claims N] [--news N] [--store FILE] [--json]

A made-up stream (link_stream.py) is put into a store, linked as `hudna run` links it, and
followed by further reports one by one, each timed by itself. Wanted: 100,000 claims anew in
five minutes; a further report within 50 milliseconds in 95 of 100 cases at a million claims;
two gibibytes. What falls short is printed as such and ends with status 1.
"""

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from link_stream import World

from hudna.linking import StoreLinking
from hudna.model.coded import Coded
from hudna.pipeline import linking_stage
from hudna.store import Store, open_store

MEBIBYTE = 1024.0
# What is wanted of a hundred thousand claims, for as many as there are.
SECONDS_PER_CLAIM = 300 / 100_000
REPORT_MS, MEMORY_MB = 50.0, 2048.0


@dataclass(frozen=True, slots=True)
class Result:
    """One figure with what is wanted of it."""

    name: str
    figure: float
    unit: str
    wanted: float

    @property
    def enough(self) -> bool:
        """Whether it is as good as wanted."""
        return self.figure <= self.wanted


def fill(store: Store, stream: Iterator[Coded], claims: int) -> int:
    """Put reports in until so many claims are held; how many they are."""
    held = reports = 0
    for coded in stream:
        store.add(coded, coder="made up", run="benchmark")
        held, reports = held + len(coded.claims), reports + 1
        if reports % 10_000 == 0:
            print(f"  {held} claims put in", file=sys.stderr)
        if held >= claims:
            break
    return held


def linked_anew(linking: StoreLinking, claims: int) -> list[Result]:
    """All of it, by the clock on the wall and in seconds of one core."""
    wall, core = time.perf_counter(), time.process_time()
    linking.catch_up(progress=_say)
    wall, core = time.perf_counter() - wall, time.process_time() - core
    wanted = SECONDS_PER_CLAIM * claims
    return [
        Result(f"{claims} claims anew", wall, "s", wanted),
        Result(f"{claims} claims anew, of one core", core, "s", 2 * wanted),
    ]


def _say(done: int, of: int) -> None:
    if done % 4000 < 400:
        print(f"  {done} of {of} reports linked", file=sys.stderr)


def one_by_one(store: Store, linking: StoreLinking, news: Iterator[Coded]) -> list[Result]:
    """Further reports, each put in and linked by itself."""
    times = []
    for coded in news:
        coding = store.add(coded, coder="made up", run="benchmark")
        start = time.perf_counter()
        linking.link([coding] if coding is not None else [])
        times.append(1000 * (time.perf_counter() - start))
    parts = statistics.quantiles(times, n=100)
    return [
        Result(f"one report more (median of {len(times)})", parts[49], "ms", REPORT_MS),
        Result("one report more (95 of 100 within)", parts[94], "ms", REPORT_MS),
        Result("one report more (99 of 100 within)", parts[98], "ms", 10 * REPORT_MS),
    ]


def measure(claims: int, news: int, path: Path) -> list[Result]:
    """Every figure of one store."""
    world = World()
    stream = world.reports(10**9)
    store = open_store(path, create=True)
    held = fill(store, stream, claims)
    linking = StoreLinking(store, lambda judged: linking_stage(judged, known=world.known), "benchmark")
    results = linked_anew(linking, held)
    results += one_by_one(store, linking, islice(stream, news))
    store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE
    size = sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / MEBIBYTE**2
    return [
        *results,
        Result("memory at its highest", peak, "MiB", MEMORY_MB),
        Result("store", size, "MiB", float("inf")),
    ]


def shown(result: Result) -> str:
    """One line for people."""
    mark = "ok   " if result.enough else "SHORT"
    wanted = f"wanted {result.wanted:g}" if result.wanted < float("inf") else ""
    return f"{mark} {result.name:44} {result.figure:10.1f} {result.unit:4} {wanted}"


def main() -> int:
    """Measure and print; 1 where something falls short."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--news", type=int, default=300)
    parser.add_argument("--store", type=Path, help="keep the store in this file, which must not be there yet")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = measure(given.claims, given.news, given.store or Path(folder) / "benchmark.db")
    if given.json:
        print(json.dumps([asdict(one) for one in results]))
    else:
        print("\n".join(map(shown, results)))
    return 0 if all(one.enough for one in results) else 1


if __name__ == "__main__":
    sys.exit(main())
