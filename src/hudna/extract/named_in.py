"""Resolved phrases as the actors and speakers that a claim names."""

from collections.abc import Iterable

from hudna.extract.scene import Who
from hudna.model.claim import Actor, Speaker


def each_once(told: Iterable[Who]) -> tuple[Actor, ...]:
    """ "The army sent reinforcements": they are its own, and who acts is told once."""
    found: dict[object, Actor] = {}
    for actor in map(as_actor, told):
        found.setdefault(actor.id or (actor.start, actor.end), actor)
    return tuple(found.values())


def as_actor(who: Who) -> Actor:
    """A resolved phrase as the actor of a claim."""
    return Actor(
        text=who.text,
        start=who.start,
        end=who.end,
        id=who.actor.id,
        country=who.actor.country,
        sector=who.actor.sector,
    )


def as_speaker(who: Who) -> Speaker:
    """A resolved phrase as a speaker of a claim."""
    return Speaker(
        text=who.text,
        start=who.start,
        end=who.end,
        actor=who.actor.id,
        kind=who.actor.kind,
        anonymous=who.actor.anonymous,
    )
