"""The table: every feature's level, its weight, and the sum that decides.

A sum in bits: each bit doubles the odds that two claims tell of one occurrence.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hudna.knowledge.linking import Roots, Weights
from hudna.link.features import FEATURES, Feature, meaning
from hudna.link.outline import Outline
from hudna.link.pair import UNKNOWN, Pair, pair_of

# Below this nothing is told apart any more; so that one gross misfit cannot outweigh ten fits by itself.
FLOOR = -12.0
Likeness = Callable[[str, str], float]
# Features that have nothing to say of two claims of one text, one language, two languages.
_SILENT = {
    "one text": frozenset({"words", "name", "chain", "meaning"}),
    "one language": frozenset({"passage", "meaning"}),
    "two languages": frozenset({"passage", "words"}),
}


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

    def __init__(
        self, roots: Roots, weights: Weights, likeness: Likeness | None = None, *, always: bool = False
    ) -> None:
        """`always`: what words mean is asked of any two texts, as when nothing but a headline is known."""
        self.roots = roots
        self._always = always
        self.weights = weights
        self._likeness = likeness
        self._features = [(f, _hundredths(weights.features.get(f.__name__, {}))) for f in FEATURES]
        self._meaning = _hundredths(weights.features.get(meaning.__name__, {}))
        # What words mean costs a hundred times what all else costs together: it is asked only where it can turn the sum.
        self._turning = max(0, 0, *self._meaning.values())
        self._start, self._join = round(weights.start * 100), round(weights.join * 100)
        self._most = {case: self._still_to_come(silent) for case, silent in _SILENT.items()}

    def score(self, one: Outline, other: Outline) -> float:
        """The sum for two claims, the same whichever is named first."""
        pair = pair_of(one, other, self.roots)
        total = self._start
        for feature, weights in self._features:
            total += weights.get(feature(pair).level, 0)
        if self._is_open(total, pair):
            total += self._meaning.get(meaning(self._asked(pair)).level, 0)
        return max(FLOOR, total / 100)

    def reaching(self, one: Outline, other: Outline) -> float | None:
        """The same sum where it is enough to join the two; None, mostly after a few features, where it is not."""
        pair = pair_of(one, other, self.roots)
        total, most = self._start, self._most[_case(pair)]
        for (feature, weights), rest in zip(self._features, most, strict=True):
            total += weights.get(feature(pair).level, 0)
            if total + rest < self._join:
                return None
        if self._is_open(total, pair):
            total += self._meaning.get(meaning(self._asked(pair)).level, 0)
        return total / 100 if total >= self._join else None

    def _still_to_come(self, silent: frozenset[str]) -> tuple[int, ...]:
        """What all features after each one can add at most, those that are silent left out."""
        named = [(feature.__name__, weights) for feature, weights in self._features]
        named.append((meaning.__name__, self._meaning if self._likeness else {}))
        silent = silent - {meaning.__name__} if self._always else silent
        most = [0 if name in silent else max(0, *weights.values(), 0) for name, weights in named]
        return tuple(sum(most[at + 1 :]) for at in range(len(self._features)))

    def table(self, one: Outline, other: Outline) -> Table:
        """The same sum with every term and its reason."""
        pair = pair_of(one, other, self.roots)
        rows = [_row(feature, pair, weights) for feature, weights in self._features]
        if self._is_open(self._start + sum(round(row.weight * 100) for row in rows), pair):
            rows.append(_row(meaning, self._asked(pair), self._meaning))
        total = self._start + sum(round(row.weight * 100) for row in rows)
        return Table(self.weights.start, tuple(rows), max(FLOOR, total / 100))

    def _is_open(self, total: int, pair: Pair) -> bool:
        if self._likeness is None or pair.one_text:
            return False
        abroad = pair.one.language != pair.other.language
        return self._always or (abroad and abs(total - self._join) <= self._turning)

    def _asked(self, pair: Pair) -> Pair:
        assert self._likeness is not None
        return replace(pair, alike=self._likeness(pair.one.words, pair.other.words))


def _hundredths(weights: dict[str, float]) -> dict[str, int]:
    """Weights as whole numbers, so that no order of adding them up changes a digit; what is unknown weighs nothing."""
    return {level: round(bits * 100) for level, bits in weights.items() if level != UNKNOWN}


def _case(pair: Pair) -> str:
    if pair.one_text:
        return "one text"
    return "one language" if pair.one.language == pair.other.language else "two languages"


def _row(feature: Feature, pair: Pair, weights: dict[str, int]) -> Row:
    answer = feature(pair)
    weight = weights.get(answer.level, 0) / 100
    return Row(feature.__name__, question(feature), answer.level, weight, answer.because)


def question(feature: Feature) -> str:
    """The question a feature asks, as users read it."""
    return (feature.__doc__ or "").strip().splitlines()[0]
