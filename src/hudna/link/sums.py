"""Scores between knots of claims, summed; what was worked out once is remembered between two reports."""

from collections.abc import Callable, Iterable

from hudna.link.agreement import Agreement, together

# Claims that are surely one, by their units in order.
Knot = tuple[str, ...]
# In hundredths, so that no order of adding up changes a digit, what the scores count for, and whether it is the sum itself
# or what it is at most.
Sum = tuple[int, int, bool]
PairScore = Callable[[str, str], float]
# What the scores between the units of two knots come to at most, in hundredths, each as often as it counts.
Ceiling = Callable[[Knot, Knot], int]
# How much a unit counts for: who says little of where and when lowers every score that it has part in.
Mass = Callable[[str], int]
Agree = Callable[[str], Agreement]
# The average of two knots is taken over at most so many of each, the first few: enough that one odd
# claim does not decide, few enough that a thousand copies cost no more than a handful. Units are named
# after a hash of what they tell, so these are any few, and mostly stay the same. Two to five give the
# same figures on the dev half of the judged links.
SAMPLE = 3
# Sums that are remembered, some 200 bytes each.
MOST = 600_000
# Room for the second of two numbers of knots in one.
_SHIFT = 32


class Sums:
    """What clustering asks of knots: the same whoever asks.

    Knots go by numbers here, so that what is known of two of them takes one look.
    """

    def __init__(
        self, score: PairScore, agree: Agree, ceiling: Ceiling | None = None, mass: Mass = lambda _: 1
    ) -> None:
        """`ceiling`: what scores are at most, where that is sooner known; `mass`: what each unit counts for."""
        self._score, self._agree, self._ceiling, self._mass = score, agree, ceiling, mass
        self.forget()

    def forget(self) -> None:
        """Start again."""
        self._agreements: dict[Knot, Agreement] = {}
        self._numbers: dict[Knot, int] = {}
        self._samples: list[tuple[Knot, int]] = []  # by number: the first few, what they count for
        self._known: dict[int, Sum] = {}

    def bound(self) -> None:
        """Start again where too much is remembered."""
        if max(len(self._known), len(self._agreements), len(self._numbers)) > MOST:
            self.forget()

    def agreement(self, knot: Knot) -> Agreement:
        """What the members of a knot give."""
        found = self._agreements.get(knot)
        if found is None:
            found = self._agreements[knot] = together(map(self._agree, knot))
        return found

    def across(self, ones: Iterable[Knot], others: Iterable[Knot], *, exactly: bool) -> Sum:
        """Sum of the scores between the knots of two parts, or what it is at most, and what they count for."""
        exactly = exactly or self._ceiling is None
        total, number, exact, known = 0, 0, True, self._known
        seconds = [self._number(knot) for knot in others]
        for first in [self._number(knot) for knot in ones]:
            for second in seconds:
                key = first << _SHIFT | second if first < second else second << _SHIFT | first
                found = known.get(key)
                if found is None or (exactly and not found[2]):
                    found = known[key] = self._sum(first, second, exactly=exactly)
                total += found[0]
                number += found[1]
                exact = exact and found[2]
        return total, number, exact

    def _number(self, knot: Knot) -> int:
        sample = knot[:SAMPLE]
        found = self._numbers.get(sample)
        if found is None:
            found = self._numbers[sample] = len(self._samples)
            self._samples.append((sample, sum(map(self._mass, sample))))
        return found

    def _sum(self, one: int, other: int, *, exactly: bool) -> Sum:
        (first, mass), (second, weight) = self._samples[one], self._samples[other]
        if exactly or self._ceiling is None:
            return self._added_up(first, second), mass * weight, True
        return self._ceiling(first, second), mass * weight, False

    def _added_up(self, first: Knot, second: Knot) -> int:
        score, mass = self._score, self._mass
        return sum([mass(a) * mass(b) * round(100 * score(a, b)) for a in first for b in second])
