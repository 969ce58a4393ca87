"""Whose posture an incident moves: the forces that act, each under one name.

A person stands for the force led on that day. Where a government and its army both stand
in one sentence, the army moved and the government is above it. Bare words ("units") beside
a force by name are that force. So many people ("two fighters") are no actor, whatever befell
them or whatever they did: only a force or a group has a posture. Nor has a person who leads
nothing any more, nor a drone that nobody is said to own, nor in a fight whoever is only described ("gunmen", "a senior officer").
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hudna.knowledge.crafts import is_bare_craft
from hudna.knowledge.handful import counts_people
from hudna.knowledge.people import is_nameless
from hudna.model.claim import Root
from hudna.model.incident import Party
from hudna.model.view import View
from hudna.picture.setting import Setting

UNLISTED = "unlisted: "
# Governments and staffs order forces about; nobody else without arms does.
_COMMANDS = frozenset({"GOV", "MIL", "PRE", None})
_SHARED = frozenset({Root.ASSAULT})


@dataclass(frozen=True, slots=True)
class Subject:
    """An actor whose posture is at issue, with the sectors of those it faces."""

    id: str
    name: str
    party: Party
    against: frozenset[str]
    acts: bool = True  # false: it is told of only as acted upon

    @property
    def told_as(self) -> str:
        """The name inside a sentence: words of a report stand in quotes."""
        return f"“{self.name}”" if self.party.id is None else self.name


def subjects_of(view: View, setting: Setting) -> list[Subject]:
    """The forces that act in a telling, in order."""
    on = view.on
    if view.root in _SHARED:
        return _in_a_fight(view, on, setting)
    moved = [
        party for party in view.actors if _may_move(party, setting) and not _is_nobody(party, on, setting)
    ]
    listed = [party for party in moved if party.id]
    faced = _sectors(view.recipients)
    return [_subject(party, faced, on, setting) for party in _lowest(listed or moved, on, setting)]


def _in_a_fight(view: View, on: date | None, setting: Setting) -> list[Subject]:
    fighters = [
        party
        for party in (*view.actors, *view.recipients)
        if setting.cast.is_armed(party) and not _is_nobody(party, on, setting) and not _is_described(party)
    ]
    lowest = _lowest(fighters, on, setting)
    acting = {_key(party, on, setting) for party in view.actors}
    found = [_subject(party, _sectors(_others(party, view, on, setting)), on, setting) for party in lowest]
    return [replace(one, acts=one.id in acting) for one in found]


def _others(party: Party, view: View, on: date | None, setting: Setting) -> list[Party]:
    """Those whom a fighter faces: recipients for an actor, else everybody who is no kin."""
    mine = _key(party, on, setting)
    return [
        other
        for other in (*view.actors, *view.recipients)
        if not setting.cast.are_kin(mine, _key(other, on, setting))
    ]


def _is_nobody(party: Party, on: date | None, setting: Setting) -> bool:
    if party.id is None:
        return counts_people(party.text) or is_bare_craft(party.text)
    return setting.cast.is_alone(party.id, on)


def _is_described(party: Party) -> bool:
    """ "gunmen", "a senior officer", "fazioni rivali": words that call nobody by a name."""
    letters = [letter for letter in party.text if letter.isalpha()]
    cased = all(letter.isupper() or letter.islower() for letter in letters)
    named = any(letter.isupper() or letter.isdigit() for letter in party.text)
    return party.id is None and (is_nameless(party.text) or (cased and not named))


def _may_move(party: Party, setting: Setting) -> bool:
    """Who is listed without arms and without command has no posture: a mission that observes, an agency."""
    commands = party.sector in _COMMANDS and (party.sector is not None or party.id is None)
    return commands or setting.cast.is_armed(party)


def _lowest(parties: Iterable[Party], on: date | None, setting: Setting) -> list[Party]:
    """The parties without those that stand above another one of them, each force once."""
    once: dict[str, Party] = {}
    for party in parties:
        once.setdefault(_key(party, on, setting), party)
    above = {name for key in once for name in setting.cast.chain(key)[1:]}
    return [party for key, party in once.items() if key not in above]


def _key(party: Party, on: date | None, setting: Setting) -> str:
    if party.id is None:
        return f"{UNLISTED}{party.text.casefold()}"
    return setting.cast.force(party.id, on)


def _subject(party: Party, faced: Iterable[str], on: date | None, setting: Setting) -> Subject:
    key = _key(party, on, setting)
    name = party.text if party.id is None else setting.cast.name(key)
    return Subject(key, name, party, frozenset(faced))


def _sectors(parties: Iterable[Party]) -> set[str]:
    return {party.sector for party in parties if party.sector}
