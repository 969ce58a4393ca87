"""A picture that grows: one more incident, and the lines that it makes or changes.

Incidents come in the order of days. An older one, or one that has changed, is a reason to
draw the whole picture anew: who was out when a recall came depends on what came before.
"""

from collections.abc import Iterable
from datetime import date

from hudna.model.claim import Claim
from hudna.model.evidence import Evidence, day_of
from hudna.model.incident import Incident
from hudna.model.picture import Holding, Movement, Picture, Posture, Signal
from hudna.model.report import Report
from hudna.picture.causes import presences
from hudna.picture.control import claimed, from_incident, ledger_of
from hudna.picture.movements import Gathering, finished
from hudna.picture.posture import filled
from hudna.picture.purposes import hosted_by
from hudna.picture.setting import Setting, Sight
from hudna.picture.signals import reassurances, signals_of


class Growing:
    """Posture, movements, control and signals with what they are looked up by."""

    def __init__(self, evidence: Evidence, setting: Setting) -> None:
        self.setting = setting
        self.sight = Sight(evidence)
        self._book = filled(self.sight, setting)
        self._book.settle()
        self._ledger = ledger_of(self.sight, setting)
        self._hosted = hosted_by(evidence.of_content("composition"), self.sight)
        self._gathering = Gathering(setting)
        for incident in evidence.incidents:
            self._gathering.add(incident, self.sight)

    def fits(self, incident: Incident) -> bool:
        """Whether the incident is new and not earlier than the last."""
        evidence = self.sight.evidence
        last = day_of(evidence.incidents[-1]) if evidence.incidents else None
        known = any(name in evidence.incident_of for name in incident.claims)
        return not known and (day_of(incident) or date.max) >= (last or date.min)

    def add(
        self, incident: Incident, claims: Iterable[Claim], reports: Iterable[Report], as_of: date
    ) -> Picture:
        """The lines that the incident makes or changes, as of a day."""
        new = tuple(claims)
        evidence = self.sight.evidence.grown(incident, new, reports)
        self.sight = self.sight.grown(evidence, new)
        for host, made in hosted_by((one for one in new if one.composition), self.sight).items():
            self._hosted.setdefault(host, []).extend(made)
        return Picture(
            as_of=as_of,
            postures=self._postures(incident, new, as_of),
            movements=self._movement(incident),
            holdings=self._holdings(incident, new),
            signals=self._signals(incident, new),
        )

    def _postures(self, incident: Incident, new: tuple[Claim, ...], as_of: date) -> tuple[Posture, ...]:
        keys = self._book.add(incident, self.sight) if day_of(incident) else []
        made = (claim for claim in new if claim.composition)
        keys += self._book.enter(presences(made, self.sight, self.setting))
        lines = (self._book.line(key, as_of) for key in dict.fromkeys(keys))
        return tuple(line for line in lines if line)

    def _movement(self, incident: Incident) -> tuple[Movement, ...]:
        draft = self._gathering.add(incident, self.sight)
        return (finished(draft, self.sight, self.setting, self._hosted),) if draft else ()

    def _holdings(self, incident: Incident, new: tuple[Claim, ...]) -> tuple[Holding, ...]:
        changed: set[str] = set()
        for one in claimed((claim for claim in new if claim.control), self.sight, self.setting):
            changed |= self._ledger.state(one)
        for one in from_incident(incident, self.sight, self.setting):
            changed |= self._ledger.state(one)
        changed |= self._ledger.move(incident, self.sight)
        return tuple(self._ledger.line(name) for name in sorted(changed))

    def _signals(self, incident: Incident, new: tuple[Claim, ...]) -> tuple[Signal, ...]:
        eased = reassurances((claim for claim in new if claim.purpose), self.sight, self.setting)
        return (*signals_of(incident, self.sight, self.setting), *eased)
