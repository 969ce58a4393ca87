"""How long indicators take: every indicator of every area and week against its own past, sources coming and going.

    python benchmarks/indicators.py [--areas 20] [--years 10]

The record is made up (the same seed gives the same one): attacks, moves, threats and talks in twenty areas, told by a
dozen sources of which some begin late and some stop. Printed: seconds of processor time for counting the incidents, for the chances of
all weeks, for one day's alerts; area-weeks a second; and the time against that of adding up the same windows in a plain
loop without any comparison.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

import numpy as np

from hudna.knowledge.cast import Cast
from hudna.knowledge.warning_rules import load_warning_rules
from hudna.knowledge.zones import Zones
from hudna.model.claim import Root, Status
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.finding import Review
from hudna.model.incident import Incident, Party, Toll, When, Where
from hudna.model.picture import Picture
from hudna.model.report import Report
from hudna.warn.index import scores_of
from hudna.warn.measure import Measures
from hudna.warn.series import Counted
from hudna.warn.stage import Day, Known, warn

AS_OF = date(2031, 3, 9)
ROOTS = (Root.ASSAULT, Root.ASSAULT, Root.MOBILIZE, Root.THREATEN, Root.COERCE, Root.CONSULT, Root.RETREAT)
SOURCES = 12
ResultT = TypeVar("ResultT")


def timed(work: Callable[[], ResultT]) -> tuple[ResultT, float]:
    """The result and the seconds of processor time it took; other people's work on the machine is left out."""
    start = time.process_time()
    found = work()
    return found, time.process_time() - start


def record(areas: int, years: int) -> Evidence:
    """Incidents and reports of so many areas and years."""
    random = np.random.default_rng(7)
    days = int(365.25 * years)
    incidents, reports = [], {}
    first = {
        source: 0 if source < SOURCES // 2 else int(random.integers(0, days)) for source in range(SOURCES)
    }
    for source in range(SOURCES):
        for age in range(0, days - first[source], 2):
            name = f"s{source}-{age}"
            reports[name] = Report(
                id=name, text="", published=AS_OF - timedelta(days=age), source=f"source {source}"
            )
    for area in range(areas):
        for number in range(int(random.integers(20, 160)) * years):
            age = int(random.integers(0, days)) // 2 * 2
            tellers = [s for s in random.choice(SOURCES, 3, replace=False) if f"s{s}-{age}" in reports]
            incidents.append(
                incident(f"i{area}-{number}", area, age, [f"s{s}-{age}" for s in tellers], random)
            )
    return evidence_of(incidents, (), reports.values())


def incident(name: str, area: int, age: int, told: list[str], random: np.random.Generator) -> Incident:
    """Something that happened in an area."""
    on = AS_OF - timedelta(days=age)
    return Incident(
        id=name, root=ROOTS[int(random.integers(len(ROOTS)))], counts=True, status=Status.REPORTED, claims=(name,),
        reports=tuple(told), origins=tuple((one,) for one in told),
        actors=(Party(id=None, text="front", sector="REB", side="rebels"),),
        recipients=(Party(id=None, text="guard", sector="MIL", side="government"),),
        place=Where(name=f"district {area}", precision="district", country="KDR", admin1=f"district {area}"),
        occurred=When(earliest=on, latest=on, precision="day", basis="stated"), first_reported=on, last_reported=on,
        fatalities=Toll(low=int(random.integers(0, 4))),
    )  # fmt: skip


def plain_loop(counted: Counted, weeks: int) -> int:
    """The same windows added up one by one, with nothing to compare them with."""
    last, total = AS_OF.toordinal(), 0
    for unit in counted.units:
        mine = [entry for entry in counted.entries if unit in entry.units]
        for week in range(weeks):
            end = last - 7 * week
            inside = [entry for entry in mine if end - 28 < entry.on <= end]
            total += sum(sum(entry.adds) for entry in inside) > 0
    return total


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--areas", type=int, default=20)
    parser.add_argument("--years", type=int, default=10)
    asked = parser.parse_args()
    evidence, made = timed(lambda: record(asked.areas, asked.years))
    rules = load_warning_rules(None)
    known = Known(Cast({}), Zones(()), lambda _: rules, lambda name: name or "")
    day = Day(AS_OF, evidence, Picture(AS_OF), Review(AS_OF), known)
    measures, counting = timed(lambda: measured(day))
    areas = tuple(unit for unit in measures.counted.units if unit.kind == "area")
    _, chances = timed(lambda: scores_of(measures, areas, measures.weeks))
    cells = len(areas) * measures.weeks
    _, plain = timed(lambda: plain_loop(measures.counted, measures.weeks))
    _, alerts = timed(lambda: warn(Day(AS_OF, evidence, Picture(AS_OF), Review(AS_OF), known)))
    print(f"{len(evidence.incidents)} incidents, {len(evidence.reports)} reports (made in {made:.1f} s)")
    print(f"counting the incidents           {counting:6.2f} s")
    print(f"chances of {cells} area-weeks     {chances:6.2f} s   {cells / chances:8.0f} area-weeks a second")
    print(
        f"both, for 10,000 area-weeks      {(counting + chances) * 10_000 / cells:6.2f} s   (5 s are allowed)"
    )
    print(f"one day's alerts, with budgets   {alerts:6.2f} s")
    print(f"against a plain loop of sums     {(counting + chances) / plain:6.2f} times its {plain:.2f} s")


def measured(day: Day) -> Measures:
    """A theatre's numbers, every week of the record."""
    found = day.measures("KDR")
    return Measures(found.counted, found.history, found.as_of, found.pools, found.read, most_weeks=530)


if __name__ == "__main__":
    main()
