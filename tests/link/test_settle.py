"""A change settled among its neighbours comes to what clustering everything would come to."""

from collections.abc import Iterable
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.knowledge.linking import load_roots
from hudna.link.agreement import Agreement
from hudna.link.cluster import Terms, Wishes, clusters
from hudna.link.facets import MASSES
from hudna.link.settle import Course, settle
from hudna.link.sums import Knot, Sums

JOIN, SURE = 1.0, 12.0
NAMES = tuple("abcdefghijkl")


class Drawn:
    """Clusters in memory, with the scores that a test draws."""

    def __init__(self, scores: dict[tuple[str, str], float], wishes: Wishes) -> None:
        self.scores = scores
        self.cluster: dict[str, str] = {}
        roots = load_roots()
        self.terms = Terms(
            Sums(self.score, lambda _: Agreement(roots), self.ceiling, self.mass), wishes, JOIN, SURE
        )
        self.courses: dict[str, Course] = {}
        self.asked: set[str] = set()

    def score(self, one: str, other: str) -> float:
        return self.scores.get((min(one, other), max(one, other)), -5.0)

    def ceiling(self, ones: Knot, others: Knot) -> int:
        """Of each pair sometimes the score itself, sometimes far above it."""
        return sum(
            self.mass(one)
            * self.mass(other)
            * (round(100 * self.score(one, other)) + 300 * ((ord(one) + ord(other)) % 3))
            for one, other in product(ones, others)
        )

    def mass(self, unit: str) -> int:
        """Some count for more than others."""
        return MASSES[ord(unit) % len(MASSES)]

    def clusters_of(self, units: Iterable[str]) -> dict[str, str]:
        return {unit: self.cluster[unit] for unit in units if unit in self.cluster}

    def members_of(self, names: Iterable[str]) -> dict[str, frozenset[str]]:
        held: dict[str, set[str]] = {}
        for unit, name in self.cluster.items():
            held.setdefault(name, set()).add(unit)
        return {name: frozenset(held[name]) for name in names if name in held}

    def near(self, units: Iterable[str]) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {unit: {} for unit in units}
        for (one, other), value in self.scores.items():
            if value >= JOIN and {one, other} <= self.cluster.keys():
                if one in found:
                    found[one][other] = value
                if other in found:
                    found[other][one] = value
        return found

    def among(self, units: Iterable[str]) -> dict[str, dict[str, float]]:
        units = set(units)
        near = self.near(units)
        return {
            one: {other: near[one][other] for other in near[one] if other in units and one < other}
            for one in near
        }

    def prepare(self, units: Iterable[str]) -> None:
        self.asked |= set(units)

    def add(self, unit: str) -> None:
        self.cluster[unit] = unit
        self.settle({unit})

    def take(self, unit: str) -> None:
        touched = {*self.clusters_of([unit]).values()}
        del self.cluster[unit]
        self.settle(touched)

    def settle(self, touched: Iterable[str]) -> None:
        settled = settle(touched, self, self.terms, self.courses)
        for units in settled.made:
            self.cluster |= dict.fromkeys(units, units[0])

    def found(self) -> set[frozenset[str]]:
        return {*self.members_of({*self.cluster.values()}).values()}

    def at_once(self) -> set[frozenset[str]]:
        edges = [
            (*pair, v) for pair, v in self.scores.items() if v >= JOIN and {*pair} <= self.cluster.keys()
        ]
        return {frozenset(one) for one in clusters(tuple(sorted(self.cluster)), edges, self.terms)}


PAIRS = [(one, other) for one in NAMES for other in NAMES if one < other]
SCORES = st.dictionaries(
    st.sampled_from(PAIRS), st.integers(-800, 1500).map(lambda number: number / 100), max_size=40
)
APART = st.frozensets(st.sampled_from(PAIRS), max_size=2)


@settings(max_examples=300, deadline=None)
@given(SCORES, APART, st.permutations(NAMES))
def test_units_one_by_one_in_any_order_become_the_clusters_of_all_at_once(scores, apart, order):
    drawn = Drawn(scores, Wishes(apart=apart))
    for unit in order:
        drawn.add(unit)
        assert drawn.found() == drawn.at_once()


@settings(max_examples=200, deadline=None)
@given(SCORES, st.permutations(NAMES), st.sets(st.sampled_from(NAMES)))
def test_units_that_go_leave_the_clusters_that_the_others_would_have_been(scores, order, going):
    drawn = Drawn(scores, Wishes())
    for unit in order:
        drawn.add(unit)
    for unit in sorted(going):
        drawn.take(unit)
        assert drawn.found() == drawn.at_once()


def test_what_is_far_from_a_change_is_not_asked_about():
    scores = {("a", "b"): 5.0, ("b", "c"): 0.0, ("c", "d"): 5.0, ("e", "f"): 5.0}
    drawn = Drawn(scores, Wishes())
    for unit in "abcdef":
        drawn.add(unit)
    drawn.asked.clear()
    drawn.cluster["g"] = "g"
    drawn.scores["a", "g"] = 2.0
    drawn.settle({"g"})
    assert drawn.asked == {*"ab"}
