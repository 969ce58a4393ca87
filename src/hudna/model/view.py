"""An incident as one claim tells it: who, whom, where and when in that claim, with how it is told.

Reports of one occurrence disagree about who did it and where. A view keeps each telling
whole; only what a claim leaves open is taken from the incident that it is part of.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.model.claim import COUNTED, Actor, Claim, Event, Occurred, Root, Status
from hudna.model.evidence import Evidence, Telling, not_after, party_of, where_of
from hudna.model.incident import Incident, Party, When, Where

Placed = tuple[str, Where]
_ORIGINS = frozenset({"from", "origin"})


@dataclass(frozen=True, slots=True)
class View:
    """One telling of an incident.

    `on` is the day to put it on: the last possible one, or the day it was first reported.
    `lent` tells from where, as other tellings have it and this one leaves open.
    """

    incident: Incident
    telling: Telling
    root: Root
    mode: str | None
    move: str | None
    contexts: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Placed, ...]
    occurred: When | None
    on: date | None
    own_place: bool
    lent: tuple[Placed, ...] = ()


def views(incident: Incident, evidence: Evidence) -> tuple[View, ...]:
    """Each telling of an incident as a view; where its claims are not given, the incident as a whole."""
    kept: tuple[Incident, tuple[View, ...]] | None = evidence.kept.get(incident.id)
    if kept is None or kept[0] is not incident:
        kept = evidence.kept[incident.id] = (incident, _views(incident, evidence))
    return kept[1]


def _views(incident: Incident, evidence: Evidence) -> tuple[View, ...]:
    told = evidence.accounts(incident)
    if not told:
        return tuple(_whole(incident, telling) for telling in evidence.tellings(incident))
    return tuple(_view(incident, claim, evidence.telling(claim), told) for claim in told)


def _whole(incident: Incident, telling: Telling) -> View:
    return View(
        incident, telling, incident.root, incident.mode, incident.move, incident.contexts, incident.actors,
        incident.recipients, tuple(narrowed(_given(incident))), incident.occurred,
        _day(incident, telling, incident.occurred), own_place=True,
    )  # fmt: skip


def _day(incident: Incident, telling: Telling, occurred: When | None) -> date | None:
    latest = occurred.latest if occurred else None
    told = telling.said or incident.last_reported
    return not_after(latest, told if telling.counts else None) or incident.first_reported


def _given(incident: Incident) -> Iterable[Placed]:
    return incident.places or ((("at", incident.place),) if incident.place else ())


def _view(incident: Incident, claim: Claim, telling: Telling, told: Sequence[Claim]) -> View:
    event = claim.event
    assert event is not None  # views are made of claims of events only
    actors, recipients = _people(incident, event, told)
    own = narrowed((place.role, where_of(place)) for place in event.places)
    occurred = _when(event.occurred) or incident.occurred
    return View(
        incident, telling, event.root, event.mode, event.move, event.contexts, actors, recipients,
        tuple(own) or _whereabouts(incident), occurred, _day(incident, telling, occurred), bool(own),
        _origins(own, incident),
    )  # fmt: skip


def _whereabouts(incident: Incident) -> tuple[Placed, ...]:
    """Where an incident took place, for a claim that names no place."""
    near = incident.place
    return (("at", near),) if near and near.precision != "country" else ()


def _origins(own: list[Placed], incident: Incident) -> tuple[Placed, ...]:
    if any(role in _ORIGINS for role, _ in own):
        return ()
    return tuple(one for one in incident.places if one[0] in _ORIGINS and one[1].precision != "country")


def _people(
    incident: Incident, event: Event, told: Sequence[Claim]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who acts and upon whom in a claim; what it leaves open is filled in from the other tellings.

    A claim that names one side only of a fight is read with the other side that another claim
    names; nobody who is said to have acted by one is put beside whom another names as acting.
    Whom others only accuse is lent to nobody: a hospital that counts the dead does not say who fired.
    """
    actors = tuple(party_of(actor) for actor in event.actors)
    recipients = tuple(party_of(actor) for actor in event.recipients)
    events = tuple(claim.event for claim in told if claim.event)
    if not actors and not recipients:
        return _told_outright(incident.actors, told), incident.recipients
    if recipients or len(actors) != 1:
        return actors, recipients
    both = next((one for one in _two_sided(events) if _names(one.actors, actors[0])), None)
    # Who fought for a town did not also take it: of a seizure its own claim says who acted.
    if both and event.root is Root.ASSAULT:
        return tuple(party_of(actor) for actor in both.actors), ()
    # Two tellings that give the parts the other way round tell of the same two sides.
    turned = next((one for one in events if _names(one.recipients, actors[0])), None)
    if turned:
        return actors, tuple(party_of(actor) for actor in turned.actors)
    return actors, tuple(party for party in incident.recipients if _key(party) != _key(actors[0]))


def _told_outright(parties: tuple[Party, ...], told: Sequence[Claim]) -> tuple[Party, ...]:
    """Without those of whom it is only alleged, or denied."""
    outright, said = COUNTED - {Status.ALLEGED}, {Status.ALLEGED, Status.DENIED}
    return tuple(
        one for one in parties if _is_said_of(one, told, outright) or not _is_said_of(one, told, said)
    )


def _is_said_of(party: Party, told: Iterable[Claim], held: Collection[Status]) -> bool:
    """Whether a claim that is held so names somebody as acting."""
    return any(
        claim.event is not None and claim.status in held and _names(claim.event.actors, party)
        for claim in told
    )


def _two_sided(events: Iterable[Event]) -> list[Event]:
    fights = [event for event in events if event.root is Root.ASSAULT]
    return [event for event in fights if len(event.actors) > 1 and not event.recipients]


def _names(actors: Iterable[Actor], party: Party) -> bool:
    return any(_key(party_of(actor)) == _key(party) for actor in actors)


def _key(party: Party) -> str:
    return party.id or party.text.casefold()


def _when(occurred: Occurred | None) -> When | None:
    if occurred is None or (occurred.earliest is None and occurred.latest is None):
        return None
    return When(
        earliest=occurred.earliest, latest=occurred.latest, precision=occurred.precision, basis=occurred.basis
    )


def narrowed(places: Iterable[Placed]) -> list[Placed]:
    """The places without a country that another of them lies in, each once."""
    found = list(dict.fromkeys(places))
    inner = {where.country for _, where in found if where.precision != "country"}
    return [pair for pair in found if pair[1].precision != "country" or pair[1].country not in inner]
