"""Where the tellings of one cluster agree with one another and not with those of another cluster.

One report may slip by a day or name the next town. That several slip in the same way is
unlikely: what two groups of claims each agree on, and differ in, sets them apart the more,
the more claims stand on either side.
"""

from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from itertools import pairwise

from hudna.knowledge.linking import Roots
from hudna.link.candidates import is_exact
from hudna.link.distance import between
from hudna.link.features import DAY_PARTS
from hudna.link.outline import Outline, Spot
from hudna.model.claim import Root

# What a further claim that agrees with its own side takes away, in bits: one slip in four is worth two bits.
STEP = 2.0
MOST = 8.0
# What each report takes away that tells the two apart itself (19 of 20 such marks on the dev half are right).
APART_IN_TEXT = 3.0
_NEAR = frozenset({"same", "next_to", "same_area", "inside"})
_OTHER = frozenset({"other_mode", "unlike"})
_BESIDE = [{one, other} for one, other in pairwise(DAY_PARTS)]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The exact days and places, the modes and the parts of the day that the claims of a cluster give."""

    roots: Roots
    days: tuple[tuple[int, int], ...] = ()
    spots: tuple[Spot, ...] = ()
    kinds: tuple[tuple[str, str | None], ...] = ()
    parts: tuple[str, ...] = ()
    # Of each telling: its text, whether it is told as another one, the part of the day.
    tellings: tuple[tuple[str, bool, str | None], ...] = ()


def agreement(outline: Outline, roots: Roots) -> Agreement:
    """What one claim gives. What goes on for days, or moves, agrees on no day, hour or place."""
    lasting = roots.lasts(*outline.kind) or outline.ongoing
    moving = outline.root in {Root.MOBILIZE.value, Root.AID.value}
    days: tuple[tuple[int, int], ...] = ()
    if outline.sure == "exact" and not lasting and outline.first is not None and outline.last is not None:
        days = ((outline.first, outline.last),)
    exact = [spot for spot in outline.spots if is_exact(spot) and not spot.from_there and not moving]
    parts = (outline.day_part,) if outline.day_part and not lasting else ()
    return Agreement(
        roots, days, tuple(exact[:1]), (outline.kind,) if outline.mode else (), parts,
        ((outline.text, outline.another, parts[0] if parts else None),),
    )  # fmt: skip


def together(given: Iterable[Agreement]) -> Agreement:
    """What all of them give."""
    all_given = list(given)
    return Agreement(
        all_given[0].roots,
        tuple(day for one in all_given for day in one.days),
        tuple(spot for one in all_given for spot in one.spots),
        tuple(kind for one in all_given for kind in one.kinds),
        tuple(part for one in all_given for part in one.parts),
        tuple(telling for one in all_given for telling in one.tellings),
    )


def clash(one: Agreement, other: Agreement) -> float:
    """Bits that speak against one occurrence; nought where they share what they give, or one side says little."""
    return (
        _apart(one.days, other.days, lambda: _share_a_day(one, other))
        + _apart(one.spots, other.spots, lambda: _share_a_place(one, other))
        + _apart(one.kinds, other.kinds, lambda: _share_a_kind(one, other))
        + _apart(one.parts, other.parts, lambda: _share_a_part(one, other))
        + _told_apart(one, other)
    )


def _apart(one: Sized, other: Sized, shared: Callable[[], bool]) -> float:
    """One claim alone on either side sets nothing apart; only then is it worth asking what they share."""
    more = min(len(one), len(other)) - 1
    return 0.0 if more < 1 or shared() else min(MOST, STEP * more)


def _told_apart(one: Agreement, other: Agreement) -> float:
    """A report that names both and calls one of them another one, or gives each its hour, means two."""
    texts = {
        text
        for text, another, part in {*one.tellings}
        for its, marked, at in {*other.tellings}
        if text == its and (another != marked or (part and at and part != at))
    }
    return min(MOST, APART_IN_TEXT * len(texts))


def _share_a_day(one: Agreement, other: Agreement) -> bool:
    return any(first <= end and start <= last for first, last in {*one.days} for start, end in {*other.days})


def _share_a_place(one: Agreement, other: Agreement) -> bool:
    return any(between(a, b).level in _NEAR for a in set(one.spots) for b in set(other.spots))


def _share_a_kind(one: Agreement, other: Agreement) -> bool:
    return any(one.roots.likeness(a, b) not in _OTHER for a in set(one.kinds) for b in set(other.kinds))


def _share_a_part(one: Agreement, other: Agreement) -> bool:
    """Neighbouring parts of a day run into one another."""
    return any(a == b or {a, b} in _BESIDE for a in set(one.parts) for b in set(other.parts))
