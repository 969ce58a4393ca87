"""Scores between knots of claims, summed; what was worked out once is remembered between two reports."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

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
# Parts that were put together in more steps than this are added up knot by knot, for Python goes no thousand calls deep.
DEEPEST = 100
# Room for the second of two numbers of knots in one.
_SHIFT = 32


class Sums:
    """What clustering asks of knots and of parts made of them: the same whoever asks.

    Both go by numbers here, so that what is known of two of them takes one look. A part that is made of the same
    parts has the same number in every report, and what it comes to with others is remembered like that of knots.
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
        self._joined: dict[int, int] = {}
        self._made_of: list[_Made] = []  # by number
        self._known: dict[int, Sum] = {}

    def bound(self) -> None:
        """Start again where too much is remembered."""
        if max(len(self._known), len(self._agreements), len(self._made_of)) > MOST:
            self.forget()

    def agreement(self, knot: Knot) -> Agreement:
        """What the members of a knot give."""
        found = self._agreements.get(knot)
        if found is None:
            found = self._agreements[knot] = together(map(self._agree, knot))
        return found

    def number(self, knot: Knot) -> int:
        """The number of a knot, the same for all that have the same first few."""
        sample = knot[:SAMPLE]
        found = self._numbers.get(sample)
        if found is None:
            found = self._numbers[sample] = len(self._made_of)
            self._made_of.append(_Made(sample, sum(map(self._mass, sample)), None, 0))
        return found

    def joined(self, one: int, other: int) -> int:
        """The number of what two parts become."""
        key = one << _SHIFT | other
        found = self._joined.get(key)
        if found is None:
            found = self._joined[key] = len(self._made_of)
            depth = 1 + max(self._made_of[one].depth, self._made_of[other].depth)
            self._made_of.append(_Made((), 0, (one, other), depth))
        return found

    def across(self, one: int, other: int, *, exactly: bool) -> Sum:
        """Sum of the scores between the knots of two parts, or what it is at most, and what they count for."""
        key = one << _SHIFT | other if one < other else other << _SHIFT | one
        found = self._known.get(key)
        if found is None or (exactly and not found[2]):
            found = self._known[key] = self._worked_out(one, other, exactly=exactly)
        return found

    def _worked_out(self, one: int, other: int, *, exactly: bool) -> Sum:
        """The part that was made last is taken apart: its own parts were mostly asked about before."""
        if one < other:
            one, other = other, one
        made, across = self._made_of, self.across
        if made[one].parts is None:
            one, other = other, one
        parts = made[one].parts
        if parts is None:
            return self._sum(made[one], made[other], exactly=exactly)
        if made[one].depth + made[other].depth > DEEPEST:
            return self._of_leaves(one, other, exactly=exactly)
        left, right = parts
        total, number, is_exact = across(left, other, exactly=exactly)
        more, further, is_too = across(right, other, exactly=exactly)
        return total + more, number + further, is_exact and is_too

    def _of_leaves(self, one: int, other: int, *, exactly: bool) -> Sum:
        """The same, added up knot by knot."""
        pairs = product(self._leaves(one), self._leaves(other))
        found = [self.across(a, b, exactly=exactly) for a, b in pairs]
        return sum([s[0] for s in found]), sum([s[1] for s in found]), all(s[2] for s in found)

    def _leaves(self, part: int) -> list[int]:
        """The knots of a part."""
        found, left = [], [part]
        while left:
            number = left.pop()
            parts = self._made_of[number].parts
            if parts is None:
                found.append(number)
            else:
                left.extend(parts)
        return found

    def _sum(self, one: "_Made", other: "_Made", *, exactly: bool) -> Sum:
        number = one.mass * other.mass
        if exactly or self._ceiling is None:
            return self._added_up(one.sample, other.sample), number, True
        return self._ceiling(one.sample, other.sample), number, False

    def _added_up(self, first: Knot, second: Knot) -> int:
        score, mass = self._score, self._mass
        return sum([mass(a) * mass(b) * round(100 * score(a, b)) for a in first for b in second])


@dataclass(frozen=True, slots=True)
class _Made:
    """A knot, by the first few of its units and what they count for, or a part, by the two that it is made of."""

    sample: Knot
    mass: int
    parts: tuple[int, int] | None
    depth: int
