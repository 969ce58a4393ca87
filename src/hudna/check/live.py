"""A check that grows: one more incident against every provision and every watched condition."""

from collections.abc import Iterable

from hudna.check.asked import Asked
from hudna.check.conditions import conditions
from hudna.check.declared import declared_of
from hudna.check.findings import findings_of
from hudna.check.judged import judged
from hudna.check.tripwires import as_tripwire, by_since, wires, wires_of
from hudna.model.claim import Claim
from hudna.model.evidence import Evidence
from hudna.model.finding import Finding, Review, Tripwire
from hudna.model.incident import Incident
from hudna.model.picture import Picture


class Watching:
    """The findings, declarations and trip-wires that a new incident makes or changes."""

    def __init__(self, asked: Asked, found: Iterable[Finding]) -> None:
        self.asked = asked
        self._decided = judged(asked.evidence.judgements)
        self._wires = {wire.id: wire for wire in wires(asked)}
        self._found: dict[str, set[str]] = {}
        asked.warm()
        for one in found:
            if not one.standing:
                self._found.setdefault(one.incidents[0], set()).add(one.id)

    def add(self, incident: Incident, claims: Iterable[Claim], evidence: Evidence, change: Picture) -> Review:
        """What the agreements and other people's conditions say to one more incident."""
        names = [name for moved in change.movements for name in moved.incidents]
        before = {name: self._lent(name) for name in names}
        self.asked = self.asked.grown(incident, evidence, change)
        # Where a movement is told to come from elsewhere than before, its other incidents are asked anew.
        again = [name for name in names if self._lent(name) != before[name]]
        found, withdrawn = [], []
        for name in dict.fromkeys((incident.id, *again)):
            told = list(findings_of(self.asked.incidents[name], self.asked, self._decided))
            withdrawn += sorted(self._found.get(name, set()) - {one.id for one in told})
            self._found[name] = {one.id for one in told}
            found += told
        touched = self._touched(incident, claims, change)
        declared = (one for moved in change.movements for one in declared_of(moved, self.asked, touched))
        return Review(change.as_of, tuple(found), tuple(declared), touched, withdrawn=tuple(withdrawn))

    def _lent(self, name: str) -> tuple[object, ...]:
        """What the findings on an incident take from its movement."""
        return self.asked.origins.get(name), self.asked.made_up(name)

    def _touched(self, incident: Incident, claims: Iterable[Claim], change: Picture) -> tuple[Tripwire, ...]:
        touched = [wire for wire in self._wires.values() if wire.meet(incident, change.holdings, self.asked)]
        named = wires_of(conditions(self.asked.evidence, claims), self.asked, self._wires)
        self._wires.update({wire.id: wire for wire in named})
        once = {wire.id: wire for wire in (*touched, *named)}
        return tuple(sorted((as_tripwire(wire, self.asked) for wire in once.values()), key=by_since))
