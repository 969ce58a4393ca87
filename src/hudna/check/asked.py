"""What is asked of the evidence: agreements, who is who, and what the picture says of places and forces."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hudna.check.parties import Bound, bind
from hudna.check.rules import Rule, find_rules
from hudna.knowledge.cast import Cast
from hudna.knowledge.checks import CheckRules
from hudna.model.agreement import Agreement, Provision
from hudna.model.claim import Root
from hudna.model.evidence import Evidence, day_of
from hudna.model.incident import Incident, Party
from hudna.model.picture import Holding, Movement, Picture, StatedMakeup

_HELD = frozenset({"controlled", "nominal", "taken"})


@dataclass(frozen=True, slots=True)
class Ask:
    """A provision with its agreement and its rule."""

    agreement: Agreement
    provision: Provision
    rule: Rule


@dataclass(frozen=True)
class Asked:
    """Everything the check of one picture needs besides the incidents."""

    agreements: tuple[Agreement, ...]
    cast: Cast
    rules: CheckRules
    evidence: Evidence
    picture: Picture

    @property
    def as_of(self) -> date:
        """The day as of which it is asked."""
        return self.picture.as_of

    @cached_property
    def by_root(self) -> Mapping[Root, tuple[Ask, ...]]:
        """The provisions that look at incidents of a root."""
        found: dict[Root, list[Ask]] = defaultdict(list)
        for agreement in self.agreements:
            for provision in agreement.provisions:
                rule = find_rules()[provision.kind]
                for root in sorted(rule.roots):
                    found[root].append(Ask(agreement, provision, rule))
        return {root: tuple(asks) for root, asks in found.items()}

    @cached_property
    def by_force(self) -> Mapping[str, tuple[Sequence[date], Sequence[Incident]]]:
        """Top of a chain of command → the incidents in which any part of it acts, by day, with the days."""
        found: dict[str, list[Incident]] = defaultdict(list)
        for incident in self.evidence.incidents:
            tops = {self._top(party.id, incident) for party in incident.actors if party.id}
            for top in sorted(tops):
                found[top].append(incident)
        return {top: ([day_of(one) or date.max for one in ones], ones) for top, ones in found.items()}

    def _top(self, actor: str, incident: Incident) -> str:
        return self.cast.chain(self.cast.force(actor, day_of(incident)))[-1]

    def of_forces(self, forces: Iterable[str], start: date | None, end: date | None) -> Iterator[Incident]:
        """The incidents in which kin of these forces act, between two days; all incidents where no force is named."""
        tops = dict.fromkeys(self.cast.chain(force)[-1] for force in forces)
        if not tops:
            yield from (
                one for one in self.evidence.incidents if start is None or (day_of(one) or date.max) >= start
            )
        for top in tops:
            days, incidents = self.by_force.get(top, ((), ()))
            first = bisect_left(days, start) if start else 0
            last = bisect_right(days, end) if end else len(days)
            yield from incidents[first:last]

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        """Incidents by id."""
        return {incident.id: incident for incident in self.evidence.incidents}

    @cached_property
    def held(self) -> Mapping[str, Sequence[Holding]]:
        """Place → who is said to be there, by day."""
        found: dict[str, list[Holding]] = defaultdict(list)
        for one in self.picture.holdings:
            if one.status in _HELD and one.place.id and one.holder and not one.alleged:
                found[one.place.id].append(one)
        return {place: sorted(ones, key=lambda one: one.as_of or date.min) for place, ones in found.items()}

    @cached_property
    def makeups(self) -> Mapping[str, tuple[StatedMakeup, ...]]:
        """Incident → what its force is said to be made of; each claim counts for one incident."""
        found: dict[str, list[StatedMakeup]] = defaultdict(list)
        for movement in self.picture.movements:
            for stated in movement.composition:
                found[self._host(stated, movement)].append(stated)
        return {incident: tuple(stated) for incident, stated in found.items()}

    def _host(self, stated: StatedMakeup, movement: Movement) -> str:
        """The first incident of the movement that the same report tells of."""
        claim = self.evidence.claims.get(stated.claims[0]) if stated.claims else None
        for name in movement.incidents:
            if claim is None or claim.report in self.incidents[name].reports:
                return name
        return movement.incidents[0]

    def holders(
        self, incident: Incident, on: date | None, agreement: Agreement
    ) -> tuple[list[str], list[str]]:
        """The parties last said to hold the incident's place before it, and the claims that say so."""
        place = incident.place.id if incident.place else None
        before = [one for one in self.held.get(place or "", ()) if on is None or (one.as_of or date.min) < on]
        if not before:
            return [], []
        last = before[-1].as_of
        parties: list[str] = []
        claims: list[str] = []
        for one in before:
            bound = bind(one.holder, one.as_of, agreement, self.cast) if one.holder else None
            if one.as_of == last and bound and bound.stands_for:
                parties.append(bound.stands_for)
                claims += one.claims
        return list(dict.fromkeys(parties)), list(dict.fromkeys(claims))

    def bind_all(self, parties: Iterable[Party], on: date | None, agreement: Agreement) -> tuple[Bound, ...]:
        """Every actor with the party it stands for on a day."""
        return tuple(bind(party, on, agreement, self.cast) for party in parties)
