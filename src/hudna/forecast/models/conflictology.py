"""Conflictology: the unit's own last months are the forecast, for every month ahead.

The benchmark of the ViEWS 2023/24 challenge, and hard to beat there: whatever a model
claims is measured against it. `zero` says that nobody dies.
"""

import numpy as np

from hudna.errors import InputError
from hudna.forecast.training import LEVELS, Numbers, Task


def last_months(task: Task, months: int) -> Numbers:
    """The quantiles of the last so many months, the same at each lead."""
    if task.deaths.shape[1] < months:
        raise InputError(
            f"conflictology-{months} needs {months} months of history; there are {task.deaths.shape[1]}"
        )
    ranked = np.sort(task.deaths[:, -months:], axis=1)
    place = np.minimum((LEVELS * months).astype(int), months - 1)
    return np.tile(ranked[:, place], (len(task.leads), 1))


def conflictology_12(task: Task) -> Numbers:
    """The last year."""
    return last_months(task, 12)


def conflictology_24(task: Task) -> Numbers:
    """The last two years."""
    return last_months(task, 24)


def zero(task: Task) -> Numbers:
    """Nobody dies; on a fine grid a yardstick that models must be held against."""
    return np.zeros((task.cases, LEVELS.size))


NAMES = {"conflictology-12": conflictology_12, "conflictology-24": conflictology_24, "zero": zero}
