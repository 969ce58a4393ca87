"""Where the tellings of one cluster agree with one another and not with those of another cluster.

One report may slip by a day or name the next town. That several slip in the same way is
unlikely: what two groups of claims each agree on, and differ in, sets them apart the more,
the more claims stand on either side.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import pairwise
from typing import Any, Generic, TypeVar

from hudna.knowledge.linking import Roots
from hudna.link.candidates import is_exact
from hudna.link.deeds import Deed, deed_of, deeds_apart
from hudna.link.distance import between
from hudna.link.features import DAY_PARTS
from hudna.link.outline import Outline, Spot
from hudna.link.pair import UNKNOWN
from hudna.model.claim import Root

# What a further claim that agrees with its own side takes away, in bits: one slip in four is worth two bits.
STEP = 2.0
MOST = 8.0
# What each report takes away that tells the two apart itself (19 of 20 such marks on the dev half are right).
APART_IN_TEXT = 3.0
# What it takes away that some report tells of two deeds, each with a doer of its own.
DOERS_APART = 9.0
_NEAR = frozenset({"same", "next_to", "same_area", "inside"})
_OTHER = frozenset({"other_mode", "unlike"})
ValueT = TypeVar("ValueT")
_BESIDE = [{one, other} for one, other in pairwise(DAY_PARTS)]


Days = tuple[int, int]
# Of a telling: its text, whether it is told as another one, the part of the day, the deed of somebody told from others.
Mark = tuple[str, bool, str | None, Deed | None]


class Several(Generic[ValueT]):
    """How many claims give something, and what they give, each once."""

    __slots__ = ("number", "values")

    def __init__(self, values: Iterable[ValueT] = (), number: int | None = None) -> None:
        self.values = frozenset(values)
        self.number = len(self.values) if number is None else number

    def __add__(self, other: "Several[ValueT]") -> "Several[ValueT]":
        if not other.number or not self.number:
            return self if self.number else other
        values = self.values if other.values <= self.values else self.values | other.values
        return Several(values, self.number + other.number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Several) and (self.number, self.values) == (other.number, other.values)

    def __hash__(self) -> int:
        return hash((self.number, self.values))


NOTHING: Several[Any] = Several()


@dataclass(frozen=True, slots=True)
class Agreement:
    """The exact days and places, the modes and the parts of the day that the claims of a cluster give."""

    roots: Roots
    days: Several[Days] = NOTHING
    spots: Several[Spot] = NOTHING
    kinds: Several[tuple[str, str | None]] = NOTHING
    parts: Several[str] = NOTHING
    marks: Mapping[str, frozenset[Mark]] = field(default_factory=dict)  # by text


def agreement(outline: Outline, roots: Roots) -> Agreement:
    """What one claim gives. What goes on for days, or moves, agrees on no day, hour or place."""
    lasting = roots.lasts(*outline.kind) or outline.ongoing
    moving = outline.root in {Root.MOBILIZE.value, Root.AID.value}
    days: list[Days] = []
    if outline.sure == "exact" and not lasting and outline.first is not None and outline.last is not None:
        days = [(outline.first, outline.last)]
    exact = [spot for spot in outline.spots if is_exact(spot) and not spot.from_there and not moving]
    parts = [outline.day_part] if outline.day_part and not lasting else []
    mark = outline.text, outline.another, parts[0] if parts else None, deed_of(outline)
    return Agreement(
        roots, Several(days), Several(map(_one, exact[:1])), Several([outline.kind] if outline.mode else []),
        Several(parts), {outline.text: frozenset({mark})},
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def _one(spot: Spot) -> Spot:
    """Of equal places the first one: so that they are told to be equal at a glance."""
    return spot


def together(given: Iterable[Agreement]) -> Agreement:
    """What all of them give."""
    return reduce(_both, given)


def _both(one: Agreement, other: Agreement) -> Agreement:
    marks = dict(one.marks)
    for text, told in other.marks.items():
        marks[text] = marks[text] | told if text in marks else told
    return Agreement(
        one.roots, one.days + other.days, one.spots + other.spots, one.kinds + other.kinds,
        one.parts + other.parts, marks,
    )  # fmt: skip


def clash(one: Agreement, other: Agreement) -> float:
    """Bits that speak against one occurrence; nought where they share what they give, or one side says little."""
    return (
        _apart(one.days, other.days, _share_a_day)
        + _apart(one.spots, other.spots, _are_near)
        + _apart(one.kinds, other.kinds, lambda a, b: one.roots.likeness(a, b) not in _OTHER)
        + _apart(one.parts, other.parts, _share_a_part)
        + _told_apart(one, other)
    )


def _apart(one: Several[ValueT], other: Several[ValueT], shared: Callable[[ValueT, ValueT], bool]) -> float:
    """One claim alone on either side sets nothing apart; only then is it worth asking what they share."""
    more = min(one.number, other.number) - 1
    if more < 1 or any(shared(same, same) for same in one.values & other.values):
        return 0.0
    return 0.0 if any(shared(a, b) for a in one.values for b in other.values) else min(MOST, STEP * more)


def _told_apart(one: Agreement, other: Agreement) -> float:
    """A report that names both and calls one of them another one, or gives each its hour, means two; the more so each its doer."""
    if one.marks.keys().isdisjoint(other.marks):
        return 0.0
    both = [(one.marks[text], other.marks[text]) for text in one.marks.keys() & other.marks.keys()]
    bits = min(MOST, APART_IN_TEXT * sum(_marked_apart(*marks) for marks in both))
    return bits + (DOERS_APART if any(_have_their_doers(*marks) for marks in both) else 0.0)


def _marked_apart(ones: frozenset[Mark], others: frozenset[Mark]) -> bool:
    return any(
        another != marked or (part is not None and at is not None and part != at)
        for _, another, part, _ in ones
        for _, marked, at, _ in others
    )


def _have_their_doers(ones: frozenset[Mark], others: frozenset[Mark]) -> bool:
    deeds, done = ([mark[3] for mark in marks if mark[3]] for marks in (ones, others))
    return any(deeds_apart(one, other) != UNKNOWN for one in deeds for other in done)


def _share_a_day(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


@lru_cache(maxsize=100_000)
def _are_near(one: Spot, other: Spot) -> bool:
    return between(one, other).level in _NEAR


def _share_a_part(one: str, other: str) -> bool:
    """Neighbouring parts of a day run into one another."""
    return one == other or {one, other} in _BESIDE
