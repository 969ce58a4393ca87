"""Who belongs to whom: sides and chains of command of actors, owners and sides of outlets, theatres.

Made from the packs, or from a judged scenario's own lists; linking asks nothing else of the packs.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from hudna.knowledge.actor_packs import ActorEntry, Outlet, load_actors, load_outlets
from hudna.knowledge.folding import fold
from hudna.knowledge.linking_words import bare_agency
from hudna.knowledge.theatres import Theatre, load_theatre

THIRD_PARTY = "third party"
# An article that has lost its vowel before a name: "l'AFP", "dell'ANSA".
_ELIDED = re.compile(r"^\w{1,5}['\u2019](?=\w)")
# A chain of command in the packs is at most four long; a longer one is a circle.
_LONGEST = 8
# Outlets and their owners are asked for by a few hundred names, each again and again; texts hold many more that are none.
_MOST_ASKED = 20_000
# Words of a side that say nothing of a camp.
_NO_CAMP = frozenset({"", "none", "contested", "both", "unknown"})


@dataclass(frozen=True, slots=True)
class Affiliations:
    """Actors and outlets by id, outlets also by every name they go by."""

    actors: dict[str, ActorEntry]
    outlets: dict[str, Outlet]
    theatres: tuple[Theatre, ...] = ()
    _names: dict[str, str] = field(default_factory=dict)
    _agencies: dict[str, str] = field(default_factory=dict)
    _lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _asked: dict[str, Outlet | None] = field(default_factory=dict)

    def side(self, actor: str | None) -> str | None:
        """The camp of an actor or, where it has none of its own, of those above it."""
        for one in (actor, *self.line(actor)):
            entry = self.actors.get(one or "")
            if entry and entry.side and entry.side not in _NO_CAMP:
                return entry.side
            outlet = self.outlets.get(one or "")
            if outlet and outlet.side and outlet.side not in _NO_CAMP:
                return outlet.side
        return None

    def line(self, actor: str | None) -> tuple[str, ...]:
        """Those an actor belongs to or leads, nearest first."""
        if actor is None:
            return ()
        if actor not in self._lines:
            self._lines[actor] = tuple(self._above(actor))
        return self._lines[actor]

    def _above(self, actor: str) -> Iterable[str]:
        found: list[str] = []
        waiting = [actor]
        while waiting and len(found) < _LONGEST:
            entry = self.actors.get(waiting.pop(0))
            if entry is None:
                continue
            above = [entry.parent, *(lead.of for lead in entry.leads)]
            waiting += [one for one in above if one and one not in found and one != actor]
            found += [one for one in above if one and one not in found and one != actor]
        return found

    def outlet(self, name: str | None) -> Outlet | None:
        """The outlet of that id or name."""
        if not name:
            return None
        if name not in self._asked:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            self._asked[name] = self._outlet(name)
        return self._asked[name]

    def _outlet(self, name: str) -> Outlet | None:
        bare = _ELIDED.sub("", name)
        known = self._names.get(fold(name)) or self._names.get(fold(bare))
        if known is None and (agency := bare_agency(bare)):
            known = self._agencies.get(agency) or self._names.get(agency)
        return self.outlets.get(name) or self.outlets.get(known or "")

    def page_of(self, name: str | None) -> str | None:
        """The actor whose own page, channel or bulletin a source is; a source may be named after the actor itself."""
        outlet = self.outlet(name)
        if outlet is not None:
            return outlet.page_of
        return name if name in self.actors else None

    def family(self, name: str | None) -> str | None:
        """The owner's family of an outlet; an unlisted outlet is a family of its own."""
        outlet = self.outlet(name)
        if outlet is None:
            return fold(name) if name else None
        return outlet.family or outlet.id

    def theatre(self, countries: Iterable[str | None], actors: Iterable[str | None] = ()) -> str | None:
        """The theatre that one of these countries belongs to, or that one of these missions is there for."""
        named = {code for code in countries if code}
        missions = {one for one in actors if one}
        for theatre in self.theatres:
            if named & set(theatre.countries) or missions & set(theatre.missions):
                return theatre.id
        return None


def affiliations(
    actors: Iterable[ActorEntry], outlets: Iterable[Outlet], theatres: Iterable[Theatre] = ()
) -> Affiliations:
    """Affiliations of these actors and outlets."""
    known = {outlet.id: outlet for outlet in outlets}
    names: dict[str, str] = {}
    for outlet in known.values():
        spelled = [outlet.name, *outlet.aliases, *outlet.local]
        spelled += [name for given in outlet.names.values() for name in given]
        for name in spelled:
            names.setdefault(fold(name), outlet.id)
    agencies: dict[str, set[str]] = {}
    for name, outlet_id in names.items():
        if bare := bare_agency(name):
            agencies.setdefault(bare, set()).add(outlet_id)
    # A name that two agencies go by names neither.
    alone = {bare: next(iter(found)) for bare, found in agencies.items() if len(found) == 1}
    return Affiliations({entry.id: entry for entry in actors}, known, tuple(theatres), names, alone)


@cache
def load_affiliations(theatres: tuple[str, ...]) -> Affiliations:
    """What the packs say."""
    return affiliations(
        load_actors(theatres), load_outlets(theatres), [load_theatre(name) for name in theatres]
    )
