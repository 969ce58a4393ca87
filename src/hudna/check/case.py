"""What a rule is given, and what it gives back.

A rule sees one telling of an incident against one provision and answers one question in two sentences.
It never judges whether the agreement as a whole is holding.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hudna.check.parties import Bound
from hudna.check.scope import Lies, lies_in
from hudna.model.agreement import Agreement, Provision
from hudna.model.finding import Verdict
from hudna.model.incident import Party, Where
from hudna.model.picture import StatedMakeup
from hudna.model.view import View


@dataclass(frozen=True, slots=True)
class Placed:
    """A place of an incident with its role and whether it lies in the provision's zone."""

    role: str
    where: Where
    lies: Lies


@dataclass(frozen=True, slots=True)
class MadeOf:
    """A claim of what the force of an incident is made of, its foreign members bound to their hosts."""

    stated: StatedMakeup
    foreign: tuple[Bound, ...]


@dataclass(frozen=True)
class Case:
    """One telling of an incident against one provision."""

    view: View
    provision: Provision
    agreement: Agreement
    doers: tuple[Bound, ...]
    others: tuple[Bound, ...]
    places: tuple[tuple[str, Where], ...]
    after_deadline: bool | None = None
    holders: tuple[str, ...] = ()
    holder_claims: tuple[str, ...] = ()
    speakers: tuple[Bound, ...] = ()
    made_of: tuple[MadeOf, ...] = ()
    object_named: bool = False

    @cached_property
    def bound_doers(self) -> tuple[Bound, ...]:
        """Those who act for a party that the provision binds."""
        binding = {one.party for one in self.provision.binds if one.holds(self.view.on)}
        return tuple(one for one in self.doers if one.tie == "party" and one.stands_for in binding)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The places with whether they lie in the provision's zone; none where it has no zone."""
        zone = self.agreement.zone(self.provision.zone)
        return tuple(Placed(role, where, lies_in(where, zone)) for role, where in self.places) if zone else ()

    def disputed(self, party: str | None) -> str | None:
        """Why it is disputed that the provision binds that party on that day."""
        held = (one for one in self.provision.binds if one.party == party and one.holds(self.view.on))
        return next((one.disputed for one in held if one.disputed), None)

    def party_name(self, party: str) -> str:
        """The name of a party for people."""
        return self.agreement.party(party).name

    def lies(self, *roles: str) -> Lies | None:
        """Whether the places of these roles lie in the zone: the firmest answer, None where there is none."""
        answers = {one.lies for one in self.placed if one.role in roles}
        return next((answer for answer in ("inside", "unknown", "outside") if answer in answers), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """A rule's answer: verdict, and two sentences that say what is told and what follows."""

    verdict: Verdict
    told: str
    so: str
    party: str | None = None
    missing: tuple[str, ...] = ()
    by: tuple[Party, ...] = ()
    alleged: bool | None = None
    claims: tuple[str, ...] = ()

    @property
    def because(self) -> str:
        """Both sentences."""
        return f"{self.told} {self.so}"


def names(bound: Sequence[Bound]) -> str:
    """'A', 'A and B', 'A, B and C'; 'somebody not named' where there is none."""
    listed = list(dict.fromkeys(one.name for one in bound))
    if not listed:
        return "somebody not named"
    return " and ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else listed[0]


def told_of(bound: Sequence[Bound]) -> str:
    """'A is told of', 'A and B are told of', 'Armed Forces of C are told of'."""
    return f"{names(bound)} {is_or_are(bound)} told of"


def is_or_are(bound: Sequence[Bound]) -> str:
    """The verb after these names."""
    return "are" if _are_many(bound) else "is"


def takes_or_take(bound: Sequence[Bound]) -> str:
    """The verb after these names."""
    return "take" if _are_many(bound) else "takes"


def makes_or_make(bound: Sequence[Bound]) -> str:
    """The verb after these names."""
    return "make" if _are_many(bound) else "makes"


def _are_many(bound: Sequence[Bound]) -> bool:
    named = dict.fromkeys(one.name for one in bound)
    return len(named) > 1 or any(one.many for one in bound)


def one_party(bound: Sequence[Bound]) -> str | None:
    """The party that all of them stand for; None where they stand for several or none."""
    parties = {one.stands_for for one in bound if one.tie == "party"}
    return next(iter(parties)) if len(parties) == 1 else None
