"""Who is who in a theatre: names, camps, who is part of whom and who leads what when.

Built from the actors' packs; nothing here decides which words mean whom.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from hudna.knowledge.actor_packs import ActorEntry, is_armed, load_actors
from hudna.knowledge.base_map import country_names
from hudna.knowledge.theatres import theatre_names
from hudna.model.incident import Party

# Deeper than any force that is listed; a longer chain is a circle in the files.
_DEEPEST = 12


@dataclass(frozen=True)
class Cast:
    """The listed actors by id."""

    entries: Mapping[str, ActorEntry]

    def name(self, actor: str) -> str:
        """The actor's own name; where nobody listed it, that of a state's forces, or the id."""
        entry = self.entries.get(actor)
        return entry.name if entry else _of_a_state(actor) or actor

    def side(self, party: Party | None) -> str | None:
        """The camp of a party: its own, or that of whom it is part of."""
        if party is None:
            return None
        sides = (self.entries[one].side for one in self.chain(party.id) if one in self.entries)
        return next((side for side in sides if side), party.side)

    def chain(self, actor: str | None) -> tuple[str, ...]:
        """The actor and whom it is part of, nearest first."""
        if not actor:
            return ()
        known = self._chains.get(actor)
        if known is None:
            known = self._chains[actor] = self._climbed(actor)
        return known

    @cached_property
    def _chains(self) -> dict[str, tuple[str, ...]]:
        """Chains that were asked for before: one for each listed actor at most, and for what is not listed."""
        return {}

    def _climbed(self, actor: str | None) -> tuple[str, ...]:
        found: list[str] = []
        while actor and actor not in found and len(found) < _DEEPEST:
            found.append(actor)
            entry = self.entries.get(actor)
            actor = entry.parent if entry else None
        return tuple(found)

    def force(self, actor: str, on: date | None) -> str:
        """What a person leads on that day, else whom the person is part of; any other actor is itself."""
        entry = self.entries.get(actor)
        if entry is None or not entry.person:
            return actor
        led = [lead.of for lead in entry.leads if lead.holds(on)]
        return led[0] if led else entry.parent or actor

    def is_alone(self, actor: str, on: date | None) -> bool:
        """Whether it is a person who leads nothing on that day and is part of nothing: nobody's posture is his."""
        entry = self.entries.get(self.force(actor, on))
        return entry is not None and entry.person

    def are_kin(self, one: str, other: str) -> bool:
        """Whether one is the other or part of it."""
        return one in self.chain(other) or other in self.chain(one)

    def is_armed(self, party: Party) -> bool:
        """Whether the party bears arms, by its sector or by what is listed of it."""
        entry = self.entries.get(party.id) if party.id else None
        return is_armed(party.sector) or bool(entry and is_armed(entry.sector))

    def same(self, one: Party, other: Party) -> bool:
        """Whether two parties are the same by id, or by words where neither has one."""
        if one.id or other.id:
            return one.id == other.id
        return one.text.casefold() == other.text.casefold()


def _of_a_state(actor: str) -> str | None:
    """ "yem-mil": forces and governments that only the country tells apart."""
    code, _, kind = actor.partition("-")
    form = {"mil": "armed forces of {}", "gov": "government of {}", "cop": "security forces of {}"}.get(kind)
    country = country_names("en").get(code.upper())
    return form.format(country) if form and country else None


def cast_of(entries: Iterable[ActorEntry]) -> Cast:
    """A cast of these actors."""
    return Cast({entry.id: entry for entry in entries})


@cache
def load_cast(theatres: tuple[str, ...]) -> Cast:
    """The world's actors and those of the theatres."""
    return cast_of(load_actors(theatres))


def is_person(actor: str) -> bool:
    """Whether the id is a listed person's, in whatever theatre."""
    return actor in _persons()


@cache
def _persons() -> frozenset[str]:
    return frozenset(key for key, one in load_cast(theatre_names()).entries.items() if one.person)
