"""Quantile forest: many random trees; the distribution is that of the lessons in the same leaves.

Meinshausen 2006 (JMLR 7, 983–999) with extremely randomised trees. One forest learns the
change against the unit's own recent level, as the boosted model does; the other learns
deaths themselves. The first is right where a great war goes on, the second where it ends.
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
    """The quantiles of a forest that learned change against the unit's own recent level."""
    lessons = task.lessons
    return _grown(task, "forest", lessons.level, lessons.ahead_level)


def forest_of_deaths(task: Task) -> Numbers:
    """The quantiles of a forest that learned deaths themselves: it forgets a level that no war has kept."""
    lessons = task.lessons
    return _grown(task, "forest-of-deaths", np.zeros_like(lessons.level), np.zeros_like(lessons.ahead_level))


NAMES = {"forest": forest, "forest-of-deaths": forest_of_deaths}


def _grown(task: Task, name: str, level: Numbers, ahead_level: Numbers) -> Numbers:
    """The quantiles of a forest grown on the whole panel, of what lies above the given levels."""
    ensemble = needed("sklearn.ensemble", name)
    lessons = task.lessons
    target = np.log1p(lessons.deaths) - level
    trees = ensemble.ExtraTreesRegressor(TREES, random_state=task.seed, **_OPTIONS)
    trees.fit(lessons.rows, target, sample_weight=lessons.weights)
    learned, asked = trees.apply(lessons.rows), trees.apply(lessons.ahead)
    found = np.empty((task.cases, LEVELS.size))
    for start in range(0, task.cases, _BLOCK):
        block = slice(start, start + _BLOCK)
        found[block] = _from_leaves(learned, asked[block], target, lessons.weights)
    return np.maximum(np.expm1(found + ahead_level[:, None]), 0.0)


def _from_leaves(
    learned: NDArray[np.int64], asked: NDArray[np.int64], target: Numbers, weights: Numbers
) -> Numbers:
    """The quantiles of the lessons that share leaves with each case."""
    grid = np.unique(np.quantile(target, np.linspace(0.0, 1.0, _GRID)))
    place = np.clip(np.searchsorted(grid, target), 0, grid.size - 1)
    weight = np.zeros((len(asked), grid.size))
    for tree in range(TREES):
        weight += _in_leaves(learned[:, tree], asked[:, tree], place, weights, grid.size)
    return _quantiles(weight, grid)


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
