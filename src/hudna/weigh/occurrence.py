"""Incidents, stated purposes, statements of control and findings in one form that patterns are laid against."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from hudna.model.claim import COUNTED
from hudna.model.evidence import Evidence, day_of
from hudna.model.finding import Finding
from hudna.model.hypothesis import ContentKind
from hudna.model.incident import Incident, Party, Where
from hudna.model.picture import Holding, Movement, Picture
from hudna.weigh.observation import Origin

_TOWARDS = frozenset({"to", "toward"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One thing that was told, with who stands behind it and who denies it."""

    content: ContentKind
    on: date | None
    said: date | None
    statuses: frozenset[str]
    says: tuple[Origin, ...]
    denies: tuple[Origin, ...] = ()
    root: str | None = None
    mode: str | None = None
    move: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    places: tuple[Where, ...] = ()
    towards: tuple[Where, ...] = ()
    purpose: str | None = None
    speaker: Party | None = None
    standing: str | None = None
    provision: str | None = None
    verdict: str | None = None
    dead: int = 0
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    theatre: str | None = None
    counts: bool = field(default=True)

    @property
    def country(self) -> str | None:
        """Where it is by its places, else whose it is by who takes part."""
        named = [where.country for where in (*self.places, *self.towards)]
        named += [party.country for party in (*self.actors, *self.recipients)]
        return next((code for code in named if code), None)


def occurrences(evidence: Evidence, picture: Picture, findings: tuple[Finding, ...]) -> list[Occurrence]:
    """Everything that patterns may be laid against, in the order of days."""
    found = [
        *(_of_incident(incident, evidence) for incident in evidence.incidents),
        *(o for movement in picture.movements for o in _of_movement(movement, evidence)),
        *(_of_holding(holding, evidence) for holding in picture.holdings),
        *(_of_finding(finding, evidence) for finding in findings),
    ]
    return sorted(found, key=lambda o: (o.on or date.max, o.content, o.claims, o.incidents))


def _of_incident(incident: Incident, evidence: Evidence) -> Occurrence:
    roles = incident.places or ((("at", incident.place),) if incident.place else ())
    told = {position.says.status.value for position in incident.positions} | {incident.status.value}
    return Occurrence(
        content="event",
        on=day_of(incident),
        said=incident.first_reported,
        statuses=frozenset(told),
        says=origins_of(incident, evidence),
        denies=_denials(incident, evidence),
        root=incident.root.value,
        mode=incident.mode,
        move=incident.move,
        actors=incident.actors,
        recipients=incident.recipients,
        places=tuple(where for role, where in roles if role not in _TOWARDS),
        towards=tuple(where for role, where in roles if role in _TOWARDS),
        dead=incident.fatalities.low or 0,
        incidents=(incident.id,),
        claims=incident.claims,
        theatre=incident.theatre,
        counts=incident.counts,
    )


def origins_of(incident: Incident, evidence: Evidence) -> tuple[Origin, ...]:
    """The independent origins that tell it, each with its letter and publishers; none where nothing counts."""
    letters = incident.origin_letters or ("F",) * len(incident.origins)
    digit = _digit(incident)
    return tuple(
        Origin(reports, letter, digit, _publishers(reports, evidence), _side(incident, reports))
        for reports, letter in zip(incident.origins, letters, strict=False)
    )


def _digit(incident: Incident) -> int:
    """A person's grade of the information; a derived one counts origins again and is left out."""
    return int(incident.grade.credibility) if incident.judgements else 6


def _publishers(reports: tuple[str, ...], evidence: Evidence) -> tuple[str, ...]:
    named = (evidence.reports[name].source for name in reports if name in evidence.reports)
    return tuple(sorted({name for name in named if name}))


def _side(incident: Incident, reports: tuple[str, ...]) -> str | None:
    """The camp whose voice an origin is, where one of its positions tells."""
    return incident.sides[0] if len(incident.sides) == 1 and reports else None


def _denials(incident: Incident, evidence: Evidence) -> tuple[Origin, ...]:
    """Origins that deny it: a side's own denial cannot be judged, unless it speaks against its interest."""
    letter_of = dict(
        pair
        for reports, letter in zip(incident.origins, incident.origin_letters, strict=False)
        for pair in dict.fromkeys(reports, letter).items()
    )
    found = []
    for position in incident.positions:
        if position.says.stance != "denies":
            continue
        reports = tuple(sorted({evidence.claims[c].report for c in position.claims if c in evidence.claims}))
        heard = position.against_interest or position.side == "third party"
        letter = min((letter_of.get(r, "F") for r in reports), default="F") if heard else "F"
        found.append(
            Origin(reports or position.claims, letter, 6, _publishers(reports, evidence), position.side)
        )
    return tuple(found)


def _of_movement(movement: Movement, evidence: Evidence) -> Iterator[Occurrence]:
    """Each purpose that somebody states; that it was stated is what is observed, not that it is true."""
    for purpose in (*movement.purposes, *movement.feared):
        reports = tuple(sorted({evidence.claims[c].report for c in purpose.claims if c in evidence.claims}))
        yield Occurrence(
            content="purpose",
            on=movement.last_seen or movement.first_seen,
            said=movement.first_seen,
            statuses=frozenset({purpose.status}),
            says=_stated(reports or purpose.claims, movement.incidents, evidence),
            actors=movement.force,
            places=purpose.places,
            purpose=purpose.kind,
            speaker=purpose.speaker,
            incidents=movement.incidents,
            claims=purpose.claims,
            theatre=movement.theatre,
        )


def _stated(reports: tuple[str, ...], incidents: tuple[str, ...], evidence: Evidence) -> tuple[Origin, ...]:
    """That words were said is known as well as the reports are that carry them."""
    letters = {
        report: letter
        for incident in evidence.incidents
        if incident.id in incidents
        for origin, letter in zip(incident.origins, incident.origin_letters, strict=False)
        for report in origin
    }
    letter = min((letters.get(report, "F") for report in reports), default="F")
    return (Origin(reports, letter, 6, _publishers(reports, evidence)),)


def _of_holding(holding: Holding, evidence: Evidence) -> Occurrence:
    reports = tuple(sorted({evidence.claims[c].report for c in holding.claims if c in evidence.claims}))
    return Occurrence(
        content="control",
        on=holding.as_of,
        said=holding.as_of,
        statuses=frozenset({"alleged" if holding.alleged else "state"}),
        says=_stated(reports or holding.claims, holding.incidents, evidence),
        actors=(holding.holder,) if holding.holder else (),
        places=(holding.place,),
        speaker=holding.claimed_by,
        standing=holding.status,
        incidents=holding.incidents,
        claims=holding.claims,
    )


def _of_finding(finding: Finding, evidence: Evidence) -> Occurrence:
    by_id = {incident.id: incident for incident in evidence.incidents}
    says = [o for name in finding.incidents if name in by_id for o in origins_of(by_id[name], evidence)]
    return Occurrence(
        content="finding",
        on=finding.on,
        said=finding.on,
        statuses=frozenset({finding.label}),
        says=tuple(says),
        actors=finding.by,
        provision=finding.provision,
        verdict=finding.verdict,
        incidents=finding.incidents,
        claims=finding.claims,
        theatre=finding.theatre,
    )


def is_told_as_happened(occurrence: Occurrence) -> bool:
    """Whether it counts: purposes, control and findings do by being said."""
    counted = {status.value for status in COUNTED}
    return occurrence.content != "event" or (occurrence.counts and bool(occurrence.statuses & counted))
