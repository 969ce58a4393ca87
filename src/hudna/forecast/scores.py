"""Scores of a distribution given as draws, against what came.

All take `draws` (cases × draws) and `truth` (cases) and give one score a case;
lower is better. The ignorance score and its bins are those of the ViEWS 2023/24
prediction challenge (Hegre et al. 2024, arXiv 2407.11045), the continuous ranked
probability score is Gneiting & Raftery (2007, JASA 102), eq. 21, computed from
sorted draws; the interval score is eq. 43 of the same paper.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Score = Callable[[Numbers, Numbers], Numbers]

# Edges of the challenge's bins: none, 1–2, 3–5, 6–10, … more than 1,000 deaths.
BIN_EDGES = (0.0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5)
# The challenge scores 90 % intervals; its published figures come out with no other level.
LEVEL = 0.9


def crps(draws: Numbers, truth: Numbers) -> Numbers:
    """How far the whole distribution lies from what came, in the unit of the truth."""
    size = draws.shape[1]
    ranked = np.sort(draws, axis=1)
    weights = (2.0 * np.arange(1, size + 1) - size - 1.0) / (size * size)
    spread: Numbers = ranked @ weights
    near: Numbers = np.abs(ranked - truth[:, None]).mean(axis=1)
    return near - spread


def log_crps(draws: Numbers, truth: Numbers) -> Numbers:
    """The same on log(1 + deaths), where no single war outweighs all countries."""
    return crps(np.log1p(draws), np.log1p(truth))


def ignorance(draws: Numbers, truth: Numbers) -> Numbers:
    """Bits of surprise at the bin that came; each bin has one draw beforehand, so none is impossible."""
    bins = len(BIN_EDGES)
    forecast = np.digitize(draws, BIN_EDGES) - 1
    came = np.digitize(truth, BIN_EDGES) - 1
    seen = (forecast == came[:, None]).sum(axis=1)
    surprise: Numbers = -np.log2((seen + 1.0) / (draws.shape[1] + bins))
    return surprise


def interval_score(draws: Numbers, truth: Numbers, level: float = LEVEL) -> Numbers:
    """Width of the central interval, and what it costs to fall outside it."""
    low, high = interval(draws, level)
    penalty = 2.0 / (1.0 - level)
    below = penalty * np.maximum(low - truth, 0.0)
    above = penalty * np.maximum(truth - high, 0.0)
    score: Numbers = high - low + below + above
    return score


def interval(draws: Numbers, level: float = LEVEL) -> tuple[Numbers, Numbers]:
    """Lower and upper end of the central interval."""
    tail = (1.0 - level) / 2.0
    low, high = np.quantile(draws, [tail, 1.0 - tail], axis=1)
    return low, high


def covered(draws: Numbers, truth: Numbers, level: float = LEVEL) -> NDArray[np.bool_]:
    """Did what came lie within the central interval?"""
    low, high = interval(draws, level)
    return (truth >= low) & (truth <= high)


def brier(draws: Numbers, truth: Numbers, deaths: float = 25.0) -> Numbers:
    """Squared error of the probability of at least that many deaths."""
    chance = (draws >= deaths).mean(axis=1)
    error: Numbers = (chance - (truth >= deaths)) ** 2
    return error


def stretched(draws: Numbers, size: int = 1000) -> Numbers:
    """Few draws made many as the challenge's own program does it: by Fourier series, cut off at nought.

    Only for reproducing its published ignorance scores of forecasts with few draws.
    """
    few = draws.shape[1]
    spectrum = np.fft.rfft(draws, axis=1)
    if few % 2 == 0:
        spectrum[:, -1] *= 0.5  # the highest frequency stands for its mirror image too
    longer = np.zeros((draws.shape[0], size // 2 + 1), dtype=complex)
    longer[:, : spectrum.shape[1]] = spectrum
    stretched_draws: Numbers = np.fft.irfft(longer, n=size, axis=1) * (size / few)
    return np.maximum(stretched_draws, 0.0)
