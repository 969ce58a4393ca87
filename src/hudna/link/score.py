"""The table: every feature's level, its weight, and the sum that decides.

A sum in bits: each bit doubles the odds that two claims tell of one occurrence.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hudna.knowledge.linking import Roots, Weights
from hudna.link.features import FEATURES, UNKNOWN, Feature, Pair, meaning, pair_of
from hudna.link.outline import Outline

# Below this nothing is told apart any more; so that one gross misfit cannot outweigh ten fits by itself.
FLOOR = -12.0
# What words mean can turn a sum around by some four bits; where it could not, it is not asked, for it costs
# a hundred times what all other features cost together.
OPEN_BITS = 6.0
Likeness = Callable[[str, str], float]


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
    """Scores pairs by the weights it was given; what words mean is asked only where the rest leaves it open."""

    def __init__(self, roots: Roots, weights: Weights, likeness: Likeness | None = None) -> None:
        self.roots = roots
        self.weights = weights
        self._likeness = likeness
        self._features = [(f, weights.features.get(f.__name__, {})) for f in FEATURES]
        self._meaning = weights.features.get(meaning.__name__, {})

    def score(self, one: Outline, other: Outline) -> float:
        """The sum for two claims, the same whichever is named first."""
        pair = pair_of(one, other, self.roots)
        total = self.weights.start
        for feature, weights in self._features:
            level = feature(pair).level
            if level != UNKNOWN:
                total += weights.get(level, 0.0)
        if self._is_open(total, pair):
            total += self._meaning.get(meaning(self._asked(pair)).level, 0.0)
        return max(FLOOR, total)

    def table(self, one: Outline, other: Outline) -> Table:
        """The same sum with every term and its reason."""
        pair = pair_of(one, other, self.roots)
        rows = [_row(feature, pair, weights) for feature, weights in self._features]
        total = self.weights.start + sum(row.weight for row in rows)
        if self._is_open(total, pair):
            rows.append(_row(meaning, self._asked(pair), self._meaning))
            total += rows[-1].weight
        return Table(self.weights.start, tuple(rows), max(FLOOR, total))

    def _is_open(self, total: float, pair: Pair) -> bool:
        return self._likeness is not None and not pair.one_text and abs(total - self.weights.join) < OPEN_BITS

    def _asked(self, pair: Pair) -> Pair:
        assert self._likeness is not None
        return replace(pair, alike=self._likeness(pair.one.words, pair.other.words))


def _row(feature: Feature, pair: Pair, weights: dict[str, float]) -> Row:
    answer = feature(pair)
    weight = 0.0 if answer.level == UNKNOWN else weights.get(answer.level, 0.0)
    return Row(feature.__name__, question(feature), answer.level, weight, answer.because)


def question(feature: Feature) -> str:
    """The question a feature asks, as users read it."""
    return (feature.__doc__ or "").strip().splitlines()[0]
