"""Everything known of one theatre on one day: what triggers look at."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from hudna.knowledge.alert_words import Speech
from hudna.knowledge.cast import Cast
from hudna.knowledge.warning_rules import WarningRules
from hudna.knowledge.zones import Zones
from hudna.model.assessment import Assessment
from hudna.model.evidence import Evidence, day_of
from hudna.model.finding import Review
from hudna.model.incident import Incident
from hudna.model.indicator import Measured
from hudna.model.picture import Picture
from hudna.warn.coverage import Gap, Readings
from hudna.warn.index import Index
from hudna.warn.surges import Surges
from hudna.warn.units import Unit, areas_of, places_of, smallest, theatre_of


@dataclass(frozen=True)
class View:
    """One theatre as of a day."""

    theatre: str
    as_of: date
    evidence: Evidence
    picture: Picture
    review: Review
    assessments: tuple[Assessment, ...]
    cast: Cast
    zones: Zones
    rules: WarningRules
    speech: Speech
    index: Index
    surges: Surges
    measured: tuple[Measured, ...]
    read: Readings | None
    gaps: tuple[Gap, ...]
    publisher: Callable[[str | None], str]

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        """The theatre's incidents by id."""
        return {one.id: one for one in self.evidence.incidents if theatre_of(one) == self.theatre}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries in which anything of the theatre is told of."""
        places = [where for one in self.incidents.values() for where in places_of(one)]
        return frozenset(where.country for where in places if where.country)

    @cached_property
    def by_day(self) -> tuple[Incident, ...]:
        """The theatre's incidents by day."""
        return tuple(self.incidents.values())

    def named(self, names: Iterable[str]) -> tuple[Incident, ...]:
        """Those of these ids that are the theatre's."""
        return tuple(self.incidents[name] for name in dict.fromkeys(names) if name in self.incidents)

    def is_news(self, on: date | None, within_days: int) -> bool:
        """Whether a day lies within so many days before this one."""
        return on is not None and timedelta(0) <= self.as_of - on < timedelta(days=within_days)

    def since(self, within_days: int) -> tuple[Incident, ...]:
        """The incidents of the last days."""
        return tuple(one for one in self.by_day if self.is_news(day_of(one), within_days))

    def watched(self, area: str | None) -> str | None:
        """The area, or the nearest larger one that is watched; None: the theatre as a whole."""
        chain = self.zones.chain(area) if area else ()
        return next((one for one in chain if self.rules.watches(one)), None)

    def areas(self, incidents: Iterable[Incident]) -> tuple[str, ...]:
        """The smallest watched areas of incidents."""
        found = [
            zone for one in incidents for zone in smallest(areas_of(one, self.zones, self.rules), self.zones)
        ]
        watched = [area for zone in found if (area := self.watched(zone))]
        return smallest(watched, self.zones)

    def measure(self, indicator: str, area: str | None) -> Measured | None:
        """An indicator of an area."""
        return next(
            (
                one
                for one in self.measured
                if one.indicator == indicator and one.area == area and not one.dyad
            ),
            None,
        )

    def is_usual(self, area: str | None) -> bool:
        """Whether so much violence is nothing out of the way for the area; without a past nothing is usual."""
        found = self.measure("violence", area)
        chance = found.exceedance if found else None
        return chance is not None and chance > self.rules.unusual.value

    def in_area(self, area: str) -> tuple[Incident, ...]:
        """Everything told of an area, whether it counts or not."""
        return tuple(one for one in self.by_day if area in areas_of(one, self.zones, self.rules))

    def publisher_of(self, report: str) -> str:
        """Who published a report; empty where it is not at hand."""
        found = self.evidence.reports.get(report)
        return self.publisher(found.source) if found else ""

    def unit(self, area: str) -> Unit:
        """The unit of an area."""
        return Unit(self.theatre, area=area)
