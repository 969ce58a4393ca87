"""Who is bound: an actor on a day → the party it stands for, and how firmly.

An actor stands for a party when it, or whom it is part of, is listed for the party on
that day. A force of the same camp that is not listed is close to a party and no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hudna.knowledge.actor_packs import is_armed
from hudna.knowledge.cast import Cast
from hudna.model.agreement import Agreement
from hudna.model.incident import Party
from hudna.model.naming_number import is_plural

Tie = Literal["party", "camp", "other", "unknown"]
Exempt = Literal["listed", "criminal"]
# Sectors that bear no arms and give no orders to those who do.
_CIVIL = frozenset(
    {"CVL", "REF", "MED", "JRN", "BUS", "EDU", "LAB", "AGR", "SOC", "REL", "NGO", "ELI", "OPP", "PTY"}
)


@dataclass(frozen=True, slots=True)
class Bound:
    """An actor with the party it stands for. tie: camp - close to it; other - somebody else; unknown - not told."""

    party: Party
    name: str
    stands_for: str | None
    tie: Tie
    exempt: Exempt | None = None
    many: bool = False  # whether the verb after the name is in the plural

    @property
    def is_civilian(self) -> bool:
        """Whether it is told of as unarmed people."""
        return self.party.sector in _CIVIL

    @property
    def is_armed(self) -> bool:
        """Whether it is told of as bearing arms."""
        return is_armed(self.party.sector)


def bind(party: Party, on: date | None, agreement: Agreement, cast: Cast) -> Bound:
    """The party an actor stands for on a day."""
    actor = cast.force(party.id, on) if party.id else None
    name = cast.name(party.id) if party.id else f"“{party.text}”"
    exempt, many = _exempt(party, actor, agreement, cast), _is_many(party, name, cast)
    if actor is None:
        return Bound(party, name, None, "unknown", exempt, many)
    chain = cast.chain(actor)
    bound = _listed_for(chain, on, agreement) or _listed_for(chain, None, agreement)
    if bound:
        return Bound(party, name, bound, "party", exempt, many)
    side = cast.side(Party(id=actor, text=party.text))
    near = next((one.id for one in agreement.parties if one.camp and one.camp == side), None)
    return Bound(party, name, near, "camp" if near else "other", exempt, many)


def _is_many(party: Party, name: str, cast: Cast) -> bool:
    entry = cast.entries.get(party.id) if party.id else None
    return not (entry and entry.person) and is_plural(name)


def bind_all(
    parties: Sequence[Party], on: date | None, agreement: Agreement, cast: Cast
) -> tuple[Bound, ...]:
    """Every actor with the party it stands for."""
    return tuple(bind(party, on, agreement, cast) for party in parties)


def _listed_for(chain: Sequence[str], on: date | None, agreement: Agreement) -> str | None:
    """The party for which the nearest of a chain of command is listed; without a day, at any time.

    The name of a government that has gone is still read as its side: reports use it by mistake.
    """
    for actor in chain:
        for party in agreement.parties:
            if any(tenure.actor == actor and tenure.holds(on) for tenure in party.actors):
                return party.id
    return None


def _exempt(party: Party, actor: str | None, agreement: Agreement, cast: Cast) -> Exempt | None:
    if actor and not set(cast.chain(actor)).isdisjoint(agreement.outside.listed):
        return "listed"
    return "criminal" if party.sector in agreement.outside.sectors else None
