"""Where an incident counts: in which watched areas, and between whom.

An area is a zone of the theatre, or where nobody drew zones the district or place
itself. What is known only to its country counts for the theatre as a whole and for no
area. Countries of no theatre that is known are watched each by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hudna.knowledge.cast import Cast
from hudna.knowledge.warning_rules import Area, WarningRules
from hudna.knowledge.zones import Zones
from hudna.model.claim import Root
from hudna.model.earth import Point, distance_km, point_of
from hudna.model.incident import Incident, Party, Where

# Roles that say where something is done or going; where it comes from is no place of it.
_THERE = ("at", "near", "along", "to", "toward")
_GOING = frozenset({Root.MOBILIZE, Root.RETREAT, Root.AID})


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A theatre, an area of it, or two who face each other in it."""

    theatre: str
    area: str = ""
    dyad: str = ""

    @property
    def kind(self) -> str:
        """'theatre', 'area' or 'dyad'."""
        return "dyad" if self.dyad else "area" if self.area else "theatre"


def theatre_of(incident: Incident) -> str | None:
    """The theatre it belongs to, or the country it is placed in; None: nobody can tell."""
    if incident.theatre:
        return incident.theatre
    countries = [where.country for where in places_of(incident) if where.country]
    return countries[0] if countries else None


def places_of(incident: Incident) -> tuple[Where, ...]:
    """The places where it counts: one, or for what moves all that it is bound for."""
    if incident.root in _GOING:
        bound = [where for role, where in incident.places if role in _THERE]
        if bound:
            return tuple(dict.fromkeys(bound))
    return (incident.place,) if incident.place else ()


def areas_of(incident: Incident, zones: Zones, rules: WarningRules) -> tuple[str, ...]:
    """The areas it counts in, each once: the smallest ones first, then those they lie in."""
    found = [zone for where in places_of(incident) if (zone := area_at(where, zones, rules))]
    return tuple(dict.fromkeys(part for zone in found for part in zones.chain(zone)))


def area_at(where: Where, zones: Zones, rules: WarningRules) -> str | None:
    """The zone of a place; of a spot that no zone names the watched area around it, the tightest one."""
    zone = zones.of(where)
    point = point_of(where)
    if zone is None or point is None or any(zone == one.id for one in zones.entries):
        return zone
    around = [(one.radius_km or 0.0, one.id) for one in rules.areas if _is_around(one, point)]
    return min(around)[1] if around else zone


def _is_around(area: Area, point: Point) -> bool:
    if area.lat is None or area.lon is None or area.radius_km is None:
        return False
    return distance_km((area.lon, area.lat), point) <= area.radius_km


def smallest(areas: Iterable[str], zones: Zones) -> tuple[str, ...]:
    """Those that none of the others lies in."""
    given = tuple(dict.fromkeys(areas))
    outer = {outer for zone in given for outer in zones.chain(zone)[1:]}
    return tuple(zone for zone in given if zone not in outer)


def dyads_of(incident: Incident, cast: Cast) -> tuple[str, ...]:
    """Who faces whom: camps where they are known, else the forces themselves; 'a|b' in order."""
    ones = [name for party in incident.actors if (name := _named(party, cast))]
    others = [name for party in incident.recipients if (name := _named(party, cast))]
    pairs = _pairs(ones, others) if others else _pairs(ones, ones)
    return tuple(sorted(set(pairs)))


def _pairs(ones: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    return ("|".join(sorted((one, other))) for one in ones for other in others if one != other)


def _named(party: Party, cast: Cast) -> str | None:
    side = cast.side(party)
    if side and side not in ("both", "none"):
        return side
    return cast.chain(party.id)[-1] if party.id else None
