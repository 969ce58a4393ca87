"""What every part of the picture is given besides the evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from hudna.knowledge.cast import Cast
from hudna.knowledge.pictures import PictureRules
from hudna.knowledge.zones import Zones
from hudna.model.claim import Claim, Status
from hudna.model.evidence import Evidence
from hudna.model.incident import Incident, Party
from hudna.model.view import View, views


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

    def views(self, incident: Incident) -> tuple[View, ...]:
        """The tellings of an incident, each as it tells it, without those read too unsurely to count."""
        return tuple(view for view in views(incident, self.evidence) if not self._is_passed_over(view))

    def _is_passed_over(self, view: View) -> bool:
        """Read unsurely; what a side declares of itself is looked at all the same."""
        claims = [self.evidence.claims[name] for name in view.telling.claims if name in self.evidence.claims]
        return bool(claims) and all(one.unsure and one.status is not Status.DECLARED for one in claims)

    @cached_property
    def purposes(self) -> dict[str, list[Claim]]:
        """Claim id → the purposes claimed for it."""
        found: dict[str, list[Claim]] = {}
        for claim in self.evidence.of_content("purpose"):
            _file(claim, found)
        return found

    def grown(self, evidence: Evidence, claims: Iterable[Claim]) -> "Sight":
        """With evidence that has grown by these claims; this one is spent."""
        later = Sight(evidence)
        for claim in claims:
            _file(claim, self.purposes)
        later.__dict__["purposes"] = self.purposes
        return later

    def purposes_of(self, incident: Incident) -> Iterable[Claim]:
        """The purposes that anybody claims for an incident."""
        return (purpose for name in incident.claims for purpose in self.purposes.get(name, ()))

    def kinds_of(self, view: View) -> set[str | None]:
        """The kinds of purposes that are claimed for one telling."""
        claims = [claim for name in view.telling.claims for claim in self.purposes.get(name, ())]
        return {claim.purpose.purpose_kind for claim in claims if claim.purpose}


def _file(claim: Claim, found: dict[str, list[Claim]]) -> None:
    if claim.purpose and claim.purpose.of:
        found.setdefault(claim.purpose.of, []).append(claim)
