"""Scores and people's judgements → which claims belong together.

Each step is a function of the claims alone and not of their order:

1. Pairs that score `sure` or more, and pairs that people joined, are *knots*.
2. Knots between which some pair scores `join` are joined, best average first, while the average
   score of their pairs, less what the two sides each agree on and differ in, is `join` or more
   and nobody has set them apart.

Clusters that share no pair of `join` or more never ask about one another. So what two of them
become is the same whether all claims are clustered or, of any clusters, theirs alone: that is
what lets a store settle a new claim among its neighbours (`hudna.link.settle`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from hudna.link.agreement import Agreement, clash, together
from hudna.link.sums import Knot, Sum, Sums

Edge = tuple[str, str, float]
Pair = tuple[str, str]
Near = Mapping[str, Mapping[str, float]]
# Two parts that are joined, by their names, after the bits that speak for it with the sign turned: the best comes first.
Merge = tuple[float, Pair]
# What a judgement that sets two apart weighs, in hundredths of a bit: no sum outweighs it.
APART = -(10**12)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What people have judged: pairs that belong together and pairs that do not."""

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Terms:
    """What clustering goes by: scores, people's judgements, and the two thresholds."""

    sums: Sums
    wishes: Wishes
    join: float
    sure: float


class Forest:
    """Sets that grow together; each goes by its smallest member."""

    def __init__(self, members: Iterable[str]) -> None:
        self._up = {member: member for member in members}

    def __contains__(self, member: str) -> bool:
        return member in self._up

    def __iter__(self) -> Iterator[str]:
        return iter(self._up)

    def top(self, member: str) -> str:
        """The smallest member of its set."""
        while self._up[member] != member:
            self._up[member] = self._up[self._up[member]]
            member = self._up[member]
        return member

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        first, second = sorted((self.top(one), self.top(other)))
        self._up[second] = first

    def sets(self) -> list[tuple[str, ...]]:
        """Every set in order of its smallest member, its members in order."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._up):
            found.setdefault(self.top(member), []).append(member)
        return [tuple(members) for members in found.values()]


def groups(members: Iterable[str], edges: Iterable[Edge], wishes: Wishes) -> list[tuple[str, ...]]:
    """What hangs together by the pairs given (all of them score `join` or more)."""
    forest = Forest(members)
    for one, other, _ in edges:
        forest.join(one, other)
    _grant(wishes, forest)
    return forest.sets()


def _grant(wishes: Wishes, forest: Forest) -> None:
    """Join what people have joined, as far as it is there."""
    for one, other in wishes.together:
        if one in forest and other in forest:
            forest.join(one, other)


def clusters(group: tuple[str, ...], edges: Iterable[Edge], terms: Terms) -> list[tuple[str, ...]]:
    """The clusters of one group."""
    if len(group) == 1:
        return [group]
    near: dict[str, dict[str, float]] = {unit: {} for unit in group}
    for one, other, value in edges:
        near[one][other] = near[other][one] = value
    joining = Joining(terms)
    joining.begin(group, near)
    joining.run()
    return sorted(joining.found())


def knots(units: Iterable[str], near: Near, terms: Terms) -> list[Knot]:
    """What is surely one. Where people set two claims of a knot apart, its claims are left single."""
    forest, wished = Forest(units), Forest(units)
    for one in forest:
        for other, value in near[one].items():
            if value >= terms.sure and other in forest:
                forest.join(one, other)
    _grant(terms.wishes, forest)
    _grant(terms.wishes, wished)
    found = []
    for knot in forest.sets():
        held = set(knot) if terms.wishes.apart else set()
        if any(one in held and other in held for one, other in terms.wishes.apart):
            tops = sorted({wished.top(member) for member in knot})
            found += [tuple(m for m in knot if wished.top(m) == top) for top in tops]
        else:
            found.append(knot)
    return sorted(found)


class Joining:
    """Parts, at first single knots, that become clusters; a pair is scored only once somebody asks about it.

    A part goes by its smallest unit.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._parts: dict[str, list[Knot]] = {}
        self._numbers: dict[str, int] = {}
        self._held: dict[str, Agreement] = {}  # of parts of which it was asked
        self._near: dict[str, set[str]] = {}
        self._apart = _by_unit(terms.wishes.apart)
        self._set_apart: dict[
            str, set[str]
        ] = {}  # of each part the units that people have set apart from others
        self._worth: dict[Pair, float] = {}
        self._waiting: list[Merge] = []
        self._part: dict[
            str, str
        ] = {}  # unit → its knot's name, a knot's or part's name → what it is joined to
        self.knots: tuple[Knot, ...] = ()
        self.merges: list[Merge] = []

    def begin(self, units: Iterable[str], near: Near) -> None:
        """Let the knots of these units take part."""
        units = list(units)
        self.knots = tuple(knots(units, near, self._terms))
        self._add(self.knots)
        self._connect(units, near)

    def run(self) -> None:
        """Join while the best average, less what the two disagree in, is enough."""
        while self._waiting:
            merge = heappop(self._waiting)
            if self._worth.get(merge[1]) == -merge[0]:  # else one of the two has grown or gone since
                self._join(merge)

    def found(self) -> list[tuple[str, ...]]:
        """The clusters."""
        return [self._units(name) for name in self._parts]

    def _units(self, part: str) -> tuple[str, ...]:
        return tuple(sorted(unit for knot in self._parts[part] for unit in knot))

    def _add(self, found: Iterable[Knot]) -> None:
        for knot in found:
            name = knot[0]
            self._parts[name] = [knot]
            self._numbers[name] = self._terms.sums.number(knot)
            self._near[name] = set()
            self._part.update(dict.fromkeys(knot, name))
            if self._apart:
                self._set_apart[name] = self._apart.keys() & knot

    def _part_of(self, unit: str) -> str:
        part, above = unit, self._part[unit]
        while above != part:
            part, above = above, self._part[above]
        self._part[unit] = part
        return part

    def _connect(self, units: Iterable[str], near: Near) -> None:
        """Parts that some edge of these units joins are next to one another."""
        for unit in units:
            self._meet(self._part_of(unit), {self._part_of(end) for end in near[unit] if end in self._part})

    def _meet(self, one: str, others: Iterable[str]) -> None:
        """A part is next to these others."""
        beside = self._near[one]
        for other in others:
            if other != one and other not in beside:
                beside.add(other)
                self._near[other].add(one)
                self._price(one, other)

    def _price(self, one: str, other: str) -> None:
        pair = (one, other) if one < other else (other, one)
        self._worth.pop(pair, None)
        bits = self._bits(one, other)
        if bits >= self._terms.join:
            self._worth[pair] = bits
            heappush(self._waiting, (-bits, pair))

    def _bits(self, one: str, other: str) -> float:
        """What speaks for joining two parts, or anything below `join`: scores are only worked out where they may be enough."""
        total, number, exact = self._added(one, other, exactly=False)
        bits = total / (100 * number)
        if bits < self._terms.join:
            return bits
        against = clash(self._agreement(one), self._agreement(other))
        if not exact and bits - against >= self._terms.join:
            total, number, _ = self._added(one, other, exactly=True)
            bits = total / (100 * number)
        return bits - against

    def _agreement(self, part: str) -> Agreement:
        """What the members of a part give."""
        found = self._held.get(part)
        if found is None:
            found = self._held[part] = together(map(self._terms.sums.agreement, self._parts[part]))
        return found

    def _added(self, one: str, other: str, *, exactly: bool) -> Sum:
        """Sum and number of the scores between the knots of two parts, or what it is at most."""
        if self._apart and self._are_set_apart(one, other):
            return APART, 1, True
        return self._terms.sums.across(self._numbers[one], self._numbers[other], exactly=exactly)

    def _are_set_apart(self, one: str, other: str) -> bool:
        ends = {end for unit in self._set_apart[one] for end in self._apart[unit]}
        return not ends.isdisjoint(self._set_apart[other])

    def _join(self, merge: Merge) -> None:
        """Make one part of two, and price it anew against all that are next to it."""
        kept, gone = merge[1]
        self.merges.append(merge)
        self._worth.pop(merge[1], None)
        near = (self._near[kept] | self._near.pop(gone)) - {kept, gone}
        self._near[kept] = near
        self._put_together(kept, gone)
        self._part[gone] = kept
        for name in near:
            self._near[name].discard(gone)
            self._near[name].add(kept)
            self._worth.pop((gone, name) if gone < name else (name, gone), None)
            self._price(kept, name)

    def _put_together(self, kept: str, gone: str) -> None:
        """What is known of two parts that become one."""
        self._parts[kept] = self._parts[kept] + self._parts.pop(gone)
        self._numbers[kept] = self._terms.sums.joined(self._numbers[kept], self._numbers.pop(gone))
        one, other = self._held.pop(kept, None), self._held.pop(gone, None)
        if one and other:
            self._held[kept] = together((one, other))
        if self._apart:
            self._set_apart[kept] |= self._set_apart.pop(gone)


def _by_unit(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    """Of each unit those that it is paired with."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found
