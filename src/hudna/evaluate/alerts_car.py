"""Weekly alerts on the districts of the Central African Republic, 2014–2022, UCDP GED 23.1.

Scores come from detectors that see each week as it comes; thresholds come from
`warn/budget.py`, that is from the past alone, set anew every four weeks. The series is
carried in benchmarks/ (CC BY 4.0), so no data folder is needed.

The detector on deaths sees the very deaths that make an outbreak: by three weeks after
the first it must see nearly all. What it shows is that the budget holds and how soon.
The detectors on events are not helped that way; their rows say what that is worth.
"""

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hudna.errors import InputError
from hudna.evaluate.onsets import LAGS, Timeliness, Weekly, outbreaks, timeliness, weekly
from hudna.evaluate.sets import Figure, SetScore
from hudna.forecast.events import FatalEvent
from hudna.forecast.ucdp import read_ged
from hudna.warn.budget import Budget, keep
from hudna.warn.detectors.change_point import change_points
from hudna.warn.detectors.detection import Counts, Detection, along
from hudna.warn.detectors.ears import ears_c1, ears_c3
from hudna.warn.detectors.ratio import ratio
from hudna.warn.detectors.surge import surge

NAME = "alerts-car"
CARRIED = True
SERIES = Path(__file__).parents[3] / "benchmarks" / "ged_car_v23_1.csv.gz"

FIRST, LAST = date(1988, 12, 26), date(2022, 12, 31)
START = date(2014, 1, 1)
# Thresholds look three years back, the detectors half a year more.
_READ_FROM = date(2009, 12, 28)
BUDGET = Budget(per_area_year=0.25)
# The best measured before on these data, with thresholds set in hindsight.
PEERS = {
    0: {"LightGBM*": 0.63, "EARS-C3*": 0.49},
    3: {"LightGBM*": 0.86, "EARS-C3*": 0.71},
}
RIGHT_OF_PEERS = {"LightGBM*": 0.57, "EARS-C3*": 0.54}
LEAST = {0: 0.63, 3: 0.86}

Detector = Callable[[Counts], list[Detection | None]]


def every_week(detector: Callable[[Counts], Detection | None]) -> Detector:
    """A detector of one week, asked in every week."""
    return lambda counts: along(detector, counts)


# What each detector is given: deaths, or the number of events.
ON_DEATHS: dict[str, Detector] = {"surge": every_week(surge)}
ON_EVENTS: dict[str, Detector] = {
    "ears_c1": every_week(lambda counts: ears_c1(counts, least_spread=0.5)),
    "ears_c3": every_week(lambda counts: ears_c3(counts, least_spread=0.5)),
    "ratio": every_week(ratio),
    "change_point": change_points,
}


def evaluate(_: Path) -> SetScore:
    """The figures of the detector on deaths, with their bounds; a line for each of those on events."""
    table = read_series()
    best = judged(table, table.deaths, ON_DEATHS["surge"])
    lines = [
        f"{name:13} on events: {_line(judged(table, table.events, detector))}"
        for name, detector in ON_EVENTS.items()
    ]
    note = (
        f"* thresholds set in hindsight. Ours: surge on deaths; {best.outbreaks} outbreaks in {len(table.districts)} districts, {START:%Y}–{LAST:%Y}. "
        "'early' speaks for a detector only where its interval lies above 0."
    )
    return SetScore(NAME, _figures(best), tuple(lines), note)


def read_series(path: Path = SERIES) -> Weekly:
    """The carried series by district and week."""
    return weekly(read_events(path), first=FIRST, last=LAST)


def read_events(path: Path = SERIES) -> tuple[FatalEvent, ...]:
    """The carried events."""
    if not path.is_file():
        raise InputError(f"{path} is missing; the benchmark's series comes with the project's sources")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return tuple(read_ged(lines, path.name).events)


def judged(table: Weekly, counts: NDArray[np.float64], detector: Detector) -> Timeliness:
    """What the detector would have shown, its threshold kept to the budget week by week."""
    began = outbreaks(table.deaths)
    origin = table.week(_READ_FROM)
    scores = np.array([_scores(detector(row[origin:])) for row in counts])
    start, end = table.week(START) - origin, scores.shape[1]
    kept = keep(scores, began[:, origin:], BUDGET, first=start)
    return timeliness(kept, began[:, origin:], start=start, end=end)


def _scores(weeks: list[Detection | None]) -> list[float]:
    return [np.nan if week is None else week.statistic for week in weeks]


def scores_on_deaths(weekly: NDArray[np.float64]) -> list[float]:
    """The statistic of `surge` in each week of a district, NaN where it says nothing."""
    return _scores(ON_DEATHS["surge"](weekly))


def _figures(found: Timeliness) -> tuple[Figure, ...]:
    low, high = BUDGET.per_area_year * 0.8, BUDGET.per_area_year * 1.2
    return (
        Figure("false alarms a district-year", found.false_alarms, least=low, most=high),
        *(
            Figure(f"seen by week +{lag}", found.seen[at], PEERS.get(lag), LEAST.get(lag))
            for at, lag in enumerate(LAGS)
        ),
        *(
            Figure(f"raised anew by week +{lag}", found.raised[at], None, LEAST.get(lag))
            for at, lag in enumerate(LAGS)
        ),
        Figure("alarms that were right", found.right, RIGHT_OF_PEERS),
        Figure("early minus chance", found.early, note=_interval(found)),
    )


def _interval(found: Timeliness) -> str:
    return f"95 % interval {found.early_low:+.2f} to {found.early_high:+.2f}"


def _line(found: Timeliness) -> str:
    seen = " ".join(f"+{lag} {found.seen[at]:.2f}" for at, lag in enumerate(LAGS))
    return (
        f"false alarms {found.false_alarms:.2f}, seen by week {seen}, right {found.right:.2f}, "
        f"early minus chance {found.early:+.2f} ({_interval(found)})"
    )
