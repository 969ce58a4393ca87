"""Records → the flat rows that lists, maps and search read (`hudna.model.shown`). Pure.

Linking calls this for what is known now; shelving for the edition of any other day.
"""

from datetime import date
from hashlib import blake2b

from hudna.knowledge.search_words import tokens
from hudna.model.claim import Actor, Claim, Event, Place
from hudna.model.evidence import day_of, not_after
from hudna.model.incident import Incident, Where
from hudna.model.report import Report
from hudna.model.shown import ShownClaim, ShownIncident, ShownReport, Spot, ordinal
from hudna.publish.desk import is_easing, is_statement
from hudna.review.queue import queue


def shown_incident(incident: Incident, *, body: bool = False) -> ShownIncident:
    """The row of an incident; with its body where the store does not hold it as it is shown."""
    written = incident.model_dump_json(by_alias=True)
    dead = incident.fatalities
    named = [one.id for one in (*incident.actors, *incident.recipients) if one.id]
    return ShownIncident(
        id=incident.id, version=version_of(written), day=ordinal(_listed_on(incident)), first_told=ordinal(incident.first_reported),
        last_told=ordinal(incident.last_reported), root=incident.root.value, direction=direction_of(incident), counts=incident.counts,
        status=incident.status.value, theatre=incident.theatre, verification=incident.verification, spot=_spot(incident.place),
        dead=dead.best if dead.best is not None else dead.low, origins=len(incident.origins), reports=len(incident.reports),
        actors=tuple(dict.fromkeys(named)), weight=weight_of(incident), body=written if body else None,
    )  # fmt: skip


def _listed_on(incident: Incident) -> date | None:
    """Its day; what is planned or feared for later stands where it was told, or it would head every list as the newest."""
    return not_after(day_of(incident), incident.last_reported)


def version_of(written: str) -> str:
    """The version of a record: another whenever anything in it is."""
    return blake2b(written.encode(), digest_size=6).hexdigest()


def direction_of(incident: Incident) -> str:
    """Words alone, a deed that eases, or one of force."""
    if is_easing(incident):
        return "de-escalation"
    return "statement" if is_statement(incident) or not incident.counts else "escalation"


def weight_of(record: Incident | Claim) -> float | None:
    """How much hangs on an open question; None where a person need not look."""
    items = queue([record], []) if isinstance(record, Incident) else queue([], [record])
    return items[0].weight if items else None


def shown_claim(claim: Claim, report: Report | None, seq: int, *, body: bool = False) -> ShownClaim:
    """The row of a claim."""
    event = claim.event
    occurred = event.occurred if event else None
    actors = [*event.actors, *event.recipients] if event else []
    holder = claim.control.holder if claim.control else None
    actors += [holder] if holder else []
    return ShownClaim(
        id=claim.id, seq=seq, report=claim.report, told=ordinal(report.published if report else None),
        day=ordinal(occurred.latest if occurred else None), root=event.root.value if event else None, status=claim.status.value,
        content=claim.content, counts=claim.counts, spot=_spot(_place(claim)), actors=tuple(one.id for one in actors if one.id),
        weight=weight_of(claim), words=_words(claim, actors), body=claim.model_dump_json(by_alias=True) if body else None,
    )  # fmt: skip


def shown_report(report: Report, seq: int, coding: int) -> ShownReport:
    """The row of a report."""
    words = " ".join(tokens(f"{report.title or ''} {report.source or ''} {report.text}"))
    return ShownReport(seq, coding, ordinal(report.published), words)


def _words(claim: Claim, actors: list[Actor]) -> str:
    """The claim's own words, and the names of who and where as they are listed."""
    places = claim.event.places if claim.event else ()
    named = [
        claim.text,
        *(one.text for one in actors),
        *(one.id or "" for one in actors),
        *(one.name for one in places),
    ]
    named += [speaker.text for speaker in claim.speakers]
    return " ".join(tokens(" · ".join(named)))


def _place(claim: Claim) -> Place | None:
    if claim.control:
        return claim.control.area
    return _first_place(claim.event) if claim.event else None


def _first_place(event: Event) -> Place | None:
    at = [place for place in event.places if place.role in {"at", "to"}]
    return next(iter(at or event.places), None)


def _spot(place: Where | Place | None) -> Spot:
    if place is None:
        return Spot()
    return Spot(place.lat, place.lon, place.radius_km, place.precision, place.id, place.name, place.country)
