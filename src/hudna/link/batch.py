"""All claims at once, or one after the other: the same index, the same clusters.

`Linking` holds outlines, the keys they are filed under and the pairs that score enough.
Adding a claim compares it with those that share a key; clusters are made from what hangs
together. The store keeps the same three things on disk.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hudna.link.agreement import Agreement, agreement
from hudna.link.candidates import keys_of
from hudna.link.cluster import Edge, Terms, Wishes, clusters, groups
from hudna.link.facets import Faced
from hudna.link.outline import Outline, as_json
from hudna.link.score import Scorer
from hudna.link.sums import Knot, Sums
from hudna.link.wording import number_of


def unit_of(outline: Outline, *, alone: bool = False) -> str:
    """The name of what is compared once: the same for the same claim in verbatim copies of a text.

    `alone`: people have set this very claim apart, so it stands for itself.
    """
    same = replace(outline, claim=outline.claim if alone else "", report="")
    return f"{number_of(as_json(same)):016x}"


class Linking:
    """Claims that are compared and joined in memory."""

    def __init__(self, scorer: Scorer, wishes: Wishes = Wishes()) -> None:  # noqa: B008  # frozen
        self._scorer = scorer
        self._claim_wishes = wishes
        self._alone = {claim for pair in wishes.apart for claim in pair}
        self.outlines: dict[str, Outline] = {}
        self._faced: dict[str, Faced] = {}
        self.claims: dict[str, list[str]] = defaultdict(list)  # unit → claims
        self._unit: dict[str, str] = {}  # claim → unit
        self._filed: dict[int, list[str]] = defaultdict(list)
        self.edges: dict[tuple[str, str], float] = {}

    def add(self, outline: Outline) -> str:
        """The unit of a claim, compared with those before it where it is a new one."""
        unit = unit_of(outline, alone=outline.claim in self._alone)
        if unit not in self.outlines:
            self._compare(unit, outline)
        self.claims[unit].append(outline.claim)
        self._unit[outline.claim] = unit
        return unit

    def _compare(self, unit: str, outline: Outline) -> None:
        self.outlines[unit] = outline
        faced = self._faced[unit] = self._scorer.faced(outline)
        keys = keys_of(outline, self._scorer.roots)
        found = {other for key in keys.sought for other in self._filed.get(key, ())}
        for other in sorted(found):
            value = self._scorer.reaching(faced, self._faced[other])
            if value is not None:
                self.edges[min(unit, other), max(unit, other)] = value
        for key in keys.filed:
            self._filed[key].append(unit)

    def _score(self, one: str, other: str) -> float:
        known = self.edges.get((one, other) if one < other else (other, one))
        return self._scorer.score_faced(self._faced[one], self._faced[other]) if known is None else known

    def _ceiling(self, ones: Knot, others: Knot) -> int:
        at_most = self._scorer.at_most
        first, second = ([self._faced[unit] for unit in knot] for knot in (ones, others))
        return sum([at_most(one, other) * one.mass * other.mass for one in first for other in second])

    def _mass(self, unit: str) -> int:
        return self._faced[unit].mass

    def _agreement(self, unit: str) -> Agreement:
        return agreement(self.outlines[unit], self._scorer.roots)

    def clusters(self) -> Iterator[tuple[str, ...]]:
        """Claims that tell of one occurrence, in an order of their own."""
        wishes = self.unit_wishes()
        edges: dict[str, list[Edge]] = defaultdict(list)
        found = groups(self.outlines, self._triples(), wishes)
        group_of = {unit: group[0] for group in found for unit in group}
        for one, other, value in self._triples():
            if group_of[one] == group_of[other]:
                edges[group_of[one]].append((one, other, value))
        weights = self._scorer.weights
        terms = Terms(
            Sums(self._score, self._agreement, self._ceiling, self._mass), wishes, weights.join, weights.sure
        )
        for group in found:
            for units in clusters(group, edges[group[0]], terms):
                yield tuple(sorted(claim for unit in units for claim in self.claims[unit]))

    def unit_wishes(self) -> Wishes:
        """People's judgements on claims as judgements on units."""
        return Wishes(
            frozenset(self._units(self._claim_wishes.together)),
            frozenset(self._units(self._claim_wishes.apart)),
        )

    def _units(self, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        for one, other in pairs:
            first, second = self._unit.get(one), self._unit.get(other)
            if first and second and first != second:
                yield min(first, second), max(first, second)

    def _triples(self) -> Iterator[Edge]:
        return ((one, other, value) for (one, other), value in self.edges.items())
