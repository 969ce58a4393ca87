"""The windows of the public benchmark, on a folder made up in its layout."""

import numpy as np
import pandas as pd
import pytest

from hudna.evaluate import views
from hudna.evaluate.views import evaluate, figures, reproduced
from hudna.evaluate.views_windows import (
    ACTUAL_YEARS,
    LEADS,
    Window,
    forecast_window,
    joined,
    official_window,
    read_panel,
    truth_of,
)
from hudna.forecast.months import month_name, views_month

NAMES = ("Chad", "Libya", "Peru")


@pytest.fixture
def data(tmp_path):
    """Three countries: Libya at war, Chad now and then, Peru quiet and so not in the history file."""
    folder = tmp_path / "forecast"
    (folder / "cm_actuals").mkdir(parents=True)
    pd.DataFrame({"country_id": [7, 3, 9], "id": [7, 3, 9], "name": NAMES}).to_csv(
        folder / "country_list.csv", index=False
    )
    chance = np.random.default_rng(1)
    months = pd.date_range("1989-01-31", periods=408, freq="ME")
    history = pd.DataFrame(
        {"Libya": chance.poisson(30, 408), "Chad": chance.poisson(0.5, 408)}, index=months
    ).astype(float)
    history.to_csv(folder / "state_based_deaths_country_month_1990_2023.csv")
    for number, year in enumerate(ACTUAL_YEARS):
        first = 457 + 12 * number
        index = pd.MultiIndex.from_product(
            [range(first, first + 12), [7, 3, 9]], names=["month_id", "country_id"]
        )
        outcome = pd.DataFrame({"outcome": chance.poisson(2, len(index))}, index=index)
        outcome.to_parquet(folder / "cm_actuals" / f"cm_actuals_{year}.parquet")
        drawn = pd.MultiIndex.from_product(
            [range(first, first + 12), [7, 3, 9], range(12)], names=["month_id", "country_id", "draw"]
        )
        values = pd.DataFrame({"outcome": drawn.get_level_values("country_id")}, index=drawn)
        values.to_parquet(folder / f"bm_conflictology_cm_{year}.parquet")
    return tmp_path


def test_the_panel_joins_history_and_actuals_by_month_and_country(data):
    panel = read_panel(data)
    assert panel.units == NAMES
    assert month_name(panel.first) == "1990-01"
    assert month_name(panel.last) == "2023-12"
    assert panel.near == ((1,), (0,), ())
    history = pd.read_csv(data / "forecast" / "state_based_deaths_country_month_1990_2023.csv")
    actuals = pd.read_parquet(data / "forecast" / "cm_actuals" / "cm_actuals_2020.parquet")["outcome"]
    assert panel.deaths[1, 335] == history["Libya"][335]  # December 2017
    assert panel.deaths[2].sum() == sum(
        pd.read_parquet(data / "forecast" / "cm_actuals" / f"cm_actuals_{year}.parquet")["outcome"]
        .xs(9, level=1)
        .sum()
        for year in ACTUAL_YEARS
    )
    assert panel.deaths[0, views_month(485) - panel.first] == actuals[485, 7]


def test_a_window_is_forecast_from_the_october_before(data):
    panel = read_panel(data)
    found = forecast_window(panel, 2019, "conflictology-12")
    assert len(LEADS) == 12
    october = 2018 * 12 + 9 - panel.first
    known = panel.deaths[1, october - 11 : october + 1]
    assert set(found.draws[1]) <= set(known)
    assert found.units[:4] == ("Chad", "Libya", "Peru", "Chad")
    assert found.truth[4] == panel.deaths[1, 2019 * 12 + 1 - panel.first]


def test_what_comes_after_the_october_changes_no_forecast(data):
    panel = read_panel(data)
    before = forecast_window(panel, 2015, "hurdle").draws
    panel.deaths[:, 2014 * 12 + 10 - panel.first :] = 999.0
    assert np.array_equal(forecast_window(panel, 2015, "hurdle").draws, before)


def test_the_official_draws_stand_beside_their_country_and_month(data):
    panel = read_panel(data)
    official = official_window(data, panel, 2018)
    assert official.draws.shape == (36, 12)
    assert official.draws[:3, 0].tolist() == [7, 3, 9]
    assert np.array_equal(official.truth, truth_of(panel, 2018))


def test_figures_that_are_not_the_published_ones_fail(data):
    panel = read_panel(data)
    checks = reproduced([official_window(data, panel, year) for year in ACTUAL_YEARS])
    assert not any(figure.enough for figure in checks)


def test_a_better_model_has_skill_and_a_worse_one_none():
    truth = np.array([0.0, 3, 0, 40] * 30)
    units = tuple(f"u{number % 12}" for number in range(120))
    sure = Window(2018, np.repeat(truth[:, None], 50, axis=1), truth, units)
    vague = Window(2018, np.tile(np.arange(50.0), (120, 1)), truth, units)
    by_name = {figure.name: figure for figure in figures(sure, vague)}
    assert by_name["CRPS"].enough
    assert by_name["log skill against conflictology, lower end"].enough
    assert by_name["covered 90 %, months with violence"].value == 1.0
    assert not by_name["covered 90 %, months with violence"].enough  # more than .93 is too wide
    worse = {figure.name: figure for figure in figures(vague, sure)}
    assert not worse["log CRPS"].enough
    assert joined([sure, vague]).draws.shape == (240, 50)


def test_the_set_prints_a_line_a_year(data, monkeypatch):
    monkeypatch.setattr(views, "MODEL", "conflictology-24")
    score = evaluate(data)
    assert [line[:4] for line in score.lines] == [str(year) for year in ACTUAL_YEARS]
    assert not score.passed
