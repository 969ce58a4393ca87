"""Detectors of outbreaks by district and week, each with its threshold kept to the same budget of false alarms.

    python benchmarks/alerts.py                 the carried series of the Central African Republic, all detectors
    python benchmarks/alerts.py --data DIR      how window and floor of `surge` were chosen: four other countries

Thresholds come from the past alone. Lines: false alarms a district-year; outbreaks seen by the end of week
0, +1, +3; share of alarms that were right; how much more often than by chance an alarm stood before.
"""

import argparse
import csv
import gzip
from datetime import date
from functools import partial
from pathlib import Path

import numpy as np

from hudna.evaluate.alerts_car import FIRST, LAST, ON_DEATHS, ON_EVENTS, Detector, every_week, read_series
from hudna.evaluate.onsets import LAGS, Timeliness, Weekly, outbreaks, timeliness, weekly
from hudna.forecast.events import FatalEvent
from hudna.forecast.ucdp import read_ged
from hudna.warn.budget import Budget, keep
from hudna.warn.detectors.ears import ears_c2
from hudna.warn.detectors.farrington import farrington
from hudna.warn.detectors.surge import surge

BUDGETS = (0.1, 0.25, 0.5, 1.0)
# Years in which the files of each country are whole, with three years of past before them.
ELSEWHERE = {
    "Nigeria": (2011, 2020),
    "Iraq": (2006, 2019),
    "Myanmar (Burma)": (2011, 2019),
    "Syria": (2015, 2020),
}
VARIANTS = {
    f"{recent} weeks, floor {floor:g}": partial(surge, recent=recent, floor=floor)
    for recent, floor in ((1, 15), (2, 4), (2, 25 / 3), (2, 15), (2, 25), (2, 40), (4, 15))
}


def scores(detector: Detector, counts: np.ndarray, origin: int = 0) -> np.ndarray:
    """The statistic of each district and week from the origin on; missing where it cannot be judged."""
    rows = [[np.nan if week is None else week.statistic for week in detector(row[origin:])] for row in counts]
    return np.array(rows)


def found(
    table: Weekly, statistic: np.ndarray, start: int, end: int, per_year: float, origin: int = 0
) -> Timeliness:
    """What came of a statistic under a budget."""
    began = outbreaks(table.deaths)[:, origin:end]
    kept = keep(statistic[:, : end - origin], began, Budget(per_year), first=start - origin)
    return timeliness(kept, began, start=start - origin, end=end - origin)


def line(name: str, one: Timeliness) -> str:
    """One detector on one line."""
    seen = " ".join(f"+{lag} {one.seen[at]:.2f}/{one.raised[at]:.2f}" for at, lag in enumerate(LAGS))
    early = f"{one.early:+.2f} [{one.early_low:+.2f}, {one.early_high:+.2f}]"
    return f"{name:28} false {one.false_alarms:.2f}  seen/raised {seen}  right {one.right:.2f}  early − chance {early}"


def carried() -> None:
    """All detectors on the Central African Republic at a quarter, `surge` at every budget."""
    table = read_series()
    start, end = table.week(date(2014, 1, 1)), table.deaths.shape[1]
    long_past = table.week(date(2005, 1, 3))
    for per_year in BUDGETS:
        print(
            line(
                f"surge, deaths, at {per_year:g}",
                found(table, scores(ON_DEATHS["surge"], table.deaths), start, end, per_year),
            )
        )
    others = {**ON_EVENTS, "ears_c2": every_week(lambda counts: ears_c2(counts, least_spread=0.5))}
    for name, detector in others.items():
        print(
            line(f"{name}, events, at 0.25", found(table, scores(detector, table.events), start, end, 0.25))
        )
    slow = every_week(partial(farrington, fewest=1))
    statistic = scores(slow, table.events, long_past)
    print(line("farrington, events, at 0.25", found(table, statistic, start, end, 0.25, long_past)))


def elsewhere(data: Path) -> None:
    """Variants of `surge` on countries that the carried series is not about."""
    totals: dict[str, list[Timeliness]] = {name: [] for name in VARIANTS}
    for country, (from_year, to_year) in ELSEWHERE.items():
        table = weekly(_events(data / "ucdp" / "ged_union.csv.gz", country), first=FIRST, last=LAST)
        start, end = table.week(date(from_year, 1, 1)), table.week(date(to_year, 1, 1))
        for name, variant in VARIANTS.items():
            one = found(table, scores(every_week(variant), table.deaths), start, end, 0.25)
            totals[name].append(one)
            print(line(f"{country}: {name}", one))
    for name, ones in totals.items():
        weight = np.array([one.outbreaks for one in ones]) / sum(one.outbreaks for one in ones)
        seen = (weight[:, None] * np.array([one.seen for one in ones])).sum(axis=0)
        false = ", ".join(f"{one.false_alarms:.2f}" for one in ones)
        print(
            f"all: {name:22} seen {' '.join(f'+{lag} {seen[at]:.3f}' for at, lag in enumerate(LAGS))}  false {false}"
        )


def _events(path: Path, country: str) -> tuple[FatalEvent, ...]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        header = next(rows)
        place = header.index("country")
        chosen = [header, *(row for row in rows if row[place] == country)]
    written = (",".join(_quoted(cell) for cell in row) + "\n" for row in chosen)
    return read_ged(written, path.name).events


def _quoted(cell: str) -> str:
    # The joined file holds whole numbers as "2013.0", which the reader of UCDP's own files refuses.
    whole, point, rest = cell.partition(".")
    cell = whole if point and whole.isdigit() and rest == "0" else cell
    return '"' + cell.replace('"', '""').replace("\n", " ") + '"'


if __name__ == "__main__":
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, help="folder of the public sets")
    given = options.parse_args()
    if given.data is None:
        carried()
    else:
        elsewhere(given.data)
