"""Quantile forest: many random trees; the distribution is that of the lessons in the same leaves.

Meinshausen 2006 (JMLR 7, 983–999) with extremely randomised trees. As in the boosted
model, what is learned is the change against the unit's own recent level.
"""

import numpy as np
from numpy.typing import NDArray

from hudna.forecast.models import needed
from hudna.forecast.training import LEVELS, Numbers, Task

TREES = 200
_OPTIONS = {"min_samples_leaf": 8, "max_features": 0.8, "bootstrap": True, "max_samples": 0.6, "n_jobs": 1}
# Changes are kept on a grid of so many quantiles of all lessons: finer changes no draw by one death in a hundred.
_GRID = 3001
# Cases at a time: their weights on the grid take some hundred megabytes.
_BLOCK = 4000


def forest(task: Task) -> Numbers:
    """The quantiles of a forest grown on the whole panel."""
    ensemble = needed("sklearn.ensemble", "forest")
    lessons = task.lessons
    target = np.log1p(lessons.deaths) - lessons.level
    trees = ensemble.ExtraTreesRegressor(TREES, random_state=task.seed, **_OPTIONS)
    trees.fit(lessons.rows, target, sample_weight=lessons.weights)
    grid = np.unique(np.quantile(target, np.linspace(0.0, 1.0, _GRID)))
    place = np.clip(np.searchsorted(grid, target), 0, grid.size - 1)
    learned, asked = trees.apply(lessons.rows), trees.apply(lessons.ahead)
    change = np.empty((task.cases, LEVELS.size))
    for start in range(0, task.cases, _BLOCK):
        block = slice(start, start + _BLOCK)
        weight = np.zeros((len(asked[block]), grid.size))
        for tree in range(TREES):
            weight += _in_leaves(learned[:, tree], asked[block, tree], place, lessons.weights, grid.size)
        change[block] = _quantiles(weight, grid)
    return np.maximum(np.expm1(change + lessons.ahead_level[:, None]), 0.0)


NAMES = {"forest": forest}


def _in_leaves(
    learned: NDArray[np.int64],
    asked: NDArray[np.int64],
    place: NDArray[np.int64],
    weights: Numbers,
    size: int,
) -> Numbers:
    """For each case asked, the share of each change among the lessons of its leaf."""
    order = np.argsort(learned, kind="stable")
    leaves, which = np.unique(asked, return_inverse=True)
    start = np.searchsorted(learned[order], leaves, side="left")
    end = np.searchsorted(learned[order], leaves, side="right")
    shares = np.zeros((leaves.size, size))
    for leaf in range(leaves.size):
        rows = order[start[leaf] : end[leaf]]
        counted = np.bincount(place[rows], weights=weights[rows], minlength=size)
        shares[leaf] = counted / counted.sum()
    return shares[which]


def _quantiles(weight: Numbers, grid: Numbers) -> Numbers:
    total = weight.cumsum(axis=1)
    total /= total[:, -1:]
    places = [np.searchsorted(row, LEVELS) for row in total]
    return grid[np.minimum(np.array(places), grid.size - 1)]
