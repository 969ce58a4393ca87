"""Windows against the past: the chance of each number, week by week, within the sources that may be compared.

A week is compared only within the sources that report in it and did all along; where
the reports are not at hand, everything is compared with everything and the reading
says so. A unit whose past is too short has no chance, never one of nought or one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.warning_rules import History
from hudna.warn.coverage import Readings, Steady
from hudna.warn.exceedance import Past, against_past
from hudna.warn.series import Counted, Windows


@dataclass(frozen=True, slots=True)
class Basis:
    """What a week is compared within: these sources (None: all, unknown), so many weeks back."""

    sources: frozenset[str] | None
    weeks: int


@dataclass(frozen=True)
class Measures:
    """One theatre's numbers as of a day, and what their past says of them."""

    counted: Counted
    history: History
    as_of: date
    pools: Sequence[NDArray[np.int64]]
    read: Readings | None = None
    most_weeks: int | None = None
    _windows: dict[tuple[frozenset[str] | None, int], Windows] = field(default_factory=dict, repr=False)
    _steady: dict[int, Steady | None] = field(default_factory=dict, repr=False)

    @cached_property
    def weeks(self) -> int:
        """Weeks that are looked at, the last of which ends on the day: the record's, but no more than needed."""
        began = self.began
        if began is None:
            return 1
        most = self.most_weeks or 2 * self.history.longest_weeks
        return max(1, min((self.as_of.toordinal() - began) // 7 + 1, most))

    @cached_property
    def began(self) -> int | None:
        """The first day of the record: of the first report or, without reports, of the first incident."""
        first = self.read.began if self.read else None
        return first.toordinal() if first else self.counted.first

    def windows(self, sources: frozenset[str] | None = None, *, days: int | None = None) -> Windows:
        """(indicator, unit, week) within these sources; within all where none are given."""
        key = sources, days or self.history.window_days
        if key not in self._windows:
            self._windows[key] = self.counted.windows(self.as_of, self.weeks, key[1], sources=sources)
        return self._windows[key]

    def alleged(self) -> Windows:
        """The same of what rests on allegations alone, within all sources."""
        return self.counted.windows(self.as_of, self.weeks, self.history.window_days, alleged=True)

    def steady(self, week: int) -> Steady | None:
        """Who reports in that week and did all along; None where the reports are not at hand."""
        if week not in self._steady:
            known = self.read and self.read.names
            self._steady[week] = self.read.steady(self.read_week(week)) if self.read and known else None
        return self._steady[week]

    def read_week(self, week: int) -> int:
        """The same week among those for which reports are counted."""
        return self.read.counts.shape[1] - self.weeks + week if self.read else week

    def basis(self, week: int) -> Basis:
        """What a week is compared within."""
        steady = self.steady(week)
        if steady is None:
            return Basis(None, self.history.longest_weeks)
        return Basis(steady.sources, min(steady.weeks, self.history.longest_weeks))

    def past_of(self, week: int, basis: Basis, *, days: int | None = None) -> Past:
        """Every indicator and unit of a week against the windows that ended before its own began."""
        length = days or self.history.window_days
        whole = self.windows(basis.sources, days=length)
        stop = max(0, week - length // 7 + 1)
        start = max(self.first_whole(length), stop - basis.weeks)
        past = whole[..., min(start, stop) : stop]
        if basis.sources is not None and not basis.sources:
            past = past[..., :0]
        return against_past(whole[..., week], past, list(self.pools), self.history)

    def first_whole(self, days: int) -> int:
        """The first week whose window lies wholly inside the record."""
        began = self.began if self.began is not None else self.as_of.toordinal()
        first_end = self.as_of.toordinal() - 7 * (self.weeks - 1)
        return max(0, -((first_end - (began + days - 1)) // 7))

    def chances(self, weeks: Iterable[int], *, days: int | None = None) -> Mapping[int, Windows]:
        """(indicator, unit) chance for each of these weeks."""
        return {week: self.past_of(week, self.basis(week), days=days).chance for week in weeks}
