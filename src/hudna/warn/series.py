"""Incidents → windows of numbers: how much of each indicator each unit shows, week by week.

Only what counts is counted: told as having happened, by more than allegations, not a
third party's call. Allegations are kept in numbers of their own. A past window holds
what was known when it ended, so that reports that came late do not make the past look
fuller than the present, which still waits for its own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.cast import Cast
from hudna.knowledge.warning_rules import WarningRules
from hudna.knowledge.zones import Zones
from hudna.model.claim import Status
from hudna.model.evidence import Evidence, day_of
from hudna.model.incident import Incident
from hudna.warn.indicators import Indicator, find_indicators
from hudna.warn.units import Unit, areas_of, dyads_of, theatre_of

Windows = NDArray[np.float64]
_NEVER = 10**9


@dataclass(frozen=True, slots=True)
class Entry:
    """An incident as it is counted: on which day, in which units, what it adds, who told it when."""

    incident: Incident
    on: int
    alleged: bool
    units: tuple[Unit, ...]
    adds: tuple[float, ...]
    told: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Counted:
    """The incidents of one theatre that count, and those that could not be put anywhere."""

    theatre: str
    entries: tuple[Entry, ...]
    undated: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = field(default_factory=find_indicators)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every unit of which anything is told, the theatre first."""
        found = {unit for entry in self.entries for unit in entry.units}
        return tuple(sorted(found | {Unit(self.theatre)}))

    @cached_property
    def _rows(self) -> dict[Unit, int]:
        return {unit: row for row, unit in enumerate(self.units)}

    @cached_property
    def _pairs(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Entry and unit of each place where an entry counts."""
        pairs = [(n, self._rows[unit]) for n, entry in enumerate(self.entries) for unit in entry.units]
        found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    @cached_property
    def _adds(self) -> Windows:
        return np.array([entry.adds for entry in self.entries], dtype=float).reshape(-1, len(self.indicators))

    @cached_property
    def _days(self) -> NDArray[np.int64]:
        return np.array([entry.on for entry in self.entries], dtype=np.int64)

    @cached_property
    def _alleged(self) -> NDArray[np.bool_]:
        return np.array([entry.alleged for entry in self.entries], dtype=bool)

    @property
    def first(self) -> int | None:
        """The first day on which anything that counts happened."""
        return int(self._days.min()) if self.entries else None

    def known(self, sources: frozenset[str] | None = None) -> NDArray[np.int64]:
        """Since when each entry is told of by one of these sources; by anybody where none are given."""
        found = np.full(len(self.entries), _NEVER, dtype=np.int64)
        for number, entry in enumerate(self.entries):
            days = [day for source, day in entry.told if sources is None or source in sources]
            if days or (sources is None and not entry.told):
                found[number] = max(entry.on, min(days, default=entry.on))
        return found

    def windows(
        self,
        as_of: date,
        weeks: int,
        days: int,
        *,
        sources: frozenset[str] | None = None,
        alleged: bool = False,
    ) -> Windows:
        """(indicator, unit, week): what the window of so many days that ends with each week shows."""
        first_end = as_of.toordinal() - 7 * (weeks - 1)
        known = self.known(sources)
        chosen = (known < _NEVER) & (self._alleged == alleged)
        entry, unit = self._pairs
        kept = chosen[entry]
        entry, unit = entry[kept], unit[kept]
        start = np.clip(-((first_end - known[entry]) // 7), 0, weeks)
        stop = np.clip((self._days[entry] + days - 1 - first_end) // 7 + 1, 0, weeks)
        seen = stop > start
        shape = len(self.indicators), len(self.units), weeks + 1
        return _running(self._adds[entry[seen]], unit[seen], start[seen], stop[seen], shape)[..., :weeks]

    @cached_property
    def _by_unit(self) -> dict[Unit, list[Entry]]:
        found: dict[Unit, list[Entry]] = {}
        for entry in self.entries:
            for unit in entry.units:
                found.setdefault(unit, []).append(entry)
        return found

    def inside(self, unit: Unit, as_of: date, days: int) -> tuple[Entry, ...]:
        """The entries of a unit in the window that ends on a day."""
        last = as_of.toordinal()
        return tuple(one for one in self._by_unit.get(unit, ()) if last - days < one.on <= last)


def _running(
    adds: Windows,
    unit: NDArray[np.int64],
    start: NDArray[np.int64],
    stop: NDArray[np.int64],
    shape: tuple[int, ...],
) -> Windows:
    """Each amount from its first week up to before its last, summed by indicator and unit."""
    number, units, weeks = shape
    found = np.zeros(shape)
    for row in range(number):
        for at, sign in ((start, 1.0), (stop, -1.0)):
            flat = np.bincount(unit * weeks + at, weights=sign * adds[:, row], minlength=units * weeks)
            found[row] += flat.reshape(units, weeks)
    summed: Windows = np.rint(np.cumsum(found, axis=-1) * 1e6) / 1e6
    return summed


def count_incidents(
    evidence: Evidence,
    cast: Cast,
    zones: Zones,
    rules: Callable[[str], WarningRules],
    publisher: Callable[[str | None], str],
) -> dict[str, Counted]:
    """What counts, by theatre; incidents of no place that anybody knows count nowhere."""
    entries: dict[str, list[Entry]] = {}
    undated: dict[str, list[str]] = {}
    for incident in evidence.incidents:
        theatre = theatre_of(incident)
        if theatre is None:
            continue
        on = _dated(incident, rules(theatre).history.vague_days)
        adds = tuple(_adds(one, incident) for one in find_indicators())
        if not any(adds):
            continue
        if on is None:
            undated.setdefault(theatre, []).append(incident.id)
            continue
        units = _units(theatre, incident, cast, zones, rules(theatre))
        told = _told(incident, evidence, publisher)
        entry = Entry(incident, on.toordinal(), incident.status is Status.ALLEGED, units, adds, told)
        entries.setdefault(theatre, []).append(entry)
    return {
        name: Counted(name, tuple(entries.get(name, ())), tuple(undated.get(name, ())))
        for name in sorted({*entries, *undated})
    }


def _adds(indicator: Indicator, incident: Incident) -> float:
    """What an incident adds; calls of third parties are context and nothing else."""
    if not incident.counts or incident.third_party != (indicator.kind == "context"):
        return 0.0
    return indicator.amount(incident)


def _dated(incident: Incident, vague_days: int) -> date | None:
    """The day it is put on; None where the days it may have happened on are too many."""
    when = incident.occurred
    if when and when.earliest and when.latest and when.latest - when.earliest > timedelta(days=vague_days):
        return None
    return day_of(incident)


def _units(
    theatre: str, incident: Incident, cast: Cast, zones: Zones, rules: WarningRules
) -> tuple[Unit, ...]:
    areas = [Unit(theatre, area=area) for area in areas_of(incident, zones, rules) if rules.watches(area)]
    dyads = [Unit(theatre, dyad=dyad) for dyad in dyads_of(incident, cast)]
    return (Unit(theatre), *areas, *dyads)


def _told(
    incident: Incident, evidence: Evidence, publisher: Callable[[str | None], str]
) -> tuple[tuple[str, int], ...]:
    """Each source that tells it with the day of its first report; none where the reports are not at hand."""
    first: dict[str, int] = {}
    for name in incident.reports:
        report = evidence.reports.get(name)
        if report and report.published:
            source, day = publisher(report.source), report.published.toordinal()
            first[source] = min(day, first.get(source, day))
    if not first and incident.first_reported:
        return (("", incident.first_reported.toordinal()),)
    return tuple(sorted(first.items()))


def pools_of(units: Iterable[Unit], zones: Zones) -> list[NDArray[np.int64]]:
    """Units that lend each other their past: areas that lie in no other listed one apart from those that hold others."""
    given = list(units)
    outer = {part for unit in given if unit.area for part in zones.chain(unit.area)[1:]}
    groups: dict[tuple[str, bool], list[int]] = {}
    for row, unit in enumerate(given):
        groups.setdefault((unit.kind, unit.area in outer), []).append(row)
    return [np.array(rows, dtype=np.int64) for rows in groups.values()]
