"""The index of an area against plain counts, on the weekly series of the Central African Republic.

The same weeks, outbreaks, budget and thresholds from the past alone as the set
`alerts-car`; here the question is whether a number's rarity in its own area's past warns
better than the number. And whether the chances are as rare as they say: of all windows
said to have a chance of one in twenty, about one in twenty should come.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hudna.evaluate.alerts_car import (
    BUDGET,
    FIRST,
    LAST,
    START,
    read_events,
    read_series,
    scores_on_deaths,
)
from hudna.evaluate.onsets import LAGS, Timeliness, Weekly, outbreaks, timeliness
from hudna.evaluate.sets import Figure, SetScore
from hudna.forecast.events import FatalEvent
from hudna.knowledge.cast import Cast
from hudna.knowledge.warning_rules import load_warning_rules
from hudna.knowledge.zones import Zones
from hudna.model.claim import Root, Status
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.incident import Incident, Toll, When, Where
from hudna.warn.budget import Counting, Kept, keep, raised, threshold, unfounded
from hudna.warn.index import scores_of
from hudna.warn.measure import Measures
from hudna.warn.series import count_incidents, pools_of
from hudna.warn.thresholds import SHARE
from hudna.warn.units import Unit

NAME = "index-car"
CARRIED = True
_COUNTRY = "CAF"
_READ_FROM = date(2009, 12, 28)
_END = date(2023, 1, 1)  # the Sunday of the last week
CHANCES = (0.01, 0.02, 0.05, 0.1)
_SPAN = 4
_PLAIN = 104
Scores = NDArray[np.float64]


def evaluate(_: Path) -> SetScore:
    """Detection at the same false alarms, and how often windows came out as rare as they were said to be."""
    table = read_series()
    measures = measures_of(table)
    index = _index(table, measures)
    scores = {
        "index": index,
        "raw 4-week events": _sums(table.events),
        "raw 4-week deaths": _sums(table.deaths),
    }
    lines = [f"{name:18} past-only: {_line(_past_only(table, one))}" for name, one in scores.items()]
    lines += [f"{name:18} matched:   {_line(_matched(table, one))}" for name, one in scores.items()]
    lines.append(f"{'index and surge':18} past-only: {_line(_together(table, index))}")
    figures = [*_gains(table, scores), *_calibration(table, measures)]
    lines.append(_plain_shares(table, measures))
    return SetScore(NAME, tuple(figures), tuple(lines), _NOTE)


_NOTE = (
    "Raw deaths are helped by construction: an outbreak is a count of deaths over four weeks. 'matched': thresholds in "
    "hindsight, so that all have the same false alarms. Chances: share of district-weeks at or under each."
)


def measures_of(table: Weekly) -> Measures:
    """The series as the stage counts it: every event an incident of its district."""
    counted = count_incidents(
        _evidence(), Cast({}), Zones(()), lambda _: load_warning_rules(None), lambda name: name or ""
    )
    found = counted[_COUNTRY]
    history = load_warning_rules(None).history
    return Measures(found, history, _END, pools_of(found.units, Zones(())), most_weeks=table.events.shape[1])


def _evidence() -> Evidence:
    return evidence_of(_incident(event) for event in read_events() if FIRST <= event.end <= LAST)


def _incident(event: FatalEvent) -> Incident:
    named = event.admin1 or None
    place = Where(
        name=named or _COUNTRY, precision="district" if named else "country", country=_COUNTRY, admin1=named
    )
    return Incident(
        id=event.id, root=Root.ASSAULT, counts=True, status=Status.REPORTED, claims=(), reports=(), origins=(), place=place,
        occurred=When(earliest=event.start, latest=event.end, precision="day", basis="stated"),
        fatalities=Toll(low=event.deaths, best=event.deaths, high=event.deaths),
    )  # fmt: skip


def _units(table: Weekly) -> tuple[Unit, ...]:
    return tuple(Unit(_COUNTRY, f"{_COUNTRY}/{name}") for name in table.districts)


def _index(table: Weekly, measures: Measures) -> Scores:
    """The index by district and week, missing before there is a past."""
    weeks = table.events.shape[1] - table.week(_READ_FROM)
    scores, _ = scores_of(measures, _units(table), weeks)
    found = np.full(table.events.shape, np.nan)
    found[:, -weeks:] = scores
    return found


def _sums(weekly: Scores) -> Scores:
    running = np.cumsum(np.pad(weekly, ((0, 0), (1, 0))), axis=1)
    found = np.full(weekly.shape, np.nan)
    found[:, _SPAN - 1 :] = running[:, _SPAN:] - running[:, :-_SPAN]
    return found


def _past_only(table: Weekly, scores: Scores) -> Timeliness:
    origin = table.week(_READ_FROM)
    start, end = table.week(START) - origin, scores.shape[1] - origin
    began = outbreaks(table.deaths)[:, origin:]
    return timeliness(keep(scores[:, origin:], began, BUDGET, first=start), began, start=start, end=end)


def _together(table: Weekly, index: Scores) -> Timeliness:
    """As the stage warns: rarity and the surge of deaths, each with half of the budget."""
    origin, budget = table.week(_READ_FROM), replace(BUDGET, per_area_year=SHARE * BUDGET.per_area_year)
    start, end = table.week(START) - origin, index.shape[1] - origin
    began = outbreaks(table.deaths)[:, origin:]
    deaths = np.array([scores_on_deaths(row[origin:]) for row in table.deaths])
    above = [keep(one, began, budget, first=start).above for one in (index[:, origin:], deaths)]
    either = above[0] | above[1]
    kept = Kept(np.full(end, np.nan), either, raised(either, Counting()))
    return timeliness(kept, began, start=start, end=end)


def _matched(table: Weekly, scores: Scores) -> Timeliness:
    """With the one threshold that spends the budget over the weeks that are judged."""
    start, end = table.week(START), scores.shape[1]
    began, counting = outbreaks(table.deaths), Counting()
    false = unfounded(began, counting)[:, start:]
    allowed = BUDGET.per_area_year * scores.shape[0] * (end - start) / 52
    found = threshold(scores[:, start:], false, allowed, counting)
    above = np.zeros(scores.shape, dtype=bool)
    above[:, start:] = scores[:, start:] > (np.inf if found is None else found)
    return timeliness(Kept(np.full(end, np.nan), above, raised(above, counting)), began, start=start, end=end)


def _line(found: Timeliness) -> str:
    seen = " ".join(f"+{lag} {found.seen[at]:.2f}" for at, lag in enumerate(LAGS))
    return f"false alarms {found.false_alarms:.2f}, seen by week {seen}, right {found.right:.2f}"


def _gains(table: Weekly, scores: Mapping[str, Scores]) -> list[Figure]:
    """What the index sees, with what the plain counts see beside it."""
    found = {name: _matched(table, one) for name, one in scores.items()}
    index = found["index"]
    others = {name: one for name, one in found.items() if name != "index"}
    events = found["raw 4-week events"]
    return [
        Figure(
            f"seen by week +{lag} at matched false alarms",
            index.seen[at],
            {name: one.seen[at] for name, one in others.items()},
            events.seen[at],
        )
        for at, lag in enumerate(LAGS)
    ]


def _calibration(table: Weekly, measures: Measures) -> list[Figure]:
    names = [one.id for one in measures.counted.indicators]
    rows = [measures.counted.units.index(unit) for unit in _units(table)]
    judged = table.events.shape[1] - table.week(START)
    weeks = range(measures.weeks - judged, measures.weeks)
    chances = np.stack(list(measures.chances(weeks).values()))
    return [
        figure
        for name in ("violence", "fatalities")
        for figure in _shares(name, chances[:, names.index(name)][:, rows])
    ]


def _plain_shares(table: Weekly, measures: Measures) -> str:
    """What the fraction of the last two years' windows that show as much would have said, for comparison."""
    name = [one.id for one in measures.counted.indicators].index("violence")
    rows = [measures.counted.units.index(unit) for unit in _units(table)]
    windows = measures.windows()[name][rows]
    first = measures.weeks - (table.events.shape[1] - table.week(START))
    said = np.array(
        [
            _fraction(windows[:, week], windows[:, week - _SPAN - _PLAIN + 1 : week - _SPAN + 1])
            for week in range(first, measures.weeks)
        ]
    )
    shares = ", ".join(f"{p:.0%}: {float((said <= p).mean()):.3f}" for p in CHANCES)
    return f"violence by the plain fraction of {_PLAIN} windows before, said to be so rare or rarer: {shares}"


def _fraction(now: Scores, past: Scores) -> Scores:
    found: Scores = ((past >= now[:, None]).sum(axis=1) + 1) / (past.shape[1] + 1)
    return found


def _shares(name: str, chances: Scores) -> Sequence[Figure]:
    known = chances[np.isfinite(chances)]
    return [
        Figure(f"{name}: share of windows said to be {p:.0%} or rarer", float((known <= p).mean()))
        for p in CHANCES
    ]
