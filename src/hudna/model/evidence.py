"""What the later stages rest on: incidents, with the claims and reports they come from.

An incident says what happened; how it is told (by whom, how it is held, as an order or
as news) stands in its claims. Where claims are not given, the positions of the incident
tell as much as they can.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from hudna.model.account import account_of
from hudna.model.claim import COUNTED, Claim, Place, SpeechAct, Status
from hudna.model.claim import Actor as ClaimActor
from hudna.model.incident import Incident, Party, Position, Where
from hudna.model.judgement import Judgement
from hudna.model.mention import SpeakerKind
from hudna.model.report import Report


@dataclass(frozen=True, slots=True)
class Telling:
    """One way in which something is told. No speaker: the report's own voice."""

    speaker: Party | None
    kind: SpeakerKind | None
    anonymous: bool
    relays: tuple[str, ...]
    status: Status
    act: SpeechAct | None
    said: date | None
    source: str | None
    text: str
    language: str | None
    claims: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Told as having happened, however weakly."""
        return self.status in COUNTED


@dataclass(frozen=True)
class Evidence:
    """Incidents in their order, claims and reports by id, and people's judgements."""

    incidents: tuple[Incident, ...]
    claims: dict[str, Claim] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    # What is derived of an incident again and again, by id: its views (view.py).
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def tellings(self, incident: Incident) -> tuple[Telling, ...]:
        """How an incident is told: by its claims, or by its positions where they are not given.

        What is read too unsurely to count is told all the same: it shows what people may look at.
        """
        if told := self.accounts(incident):
            return tuple(self.telling(claim) for claim in told)
        return tuple(_of_position(one) for one in incident.positions)

    def accounts(self, incident: Incident) -> list[Claim]:
        """The claims that tell an incident, in its order: its events, and what answers them as accounts of their deeds."""
        claims = {name: self.claims[name] for name in incident.claims if name in self.claims}
        return [
            account_of(claim, claims[claim.answers]) if claim.answers in claims else claim
            for claim in claims.values()
            if claim.event
        ]

    def telling(self, claim: Claim) -> Telling:
        """How one claim is told: its innermost speaker, and who relays it."""
        report = self.reports.get(claim.report)
        first = claim.speakers[0] if claim.speakers else None
        return Telling(
            speaker=Party(id=first.actor, text=first.text) if first else None,
            kind=first.kind if first else None,
            anonymous=first.anonymous if first else False,
            relays=tuple(speaker.text for speaker in claim.speakers[1:]),
            status=claim.status,
            act=claim.speech_act,
            said=report.published if report else None,
            source=report.source if report else None,
            text=claim.text,
            language=claim.language,
            claims=(claim.id,),
        )

    def of_content(self, content: str) -> Iterator[Claim]:
        """The claims of one content, in their order."""
        return iter(self.by_content.get(content, ()))

    @cached_property
    def by_content(self) -> dict[str, list[Claim]]:
        """Content → its claims, in their order."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.content, []).append(claim)
        return found

    @cached_property
    def incident_of(self) -> dict[str, Incident]:
        """Claim id → the incident it is part of."""
        return {name: incident for incident in self.incidents for name in incident.claims}

    @cached_property
    def in_report(self) -> dict[str, tuple[Claim, ...]]:
        """Report id → its claims in the order of their words."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            found[claim.report].append(claim)
        return {name: tuple(sorted(claims, key=lambda one: one.start)) for name, claims in found.items()}

    @cached_property
    def report_days(self) -> tuple[date, ...]:
        """The days on which something was reported, each once, in order."""
        days = {report.published for report in self.reports.values() if report.published}
        for incident in () if days else self.incidents:
            days |= {day for day in (incident.first_reported, incident.last_reported) if day}
        return tuple(sorted(days))

    def grown(
        self, incident: Incident, claims: Iterable[Claim], reports: Iterable[Report] = ()
    ) -> "Evidence":
        """With one more incident, not earlier than any other; look-ups are carried over, and this one is spent."""
        for claim in claims:
            self.claims[claim.id] = claim
            self.by_content.setdefault(claim.content, []).append(claim)
            told = (*self.in_report.get(claim.report, ()), claim)
            self.in_report[claim.report] = tuple(sorted(told, key=lambda one: one.start))
        self.incident_of.update(dict.fromkeys(incident.claims, incident))
        self.reports.update({report.id: report for report in reports})
        later = Evidence((*self.incidents, incident), self.claims, self.reports, self.judgements, self.kept)
        carried = {name: self.__dict__[name] for name in ("by_content", "in_report", "incident_of")}
        later.__dict__.update(carried)
        return later

    def last_day(self) -> date | None:
        """The last day known: of a report or, without one, of an incident."""
        if self.report_days:
            return self.report_days[-1]
        ends = (incident.occurred.latest for incident in self.incidents if incident.occurred)
        return max((day for day in ends if day), default=None)


def evidence_of(
    incidents: Iterable[Incident],
    claims: Iterable[Claim] = (),
    reports: Iterable[Report] = (),
    judgements: Iterable[Judgement] = (),
) -> Evidence:
    """Evidence from records in any order; of a repeated id the last one holds."""
    by_id = {incident.id: incident for incident in incidents}
    return Evidence(
        tuple(sorted(by_id.values(), key=order)),
        {claim.id: claim for claim in claims},
        {report.id: report for report in reports},
        tuple(judgements),
    )


def order(incident: Incident) -> tuple[date, str]:
    """By the day on which it is last said to have happened, then by id."""
    return day_of(incident) or date.max, incident.id


def day_of(incident: Incident) -> date | None:
    """The day to put an incident on: its last possible day, or the day it was first reported."""
    latest = incident.occurred.latest if incident.occurred else None
    return not_after(latest, incident.last_reported if incident.counts else None) or incident.first_reported


def not_after(latest: date | None, told: date | None) -> date | None:
    """The last possible day of what was told on a day as having happened: "in August", told on the 9th."""
    return min(latest, told) if latest and told else latest


def heard_on(incident: Incident) -> date | None:
    """The last day on which anybody said anything of it."""
    said = [position.said for position in incident.positions if position.said]
    days = [day for day in (incident.last_reported, incident.first_reported, *said) if day]
    return max(days, default=None) or day_of(incident)


def party_of(actor: ClaimActor) -> Party:
    """An actor of a claim as a party."""
    return Party(id=actor.id, text=actor.text, country=actor.country, sector=actor.sector)


def where_of(place: Place) -> Where:
    """A place of a claim as a place across reports."""
    return Where(
        id=place.id, name=place.name, lat=place.lat, lon=place.lon, radius_km=place.radius_km,
        precision=place.precision, country=place.country, admin1=place.admin1,
    )  # fmt: skip


def _of_position(position: Position) -> Telling:
    return Telling(
        speaker=position.speaker,
        kind=position.kind,
        anonymous=position.anonymous,
        relays=(),
        status=position.says.status,
        act=None,
        said=position.said,
        source=position.source,
        text="",
        language=None,
        claims=position.claims,
    )
