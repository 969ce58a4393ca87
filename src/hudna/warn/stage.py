"""The stage: everything known on a day, and the alerts of the days before → the alerts of the day.

Pure: the day is given, and so is the memory. The same evidence, knowledge and memory
give the same bytes. What is evaluated is one theatre after the other; countries that
no theatre holds are watched by the rules that hold everywhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hudna.knowledge.alert_words import speech
from hudna.knowledge.cast import Cast
from hudna.knowledge.warning_rules import WarningRules
from hudna.knowledge.zones import Zones
from hudna.model.alert import Alert
from hudna.model.assessment import Assessment
from hudna.model.evidence import Evidence
from hudna.model.finding import Review
from hudna.model.indicator import Measured
from hudna.model.picture import Picture
from hudna.warn.coverage import Gap, Readings, gaps, readings
from hudna.warn.decide import decide, standing
from hudna.warn.describe import describe
from hudna.warn.index import index_of
from hudna.warn.measure import Measures
from hudna.warn.series import Counted, count_incidents, pools_of
from hudna.warn.surges import surges_of
from hudna.warn.units import theatre_of
from hudna.warn.view import View

# What is held against a part of the budget of its own.
_COUNTING = frozenset({"rarity", "surge"})
_YEARS = 10
_WEEKS = 53 * _YEARS


@dataclass(frozen=True)
class Known:
    """What the stage is told once: who is who, where is what, and the rules of a theatre by name."""

    cast: Cast
    zones: Zones
    rules: Callable[[str], WarningRules]
    publisher: Callable[[str | None], str]


@dataclass(frozen=True)
class Day:
    """Everything that was known on a day."""

    as_of: date
    evidence: Evidence
    picture: Picture
    review: Review
    known: Known
    assessments: tuple[Assessment, ...] = ()

    @cached_property
    def read(self) -> Readings | None:
        """The reports by source and week; None where they are not at hand."""
        reports = self.evidence.reports.values()
        found = readings(reports, self.known.publisher, self.as_of, _WEEKS)
        return found if found.names else None

    @cached_property
    def counted(self) -> dict[str, Counted]:
        """What counts, by theatre."""
        return count_incidents(
            self.evidence, self.known.cast, self.known.zones, self.known.rules, self.known.publisher
        )

    def measures(self, theatre: str) -> Measures:
        """A theatre's numbers."""
        counted = self.counted.get(theatre) or Counted(theatre, ())
        history = self.known.rules(theatre).history
        return Measures(counted, history, self.as_of, pools_of(counted.units, self.known.zones), self.read)

    def gaps(self, theatre: str) -> tuple[Gap, ...]:
        """The sources that are silent."""
        rules = self.known.rules(theatre)
        return gaps(self.read, rules.sources, rules.silence) if self.read else ()


def warn(day: Day, history: Sequence[Alert] = ()) -> tuple[Alert, ...]:
    """The alerts of a day. `history`: every alert line of the days before, in any order."""
    before = [one for one in history if one.as_of < day.as_of]
    stood = standing(before)
    names = sorted({*theatres_of(day), *(one.theatre for one in stood)})
    return tuple(alert for name in names for alert in decide(_view(day, name, before), stood))


def measure(day: Day) -> tuple[Measured, ...]:
    """Every indicator of every theatre on a day."""
    return tuple(found for name in theatres_of(day) for found in describe(day.measures(name)))


def theatres_of(day: Day) -> list[str]:
    named = {theatre_of(one) for one in day.evidence.incidents} | set(day.counted)
    return sorted(name for name in named if name)


def _view(day: Day, theatre: str, before: Sequence[Alert]) -> View:
    known, rules = day.known, day.known.rules(theatre)
    measures = day.measures(theatre)
    by_rules = [
        one for one in before
        if one.theatre == theatre and one.state == "raised" and not any(r.kind in _COUNTING for r in one.because)
    ]  # fmt: skip
    return View(
        theatre=theatre,
        as_of=day.as_of,
        evidence=day.evidence,
        picture=day.picture,
        review=day.review,
        assessments=day.assessments,
        cast=known.cast,
        zones=known.zones,
        rules=rules,
        speech=speech("en", known.cast, known.zones, rules),
        index=index_of(measures, rules, by_rules),
        surges=surges_of(measures, rules),
        measured=describe(measures),
        read=day.read,
        gaps=day.gaps(theatre),
        publisher=known.publisher,
    )
