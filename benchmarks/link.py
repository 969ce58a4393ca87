"""How long linking takes in a store that has grown: all of it anew, and one report more.

    python benchmarks/link.py [--claims N] [--of M] [--news N] [--store FILE] [--again] [--json]

A made-up stream (link_stream.py) is put into a store, linked as `hudna run` links it, and
followed by further reports one by one, each timed by itself; the first hundred of them, after which
the process has what it needs in memory, apart. `--of M`: before these the store is filled up to M claims
with copies of what it holds (link_fill.py) and opened anew. A store of FILE that is there already is
only given the further reports, and with --again linked anew before. Wanted: 100,000 claims anew in five minutes on two cores (of any number its
share); a further report within 50 milliseconds in 95 of 100 cases at a million claims; two gibibytes.
Each figure is printed with how many times what is wanted it is; what falls short ends with status 1.
Seconds of one core are those of this process alone; they say more than the clock where others share the machine.
Linking anew has a second process beside it, whose seconds are printed too: the longer of the two is what it takes by
the clock where both have a core.
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

from link_fill import fill_up
from link_stream import World

from hudna.linking import StoreLinking
from hudna.model.coded import Coded
from hudna.pipeline import linking_stage
from hudna.store import Store, open_store

MEBIBYTE = 1024.0
# What is wanted of a hundred thousand claims, for as many as there are.
SECONDS_PER_CLAIM = 300 / 100_000
REPORT_MS, MEMORY_MB = 50.0, 2048.0
# Further reports after which a process has at hand what the next ones need.
FIRST = 100


@dataclass(frozen=True, slots=True)
class Result:
    """One figure with what is wanted of it."""

    name: str
    figure: float
    unit: str
    wanted: float

    @property
    def ratio(self) -> float:
        """How many times what is wanted it is."""
        return self.figure / self.wanted

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
    wall, core, beside = time.perf_counter(), time.process_time(), _of_children()
    linking.catch_up(progress=_say)
    wall, core = time.perf_counter() - wall, time.process_time() - core
    wanted = SECONDS_PER_CLAIM * claims
    return [
        Result(f"{claims} claims anew", wall, "s", wanted),
        Result(f"{claims} claims anew, of one core", core, "s", wanted),
        Result(f"{claims} claims anew, of the core beside it", _of_children() - beside, "s", wanted),
    ]


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _say(done: int, of: int) -> None:
    if done % 4000 < 400:
        print(f"  {done} of {of} reports linked", file=sys.stderr)


def one_by_one(store: Store, linking: StoreLinking, news: Iterator[Coded], when: str) -> list[Result]:
    """Further reports, each put in and linked by itself, by the clock and in milliseconds of one core."""
    times: list[float] = []
    cores: list[float] = []
    for coded in news:
        coding = store.add(coded, coder="made up", run="benchmark")
        start, core = time.perf_counter(), time.process_time()
        linking.link([coding] if coding is not None else [])
        times.append(1000 * (time.perf_counter() - start))
        cores.append(1000 * (time.process_time() - core))
    clock, of_core = statistics.quantiles(times, n=100), statistics.quantiles(cores, n=100)
    return [
        Result(f"one report more{when} (median of {len(times)})", clock[49], "ms", REPORT_MS),
        Result(f"one report more{when} (95 of 100 within)", clock[94], "ms", REPORT_MS),
        Result(f"one report more{when} (99 of 100 within)", clock[98], "ms", 10 * REPORT_MS),
        Result(f"one report more{when}, of one core (median)", of_core[49], "ms", REPORT_MS),
        Result(f"one report more{when}, of one core (95 of 100)", of_core[94], "ms", REPORT_MS),
    ]


def measure(claims: int, of: int, news: int, path: Path, *, again: bool) -> list[Result]:
    """Every figure of one store."""
    world = World()
    stream = world.reports(10**9)
    results: list[Result] = []
    if not path.is_file():
        store = open_store(path, create=True)
        held = fill(store, stream, claims)
        results = linked_anew(_linking(store, world), held)
        store.close()
        if of > held:
            fill_up(path, of)
    store = open_store(path)
    if again and not results:
        with store.linkage(writing=True) as linkage:
            linkage.clear()
        results = linked_anew(_linking(store, world), store.summary().claims)
    news_of = (coded for coded in stream if not store.has(coded.report, "made up"))
    linking = _linking(store, world)
    results += one_by_one(store, linking, islice(news_of, FIRST), ", just opened")
    results += one_by_one(store, linking, islice(news_of, news), "")
    held = store.summary().claims
    store.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE
    size = sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / MEBIBYTE**2
    beside = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEBIBYTE
    return [
        *results,
        Result("memory at its highest", peak, "MiB", MEMORY_MB),
        Result("memory at its highest, of the process beside it", beside, "MiB", MEMORY_MB),
        Result(f"store of {held} claims", size, "MiB", float("inf")),
    ]


def _linking(store: Store, world: World) -> StoreLinking:
    return StoreLinking(store, lambda judged: linking_stage(judged, known=world.known), "benchmark")


def shown(result: Result) -> str:
    """One line for people."""
    mark = "ok   " if result.enough else "SHORT"
    wanted = ""
    if result.wanted < float("inf"):
        wanted = f"wanted {result.wanted:g}: {result.ratio:.2f} times that"
    return f"{mark} {result.name:55} {result.figure:10.1f} {result.unit:4} {wanted}"


def main() -> int:
    """Measure and print; 1 where something falls short."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--news", type=int, default=300)
    parser.add_argument("--of", type=int, default=0, help="claims of the store that further reports come to")
    parser.add_argument("--store", type=Path, help="keep the store in this file")
    parser.add_argument("--again", action="store_true", help="link anew what the store of FILE holds")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "benchmark.db"
        results = measure(given.claims, given.of, given.news, path, again=given.again)
    if given.json:
        print(json.dumps([asdict(one) for one in results]))
    else:
        print("\n".join(map(shown, results)))
    return 0 if all(one.enough for one in results) else 1


if __name__ == "__main__":
    sys.exit(main())
