"""The table: every feature's level, its weight, and the sum that decides.

A sum in bits: each bit doubles the odds that two claims tell of one occurrence.
"""

from dataclasses import dataclass

from hudna.knowledge.linking import Roots, Weights
from hudna.link.features import FEATURES, UNKNOWN, Feature, pair_of
from hudna.link.outline import Outline

# Below this nothing is told apart any more; so that one gross misfit cannot outweigh ten fits by itself.
FLOOR = -12.0


@dataclass(frozen=True, slots=True)
class Row:
    """One feature of one pair."""

    feature: str
    question: str
    level: str
    weight: float
    because: str


@dataclass(frozen=True, slots=True)
class Table:
    """The whole comparison of two claims."""

    start: float
    rows: tuple[Row, ...]
    total: float


class Scorer:
    """Scores pairs by the weights it was given."""

    def __init__(self, roots: Roots, weights: Weights) -> None:
        self.roots = roots
        self.weights = weights
        self._features = [(f, weights.features.get(f.__name__, {})) for f in FEATURES]

    def score(self, one: Outline, other: Outline) -> float:
        """The sum for two claims, the same whichever is named first."""
        pair = pair_of(one, other, self.roots)
        total = self.weights.start
        for feature, weights in self._features:
            level = feature(pair).level
            if level != UNKNOWN:
                total += weights.get(level, 0.0)
        return max(FLOOR, total)

    def table(self, one: Outline, other: Outline) -> Table:
        """The same sum with every term and its reason."""
        pair = pair_of(one, other, self.roots)
        rows = []
        for feature, weights in self._features:
            answer = feature(pair)
            weight = 0.0 if answer.level == UNKNOWN else weights.get(answer.level, 0.0)
            rows.append(Row(feature.__name__, question(feature), answer.level, weight, answer.because))
        total = self.weights.start + sum(row.weight for row in rows)
        return Table(self.weights.start, tuple(rows), max(FLOOR, total))


def question(feature: Feature) -> str:
    """The question a feature asks, as users read it."""
    return (feature.__doc__ or "").strip().splitlines()[0]
