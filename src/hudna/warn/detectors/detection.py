"""What a detector says of one week, and how the counts it is given are read."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# One number a week, oldest first; None (or NaN): nobody was looking, or the reports are not in.
Counts = Sequence[float | None] | NDArray[np.float64]
Series = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Detection:
    """One week judged: an alarm where the statistic lies above the threshold.

    `expected` and `upper` are in the unit of the counts, for people to read: what the
    past leads to expect, and the count above which the week is unusual. `upper` is None
    where a method has no such bound.
    """

    seen: float
    expected: float
    upper: float | None
    statistic: float
    threshold: float

    @property
    def alarm(self) -> bool:
        """Is the statistic above the threshold?"""
        return self.statistic > self.threshold


def series(counts: Counts) -> Series:
    """The counts as numbers, missing weeks as NaN; a negative or infinite count is refused."""
    values = np.array([math.nan if count is None else float(count) for count in counts], dtype=float)
    wrong = np.flatnonzero((values < 0) | np.isinf(values))
    if wrong.size:
        week = int(wrong[0])
        raise ValueError(
            f"count {values[week]} of week {week} is no count; a number from 0 up would be right"
        )
    return values


def is_missing(values: Series) -> bool:
    """Is there no last week, or is it missing?"""
    return values.size == 0 or bool(np.isnan(values[-1]))


def along(
    detector: Callable[[Counts], Detection | None], counts: Counts, *, first: int = 0
) -> list[Detection | None]:
    """The detector's answer for each week in turn, knowing only the weeks up to it."""
    values = series(counts)
    return [None] * first + [detector(values[: week + 1]) for week in range(first, values.size)]
