"""The pool: several models averaged quantile by quantile; better than each, and steadier.

Which models it holds was chosen on the windows 2014–2017 of the public benchmark and
then left alone (docs/evaluation/forecasts.md).
"""

import numpy as np

from hudna.forecast.models.conflictology import conflictology_24
from hudna.forecast.models.forest import forest
from hudna.forecast.models.hurdle import hurdle
from hudna.forecast.models.quantiles import quantiles
from hudna.forecast.training import Numbers, Task

MEMBERS = (quantiles, forest, hurdle, conflictology_24)


def pool(task: Task) -> Numbers:
    """The mean of the members' quantiles."""
    parts = [np.sort(member(task), axis=1) for member in MEMBERS]
    return np.asarray(np.mean(parts, axis=0))


NAMES = {"pool": pool}
