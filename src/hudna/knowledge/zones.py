"""The parts of a theatre for which posture and control are kept.

A zone gathers districts, areas and places under one name, so that "Ghat", "the south-western
border" and "the district of Murzuq" count for the same part of the country. Zones are for
keeping watch; they are no administrative units and say nothing of who holds them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from pydantic import Field

from hudna.knowledge.files import ROOT, load_list
from hudna.model.incident import Where
from hudna.model.record import Record


class WatchZone(Record):
    """A part of a theatre; `part_of` names the larger one it lies in."""

    id: str
    name: str
    country: str
    part_of: str | None = None
    districts: tuple[str, ...] = Field(default=(), description="first-level or second-level names of places")
    areas: tuple[str, ...] = Field(default=(), description="ids of areas of the theatre")
    places: tuple[str, ...] = Field(default=(), description="ids of places that count here and nowhere else")


@dataclass(frozen=True)
class Zones:
    """The zones of some theatres."""

    entries: tuple[WatchZone, ...]

    def of(self, where: Where) -> str | None:
        """The zone in which a place counts; a place outside every zone is its own, or its district.

        None for a whole country: it names no part of it.
        """
        if where.precision == "country":
            return None
        district = (where.country, where.admin1)
        return self._of_ids.get(where.id or "") or self._of_districts.get(district) or _unlisted(where)

    @cached_property
    def _of_ids(self) -> dict[str, str]:
        """Place or area → its zone; a place that a zone names by itself counts there and nowhere else."""
        named = {place: zone.id for zone in reversed(self.entries) for place in zone.places}
        areas = {area: zone.id for zone in reversed(self.entries) for area in (*zone.areas, zone.id)}
        return {**areas, **named}

    @cached_property
    def _of_districts(self) -> dict[tuple[str | None, str | None], str]:
        """Country and district → its zone."""
        return {(zone.country, name): zone.id for zone in reversed(self.entries) for name in zone.districts}

    def name(self, zone: str) -> str:
        """Its name for people; of an unlisted one the last part of its id."""
        known = next((entry.name for entry in self.entries if entry.id == zone), None)
        return known or zone.rpartition("/")[2]

    def chain(self, zone: str) -> tuple[str, ...]:
        """The zone and the larger ones it lies in, smallest first."""
        found: list[str] = []
        current: str | None = zone
        while current and current not in found:
            found.append(current)
            current = self._parents.get(current)
        return tuple(found)

    @cached_property
    def _parents(self) -> dict[str, str | None]:
        return {entry.id: entry.part_of for entry in self.entries}


def _unlisted(where: Where) -> str | None:
    country = where.country or "?"
    if where.admin1:
        return f"{country}/{where.admin1}"
    return f"{country}/{where.name}" if where.name else None


@cache
def load_zones(theatres: tuple[str, ...]) -> Zones:
    """The zones of some theatres, in file order; none where a theatre has no zones.yml."""
    paths = (ROOT / "theatres" / name / "zones.yml" for name in theatres)
    found: Iterable[list[WatchZone]] = (load_list(path, WatchZone) for path in paths if path.exists())
    return Zones(tuple(zone for zones in found for zone in zones))
