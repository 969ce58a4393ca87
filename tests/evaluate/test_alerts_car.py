"""The weekly benchmark on the series that the project carries: floors that only rise."""

from datetime import date

import pytest

from hudna.errors import InputError
from hudna.evaluate import alerts_car
from hudna.evaluate.alerts_car import BUDGET, evaluate, read_series


def test_the_detector_on_deaths_keeps_its_floors(monkeypatch):
    monkeypatch.setattr(alerts_car, "ON_EVENTS", {})
    score = evaluate(alerts_car.SERIES)
    figures = {figure.name: figure.value for figure in score.figures}
    assert figures["seen by week +0"] >= 0.68
    assert figures["seen by week +3"] >= 0.98
    assert figures["raised anew by week +0"] >= 0.66
    assert 0.8 * BUDGET.per_area_year <= figures["false alarms a district-year"] <= 1.2 * BUDGET.per_area_year
    assert score.passed
    assert "60 outbreaks in 17 districts" in score.note


def test_the_carried_series_is_whole():
    table = read_series()
    assert len(table.districts) == 17
    assert table.deaths.sum() > 10_000
    assert table.week(date(2014, 1, 1)) == 1305


def test_a_missing_series_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.csv\.gz is missing"):
        read_series(tmp_path / "none.csv.gz")
