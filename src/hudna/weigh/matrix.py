"""The classic matrix of competing hypotheses and its inconsistency score, beside the likelihoods.

Marks come from P(seen | H): how surprising what was observed would be. The score is
that of PARC ACH 1.1 as its users know it: II counts −2 and I −1, times credibility and
relevance (low 1/√2, medium 1, high √2); everything else counts nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable
from math import sqrt
from typing import Literal

from hudna.model.assessment import Cell, Entry, Matrix, Seen
from hudna.model.hypothesis import Indicator, Question

Mark = Literal["CC", "C", "N", "I", "II", "NA"]
_BOUNDS = (0.15, 0.35, 0.65, 0.85)
_MARKS: tuple[Mark, ...] = ("II", "I", "N", "C", "CC")
_SCORES = {"II": -2.0, "I": -1.0}
_HIGH, _LOW = sqrt(2), 1 / sqrt(2)
_CREDIBILITY = {"A": _HIGH, "B": _HIGH, "C": 1.0, "D": _LOW, "E": _LOW, "F": _LOW}


def ach_matrix(question: Question, lines: Iterable[Entry]) -> Matrix:
    """The matrix of what was observed, with the score of each hypothesis."""
    by_id = {indicator.id: indicator for indicator in question.indicators}
    names = [hypothesis.id for hypothesis in question.hypotheses]
    cells, scores = [], dict.fromkeys(names, 0.0)
    for line in lines:
        indicator = by_id[line.indicator]
        weight = _CREDIBILITY.get(line.reliability or "C", 1.0) * _relevance(indicator)
        for name in names:
            mark = _mark(indicator.probability[name], line.seen)
            cells.append(Cell(indicator=line.indicator, hypothesis=name, mark=mark))
            scores[name] += _SCORES.get(mark, 0.0) * weight
    return Matrix(cells=tuple(cells), inconsistency={name: round(score, 3) for name, score in scores.items()})


def _mark(expected: tuple[float, float], what: Seen) -> Mark:
    if what == "not observable":
        return "NA"
    middle = (expected[0] + expected[1]) / 2
    share = middle if what in ("seen", "disputed") else 1 - middle
    return _MARKS[bisect_right(_BOUNDS, share)]


def _relevance(indicator: Indicator) -> float:
    """High where hypotheses differ much in what they expect, low where they hardly do."""
    middles = [(low + high) / 2 for low, high in indicator.probability.values()]
    spread = max(middles) - min(middles)
    return _HIGH if spread > 0.5 else _LOW if spread < 0.2 else 1.0
