"""Forecasting models on yearly windows of the ViEWS challenge, country-months.

    python benchmarks/forecasts.py --data DIR                       the windows 2014–2017, on which models are chosen
    python benchmarks/forecasts.py --data DIR --years 2001 2004     other windows, from 1998 on
    python benchmarks/forecasts.py --data DIR --picture FILE.png    draws how far chances came true, 2018–2023

Windows from 2018 on are the test: whatever is scored on them goes into the log of docs/evaluation/forecasts.md.

Windows before 2018 are made from the training history in the same way as the challenge's own. Means over
all windows; skill against conflictology with its interval over countries. Minutes a window and fitted model.
"""

import argparse
from pathlib import Path

from hudna.evaluate.views import BASELINE, MODEL
from hudna.evaluate.views_windows import ACTUAL_YEARS, Window, forecast_window, joined, read_panel
from hudna.forecast.panel import Panel
from hudna.forecast.reliability import EVENTS, ranks, reliability
from hudna.forecast.skill import Skill, score_cases, skill, summarise
from hudna.publish.reliability import draw_reliability

CHOICE_YEARS = (2014, 2015, 2016, 2017)
MODELS = (BASELINE, "conflictology-24", "hurdle", "forest", "forest-of-deaths", "quantiles", MODEL, "blend")


def windows(panel: Panel, model: str, years: tuple[int, ...]) -> Window:
    """All years of one model as one table of cases."""
    return joined([forecast_window(panel, year, model) for year in years])


def table(panel: Panel, models: tuple[str, ...], years: tuple[int, ...]) -> None:
    """One line a model."""
    base = windows(panel, BASELINE, years)
    theirs = score_cases(base.draws, base.truth)
    print(f"{'model':18} CRPS   log    ignor. interval cover violent Brier   log skill")
    for name in models:
        found = windows(panel, name, years)
        ours = score_cases(found.draws, found.truth)
        one = summarise(ours)
        better = skill(ours.log_crps, theirs.log_crps, found.units)
        print(
            f"{name:18} {one.crps:6.2f} {one.log_crps:.4f} {one.ignorance:.4f} {one.interval:7.1f} {one.covered:.4f} "
            f"{one.covered_violent or 0:.4f} {one.brier:.4f}  {_interval(better)}",
            flush=True,
        )


def _interval(found: Skill | None) -> str:
    return "" if found is None else f"{found.value:+.3f} [{found.low:+.3f}, {found.high:+.3f}]"


def picture(panel: Panel, target: Path, years: tuple[int, ...]) -> None:
    """Chances against what came, of the model and of conflictology."""
    found = {name: windows(panel, name, years) for name in (MODEL, BASELINE)}
    lines = [
        reliability(name, event, one.draws, one.truth) for name, one in found.items() for event in EVENTS
    ]
    places = [ranks(name, one.draws, one.truth) for name, one in found.items()]
    title = (
        f"State-based deaths by country and month, {years[0]}–{years[-1]}, forecast from the October before"
    )
    draw_reliability(lines, [one for one in places if one is not None], target, title=title)


def main() -> None:
    """Read the options and print or draw."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    options.add_argument("--models", nargs="+", default=MODELS)
    options.add_argument("--years", nargs="+", type=int, default=CHOICE_YEARS)
    options.add_argument("--picture", type=Path)
    given = options.parse_args()
    panel = read_panel(given.data)
    if given.picture is not None:
        picture(panel, given.picture, ACTUAL_YEARS)
    else:
        table(panel, tuple(given.models), tuple(given.years))


if __name__ == "__main__":
    main()
