"""What of an outline a feature looks at: claims alike in it get the same level, which is worked out once.

The same towns, forces, days and kinds meet again and again. A *facet* is a group of features
with all the fields that they read; a test watches that they read no others. Of two facets and
whether both claims stand in one text follows what the group adds to the sum.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from hudna.knowledge.linking import Roots
from hudna.link import features as of
from hudna.link.features import FEATURES, Feature
from hudna.link.outline import Outline
from hudna.link.pair import Pair, order_of

# Facets and sums of pairs of them that are remembered, some 100 bytes each.
_FACETS, _SUMS = 200_000, 1_000_000
Weighed = tuple[Feature, dict[str, int]]
Fields = tuple[str, ...]
Numbers = tuple[int, ...]
# Features that look at fields which many claims share, and those fields.
GROUPS: tuple[tuple[tuple[Feature, ...], Fields], ...] = (
    ((of.held, of.another), ("held", "another")),
    ((of.day,), ("first", "last", "sure", "ongoing", "root", "mode", "lies_ahead")),
    ((of.kind, of.move), ("root", "mode", "move")),
    ((of.said_by, of.people, of.direction, of.counterpart), ("root", "doers", "others")),
    ((of.place,), ("root", "spots", "way")),
    ((of.part_of_day,), ("root", "mode", "day_part")),
    ((of.dead, of.hurt), ("dead", "hurt")),
    ((of.tie,), ("spots", "doers", "others")),
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Faced:
    """An outline, its place in the order of a pair, and the number of each of its facets."""

    outline: Outline
    order: tuple[str, int, int, str, str, str]
    numbers: Numbers = ()
    turn: int = -1


@dataclass(slots=True, eq=False)
class Step:
    """Features weighed together, and what pairs of their facets were found to add to the sum."""

    weighed: list[Weighed]
    facet: int | None  # None: worked out for every pair
    found: dict[int, int] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """The features."""
        return [feature.__name__ for feature, _ in self.weighed]

    def of(self, pair: Pair) -> int:
        """What they add, worked out."""
        total = 0
        for feature, weights in self.weighed:
            total += weights.get(feature(pair)[0], 0)
        return total

    def remembered(self, pair: Pair, ones: Numbers, others: Numbers, here: int) -> int:
        """What they add, looked up where two such facets have met before; `here`: 1 where they stand in one text."""
        if self.facet is None:
            return self.of(pair)
        # A facet's number is far below 2**30, so that no two pairs share a number.
        number = ones[self.facet] << 31 | others[self.facet] << 1 | here
        found = self.found.get(number)
        if found is None:
            if len(self.found) >= _SUMS:
                self.found.clear()
            found = self.found[number] = self.of(pair)
        return found


class Facets:
    """Numbers facets and remembers what pairs of them add."""

    def __init__(self, weights: Callable[[Feature], dict[str, int]]) -> None:
        self._known: list[dict[tuple[object, ...], int]] = [{} for _ in GROUPS]
        self._turn = 0
        self.steps = _steps(weights)

    def faced(self, outline: Outline) -> Faced:
        """An outline with its facets, numbered when it is first compared."""
        return Faced(outline, order_of(outline))

    def pair(self, one: Faced, other: Faced, roots: Roots) -> tuple[Pair, Numbers, Numbers]:
        """The pair in an order of its own, and the numbers of the facets of each."""
        if other.order < one.order:
            one, other = other, one
        if one.turn != self._turn:
            self._number(one)
        if other.turn != self._turn:
            self._number(other)
        return Pair(one.outline, other.outline, roots), one.numbers, other.numbers

    def _number(self, faced: Faced) -> None:
        outline = faced.outline
        faced.numbers = tuple(
            known.setdefault(tuple([getattr(outline, name) for name in fields]), len(known))
            for known, (_, fields) in zip(self._known, GROUPS, strict=True)
        )
        faced.turn = self._turn

    def tidy(self) -> None:
        """Start numbering anew once there are too many; between two pairs only."""
        if max(map(len, self._known)) > _FACETS:
            self._turn += 1
            for known in self._known:
                known.clear()
            for step in self.steps:
                step.found.clear()


def _steps(weights: Callable[[Feature], dict[str, int]]) -> list[Step]:
    """The groups, and every other feature alone, in the order of the table."""
    grouped = {feature: number for number, (members, _) in enumerate(GROUPS) for feature in members}
    found: dict[int | Feature, Step] = {}
    for feature in FEATURES:
        number = grouped.get(feature)
        step = found.setdefault(feature if number is None else number, Step([], number))
        step.weighed.append((feature, weights(feature)))
    return list(found.values())
