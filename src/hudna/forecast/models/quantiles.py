"""Gradient boosting of quantiles (LightGBM): one model for each level of the distribution.

What is learned is the change against the unit's own recent level on the log scale, so
that a war larger than any seen before is forecast from its own size and not cut down to
the largest one learned from.
"""

import numpy as np

from hudna.forecast.models import needed
from hudna.forecast.training import LEVELS, Numbers, Task

# Closer together where the distributions of the dead are long: above the median.
ALPHAS: Numbers = np.array(
    [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995]
)
ROUNDS = 200
_PARAMETERS = {
    "objective": "quantile", "num_leaves": 15, "learning_rate": 0.05, "min_data_in_leaf": 60,
    "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 1.0,
    "verbose": -1, "deterministic": True, "force_row_wise": True, "num_threads": 1,
}  # fmt: skip


def quantiles(task: Task) -> Numbers:
    """The quantiles of a boosted model fitted to the whole panel."""
    lightgbm = needed("lightgbm", "quantiles")
    lessons = task.lessons
    target = np.log1p(lessons.deaths) - lessons.level
    rows = lightgbm.Dataset(
        lessons.rows, target, weight=lessons.weights, params={"verbose": -1, "max_bin": 127}
    )
    found = np.empty((task.cases, ALPHAS.size))
    for place, alpha in enumerate(ALPHAS):
        parameters = {**_PARAMETERS, "alpha": float(alpha), "seed": task.seed}
        model = lightgbm.train(parameters, rows, num_boost_round=ROUNDS)
        found[:, place] = model.predict(lessons.ahead, num_threads=1)
    found.sort(axis=1)
    change = np.array([np.interp(LEVELS, ALPHAS, row) for row in found])
    return np.maximum(np.expm1(change + lessons.ahead_level[:, None]), 0.0)


NAMES = {"quantiles": quantiles}
