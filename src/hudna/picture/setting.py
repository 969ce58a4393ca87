"""What every part of the picture is given besides the evidence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from hudna.knowledge.cast import Cast
from hudna.knowledge.pictures import PictureRules
from hudna.knowledge.zones import Zones
from hudna.model.claim import Claim
from hudna.model.evidence import Evidence
from hudna.model.incident import Incident, Party, Where


@dataclass(frozen=True)
class Setting:
    """Who is who, which parts a theatre has, and the rules of the picture."""

    cast: Cast
    zones: Zones
    rules: PictureRules

    def named(self, party: Party) -> str:
        """The name of a party for people: its own, or the words of a report."""
        return self.cast.name(party.id) if party.id else f"“{party.text}”"


@dataclass(frozen=True)
class Sight:
    """The evidence with what is looked up in it again and again."""

    evidence: Evidence

    @cached_property
    def purposes(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claim id → the purposes claimed for it."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.evidence.of_content("purpose"):
            if claim.purpose and claim.purpose.of:
                found[claim.purpose.of].append(claim)
        return {name: tuple(claims) for name, claims in found.items()}

    def purposes_of(self, incident: Incident) -> Iterable[Claim]:
        """The purposes that anybody claims for an incident."""
        return (purpose for name in incident.claims for purpose in self.purposes.get(name, ()))


def narrowed(places: Iterable[tuple[str, Where]]) -> list[tuple[str, Where]]:
    """The places without a country that another of them lies in, each once."""
    found = list(dict.fromkeys(places))
    inner = {where.country for _, where in found if where.precision != "country"}
    return [pair for pair in found if pair[1].precision != "country" or pair[1].country not in inner]


def places_of(incident: Incident) -> list[tuple[str, Where]]:
    """Role and place of everything an incident names; its one place stands at it."""
    given = incident.places or ((("at", incident.place),) if incident.place else ())
    return narrowed(given)
