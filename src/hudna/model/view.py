"""An incident as one claim tells it: who, whom, where and when in that claim, with how it is told.

Reports of one occurrence disagree about who did it and where. A view keeps each telling
whole; only what a claim leaves open is taken from the incident that it is part of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hudna.model.claim import Claim, Event, Occurred, Root
from hudna.model.evidence import Evidence, Telling, party_of, where_of
from hudna.model.incident import Incident, Party, When, Where

Placed = tuple[str, Where]


@dataclass(frozen=True, slots=True)
class View:
    """One telling of an incident."""

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
    own_place: bool

    @property
    def on(self) -> date | None:
        """The day to put it on: the last possible one, or the day it was first reported."""
        return (self.occurred.latest if self.occurred else None) or self.incident.first_reported


def views(incident: Incident, evidence: Evidence) -> tuple[View, ...]:
    """Each telling of an incident as a view; where its claims are not given, the incident as a whole."""
    claims = [evidence.claims[name] for name in incident.claims if name in evidence.claims]
    told = [claim for claim in claims if claim.event]
    if not told:
        return tuple(_whole(incident, telling) for telling in evidence.tellings(incident))
    fights = _two_sided(told)
    return tuple(_view(incident, claim, evidence.telling(claim), fights) for claim in told)


def _whole(incident: Incident, telling: Telling) -> View:
    return View(
        incident, telling, incident.root, incident.mode, incident.move, incident.contexts, incident.actors,
        incident.recipients, tuple(narrowed(_given(incident))), incident.occurred, own_place=True,
    )  # fmt: skip


def _given(incident: Incident) -> Iterable[Placed]:
    return incident.places or ((("at", incident.place),) if incident.place else ())


def _view(incident: Incident, claim: Claim, telling: Telling, fights: Iterable[Event]) -> View:
    event = claim.event
    assert event is not None  # views are made of claims of events only
    actors, recipients = _people(incident, event, fights)
    own = narrowed((place.role, where_of(place)) for place in event.places)
    near = incident.place if incident.place and incident.place.precision != "country" else None
    return View(
        incident, telling, event.root, event.mode, event.move, event.contexts, actors, recipients,
        tuple(own) or ((("at", near),) if near else ()), _when(event.occurred) or incident.occurred, bool(own),
    )  # fmt: skip


def _people(
    incident: Incident, event: Event, fights: Iterable[Event]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who acts and upon whom in a claim; what it leaves open is filled in from the other tellings.

    A claim that names one side only of a fight that others tell of as fought by two is read
    with both; otherwise nobody who is said to have acted by one is put beside whom another names.
    """
    actors = tuple(party_of(actor) for actor in event.actors)
    recipients = tuple(party_of(actor) for actor in event.recipients)
    if not actors and not recipients:
        return incident.actors, incident.recipients
    if not recipients and len(actors) == 1:
        both = next((one for one in fights if _names(one, actors[0])), None)
        if both:
            return tuple(party_of(actor) for actor in both.actors), ()
        named = {_key(party) for party in actors}
        return actors, tuple(party for party in incident.recipients if _key(party) not in named)
    return actors, recipients


def _two_sided(claims: Iterable[Claim]) -> list[Event]:
    events = [claim.event for claim in claims if claim.event and claim.event.root is Root.ASSAULT]
    return [event for event in events if len(event.actors) > 1 and not event.recipients]


def _names(event: Event, party: Party) -> bool:
    return any(_key(party_of(actor)) == _key(party) for actor in event.actors)


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
