"""Statements of control as they come in, with what stands against each of them.

Two statements are held against each other where they are of one place and about the same
time; a move is held against the statement that its force already holds where it goes.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hudna.model.claim import Root
from hudna.model.incident import Incident, Party
from hudna.model.picture import Holding
from hudna.model.view import View
from hudna.picture.setting import Setting, Sight
from hudna.picture.timeline import Timeline

# These say that the holder is there; the others that it is not.
_HELD = frozenset({"controlled", "nominal", "taken"})
_GONE = frozenset({"none", "lost"})


class Ledger:
    """Statements by place. Each is compared once with those that are there when it comes."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._days = setting.rules.constants.contradiction_days.value
        self._found: dict[str, Holding] = {}
        self._places: dict[str, Timeline[Holding]] = defaultdict(Timeline)
        self._against: dict[str, set[str]] = defaultdict(set)
        self._tense: dict[str, dict[str, None]] = defaultdict(dict)
        self._held: dict[str, Timeline[Holding]] = defaultdict(Timeline)
        self._moves: dict[str, Timeline[View]] = defaultdict(Timeline)

    def state(self, one: Holding) -> set[str]:
        """Add a statement; the ids of the lines that it makes or changes."""
        if one.id in self._found:
            return set()
        self._found[one.id], changed = one, {one.id}
        there = self._places[_place(one)]
        for other in there.near(one.as_of, self._days):
            first, second = sorted((one, other), key=order)
            if contradict(first, second, self.setting):
                self._against[one.id].add(other.id)
                self._against[other.id].add(one.id)
                changed.add(other.id)
        there.add(one.as_of, one)
        if one.status == "controlled":
            zone = self.setting.zones.of(one.place) or ""
            for view in self._moves[zone].near(one.as_of, self._days):
                self._mark(one, view)
            self._held[zone].add(one.as_of, one)
        return changed

    def move(self, incident: Incident, sight: Sight) -> set[str]:
        """Note a move that is told as having happened; the ids of the lines that it changes."""
        if incident.root is not Root.MOBILIZE or not incident.happened or incident.third_party:
            return set()
        changed = set()
        for view in sight.views(incident):
            for part in self._parts(view) if view.telling.counts else ():
                self._moves[part].add(view.on, view)
                held = self._held[part].near(view.on, self._days)
                changed |= {one.id for one in held if self._mark(one, view)}
        return changed

    def _parts(self, view: View) -> set[str]:
        """The parts of the theatre that a move leads into, with the larger ones they lie in."""
        zones = {zone for _, where in view.places if (zone := self.setting.zones.of(where))}
        return {part for zone in zones for part in self.setting.zones.chain(zone)}

    def _mark(self, one: Holding, view: View) -> bool:
        """Whether the move is the holder's own, into what it is said to hold already."""
        if not any(_is_holder(party, one, self.setting) for party in view.actors):
            return False
        self._tense[one.id][view.incident.id] = None
        return True

    def names(self) -> Iterator[str]:
        """The ids of all statements, by place and day."""
        return (one.id for one in sorted(self._found.values(), key=order))

    def line(self, name: str) -> Holding:
        """A statement with what stands against it."""
        against, tense = tuple(sorted(self._against.get(name, ()))), tuple(self._tense.get(name, ()))
        return self._found[name].model_copy(update={"contradicts": against, "sits_ill_with": tense})


def order(one: Holding) -> tuple[str, date, str]:
    """Statements by place, day and id."""
    return _place(one), one.as_of or date.min, one.id


def _place(one: Holding) -> str:
    return one.place.id or one.place.name


def contradict(one: Holding, other: Holding, setting: Setting) -> bool:
    """Two camps both there, one camp there and not there, or held and contested at once.

    A later loss or taking is no contradiction: it is what changed.
    """
    if one.as_of != other.as_of and other.status in {"taken", "lost"}:
        return False
    same = _same_camp(one, other, setting)
    if one.status in _HELD and other.status in _HELD:
        return not same
    if {one.status, other.status} <= _HELD | _GONE:
        return same and one.status != other.status
    return "contested" in {one.status, other.status} and one.status != other.status


def _same_camp(one: Holding, other: Holding, setting: Setting) -> bool:
    if one.holder is None or other.holder is None:
        return one.holder is other.holder
    if one.side is not None and other.side is not None:
        return one.side == other.side
    if one.holder.id and other.holder.id:
        return setting.cast.are_kin(one.holder.id, other.holder.id)
    return setting.cast.same(one.holder, other.holder)


def _is_holder(party: Party, one: Holding, setting: Setting) -> bool:
    if party.id is None or one.holder is None or one.holder.id is None:
        return False
    holder = setting.cast.force(one.holder.id, one.as_of)
    return setting.cast.are_kin(setting.cast.force(party.id, one.as_of), holder)
