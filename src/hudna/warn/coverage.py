"""Which sources were read in which weeks: so that a source added or lost is no surge and no calm.

In: reports with day and publisher. Out: for a week, the sources that report in it and
did so all along, with how far back "all along" goes; and which sources are silent
longer than their usual rate allows. Nothing here reads what the reports say.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.warning_rules import Expected, Silence
from hudna.model.days import on_day
from hudna.model.report import Report

UNNAMED = "a source not named"
BLOCK = 4
# A source was there all along when it reported in so many of the four-week blocks, the first ones among them.
_PRESENT, _AT_FIRST = 0.75, 0.5
# The comparison goes as far back as the sources of at least half of the present reports do.
_ENOUGH = 0.5
SPANS = (260, 104, 52, 26)


@dataclass(frozen=True, slots=True)
class Steady:
    """The sources that a week may be compared within, and for how many weeks back."""

    sources: frozenset[str]
    weeks: int
    present: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True)
class Readings:
    """Reports per source and week; the last week ends on the day asked about."""

    as_of: date
    names: tuple[str, ...]
    counts: NDArray[np.int64] = field(repr=False)
    last: Mapping[str, date] = field(repr=False)
    first: Mapping[str, date] = field(repr=False)

    @property
    def began(self) -> date | None:
        """The day of the first report."""
        return min(self.first.values(), default=None)

    def steady(self, week: int) -> Steady:
        """Who reported in the four weeks up to this one and all along before."""
        now = self.counts[:, max(0, week - BLOCK + 1) : week + 1].sum(axis=1)
        there = now > 0
        share, span, kept = 0.0, 0, np.zeros(len(self.names), dtype=bool)
        for tried in SPANS:
            along = there & self._along(week - BLOCK, tried)
            reached = float(now[along].sum()) / max(1.0, float(now.sum()))
            if reached > share:
                share, span, kept = reached, tried, along
            if share >= _ENOUGH:
                break
        before = self._ever(week - BLOCK, span)
        return Steady(self._named(kept), span, self._named(there), self._named(before))

    def _along(self, last: int, span: int) -> NDArray[np.bool_]:
        blocks = self._blocks(last, span)
        oldest = blocks[:, : max(1, blocks.shape[1] // 4)]
        kept: NDArray[np.bool_] = (blocks.mean(axis=1) >= _PRESENT) & (oldest.mean(axis=1) >= _AT_FIRST)
        return kept

    def _ever(self, last: int, span: int) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self._blocks(last, span).mean(axis=1) >= _AT_FIRST
        return found if span else np.zeros(len(self.names), dtype=bool)

    def _blocks(self, last: int, span: int) -> NDArray[np.float64]:
        """Whether each source reported in each four-week block of the span."""
        number = max(1, span // BLOCK)
        start = last + 1 - number * BLOCK
        part = self.counts[:, max(0, start) : last + 1]
        padded = np.pad(part, ((0, 0), (number * BLOCK - part.shape[1], 0)))
        found: NDArray[np.float64] = padded.reshape(len(self.names), number, BLOCK).sum(axis=2) > 0
        return found

    def _named(self, chosen: NDArray[np.bool_]) -> frozenset[str]:
        return frozenset(name for name, there in zip(self.names, chosen, strict=True) if there)

    def reports(self, week: int) -> int:
        """Reports of all sources in the four weeks up to this one."""
        return int(self.counts[:, max(0, week - BLOCK + 1) : week + 1].sum())


def readings(
    reports: Iterable[Report], publisher: Callable[[str | None], str], as_of: date, weeks: int
) -> Readings:
    """The reports counted by source and week, up to a day; undated ones count nowhere."""
    days: dict[str, list[int]] = defaultdict(list)
    for report in reports:
        if report.published is not None and report.published <= as_of:
            days[publisher(report.source)].append(report.published.toordinal())
    names = tuple(sorted(days))
    counts = np.zeros((len(names), weeks), dtype=np.int64)
    for row, name in enumerate(names):
        ages = (as_of.toordinal() - np.array(days[name])) // 7
        counts[row] = np.bincount(ages[ages < weeks], minlength=weeks)[:weeks][::-1]
    return Readings(
        as_of,
        names,
        counts,
        {name: date.fromordinal(max(found)) for name, found in days.items()},
        {name: date.fromordinal(min(found)) for name, found in days.items()},
    )


@dataclass(frozen=True, slots=True)
class Gap:
    """A source that is silent for longer than is usual for it."""

    source: str
    since: date | None
    days: int | None
    per_week: float

    @property
    def text(self) -> str:
        """The gap in words."""
        if self.since is None:
            return f"{self.source} is expected {self.per_week:g} times a week and was never read"
        return (
            f"{self.source} gave its last report on {on_day(self.since)}, {self.days} days ago; "
            f"{self.per_week:.2g} a week are usual. That is a gap, not calm"
        )


def gaps(read: Readings, expected: Sequence[Expected], silence: Silence) -> tuple[Gap, ...]:
    """The silent sources: those that are listed, and those that were read regularly until they fell silent."""
    rates = {one.source: one.per_week for one in expected}
    for name in read.names:
        learned = None if name == UNNAMED else _usual(read, name, silence)
        if name not in rates and learned:
            rates[name] = learned
    found = (_gap(read, name, rate, silence) for name, rate in rates.items())
    return tuple(gap for gap in found if gap)


def _usual(read: Readings, name: str, silence: Silence) -> float | None:
    """Reports a week in the whole weeks before its last report, where it was read all through them."""
    row = read.counts[read.names.index(name)]
    end = row.size - 1 - (read.as_of - read.last[name]).days // 7
    part = row[max(0, end - silence.learned_weeks) : end]
    read_since = (read.last[name] - read.first[name]).days // 7
    return float(part.mean()) if read_since >= silence.learned_weeks and part.size else None


def _gap(read: Readings, name: str, rate: float, silence: Silence) -> Gap | None:
    last = read.last.get(name)
    if last is None:
        return Gap(name, None, None, rate)
    days = (read.as_of - last).days
    return Gap(name, last, days, rate) if days > patience(rate, silence) else None


def patience(per_week: float, silence: Silence) -> float:
    """Days of silence that a source of that rate may keep."""
    return max(float(silence.least_days), -math.log(silence.chance) * 7 / per_week)


def heard_between(read: Readings, first: date, last: date) -> bool:
    """Whether any report was published in these days."""
    weeks = read.counts.shape[1]
    start, end = (read.as_of - first) // timedelta(days=7), (read.as_of - last) // timedelta(days=7)
    return bool(read.counts[:, max(0, weeks - 1 - start) : weeks - end].sum())
