"""PRIO-GRID cells and districts of the Central African Republic by month, 2016–2022, UCDP GED 23.1.

Each December all deaths of the twelve months to come are forecast from what was known.
The cells are those that had an event in any year. Most cells are quiet in most months,
so "nobody dies" is a yardstick too. The series is carried in benchmarks/.
"""

import gzip
from pathlib import Path

import numpy as np

from hudna.evaluate.alerts_car import SERIES
from hudna.evaluate.sets import Figure, SetScore
from hudna.forecast.draws import draws, seed_of
from hudna.forecast.models import model_named
from hudna.forecast.panel import Panel, make_panel
from hudna.forecast.skill import Cases, Skill, score_cases, skill
from hudna.forecast.training import Task
from hudna.forecast.ucdp import read_ged
from hudna.model.forecast import Level

NAME = "grid-car"
CARRIED = True
YEARS = tuple(range(2016, 2023))
LEADS = tuple(range(1, 13))
MODELS = ("forest", "hurdle", "conflictology-24", "zero")
BASELINE = "conflictology-12"
LEVELS: tuple[Level, ...] = ("grid", "admin1")


def evaluate(_: Path) -> SetScore:
    """Mean CRPS and log CRPS of each model at both levels, with the skill against conflictology."""
    figures = [figure for level in LEVELS for figure in _level(read_panel(level), level)]
    return SetScore(
        NAME, tuple(figures), note=f"known to December {YEARS[0] - 1} to {YEARS[-1] - 1}, 12 months each"
    )


def read_panel(level: Level, path: Path = SERIES) -> Panel:
    """The carried series by month, all types of violence, to December 2022."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        events = read_ged(lines, path.name).events
    return make_panel(events, level, last=YEARS[-1] * 12 + 11).panel


def _level(panel: Panel, level: Level) -> list[Figure]:
    base = scored(panel, BASELINE)
    units = panel.units * (len(LEADS) * len(YEARS))
    figures = [*_figures(level, BASELINE, base, None)]
    for model in MODELS:
        found = scored(panel, model)
        figures += _figures(level, model, found, skill(found.log_crps, base.log_crps, units))
    return figures


def _figures(level: Level, model: str, found: Cases, better: Skill | None) -> list[Figure]:
    note = "" if better is None else f"skill {better.value:+.3f} [{better.low:+.3f}, {better.high:+.3f}]"
    return [
        Figure(f"{level}, {model}: CRPS", float(found.crps.mean())),
        Figure(f"{level}, {model}: log CRPS", float(found.log_crps.mean()), note=note),
    ]


def scored(panel: Panel, model: str, years: tuple[int, ...] = YEARS) -> Cases:
    """The model's scores over these years."""
    parts = [_year(panel, year, model) for year in years]
    return score_cases(np.concatenate([one[0] for one in parts]), np.concatenate([one[1] for one in parts]))


def _year(panel: Panel, year: int, model: str) -> tuple[np.ndarray, np.ndarray]:
    known = panel.until(year * 12 - 1)
    task = Task(known.deaths, LEADS, known.near)
    start = year * 12 - panel.first
    truth = panel.deaths[:, start : start + len(LEADS)].T.reshape(-1)
    return draws(model_named(model)(task), seed_of(task, model)).astype(float), truth
