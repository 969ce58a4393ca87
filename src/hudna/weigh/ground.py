"""Whether an actor or place of the record is one that a pattern names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hudna.knowledge.cast import Cast
from hudna.model.earth import distance_km
from hudna.model.incident import Party, Where

# A place known more vaguely than twice the area named could lie anywhere around it.
_VAGUER = 2.0
# A town's own extent, where nobody gave a radius.
_TOWN_KM = 15.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A listed place or area: its middle and how far it reaches."""

    lat: float
    lon: float
    radius_km: float
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Who is part of whom, and where the places lie that patterns name."""

    cast: Cast
    circles: Mapping[str, Circle]

    def is_actor(self, wanted: Iterable[str], party: Party | None) -> bool:
        """Whether the party is one of those named, a part of it, of its side or sector."""
        return party is not None and any(self._is_one(name, party) for name in wanted)

    def _is_one(self, name: str, party: Party) -> bool:
        kind, _, value = name.partition(":")
        if kind == "side":
            return self.cast.side(party) == value
        if kind == "sector":
            return party.sector == value
        return name in self._line(party)

    def _line(self, party: Party) -> set[str]:
        """The party, whom it is part of, and what a person leads."""
        line = set(self.cast.chain(party.id))
        entry = self.cast.entries.get(party.id or "")
        led = {lead.of for lead in entry.leads} if entry else set()
        return line | {above for one in led for above in self.cast.chain(one)}

    def is_within(self, wanted: Iterable[str], where: Where | None) -> bool:
        """Whether the place lies in one of those named; a vaguer place than the one named does not."""
        return where is not None and any(self._holds(name, where) for name in wanted)

    def _holds(self, name: str, where: Where) -> bool:
        if name in (where.id, where.country):
            return True
        circle = self.circles.get(name)
        if circle is None or where.lat is None or where.lon is None:
            return False
        reach = max(circle.radius_km, _TOWN_KM)
        if where.precision == "country" or (where.radius_km or 0) > _VAGUER * reach:
            return False
        return distance_km((where.lon, where.lat), (circle.lon, circle.lat)) <= reach
