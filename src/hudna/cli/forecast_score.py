"""`hudna forecast score`: a frozen forecast against what came."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table

from hudna.cli.console import counted, say, write
from hudna.cli.forecast_inputs import panel_of, read_events
from hudna.cli.frozen_files import read_frozen
from hudna.cli.table import terminal
from hudna.errors import InputError
from hudna.forecast.judge import Judged, Verdict, judge, match
from hudna.forecast.months import month_name
from hudna.forecast.panel import Panel
from hudna.forecast.reliability import EVENTS, ranks, reliability
from hudna.forecast.skill import Skill
from hudna.model.forecast import Forecast

_PICTURES = (".png", ".svg")


def print_scores(
    frozen: Path, *, ged: tuple[Path, ...], incidents: tuple[Path, ...], as_of: str | None, allegations: bool,
    plot: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """The exit code, after the scores were printed and, where asked for, drawn."""
    if plot is not None and plot.suffix not in _PICTURES:
        raise InputError(f"--plot {plot}: the name must end in {' or '.join(_PICTURES)}")
    opened = read_frozen(frozen)
    found = read_events(ged, incidents, allegations=allegations)
    truth = panel_of(found, opened.header.level, opened.header.violence, as_of).panel
    verdict = judge(opened.forecasts, truth)
    if not verdict.judged:
        raise InputError(
            f"{frozen.name} forecasts {opened.forecasts[0].month} to {opened.forecasts[-1].month}; what came is "
            f"known to {month_name(truth.last)}, so nothing can be scored yet"
        )
    if plot is not None:
        _draw(plot, opened.forecasts, truth, opened.header.as_of)
    if as_json:
        write(json.dumps(_as_json(verdict, opened.header.as_of)))
    else:
        _print_table(verdict, opened.header.as_of)
    return 1 if found.failed else 0


def _as_json(verdict: Verdict, as_of: str) -> dict[str, object]:
    return {
        "as_of": as_of, "scored_to": month_name(verdict.last), "pending": verdict.pending,
        "models": [asdict(one) for one in verdict.judged],
    }  # fmt: skip


def _print_table(verdict: Verdict, as_of: str) -> None:
    title = (
        f"Forecasts of {as_of}, scored to {month_name(verdict.last)}; lower is better, covered should be 90 %"
    )
    table = Table(box=SIMPLE_HEAD, title=title)
    columns = (
        "cases",
        "CRPS",
        "log CRPS",
        "ignorance",
        "interval",
        "Brier ≥ 25",
        "covered",
        "with violence",
        "log skill",
    )
    table.add_column("model")
    for name in columns:
        table.add_column(name, justify="right")
    for one in verdict.judged:
        table.add_row(one.model, *_cells(one))
    terminal().print(table)
    if verdict.pending:
        say(f"{counted(verdict.pending, 'forecast')} of later months pending")


def _cells(one: Judged) -> tuple[str, ...]:
    found = one.summary
    violent = "–" if found.covered_violent is None else f"{found.covered_violent:.0%}"
    return (
        str(found.cases), f"{found.crps:.3f}", f"{found.log_crps:.4f}", f"{found.ignorance:.3f}",
        f"{found.interval:.1f}", f"{found.brier:.4f}", f"{found.covered:.0%}", violent, _skill(one.log_skill),
    )  # fmt: skip


def _skill(skill: Skill | None) -> str:
    return "–" if skill is None else f"{skill.value:+.1%} ({skill.low:+.1%} to {skill.high:+.1%})"


def _draw(target: Path, forecasts: Sequence[Forecast], truth: Panel, as_of: str) -> None:
    from hudna.publish.reliability import draw_reliability

    models = list(dict.fromkeys(one.model for one in forecasts))
    matched = {model: match([one for one in forecasts if one.model == model], truth) for model in models}
    lines = [
        reliability(model, event, found.draws, found.truth)
        for model, found in matched.items()
        for event in EVENTS
    ]
    places = [ranks(model, found.draws, found.truth) for model, found in matched.items()]
    draw_reliability(
        lines, [place for place in places if place is not None], target, title=f"Forecasts of {as_of}"
    )
