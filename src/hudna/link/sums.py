"""Scores between knots of claims, summed; what was worked out once is remembered between two reports."""

from collections.abc import Callable

from hudna.link.agreement import Agreement, together

# Claims that are surely one, by their units in order.
Knot = tuple[str, ...]
# In hundredths, so that no order of adding up changes a digit, and how many scores it is of.
Sum = tuple[int, int]
PairScore = Callable[[str, str], float]
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

    def __init__(self, score: PairScore, agree: Agree) -> None:
        self._score, self._agree = score, agree
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
        """Sum and number of the scores between two knots."""
        first, second = one[:SAMPLE], other[:SAMPLE]
        if second < first:
            first, second = second, first
        row = self._sums.get(first)
        if row is None:
            row = self._sums[first] = {}
        found = row.get(second)
        if found is None:
            total = sum(round(100 * self._score(a, b)) for a in first for b in second)
            found = row[second] = total, len(first) * len(second)
            self._kept += 1
        return found
