"""Every model, on a small invented panel."""

import subprocess
import sys
from functools import cache

import numpy as np
import pytest

from forecast.factory import made_panel
from hudna.errors import InputError
from hudna.forecast.draws import draws, seed_of
from hudna.forecast.features import features
from hudna.forecast.models import find_models, model_named
from hudna.forecast.models.pool import BLEND, POOL, _mean
from hudna.forecast.scores import crps
from hudna.forecast.training import LEVELS, Task

PANEL = made_panel(units=8, months=110)
TASK = Task(PANEL.deaths[:, :-6], (1, 3, 6), PANEL.near)
LIGHT = ("conflictology-12", "conflictology-24", "hurdle", "zero")
POOLS = ("pool", "blend")
SINGLE = tuple(name for name in sorted(find_models()) if name not in POOLS)
EVERY = pytest.mark.parametrize("name", SINGLE)
FITTED = pytest.mark.parametrize("name", ["hurdle", "quantiles", "forest", "forest-of-deaths"])


@cache
def made(name):
    """A model's quantiles of the task, made once for all tests."""
    return model_named(name)(TASK)


@EVERY
def test_a_model_gives_each_case_its_quantiles(name):
    assert made(name).shape == (TASK.cases, LEVELS.size)
    assert np.isfinite(made(name)).all()
    assert (made(name) >= 0).all()


@EVERY
def test_a_model_gives_the_same_again(name):
    assert np.array_equal(made(name), model_named(name)(Task(PANEL.deaths[:, :-6], (1, 3, 6), PANEL.near)))


@EVERY
def test_units_that_were_always_quiet_are_forecast_quiet(name):
    found = draws(made(name), 1).reshape(3, len(PANEL.units), -1)
    assert (found[:, len(PANEL.units) // 2 :] > 0).mean() < 0.05


@FITTED
def test_a_fitted_model_knows_more_than_nothing(name):
    truth = np.concatenate([PANEL.deaths[:, -7 + lead] for lead in TASK.leads])
    assert crps(made(name), truth).mean() < crps(made("zero"), truth).mean()


@pytest.mark.parametrize("name", ["hurdle", "quantiles", "forest"])
def test_a_war_larger_than_any_learned_from_is_not_cut_down(name):
    deaths = PANEL.deaths[:, :-6].copy()
    deaths[0, -3:] = 20_000.0
    assert np.median(model_named(name)(Task(deaths, (1,)))[0]) > 3 * PANEL.deaths.max()


def test_a_forest_of_deaths_forgets_a_level_that_no_war_has_kept():
    deaths = PANEL.deaths[:, :-6].copy()
    deaths[0, -1] = 1_000_000.0
    changed, forgotten = (
        np.median(model_named(name)(Task(deaths, (6,)))[0]) for name in ("forest", "forest-of-deaths")
    )
    assert forgotten < changed


def test_a_pool_is_the_mean_of_its_members_quantiles():
    first, second = (lambda _: np.array([[3.0, 1.0]])), (lambda _: np.array([[5.0, 9.0]]))
    assert _mean(TASK, (first, second)).tolist() == [[3.0, 6.0]]
    assert {member.__name__ for member in POOL} == {"quantiles", "forest", "hurdle", "conflictology_24"}
    assert {member.__name__ for member in BLEND} == {"quantiles", "forest", "forest_of_deaths"}


def test_neighbours_are_learned_from():
    near = tuple(((unit + 1) % 8,) for unit in range(8))
    names = features(PANEL.deaths, near).names
    assert "near.mean.12" in names
    assert not np.array_equal(made("hurdle"), model_named("hurdle")(Task(TASK.deaths, TASK.leads, near)))


def test_nothing_after_the_origin_is_looked_at():
    found = features(PANEL.deaths).values[:, :100]
    assert np.array_equal(found, features(PANEL.deaths[:, :100]).values)


def test_conflictology_is_the_last_months():
    found = model_named("conflictology-12")(TASK)
    months = sorted(TASK.deaths[0, -12:].tolist())
    assert sorted(set(found[0].tolist())) == sorted(set(months))
    assert found[0].mean() == pytest.approx(np.mean(months), rel=0.02)


def test_draws_are_the_quantiles_in_an_order_that_stays():
    found = model_named("conflictology-12")(TASK)
    seed = seed_of(TASK, "conflictology-12")
    first, second = draws(found, seed), draws(found, seed)
    assert np.array_equal(first, second)
    assert np.array_equal(np.sort(first, axis=1), np.rint(np.sort(found, axis=1)))
    assert not np.array_equal(first[0], np.sort(first[0]))
    changed = TASK.deaths.copy()
    changed[0, 0] += 1
    assert seed_of(Task(changed, TASK.leads), "conflictology-12") != seed


def test_an_unknown_model_lists_the_known_ones():
    with pytest.raises(
        InputError, match=r"no forecasting model 'oracle'; known: blend, conflictology-12, .*zero"
    ):
        model_named("oracle")


@FITTED
def test_a_history_too_short_is_said(name):
    with pytest.raises(InputError, match="40 months of history are too short"):
        model_named(name)(Task(PANEL.deaths[:, :40], (1, 3)))
    with pytest.raises(InputError, match="conflictology-12 needs 12 months of history; there are 5"):
        model_named("conflictology-12")(Task(PANEL.deaths[:, :5], (1,)))


@pytest.mark.parametrize("leads", [(), (0, 1), (3, 2), (1, 1)])
def test_leads_that_make_no_sense_are_refused(leads):
    with pytest.raises(ValueError, match="months ahead"):
        Task(PANEL.deaths, leads)


@pytest.mark.parametrize(("package", "name"), [("lightgbm", "quantiles"), ("sklearn", "forest")])
def test_a_missing_package_is_named_with_what_to_install(monkeypatch, package, name):
    for module in [one for one in sys.modules if one.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(InputError, match=r"needs .*: pip install 'hudna\[forecast\]'; .*hurdle work"):
        model_named(name)(TASK)


def test_the_light_models_load_no_heavy_package():
    code = (
        "import sys, numpy; from hudna.forecast.models import find_models; from hudna.forecast.training import Task\n"
        "deaths = numpy.arange(3 * 120.).reshape(3, 120) % 7; task = Task(deaths, (1, 2))\n"
        f"[find_models()[name](task) for name in {LIGHT}]\n"
        "print([m for m in ('lightgbm', 'sklearn', 'pandas', 'pyarrow', 'matplotlib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
