"""What is asked of the evidence: agreements, who is who, and what the picture says of places and forces."""

from bisect import bisect_left, bisect_right, insort_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from hudna.check.heard import days_heard
from hudna.check.parties import Bound, bind
from hudna.check.rules import Rule, find_rules
from hudna.knowledge.cast import Cast
from hudna.knowledge.checks import CheckRules
from hudna.model.agreement import Agreement, Provision
from hudna.model.claim import Root
from hudna.model.evidence import Evidence, day_of
from hudna.model.incident import Incident, Party, Where
from hudna.model.picture import Holding, Movement, Picture, StatedMakeup
from hudna.model.view import View

_HELD = frozenset({"controlled", "nominal", "taken"})
# What is looked up again and again, and carried over when the evidence grows.
_CARRIED = ("by_root", "by_force", "spots", "origins", "incidents", "held", "did", "_makeups", "_bound")


@dataclass(frozen=True, slots=True)
class Ask:
    """A provision with its agreement and its rule."""

    agreement: Agreement
    provision: Provision
    rule: Rule


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, and the incidents that name it in the order of days."""

    where: Where
    days: list[date]
    incidents: list[Incident]

    def between(self, start: date | None, end: date | None) -> Sequence[Incident]:
        """The incidents from one day to another, and those without a day."""
        first = bisect_left(self.days, start) if start else 0
        if end is None:
            return self.incidents[first:]
        return (
            self.incidents[first : bisect_right(self.days, end)]
            + self.incidents[bisect_left(self.days, date.max) :]
        )


def wheres(incident: Incident) -> list[Where]:
    """The places of an incident that are smaller than a country."""
    given = [where for _, where in incident.places] or ([incident.place] if incident.place else [])
    return [where for where in given if where.precision != "country"]


def _spot(incident: Incident, found: dict[Where, Spot]) -> None:
    """File what is told as done; what is feared, denied or asked for by third parties touches no wire."""
    if not incident.happened or incident.third_party:
        return
    for where in dict.fromkeys(wheres(incident)):
        spot = found.setdefault(where, Spot(where, [], []))
        spot.days.append(day_of(incident) or date.max)
        spot.incidents.append(incident)


def _from(movement: Movement, found: dict[str, Where]) -> None:
    if movement.origin:
        found.update(dict.fromkeys(movement.incidents, movement.origin))


def _hold(one: Holding, found: dict[str, list[Holding]]) -> None:
    """File a statement that somebody is there, unless it is known."""
    if one.status in _HELD and one.place.id and one.holder and not one.alleged:
        there = found.setdefault(one.place.id, [])
        if all(other.id != one.id for other in there[bisect_left(there, _as_of(one), key=_as_of) :]):
            insort_right(there, one, key=_as_of)


def _as_of(one: Holding) -> date:
    return one.as_of or date.min


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
    def heard_days(self) -> Mapping[str, tuple[date, ...]]:
        """Agreement → the days with reports that could tell of its countries."""
        return {one.id: days_heard(self.evidence, one.countries) for one in self.agreements}

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
    def by_force(self) -> dict[str, tuple[list[date], list[Incident]]]:
        """Top of a chain of command → the incidents in which any part of it acts, by day, with the days."""
        found: dict[str, tuple[list[date], list[Incident]]] = {}
        for incident in self.evidence.incidents:
            self._file(incident, found)
        return found

    def _file(self, incident: Incident, found: dict[str, tuple[list[date], list[Incident]]]) -> None:
        for top in sorted({self._top(party.id, incident) for party in incident.actors if party.id}):
            days, incidents = found.setdefault(top, ([], []))
            days.append(day_of(incident) or date.max)
            incidents.append(incident)

    def _top(self, actor: str, incident: Incident) -> str:
        return self.cast.chain(self.cast.force(actor, day_of(incident)))[-1]

    def of_forces(self, forces: Iterable[str], start: date | None, end: date | None) -> Iterator[Incident]:
        """The incidents in which kin of these forces act, between two days; where no force is named, all of any day."""
        tops = dict.fromkeys(self.cast.chain(force)[-1] for force in forces)
        if not tops:
            yield from self.evidence.incidents
        for top in tops:
            days, incidents = self.by_force.get(top, ((), ()))
            first = bisect_left(days, start) if start else 0
            last = bisect_right(days, end) if end else len(days)
            yield from incidents[first:last]

    @cached_property
    def spots(self) -> dict[Where, Spot]:
        """Every place smaller than a country with the incidents told of as done there, by day."""
        found: dict[Where, Spot] = {}
        for incident in self.evidence.incidents:
            _spot(incident, found)
        return found

    @cached_property
    def origins(self) -> dict[str, Where]:
        """Incident → where the force of its movement is told of as coming from, in whichever report."""
        found: dict[str, Where] = {}
        for movement in self.picture.movements:
            _from(movement, found)
        return found

    def warm(self) -> None:
        """Make every look-up now that is carried over when the evidence grows."""
        for name in _CARRIED:
            getattr(self, name)

    def grown(self, incident: Incident, evidence: Evidence, change: Picture) -> "Asked":
        """With one more incident and the lines that it changed; look-ups are carried over, and this one is spent."""
        self._file(incident, self.by_force)
        _spot(incident, self.spots)
        self.incidents[incident.id] = incident
        for one in change.holdings:
            _hold(one, self.held)
        for movement in change.movements:
            _from(movement, self.origins)
            self._make_up(movement, self._makeups)
        later = replace(self, evidence=evidence, picture=Picture(change.as_of))
        later.__dict__.update({name: getattr(self, name) for name in _CARRIED})
        return later

    @cached_property
    def incidents(self) -> dict[str, Incident]:
        """Incidents by id."""
        return {incident.id: incident for incident in self.evidence.incidents}

    @cached_property
    def held(self) -> dict[str, list[Holding]]:
        """Place → who is said to be there, by day; statements without a day come first."""
        found: dict[str, list[Holding]] = {}
        for one in sorted(self.picture.holdings, key=_as_of):
            _hold(one, found)
        return found

    @cached_property
    def _makeups(self) -> dict[tuple[str, str], dict[str, StatedMakeup]]:
        """Incident and report → what the force is said there to be made of, by claim."""
        found: dict[tuple[str, str], dict[str, StatedMakeup]] = {}
        for movement in self.picture.movements:
            self._make_up(movement, found)
        return found

    def _make_up(self, movement: Movement, found: dict[tuple[str, str], dict[str, StatedMakeup]]) -> None:
        for stated in movement.composition:
            claim = self.evidence.claims.get(stated.claims[0])
            if claim is None:
                continue
            hosts = (one for one in movement.incidents if claim.report in self.incidents[one].reports)
            host = next(hosts, None)
            if host is not None:
                found.setdefault((host, claim.report), {})[claim.id] = stated

    def made_up(self, incident: str) -> tuple[str, ...]:
        """The claims of what the force of an incident is made of."""
        reports = self.incidents[incident].reports if incident in self.incidents else ()
        return tuple(name for report in reports for name in self._makeups.get((incident, report), ()))

    def makeups(self, view: View) -> tuple[StatedMakeup, ...]:
        """What the force of a telling is said to be made of in the same report; each claim counts for one telling."""
        claim = self.evidence.claims.get(view.telling.claims[0]) if view.telling.claims else None
        if claim is None:
            return ()
        stated = self._makeups.get((view.incident.id, claim.report), {})
        return tuple(one for one in stated.values() if claim.id == self._host(one, view.incident))

    def _host(self, stated: StatedMakeup, incident: Incident) -> str | None:
        """The last claim of the incident in the same report that begins before the makeup has been told."""
        told = self.evidence.claims[stated.claims[0]]
        own = [self.evidence.claims[name] for name in incident.claims if name in self.evidence.claims]
        before = [one for one in own if one.event and one.report == told.report and one.start < told.end]
        return max(before, key=lambda one: one.start).id if before else None

    def holders(
        self, places: Iterable[tuple[str, Where]], on: date | None, agreement: Agreement
    ) -> tuple[list[str], list[str]]:
        """The parties last said to hold a place before a day, and the claims that say so."""
        found = [self._held_before(where.id, on) for _, where in places if where.id]
        last = next((ones for ones in found if ones), [])
        bound = [(self._bind(one.holder, one.as_of, agreement), one) for one in last if one.holder]
        parties = [one.stands_for for one, _ in bound if one.stands_for]
        claims = [name for one, holding in bound if one.stands_for for name in holding.claims]
        return list(dict.fromkeys(parties)), list(dict.fromkeys(claims))

    def _held_before(self, place: str, on: date | None) -> Sequence[Holding]:
        """The statements of the last day before a day on which anything was said of who holds a place."""
        held = self.held.get(place, ())
        end = bisect_left(held, on, key=_as_of) if on else len(held)
        start = end
        while start and _as_of(held[start - 1]) == _as_of(held[end - 1]):
            start -= 1
        return held[start:end]

    def bind_all(self, parties: Iterable[Party], on: date | None, agreement: Agreement) -> tuple[Bound, ...]:
        """Every actor with the party it stands for on a day."""
        return tuple(self._bind(party, on, agreement) for party in parties)

    def _bind(self, party: Party, on: date | None, agreement: Agreement) -> Bound:
        if party.id is None:
            return bind(party, on, agreement, self.cast)
        key = (party.id, party.sector, party.country, on, agreement.id)
        known = self._bound.get(key)
        if known is None:
            known = self._bound[key] = bind(party, on, agreement, self.cast)
        return known

    @cached_property
    def did(self) -> dict[tuple[tuple[str, ...], str | None], dict[str, bool]]:
        """Watched forces, or the camp left out → incident → whether they did it: one act is held to many wires."""
        return defaultdict(dict)

    @cached_property
    def _bound(self) -> dict[tuple[str, str | None, str | None, date | None, str], Bound]:
        """Listed actors that were bound before, whatever words named them: the same few are told of again and again."""
        return {}
