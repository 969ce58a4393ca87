"""What of an outline a feature looks at: claims alike in it get the same level, which is worked out once.

The same towns, forces, days and kinds meet again and again. A *facet* is a group of features
with all the fields that they read; a test watches that they read no others. Of two facets and
whether both claims stand in one text follows what the group adds to the sum. What pairs of
facets add lies in rows, one for each facet of the claim named first: by the number of the other's.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from hudna.knowledge.linking import Roots
from hudna.link import features as of
from hudna.link.distance import Nearness, nearest
from hudna.link.features import FEATURES, LEVELS, Feature
from hudna.link.outline import Outline
from hudna.link.pair import Pair, order_of
from hudna.link.participants import Matching, match
from hudna.link.sites import site

# Facets and sums of pairs of them that are remembered, some 100 bytes each.
_FACETS, _SUMS = 200_000, 1_000_000
# What a claim counts for in an average, by how many of place, day and thing its own sentence gives: each counts five times more.
MASSES = (1, 5, 25, 125)
Weighed = tuple[Feature, dict[str, int]]
Fields = tuple[str, ...]
Numbers = tuple[int, ...]
Row = dict[int, int]
# Features that look at fields which many claims share, and those fields.
GROUPS: tuple[tuple[tuple[Feature, ...], Fields], ...] = (
    ((of.held, of.another, of.setting, of.tally), ("held", "another", "setting", "many")),
    ((of.day,), ("first", "last", "sure", "ongoing", "root", "mode", "lies_ahead", "day_lent")),
    ((of.kind, of.move, of.part_of_day), ("root", "mode", "move", "day_part")),
    ((of.thing,), ("root", "things")),
    ((of.said_by, of.people, of.direction, of.counterpart), ("root", "doers", "others")),
    ((of.place, site), ("root", "spots", "way")),
    ((of.dead, of.hurt), ("dead", "hurt")),
)  # fmt: skip
# What two claims are tied by follows from who takes part and from the places, each of which meet far more often than both.
TIES: tuple[tuple[Callable[[Pair], bool], Fields], ...] = (
    (of.shares_somebody, ("doers", "others")),
    (of.shares_place, ("spots",)),
)
# What several features ask of a pair is remembered by those who take part and by the places, too.
_NUMBERED: tuple[Fields, ...] = tuple(fields for _, fields in (*GROUPS, *TIES))
# The first of those of ties: who takes part, then the places.
TIE = len(GROUPS)
_CAST, _SITES = TIE, TIE + 1


@dataclass(slots=True, eq=False)
class Faced:
    """An outline, its place in the order of a pair, what it counts for, and the number of each of its facets."""

    outline: Outline
    order: tuple[str, int, int, str, str, str]
    text: str
    language: str
    mass: int = 1
    numbers: Numbers = ()
    rows: tuple[Row, ...] = ()
    turn: int = -1


@dataclass(slots=True, eq=False)
class Step:
    """What is worked out of pairs of facets, and what was found."""

    work_out: Callable[[Pair], int]
    most: int
    rows: dict[int, Row] = field(default_factory=dict)
    size: int = 0

    def row(self, number: int, *, here: bool) -> Row:
        """What is known of pairs whose first claim has that facet; `here`: of those of one text."""
        return self.rows.setdefault(number << 1 | here, {})

    def worked_out(self, pair: Pair, row: Row, number: int) -> int:
        """What comes of a pair, remembered in the row of the one under the number of the other."""
        found = row[number] = self.work_out(pair)
        self.size += 1
        return found


@dataclass(frozen=True, slots=True)
class Look:
    """A feature that is worked out for every pair, by its level without its sentence."""

    feature: Feature
    level: Callable[[Outline, Outline], str]
    weights: dict[str, int]

    @property
    def most(self) -> int:
        """The most it can add."""
        return max(0, *self.weights.values(), 0)


@dataclass(slots=True, eq=False)
class Memory:
    """Who is whom of two casts, and the nearest of two sets of places: remembered by the numbers of the two."""

    people: dict[int, Matching] = field(default_factory=dict)
    places: dict[int, Nearness | None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class FacedPair(Pair):
    """A pair whose people and places were perhaps matched before, in another pair."""

    memory: Memory = field(default_factory=Memory)
    cast: int = 0
    sites: int = 0

    @property
    def people(self) -> Matching:
        """Who of the one is whom of the other."""
        known = self.memory.people
        found = known.get(self.cast)
        if found is None:
            if len(known) >= _SUMS:
                known.clear()
            found = known[self.cast] = match(self.one, self.other)
        return found

    @property
    def places(self) -> Nearness | None:
        """The nearest two places."""
        known = self.memory.places
        if self.sites not in known:
            if len(known) >= _SUMS:
                known.clear()
            known[self.sites] = nearest(self.one.spots, self.other.spots)
        return known[self.sites]


class Facets:
    """Numbers facets and remembers what pairs of them add."""

    def __init__(self, weights: Callable[[Feature], dict[str, int]]) -> None:
        self._memory = Memory()
        self._known: list[dict[tuple[object, ...], int]] = [{} for _ in _NUMBERED]
        self.turn = 0
        self.looks = _looks(weights)
        # The last ones tell what the two are tied by, which adds what `tied` says of it.
        self.steps = [*_steps(weights), *(Step(shares, 0) for shares, _ in TIES)]
        self.tied = [weights(of.tie).get(level, 0) for level in of.TIED]

    def faced(self, outline: Outline) -> Faced:
        """An outline with its facets, numbered when it is first compared."""
        return Faced(outline, order_of(outline), outline.text, outline.language, MASSES[outline.says])

    def number(self, one: Faced, other: Faced) -> None:
        """Have the facets of both numbered."""
        self._tidy()
        for faced in (one, other):
            if faced.turn != self.turn:
                self._number(faced)

    def pair(self, one: Faced, other: Faced, roots: Roots) -> Pair:
        """Two that are in order, side by side."""
        first, second = one.numbers, other.numbers
        return FacedPair(
            one.outline, other.outline, roots, None, None, None, self._memory,
            first[_CAST] << 31 | second[_CAST], first[_SITES] << 31 | second[_SITES],
        )  # fmt: skip

    def _number(self, faced: Faced) -> None:
        outline = faced.outline
        faced.numbers = tuple(
            known.setdefault(tuple([getattr(outline, name) for name in fields]), len(known))
            for known, fields in zip(self._known, _NUMBERED, strict=True)
        )
        faced.rows = tuple(
            step.row(number, here=False) for step, number in zip(self.steps, faced.numbers, strict=True)
        )
        faced.turn = self.turn

    def _tidy(self) -> None:
        """Start numbering anew once there are too many."""
        if max(map(len, self._known)) > _FACETS or max(step.size for step in self.steps) > _SUMS:
            self.turn += 1
            for known in self._known:
                known.clear()
            for step in self.steps:
                step.rows.clear()
                step.size = 0
            self._memory.people.clear()
            self._memory.places.clear()


def _steps(weights: Callable[[Feature], dict[str, int]]) -> list[Step]:
    """What each group adds."""
    return [_step([(one, weights(one)) for one in members]) for members, _ in GROUPS]


def _step(weighed: list[Weighed]) -> Step:
    def work_out(pair: Pair) -> int:
        return sum(weights.get(feature(pair).level, 0) for feature, weights in weighed)

    return Step(work_out, sum(max(0, *weights.values()) for _, weights in weighed))


def _looks(weights: Callable[[Feature], dict[str, int]]) -> list[Look]:
    """Every other feature."""
    grouped = {of.tie, *(feature for members, _ in GROUPS for feature in members)}
    return [Look(one, LEVELS[one], weights(one)) for one in FEATURES if one not in grouped]
