"""The windows of the ViEWS 2023/24 challenge, country-months: what was known, what came.

A window is a calendar year, forecast from what was known at the end of the October
before. Deaths up to 2017 come from the history file, later ones from the challenge's
actuals, as its own benchmark samples show that they were read. The history file names
countries; those it does not name had no state-based death in any year.
"""

import csv
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hudna.errors import InputError
from hudna.forecast.draws import draws, seed_of
from hudna.forecast.models import model_named
from hudna.forecast.months import views_month
from hudna.forecast.panel import Panel
from hudna.forecast.training import Task
from hudna.knowledge.borders import touching

Numbers = NDArray[np.float64]

FOLDER = "forecast"
LEADS = tuple(range(3, 15))
# Rows of the history file count months from ViEWS month 121; its own dates are a year off.
_FIRST = views_month(121)
_ACTUALS_FROM = 2018
ACTUAL_YEARS = tuple(range(2018, 2024))


@dataclass(frozen=True, slots=True)
class Window:
    """One year: its draws (cases × draws), what came, and the unit of each case, ordered by month, then unit."""

    year: int
    draws: Numbers
    truth: Numbers
    units: tuple[str, ...]


def read_panel(data: Path) -> Panel:
    """Deaths by country and month, 1990–2023."""
    folder = data / FOLDER
    names = _countries(folder / "country_list.csv")
    deaths = _history(folder / "state_based_deaths_country_month_1990_2023.csv", tuple(names.values()))
    row = {number: place for place, number in enumerate(names)}
    for year in ACTUAL_YEARS:
        table = _long(folder / "cm_actuals" / f"cm_actuals_{year}.parquet")
        cases = zip(table["month_id"], table["country_id"], table["outcome"], strict=True)
        for month, country, outcome in cases:
            deaths[row[country], views_month(int(month)) - _FIRST] = float(outcome)
    units = tuple(names.values())
    return Panel(units, _FIRST, deaths, touching(units))


def _countries(path: Path) -> dict[int, str]:
    """The challenge's units: number and name, in the order of the list."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {int(row["country_id"]): row["name"] for row in csv.DictReader(lines)}


def _history(path: Path, units: tuple[str, ...]) -> Numbers:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    deaths = np.zeros((len(units), len(rows)))
    for place, name in enumerate(units):
        if name in rows[0]:
            deaths[place] = [float(row[name]) for row in rows]
    return deaths


def _long(path: Path) -> Any:
    """A Parquet table with its index as columns."""
    try:
        pandas = importlib.import_module("pandas")
    except ModuleNotFoundError as error:
        raise InputError(f"this set needs {error.name}: pip install 'hudna[forecast]'") from error
    return pandas.read_parquet(path).reset_index()


def truth_of(panel: Panel, year: int) -> Numbers:
    """What came in that year, by month, then unit."""
    start = year * 12 - panel.first
    return panel.deaths[:, start : start + 12].T.reshape(-1)


def forecast_window(panel: Panel, year: int, model: str) -> Window:
    """The model's draws for that year, made from what was known at the end of the October before."""
    task = Task(panel.until(year * 12 - 3).deaths, LEADS, panel.near)
    found = draws(model_named(model)(task), seed_of(task, model)).astype(float)
    return Window(year, found, truth_of(panel, year), panel.units * len(LEADS))


def official_window(data: Path, panel: Panel, year: int) -> Window:
    """The challenge's own conflictology draws for that year."""
    table = _long(data / FOLDER / f"bm_conflictology_cm_{year}.parquet")
    wide = table.pivot_table(index=["month_id", "country_id"], columns="draw", values="outcome")
    months = sorted(set(table["month_id"]))
    numbers = _countries(data / FOLDER / "country_list.csv")
    rows = [(month, number) for month in months for number in numbers]
    return Window(
        year, wide.loc[rows].to_numpy(float), truth_of(panel, year), panel.units * len(months)
    )  # fmt: skip


def joined(windows: Sequence[Window]) -> Window:
    """Several years as one table of cases."""
    return Window(
        windows[0].year,
        np.concatenate([one.draws for one in windows]),
        np.concatenate([one.truth for one in windows]),
        tuple(unit for one in windows for unit in one.units),
    )
