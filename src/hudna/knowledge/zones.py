"""The parts of a theatre for which posture and control are kept.

A zone gathers districts, areas and places under one name, so that "Ghat", "the south-western
border" and "the district of Murzuq" count for the same part of the country. Zones are for
keeping watch; they are no administrative units and say nothing of who holds them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

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
        for holds in (_names_place, _names_area, _names_district):
            found = next((zone.id for zone in self.entries if holds(zone, where)), None)
            if found:
                return found
        return _unlisted(where)

    def name(self, zone: str) -> str:
        """Its name for people; of an unlisted one the last part of its id."""
        known = next((entry.name for entry in self.entries if entry.id == zone), None)
        return known or zone.rpartition("/")[2]

    def chain(self, zone: str) -> tuple[str, ...]:
        """The zone and the larger ones it lies in, smallest first."""
        parents = {entry.id: entry.part_of for entry in self.entries}
        found: list[str] = []
        current: str | None = zone
        while current and current not in found:
            found.append(current)
            current = parents.get(current)
        return tuple(found)


def _names_place(zone: WatchZone, where: Where) -> bool:
    return where.id is not None and where.id in zone.places


def _names_area(zone: WatchZone, where: Where) -> bool:
    return where.id is not None and (where.id == zone.id or where.id in zone.areas)


def _names_district(zone: WatchZone, where: Where) -> bool:
    return where.admin1 is not None and where.country == zone.country and where.admin1 in zone.districts


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
