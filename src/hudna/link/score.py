"""The table: every feature's level, its weight, and the sum that decides.

A sum in bits: each bit doubles the odds that two claims tell of one occurrence.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hudna.knowledge.linking import Roots, Weights
from hudna.link.facets import TIE, Faced, Facets, Row
from hudna.link.features import FEATURES, Feature, meaning
from hudna.link.outline import Outline
from hudna.link.pair import UNKNOWN, Pair, pair_of

# Below this nothing is told apart any more; so that one gross misfit cannot outweigh ten fits by itself.
FLOOR = -12.0
_LEAST = round(FLOOR * 100)
Likeness = Callable[[str, str], float]
Level = Callable[[Outline, Outline], str]
LookToCome = tuple[Level, dict[str, int], int]
# Features that have nothing to say of two claims of one text, one language, two languages.
_SILENT = (
    frozenset({"words", "name", "chain", "meaning"}),
    frozenset({"passage", "recall", "deeds", "meaning"}),
    frozenset({"passage", "recall", "deeds", "words"}),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One feature of one pair."""

    feature: str
    question: str
    level: str
    weight: float
    because: str


@dataclass(frozen=True, slots=True)
class ToCome:
    """What is added up, each with what all after it can add at most; `most`: what the looks can, `rests`: what is left after each step."""

    rests: list[int]
    looks: list[LookToCome]
    most: int


