"""What stands in public output instead of names, places and words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256

from hudna.knowledge.base_map import country_names, divisions
from hudna.knowledge.gazetteer import listed_places
from hudna.knowledge.responsibility import Responsibility
from hudna.knowledge.theatres import theatre_names
from hudna.knowledge.zones import load_zones
from hudna.model.incident import Party, Where
from hudna.publish.occurrence import cast

_KINDS = {
    "MIL": "a military force", "COP": "a police force", "GOV": "government representatives", "REB": "a rebel group",
    "PRM": "a paramilitary group", "UAF": "an armed group", "CRM": "a criminal group", "CVL": "civilians", "REF": "displaced people",
    "MED": "medical staff", "JRN": "journalists", "OPP": "an opposition group", "LEG": "a legislature", "JUD": "a court",
    "REL": "a religious community", "SPY": "a security service",
}  # fmt: skip
# One degree of latitude.
_KM = 111.2


def withheld() -> str:
    """What stands for words that are not given."""
    return "(withheld in public output)"


@cache
def _divisions() -> frozenset[tuple[str, str]]:
    held = (one["properties"] for one in divisions())
    return frozenset((one["c"], one["n"]) for one in held)


@cache
def _camps() -> frozenset[str]:
    """Camps that the packs know. Whoever belongs to none is a side of their own, under a name that may be a person's."""
    return frozenset({"third party", *(one.side for one in cast().entries.values() if one.side)})


@cache
def _also_called() -> dict[str, tuple[str, ...]]:
    """Place id → every name that people have listed it under."""
    return {one.id: (one.name, *one.names) for one in listed_places(theatre_names())}


@dataclass(frozen=True, slots=True)
class Veil:
    """The rules, the last day that may be given, and the claims whose words name a place that must not be found."""

    rules: Responsibility
    until: date
    sensitive: frozenset[str] = frozenset()

    def touches(self, claims: Iterable[str]) -> bool:
        """Whether any of the claims, by the names they have inside, names such a place."""
        return not self.sensitive.isdisjoint(claims)

    def side(self, side: str | None) -> str | None:
        """A camp, or a listed body; else that there is somebody."""
        if side is None or side in _camps():
            return side
        name, text = self.actor(side, None)
        return name or text

    def id(self, name: str) -> str:
        """A name for a report or claim that says nothing; the same for the same."""
        return (
            name
            if name.startswith("p-") and len(name) == 18
            else f"p-{sha256(name.encode()).hexdigest()[:16]}"
        )

    def ids(self, names: Iterable[str]) -> tuple[str, ...]:
        """Each of the names, so replaced."""
        return tuple(self.id(name) for name in names)

    def parties(self, found: Iterable[Party]) -> tuple[Party, ...]:
        """Parties without persons, each once."""
        return tuple(dict.fromkeys(self.party(one) for one in found))

    def party(self, party: Party) -> Party:
        """A listed body by its listed name; a person as what it leads; anybody else by kind."""
        name, text = self.actor(party.id, party.sector)
        return party.model_copy(update={"id": name, "text": text, "side": self.side(party.side)})

    def actor(self, name: str | None, sector: str | None) -> tuple[str | None, str]:
        """Id and name that may be given of an actor."""
        listed = cast()
        entry = listed.entries.get(name or "")
        if entry is not None and entry.person:
            led = listed.force(entry.id, self.until)
            entry = listed.entries.get(led) if led != entry.id else None
            if entry is None or entry.person:
                return None, "a person (name withheld)"
        if entry is not None:
            return entry.id, entry.name
        return None, _KINDS.get(sector or "", "an unlisted actor")

    def where(self, place: Where | None, *, sensitive: bool = False) -> Where | None:
        """A place as the area it lies in; a sensitive one as the division it lies in, without a point."""
        if place is None:
            return None
        named = self.rules.is_sensitive_name(place.name, *_also_called().get(place.id or "", ()))
        if place.precision in {"country", "region"} and not named:
            return place.model_copy(update={"id": None})
        hidden = sensitive or named
        land = country_names("en").get(place.country or "", place.country or "")
        name = place.admin1 or (f"an area in {land}" if land else "an area")
        fields: dict[str, object] = {
            "id": None,
            "name": name,
            "precision": "region" if hidden else "district",
        }
        if hidden or place.lat is None or place.lon is None:
            return place.model_copy(update={**fields, "lat": None, "lon": None, "radius_km": None})
        lat, lon = self.coarse(place.lat), self.coarse(place.lon)
        radius = max(
            self.rules.least_radius_km, (place.radius_km or 0) + self.rules.grid_degrees / 2 * _KM * 1.5
        )
        return place.model_copy(update={**fields, "lat": lat, "lon": lon, "radius_km": round(radius)})

    def area(self, area: str | None) -> bool:
        """Whether a part of a theatre may be named: a watched zone, or a division of a country.

        A place in no zone is an area of its own and carries the name of a town.
        """
        if area is None:
            return True
        country, _, division = area.partition("/")
        zones = {zone.id for zone in load_zones(theatre_names()).entries}
        return area in zones or (country, division) in _divisions()

    def coarse(self, degrees: float) -> float:
        """The middle of the cell that an angle falls into."""
        step = self.rules.grid_degrees
        return round((degrees // step) * step + step / 2, 4)
