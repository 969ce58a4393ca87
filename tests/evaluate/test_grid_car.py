"""Forecasts for cells and districts of the carried series; floors that only rise."""

import numpy as np

from hudna.evaluate.grid_car import BASELINE, LEADS, _figures, read_panel, scored
from hudna.forecast.skill import skill


def test_the_carried_series_has_the_cells_of_prio_grid():
    panel = read_panel("grid")
    assert len(panel.units) == 151
    assert 0.02 < (panel.deaths[:, -120:] > 0).mean() < 0.06
    assert sum(len(near) for near in panel.near) > 3 * len(panel.units)


def test_the_hurdle_is_no_worse_than_conflictology_in_districts():
    panel = read_panel("admin1")
    years = (2018, 2022)
    ours, base = scored(panel, "hurdle", years), scored(panel, BASELINE, years)
    assert ours.truth.size == len(panel.units) * len(LEADS) * len(years)
    assert np.array_equal(ours.truth, base.truth)
    found = skill(ours.log_crps, base.log_crps, panel.units * (len(LEADS) * len(years)))
    assert found.value > 0.0
    assert _figures("admin1", "hurdle", ours, found)[1].note.startswith("skill +")