@dataclass(frozen=True, slots=True)
class Table:
    """The whole comparison of two claims."""

    start: float
    rows: tuple[Line, ...]
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
        self._facets = Facets(dict(self._features).__getitem__)
        self._of_one_text, self._of_one_language, self._of_two_languages = map(self._still_to_come, _SILENT)
        # Of two texts, of one language or not.
        self._most_alike, self._most_across = self._of_one_language.most, self._of_two_languages.most

    def faced(self, outline: Outline) -> Faced:
        """An outline to be compared with many others."""
        return self._facets.faced(outline)

    def score(self, one: Outline, other: Outline) -> float:
        """The sum for two claims, the same whichever is named first."""
        return self.score_faced(self.faced(one), self.faced(other))

    def score_faced(self, one: Faced, other: Faced) -> float:
        """The sum for two claims that are compared with others as well."""
        total = self._total(one, other, _LEAST)
        if total is None:
            return FLOOR
        return max(FLOOR, self._with_meaning(total, one.outline, other.outline) / 100)

    def reaching(self, one: Faced, other: Faced) -> float | None:
        """The same sum where it is enough to join the two; None, mostly after a few features, where it is not."""
        total = self.without_meaning(one, other)
        return None if total is None else self.reached(total, one, other)

    def without_meaning(self, one: Faced, other: Faced) -> int | None:
        """The sum but for what words mean; None where nothing could make it enough to join the two."""
        return self._total(one, other, self._join)

    def asks(self, total: int, one: Faced, other: Faced) -> bool:
        """Whether what words mean could turn such a sum."""
        return self._is_open(total, one.outline, other.outline)

    def reached(self, total: int, one: Faced, other: Faced) -> float | None:
        """The sum with what words mean, where it is enough to join the two."""
        total = self._with_meaning(total, one.outline, other.outline)
        return total / 100 if total >= self._join else None

    def at_most(self, one: Faced, other: Faced) -> int:
        """What the sum for two claims is at most, in hundredths: all that is looked up, and the most of what is worked out."""
        total = self._remembered(one, other)
        if total is None:
            return self._at_most_worked_out(one, other)
        total += self._most_alike if one.language == other.language else self._most_across
        return max(_LEAST, total)

    def _at_most_worked_out(self, one: Faced, other: Faced) -> int:
        one, other = self._ordered(one, other)
        to_come = self._to_come_of(one, other)
        total = self._looked_up(one, other, to_come.rests, None)
        assert total is not None  # there is nothing that it could fall short of
        return max(_LEAST, total + to_come.most)

    def _total(self, one: Faced, other: Faced, least: int) -> int | None:
        """The sum but for what words mean; None as soon as nothing still to come can bring it up to `least`."""
        # Mostly all of it is known: adding that up is faster than to ask after each whether it still can be enough.
        total = self._remembered(one, other)
        if total is not None:
            most = self._most_alike if one.language == other.language else self._most_across
            if total + most < least:
                return None
        one, other = self._ordered(one, other)
        to_come = self._to_come_of(one, other)
        if total is None:
            total = self._looked_up(one, other, to_come.rests, least)
            if total is None or total + to_come.most < least:
                return None
        first, second = one.outline, other.outline
        for level, weights, rest in to_come.looks:
            total += weights.get(level(first, second), 0)
            if total + rest < least:
                return None
        return total

    def _ordered(self, one: Faced, other: Faced) -> tuple[Faced, Faced]:
        """The pair in an order of its own, the facets of both numbered."""
        facets = self._facets
        if one.turn != facets.turn or other.turn != facets.turn:
            facets.number(one, other)
        if one.text != other.text:  # what comes first in their orders
            return (one, other) if one.text < other.text else (other, one)
        return (other, one) if other.order < one.order else (one, other)

    def _to_come_of(self, one: Faced, other: Faced) -> ToCome:
        if one.text == other.text:
            return self._of_one_text
        return self._of_one_language if one.language == other.language else self._of_two_languages

    def _remembered(self, one: Faced, other: Faced) -> int | None:
        """The sum of what pairs of facets of two texts add, where all of it was worked out before."""
        turn = self._facets.turn
        if one.turn != turn or other.turn != turn:
            return None
        if one.text < other.text:
            held, day, kind, thing, people, place, dead, named, placed = one.rows
            a, b, c, d, e, f, g, h, i = other.numbers
        elif one.text > other.text:
            held, day, kind, thing, people, place, dead, named, placed = other.rows
            a, b, c, d, e, f, g, h, i = one.numbers
        else:
            return None
        try:
            total = held[a] + day[b] + kind[c] + thing[d] + people[e] + place[f] + dead[g]
            return self._start + total + self._facets.tied[named[h] + placed[i]]
        except KeyError:
            return None

    def _looked_up(self, one: Faced, other: Faced, rests: list[int], least: int | None) -> int | None:
        """The same, what is missing worked out; None as soon as nothing still to come can bring it up to `least`."""
        pair, total, shared, steps = None, self._start, 0, self._facets.steps
        rows = self._rows_here(one) if one.text == other.text else one.rows
        for at, (row, number) in enumerate(zip(rows, other.numbers, strict=True)):
            worth = row.get(number)
            if worth is None:
                pair = pair or self._facets.pair(one, other, self.roots)
                worth = steps[at].worked_out(pair, row, number)
            if at >= TIE:
                shared += worth
                continue
            total += worth
            if least is not None and total + rests[at] < least:
                return None
        total += self._facets.tied[shared]
        return None if least is not None and total + rests[-1] < least else total

    def _rows_here(self, one: Faced) -> list[Row]:
        steps = self._facets.steps
        return [step.row(number, here=True) for step, number in zip(steps, one.numbers, strict=True)]

    def _with_meaning(self, total: int, one: Outline, other: Outline) -> int:
        if not self._is_open(total, one, other):
            return total
        return total + self._meaning.get(meaning(self._asked(one, other)).level, 0)

    def _still_to_come(self, silent: frozenset[str]) -> ToCome:
        """What is not silent; what is looked up comes first."""
        unasked = self._likeness is None or (meaning.__name__ in silent and not self._always)
        most = 0 if unasked else self._turning
        looks: list[LookToCome] = []
        for look in reversed(self._facets.looks):
            if look.feature.__name__ not in silent:
                looks.insert(0, (look.level, look.weights, most))
                most += look.most
        rests, most_of_looks = [most], most
        most += max(0, *self._facets.tied)
        for step in reversed(self._facets.steps[:TIE]):
            rests.insert(0, most)
            most += step.most
        return ToCome(rests, looks, most_of_looks)

    def table(self, one: Outline, other: Outline) -> Table:
        """The same sum with every term and its reason."""
        pair = pair_of(one, other, self.roots)
        rows = [_line(feature, pair, weights) for feature, weights in self._features]
        if self._is_open(self._start + sum(round(row.weight * 100) for row in rows), pair.one, pair.other):
            rows.append(_line(meaning, self._asked(pair.one, pair.other), self._meaning))
        total = self._start + sum(round(row.weight * 100) for row in rows)
        return Table(self.weights.start, tuple(rows), max(FLOOR, total / 100))

    def _is_open(self, total: int, one: Outline, other: Outline) -> bool:
        if self._likeness is None or one.text == other.text:
            return False
        return self._always or (one.language != other.language and abs(total - self._join) <= self._turning)

    def _asked(self, one: Outline, other: Outline) -> Pair:
        assert self._likeness is not None
        return Pair(one, other, self.roots, self._likeness(one.words, other.words))


def _hundredths(weights: dict[str, float]) -> dict[str, int]:
    """Weights as whole numbers, so that no order of adding them up changes a digit; what is unknown weighs nothing."""
    return {level: round(bits * 100) for level, bits in weights.items() if level != UNKNOWN}


def _line(feature: Feature, pair: Pair, weights: dict[str, int]) -> Line:
    answer = feature(pair)
    weight = weights.get(answer.level, 0) / 100
    return Line(feature.__name__, question(feature), answer.level, weight, answer.because)


def question(feature: Feature) -> str:
    """The question a feature asks, as users read it."""
    return (feature.__doc__ or "").strip().splitlines()[0]
