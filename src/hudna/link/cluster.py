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

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from hudna.link.agreement import Agreement, clash, together

# The average of two knots is taken over at most so many of each: enough that one odd claim
# does not decide, few enough that a thousand copies cost no more than a handful. Two to five
# give the same figures on the dev half of the judged links.
SAMPLE = 3
Edge = tuple[str, str, float]
PairScore = Callable[[str, str], float]
Agree = Callable[[str], Agreement]
Sums = dict[tuple[str, str], tuple[int, int]]
# What a judgement that sets two apart weighs, in hundredths of a bit: no sum outweighs it.
APART = -(10**12)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What people have judged: pairs that belong together and pairs that do not."""

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


class Forest:
    """Sets that grow together; each goes by its smallest member."""

    def __init__(self, members: Iterable[str]) -> None:
        self._up = {member: member for member in members}

    def __contains__(self, member: str) -> bool:
        return member in self._up

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


def clusters(
    group: tuple[str, ...],
    edges: Iterable[Edge],
    score: PairScore,
    wishes: Wishes,
    *,
    join: float,
    sure: float,
    agree: Agree,
) -> list[tuple[str, ...]]:
    """The clusters of one group."""
    if len(group) == 1:
        return [group]
    edges = list(edges)
    return sorted(_Joining(_knots(group, edges, wishes, sure), edges, score, wishes, agree).joined(join))


def _knots(group: Iterable[str], edges: Iterable[Edge], wishes: Wishes, sure: float) -> list[tuple[str, ...]]:
    """What is surely one. Where people set two claims of a knot apart, its claims are left single."""
    forest, wished = Forest(group), Forest(group)
    for one, other, value in edges:
        if value >= sure:
            forest.join(one, other)
    _grant(wishes, forest)
    _grant(wishes, wished)
    found = []
    for knot in forest.sets():
        held = set(knot) if wishes.apart else set()
        if any(one in held and other in held for one, other in wishes.apart):
            tops = sorted({wished.top(member) for member in knot})
            found += [tuple(m for m in knot if wished.top(m) == top) for top in tops]
        else:
            found.append(knot)
    return sorted(found)


class _Joining:
    """Knots of one part of a group that become clusters; a pair is scored only once somebody asks about it."""

    def __init__(
        self, knots: list[tuple[str, ...]], edges: Iterable[Edge], score: PairScore, wishes: Wishes, agree: Agree
    ) -> None:  # fmt: skip
        self._score, self._wishes = score, wishes
        self._live = {knot[0]: [knot] for knot in knots}
        self._held = {knot[0]: together(agree(member) for member in knot) for knot in knots}
        self._near: dict[str, set[str]] = {knot[0]: set() for knot in knots}
        knot_of = {member: knot[0] for knot in knots for member in knot}
        for one, other in ((knot_of.get(one), knot_of.get(other)) for one, other, _ in edges):
            if one is not None and other is not None and one != other:
                self._near[one].add(other)
                self._near[other].add(one)
        self._sums: Sums = {}
        self._summed: dict[str, set[str]] = {knot[0]: set() for knot in knots}

    def joined(self, join: float) -> list[tuple[str, ...]]:
        """The clusters: knots joined while the best average, less what the two disagree in, is enough."""
        pairs = {_ordered(one, other) for one, near in self._near.items() for other in near}
        worth = {pair: self._worth(pair) for pair in pairs}
        waiting = [(-bits, pair) for pair, bits in worth.items() if bits >= join]
        heapify(waiting)
        while waiting:
            bits, pair = heappop(waiting)
            if worth.get(pair) != -bits:
                continue  # one of the two has grown or gone since
            for name in self._near[pair[1]]:
                worth.pop(_ordered(name, pair[1]), None)
            for changed in self._merge(*pair):
                worth[changed] = self._worth(changed)
                if worth[changed] >= join:
                    heappush(waiting, (-worth[changed], changed))
        return [tuple(sorted(member for knot in knots for member in knot)) for knots in self._live.values()]

    def _worth(self, pair: tuple[str, str]) -> float:
        total, number = self._sum(*pair)
        return total / (100 * number) - clash(self._held[pair[0]], self._held[pair[1]])

    def _sum(self, one: str, other: str) -> tuple[int, int]:
        """Sum and number of the scores between the knots of two clusters."""
        pair = _ordered(one, other)
        if pair not in self._sums:
            found = [
                _between(a, b, self._score, self._wishes) for a in self._live[one] for b in self._live[other]
            ]
            self._sums[pair] = sum(total for total, _ in found), sum(number for _, number in found)
            self._summed[one].add(other)
            self._summed[other].add(one)
        return self._sums[pair]

    def _merge(self, kept: str, gone: str) -> list[tuple[str, str]]:
        """Make one cluster of two; the pairs that are worth something else now."""
        near = sorted((self._near[kept] | self._near[gone]) - {kept, gone})
        for name in near:
            first, second = self._sum(kept, name), self._sum(gone, name)
            self._sums[_ordered(kept, name)] = first[0] + second[0], first[1] + second[1]
            self._summed[kept].add(name)
            self._summed[name].add(kept)
            self._near[name] = self._near[name] - {gone} | {kept}
        for name in self._summed.pop(gone, set()) | self._summed[kept] - {*near}:
            self._sums.pop(_ordered(gone, name), None)
            if name not in near:
                self._sums.pop(_ordered(kept, name), None)
        self._near[kept] = set(near)
        self._live[kept] += self._live.pop(gone)
        self._held[kept] = together((self._held[kept], self._held.pop(gone)))
        return [_ordered(kept, name) for name in near]


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _between(
    one: tuple[str, ...], other: tuple[str, ...], score: PairScore, wishes: Wishes
) -> tuple[int, int]:
    """Sum, in hundredths so that no order changes a digit, and number of the scores between two knots."""
    if wishes.apart and any(_ordered(a, b) in wishes.apart for a in one for b in other):
        return APART, 1
    pairs = [(a, b) for a in _sample(one) for b in _sample(other)]
    return sum(round(100 * score(a, b)) for a, b in pairs), len(pairs)


def _sample(members: tuple[str, ...]) -> tuple[str, ...]:
    """The first few of a knot: units are named after a hash of what they tell, so these are any few, and mostly stay the same."""
    return members[:SAMPLE]
