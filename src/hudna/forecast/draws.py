"""Quantiles made into whole draws, in an order that the same input always gives again."""

import hashlib

import numpy as np
from numpy.typing import NDArray

from hudna.forecast.training import Numbers, Task

Draws = NDArray[np.int64]
# More dead in a month than any month of the record by far; a fit that runs away ends here.
_MOST = 10_000_000.0


def seed_of(task: Task, name: str) -> int:
    """A seed made of the history, the leads and the model's name."""
    digest = hashlib.sha256(name.encode())
    digest.update(np.ascontiguousarray(task.deaths, dtype="<f8").tobytes())
    digest.update(repr((task.deaths.shape, task.leads)).encode())
    return int.from_bytes(digest.digest()[:8], "big")


def draws(quantiles: Numbers, seed: int) -> Draws:
    """Whole numbers of deaths; each case is shuffled by itself, so that draws of two cases are unrelated.

    The draws are the distribution's thousand quantiles: no chance is left in scores of one case.
    """
    whole = np.rint(np.minimum(quantiles, _MOST)).astype(np.int64)
    chance = np.random.default_rng(seed)
    return chance.permuted(whole, axis=1)
