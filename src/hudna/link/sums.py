"""Scores between knots of claims, summed; what was worked out once is remembered between two reports."""

from collections.abc import Callable

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
# Sums that are remembered, some 300 bytes each.
MOST = 600_000


class Sums:
    """What clustering asks of knots: the same whoever asks."""

    def __init__(
        self, score: PairScore, agree: Agree, ceiling: Ceiling | None = None, mass: Mass = lambda _: 1
    ) -> None:
        """`ceiling`: what scores are at most, where that is sooner known; `mass`: what each unit counts for."""
        self._score, self._agree, self._ceiling, self._mass = score, agree, ceiling, mass
        self.forget()

    def forget(self) -> None:
        """Start again."""
        self._agreements: dict[Knot, Agreement] = {}
        self._sums: dict[Knot, dict[Knot, Sum]] = {}
        self._kept = 0

    def bound(self) -> None:
        """Start again where too much is remembered."""
        if self._kept > MOST or len(self._agreements) > MOST:
            self.forget()

    def agreement(self, knot: Knot) -> Agreement:
        """What the members of a knot give."""
        found = self._agreements.get(knot)
        if found is None:
            found = self._agreements[knot] = together(map(self._agree, knot))
        return found

    def between(self, one: Knot, other: Knot) -> Sum:
        """Sum of the scores between two knots, and what they count for."""
        return self._sum(one, other, exactly=True)

    def at_most(self, one: Knot, other: Knot) -> Sum:
        """The same, or what it is at most."""
        return self._sum(one, other, exactly=self._ceiling is None)

    def _sum(self, one: Knot, other: Knot, *, exactly: bool) -> Sum:
        first, second = one[:SAMPLE], other[:SAMPLE]
        if second < first:
            first, second = second, first
        row = self._sums.get(first)
        if row is None:
            row = self._sums[first] = {}
        found = row.get(second)
        if found is None or (exactly and not found[2]):
            self._kept += found is None
            total = (
                self._added_up(first, second)
                if exactly or not self._ceiling
                else self._ceiling(first, second)
            )
            found = row[second] = total, self._masses(first) * self._masses(second), exactly
        return found

    def _added_up(self, first: Knot, second: Knot) -> int:
        score, mass = self._score, self._mass
        return sum(mass(a) * mass(b) * round(100 * score(a, b)) for a in first for b in second)

    def _masses(self, units: Knot) -> int:
        return sum(map(self._mass, units))
