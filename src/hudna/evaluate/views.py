"""ViEWS 2023/24 challenge, country-months 2018–2023: state-based deaths as distributions.

First the scorer reproduces the challenge's published figures of its conflictology
benchmark; only then are ours worth reading. The model was chosen on the windows
2014–2017 and frozen (docs/evaluation/forecasts.md says what touched 2018–2023). It
takes about twenty minutes on one core.
"""

from pathlib import Path

import numpy as np

from hudna.evaluate.sets import Figure, SetScore
from hudna.evaluate.views_windows import (
    ACTUAL_YEARS,
    Window,
    forecast_window,
    joined,
    official_window,
    read_panel,
)
from hudna.forecast.scores import crps, ignorance, stretched
from hudna.forecast.skill import Cases, Skill, score_cases, skill, summarise

NAME = "views-cm"
MODEL = "pool"
BASELINE = "conflictology-12"
# As published, 2018 to 2023 (fif911/probabilistic_conflict_modelling; arXiv 2407.11045).
PUBLISHED_CRPS = (14.48, 9.15, 21.34, 76.85, 124.00, 50.36)
PUBLISHED_IGNORANCE = (0.640, 0.610, 0.567, 0.686, 0.695, 0.682)
PEERS = {
    "CRPS": {"conflictology": 49.37, "4 models*": 45.37, "LightGBM*": 45.03},
    "log CRPS": {"conflictology": 0.1603, "4 models*": 0.1548, "LightGBM*": 0.1564},
    "ignorance": {"conflictology": 0.647, "4 models*": 0.582, "LightGBM*": 0.596},
    "covered 90 %, months with violence": {"conflictology": 0.649, "4 models*": 0.881, "LightGBM*": 0.859},
    "Brier, 25 deaths or more": {"conflictology": 0.0262, "4 models*": 0.0245, "LightGBM*": 0.0247},
}


def evaluate(data: Path) -> SetScore:
    """The published figures again, then the frozen model's."""
    panel = read_panel(data)
    official = [official_window(data, panel, year) for year in ACTUAL_YEARS]
    windows = [forecast_window(panel, year, MODEL) for year in ACTUAL_YEARS]
    base = [forecast_window(panel, year, BASELINE) for year in ACTUAL_YEARS]
    lines = tuple(_line(window, score_cases(window.draws, window.truth)) for window in windows)
    note = "* measured before with untuned models on the same windows. CRPS is decided by Ethiopia and Ukraine; read log CRPS first."
    return SetScore(NAME, (*reproduced(official), *figures(joined(windows), joined(base))), lines, note)


def reproduced(official: list[Window]) -> tuple[Figure, Figure]:
    """How far our scorer is from the published figures at most, over the six windows."""
    ours_crps = [float(crps(one.draws, one.truth).mean()) for one in official]
    ours_bits = [float(ignorance(stretched(one.draws), one.truth).mean()) for one in official]
    return (
        Figure("published CRPS: largest difference", _apart(ours_crps, PUBLISHED_CRPS), most=0.0051),
        Figure(
            "published ignorance: largest difference", _apart(ours_bits, PUBLISHED_IGNORANCE), most=0.00051
        ),
    )


def _apart(ours: list[float], published: tuple[float, ...]) -> float:
    return float(np.abs(np.array(ours) - np.array(published)).max())


def figures(ours: Window, base: Window) -> tuple[Figure, ...]:
    """The means over all windows with their bounds, and the skill against conflictology."""
    mine, theirs = (score_cases(one.draws, one.truth) for one in (ours, base))
    found = summarise(mine)
    by_crps = skill(mine.crps, theirs.crps, ours.units)
    by_log = skill(mine.log_crps, theirs.log_crps, ours.units)
    covered = "covered 90 %, months with violence"
    return (
        Figure("CRPS", found.crps, PEERS["CRPS"], most=44.9),
        Figure("log CRPS", found.log_crps, PEERS["log CRPS"], most=0.1540),
        Figure("ignorance", found.ignorance, PEERS["ignorance"], most=0.575),
        Figure(covered, found.covered_violent, PEERS[covered], least=0.87, most=0.93),
        Figure("log skill against conflictology, lower end", by_log.low if by_log else None, least=0.0, note=_interval(by_log)),
        Figure("CRPS skill against conflictology, lower end", by_crps.low if by_crps else None, note=_interval(by_crps)),
        Figure("interval score 90 %", found.interval),
        Figure("covered 90 %, all months", found.covered),
        Figure("Brier, 25 deaths or more", found.brier, PEERS["Brier, 25 deaths or more"]),
    )  # fmt: skip


def _interval(found: Skill | None) -> str:
    return "" if found is None else f"{found.value:+.3f} [{found.low:+.3f}, {found.high:+.3f}]"


def _line(window: Window, cases: Cases) -> str:
    found = summarise(cases)
    return (
        f"{window.year}: CRPS {found.crps:.2f}, log CRPS {found.log_crps:.4f}, ignorance {found.ignorance:.3f}, "
        f"covered {found.covered:.3f}, with violence {found.covered_violent or 0:.3f}"
    )
