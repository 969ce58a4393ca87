"""Pools: several models averaged quantile by quantile; better than each, and steadier.

`pool` was chosen on the windows 2014–2017 of the public benchmark, frozen, and scored
once on 2018–2023. `blend` was made after that, on nine windows before 2018, and has not
been scored there (docs/evaluation/forecasts.md).
"""

from collections.abc import Callable

import numpy as np

from hudna.forecast.models.conflictology import conflictology_24
from hudna.forecast.models.forest import forest, forest_of_deaths
from hudna.forecast.models.hurdle import hurdle
from hudna.forecast.models.quantiles import quantiles
from hudna.forecast.training import Numbers, Task

Members = tuple[Callable[[Task], Numbers], ...]
POOL: Members = (quantiles, forest, hurdle, conflictology_24)
BLEND: Members = (quantiles, forest, forest_of_deaths)


def pool(task: Task) -> Numbers:
    """Change and deaths, fitted and remembered: as scored on the public benchmark."""
    return _mean(task, POOL)


def blend(task: Task) -> Numbers:
    """Two models of change against the own level, and one of deaths themselves."""
    return _mean(task, BLEND)


NAMES = {"pool": pool, "blend": blend}


def _mean(task: Task, members: Members) -> Numbers:
    total = np.zeros(())
    for member in members:
        total = total + np.sort(member(task), axis=1)
    return np.asarray(total / len(members))
