"""Do chances come true as often as they say, and do intervals hold what they should?"""

import numpy as np
from numpy.typing import NDArray

from hudna.forecast.scores import Numbers
from hudna.model.forecast import Ranks, Reliability

EVENTS = {"any deaths": 1.0, "25 deaths or more": 25.0}
# Narrow at the ends, where most countries and the longest wars lie.
_EDGES = (0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
_TENTHS = 10


def reliability(model: str, event: str, draws: Numbers, truth: Numbers) -> Reliability:
    """Cases grouped by the chance forecast, with how often it came; empty groups are left out."""
    chance = (draws >= EVENTS[event]).mean(axis=1)
    came = truth >= EVENTS[event]
    group = np.clip(np.digitize(chance, _EDGES) - 1, 0, len(_EDGES) - 2)
    used = [number for number in range(len(_EDGES) - 1) if (group == number).any()]
    return Reliability(
        model=model, event=event,
        forecast=tuple(float(chance[group == number].mean()) for number in used),
        observed=tuple(float(came[group == number].mean()) for number in used),
        cases=tuple(int((group == number).sum()) for number in used),
    )  # fmt: skip


def ranks(model: str, draws: Numbers, truth: Numbers) -> Ranks | None:
    """The place of what came among the draws that have deaths, of months with violence; None without any.

    Noughts are left out on both sides, so that even shares are right. Where draws equal
    what came, the place is spread evenly over them; where no draw has deaths, it is last.
    """
    violent = truth > 0
    if not violent.any():
        return None
    shares = [_place(row[row > 0], came) for row, came in zip(draws[violent], truth[violent], strict=True)]
    mean = np.mean(shares, axis=0)
    return Ranks(model=model, shares=tuple(float(share) for share in mean), cases=int(violent.sum()))


def _place(drawn: Numbers, came: float) -> NDArray[np.float64]:
    if drawn.size == 0:
        return _spread(1.0, 1.0)
    return _spread(float((drawn < came).mean()), float((drawn <= came).mean()))


def _spread(low: float, high: float) -> NDArray[np.float64]:
    """The share of each tenth in the stretch between two places; a point lies in one tenth."""
    shares = np.zeros(_TENTHS)
    if high <= low:
        shares[min(int(low * _TENTHS), _TENTHS - 1)] = 1.0
        return shares
    edges = np.arange(_TENTHS + 1) / _TENTHS
    overlap = np.minimum(high, edges[1:]) - np.maximum(low, edges[:-1])
    spread: NDArray[np.float64] = np.maximum(overlap, 0.0) / (high - low)
    return spread
