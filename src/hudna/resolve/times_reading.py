"""One pass over a text: what has been told so far, and from which day the next words count.

It remembers the date last mentioned, from which "two days later" and a month without
its year are counted. Without a publication date relative words stay without a day;
today's date is never used.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hudna.knowledge.date_forms import Value
from hudna.knowledge.dates import DateWords
from hudna.model.mention import TimeBasis
from hudna.resolve.times_calendar import Moment
from hudna.resolve.times_cues import Outlook

Kind = Literal["date", "duration", "set", "reference"]
Mode = Literal["news", "narrative"]
Slots = Mapping[str, Value]

NO_OUTLOOK = Outlook()
FINE_UNITS = frozenset({"D", "W", "F", "WE", "TH", "TM", "TS"})
# A bare year this far from the story's own does not move it (docs/evaluation/times.md).
DIGRESSION = 10


@dataclass(frozen=True, slots=True)
class Meant:
    """What a phrase means, and on what the day rests."""

    moment: Moment
    basis: TimeBasis = "stated"
    kind: Kind = "date"


@dataclass(slots=True)
class Reading:
    """One pass over a text.

    `previous` is the date last mentioned, from which years are inherited; `day` is
    the last one told to the day, from which "the next day" is counted.
    """

    words: DateWords
    published: date | None
    mode: Mode
    previous: date | None
    outlook: Outlook = NO_OUTLOOK
    clip: bool = True
    same_sentence: date | None = None
    day: date | None = None
    strayed: date | None = None
    day_is_near: bool = False
    day_is_beside: bool = False

    @property
    def future(self) -> bool:
        """Does the sentence look ahead?"""
        return self.outlook.future

    @property
    def anchor(self) -> date | None:
        """The day from which "yesterday" is counted."""
        return self.previous if self.mode == "narrative" and self.previous else self.published

    def base(self, slots: Slots) -> tuple[date | None, TimeBasis]:
        """The day from which a relative expression is counted, and its name."""
        if slots.get("from") != "previous" and not (self.mode == "narrative" and self.previous):
            return self.published, "relative"
        fine = str(slots.get("unit", "")) in FINE_UNITS or "weekday" in slots
        return self.day if fine else self.previous, "inherited"

    def remember(self, moment: Moment) -> None:
        """Later words may count from this moment; a year far off is a digression and does not last."""
        first = moment.earliest
        if first is None:
            return
        if moment.precision in ("day", "hour"):
            self.previous = self.day = first
        elif moment.precision != "year" or self._is_near(first):
            self.day = self.day if self.day and (self.mode == "news" or self.day.year == first.year) else None
            self.previous = first

    def _is_near(self, first: date) -> bool:
        """Does a bare year move the story there? A second far year in a row does."""
        near = (self.previous or first, self.strayed or date.min)
        self.strayed = first
        return any(abs(first.year - day.year) <= DIGRESSION for day in near)

    def year_for(self, month: int, day: int | None) -> tuple[int | None, TimeBasis]:
        """The year of a month named without one."""
        inherited = (
            self.previous if self.mode == "narrative" or self.published is None else self.same_sentence
        )
        if inherited is not None:
            return inherited.year, "inherited"
        if self.published is None:
            return None, "stated"
        return _nearest_year(self.published, month, day, self.outlook), "relative"


def _nearest_year(anchor: date, month: int, day: int | None, outlook: Outlook) -> int:
    passed = (month, day or 31) < (anchor.month, anchor.day)
    ahead = (month, day or 1) > (anchor.month, anchor.day)
    # "Before 25 May" in a report of the 21st is no day of last year.
    soon = outlook.awaited and (month - anchor.month) % 12 < 6
    if not outlook.overdue and (outlook.future or soon):
        return anchor.year + passed
    return anchor.year - ahead
