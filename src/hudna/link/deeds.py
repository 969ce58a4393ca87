"""Whether one report tells of the deeds of two doers: "the rebels shelled the town, and the army bombed it on the same day".

Who did it is disputed between those who blame each other, and may be told vaguely first ("gunmen", then a group by
name). But who tells of both himself, each with a doer of its own, tells of two.
"""

from functools import lru_cache
from typing import NamedTuple

from hudna.link.outline import Figures, Outline, Who
from hudna.link.pair import UNKNOWN, Answer, Pair
from hudna.link.participants import relation
from hudna.model.claim import Root

_FORCE = frozenset({Root.ASSAULT.value, Root.COERCE.value})
# Somebody without an entry is told well enough by what he is: soldiers are no rebels, gunmen may be anybody.
_TELLING = frozenset({"MIL", "COP", "SPY", "REB", "PRM"})
_ARMED = _TELLING | {"UAF", "CRM", "GOV", "UNK", None}
_ONE, _TWO = frozenset({"same", "related"}), frozenset({"same_side", "differs", "opposed"})
_KEPT = 100_000


class Deed(NamedTuple):
    """What somebody is told to have done, by whom it is told, and what it came to."""

    root: str
    doers: tuple[Who, ...]
    others: tuple[Who, ...]
    told_by: frozenset[str]
    dead: Figures
    hurt: Figures
    things: frozenset[str]

    @property
    def harms_unarmed(self) -> bool:
        """Whether it befell nobody who bears arms."""
        return bool(self.others) and all(who.sector not in _ARMED for who in self.others)

    @property
    def came_to_something(self) -> bool:
        """Whether it says whom or what it befell; who merely fires back has no deed of his own."""
        return bool(self.others or self.things) or any(n is not None for n in (*self.dead, *self.hurt))


def deeds(pair: Pair) -> Answer:
    """Does one report tell of two deeds, each with a doer of its own?"""
    level = deeds_level(pair.one, pair.other)
    if level == UNKNOWN:
        return Answer(level, "two reports, one doer, a fight, or each is told by another")
    return Answer(level, lambda: f"{_named(pair.one)} and {_named(pair.other)}")


def deeds_level(one: Outline, other: Outline) -> str:
    """What `deeds` finds, without its sentence."""
    if one.text != other.text or one.root != other.root or one.root not in _FORCE:
        return UNKNOWN
    if not one.doers or not other.doers or one.doers == other.doers:
        return UNKNOWN  # asked of every pair of a report, and mostly so
    first, second = deed_of(one), deed_of(other)
    return deeds_apart(first, second) if first and second else UNKNOWN


def deed_of(outline: Outline) -> Deed | None:
    """The deed of somebody who is told from others; None of what is denied or ahead, or done by both sides."""
    both = len(outline.doers) > 1 and not outline.others
    if outline.root not in _FORCE or outline.held != "told" or both or not outline.doers:
        return None
    if not all(who.id or who.sector in _TELLING for who in outline.doers):
        return None
    told_by = outline.voices | {outline.unnamed} if outline.unnamed else outline.voices
    return Deed(
        outline.root, outline.doers, outline.others, told_by, outline.dead, outline.hurt, outline.things
    )


@lru_cache(_KEPT)
def deeds_apart(one: Deed, other: Deed) -> str:
    """Of two deeds of one report: whether one voice tells of both, or two of them with tolls of their own."""
    levels = {relation(a, b) for a in one.doers for b in other.doers}
    if one.root != other.root or not levels <= _TWO or _fought(one, other):
        return UNKNOWN
    if one.told_by == other.told_by:
        return "apart" if one.came_to_something and other.came_to_something else UNKNOWN
    counted = _differ(one.dead, other.dead) or _differ(one.hurt, other.hurt)
    return "counted" if counted and not one.things & other.things else UNKNOWN


def _fought(one: Deed, other: Deed) -> bool:
    """Whether one harmed the other, who harmed nobody else but those who bear arms."""
    harmed, harms = _harmed(one, other), _harmed(other, one)
    if harmed and harms:
        return True
    return (harmed and not other.harms_unarmed) or (harms and not one.harms_unarmed)


def _harmed(one: Deed, other: Deed) -> bool:
    return any(_may_be(who, doer) for who in one.others for doer in other.doers)


def _may_be(who: Who, doer: Who) -> bool:
    level = relation(who, doer)
    return level in _ONE or (level == "fits" and who.sector not in {None, "UNK"})


def _differ(one: Figures, other: Figures) -> bool:
    first, second = ([number for number in given if number is not None] for given in (one, other))
    return bool(first and second) and (max(first) < min(second) or max(second) < min(first))


def _named(outline: Outline) -> str:
    return ", ".join(who.id or " ".join(who.words) for who in outline.doers)
