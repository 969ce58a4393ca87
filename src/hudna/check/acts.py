"""What a force is told of as doing during a move, in few words that purposes can be held against."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from hudna.check.asked import Asked
from hudna.check.parties import Bound
from hudna.model.claim import Root
from hudna.model.evidence import day_of
from hudna.model.incident import Incident
from hudna.model.picture import Movement

_SAYS = {
    "patrol": "patrolled", "exercise": "held an exercise", "fortify": "fortified positions",
    "police": "called out police", "crowd": "used force against a crowd", "arrest": "arrested people",
    "seized": "seized a place or goods", "seized-from-party": "seized a place from the other party",
    "aid": "given aid", "fought": "used force", "fought-listed": "fought a listed group",
    "fought-criminals": "fought criminals", "fought-party": "used force against the other party",
}  # fmt: skip


def said(kind: str) -> str:
    """An act as it stands after "it is told of as having"."""
    return _SAYS[kind]


@dataclass(frozen=True, slots=True)
class Seen:
    """An act of the force: its kind, and the incident that tells it."""

    kind: str
    incident: Incident


def acts_during(movement: Movement, asked: Asked) -> tuple[Seen, ...]:
    """What the movement's force is told of as doing from its first day on, within the time it is watched."""
    if movement.first_seen is None or movement.last_seen is None:
        return ()
    until = movement.last_seen + timedelta(days=asked.rules.constants.watch_after_days.value)
    forces = [asked.cast.force(party.id, movement.first_seen) for party in movement.force if party.id]
    return tuple(
        Seen(kind, incident)
        for incident in asked.of_forces(forces, movement.first_seen, until)
        if forces
        and incident.happened
        and not incident.third_party
        and _by_the_force(incident, movement, asked)
        for kind in _kinds(incident, movement, asked)
    )


def _by_the_force(incident: Incident, movement: Movement, asked: Asked) -> bool:
    forces = [party.id for party in movement.force if party.id]
    return any(
        asked.cast.are_kin(party.id, force) for party in incident.actors if party.id for force in forces
    )


def _kinds(incident: Incident, movement: Movement, asked: Asked) -> Iterator[str]:
    match incident.root:
        case Root.MOBILIZE:
            yield from (incident.move,) if incident.move in {"patrol", "exercise", "fortify"} else ()
            yield from ("police",) if incident.mode == "police" else ()
        case Root.ASSAULT:
            yield "crowd" if incident.mode == "crowd-control" else _fought(incident, movement, asked)
        case Root.COERCE if incident.mode == "arrest":
            yield "arrest"
        case Root.COERCE if incident.mode == "seize":
            yield "seized-from-party" if _met(incident, movement, asked, "party") else "seized"
        case Root.AID:
            yield "aid"


def _fought(incident: Incident, movement: Movement, asked: Asked) -> str:
    for kind in ("listed", "criminal", "party"):
        if _met(incident, movement, asked, kind):
            return {"listed": "fought-listed", "criminal": "fought-criminals", "party": "fought-party"}[kind]
    return "fought"


def _met(incident: Incident, movement: Movement, asked: Asked, kind: str) -> bool:
    """Whether anybody on the other side is of that kind."""
    others = [
        party
        for party in (*incident.actors, *incident.recipients)
        if asked.cast.side(party) != movement.side or party.id is None
    ]
    return any(
        _is_kind(bound, kind)
        for agreement in asked.agreements
        for bound in asked.bind_all(others, day_of(incident), agreement)
    )


def _is_kind(bound: Bound, kind: str) -> bool:
    return bound.exempt == kind or (kind == "party" and bound.tie == "party" and bound.exempt is None)
