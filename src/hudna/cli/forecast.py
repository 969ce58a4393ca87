"""`hudna forecast`: files in, forecasts out, as a table or as lines, and frozen where asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table

from hudna import __version__
from hudna.cli.console import counted, plain, say, write
from hudna.cli.forecast_inputs import Events, panel_of, read_events
from hudna.cli.frozen_files import check_target, write_frozen
from hudna.cli.table import terminal
from hudna.forecast.events import FatalEvent
from hudna.forecast.frozen import freeze as frozen_lines
from hudna.forecast.frozen import line_of
from hudna.forecast.make import forecast
from hudna.forecast.months import month_of
from hudna.forecast.panel import Panel
from hudna.forecast.units import unit_of
from hudna.model.forecast import Forecast, Level

# Every frozen forecast holds what it will be held against.
BASELINE = "conflictology-12"
_PACKAGES = ("numpy", "lightgbm", "scikit-learn")
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    ged: tuple[Path, ...]
    incidents: tuple[Path, ...]
    level: Level
    violence: str | None
    models: tuple[str, ...]
    months: int
    as_of: str | None
    allegations: bool

    @property
    def deaths(self) -> str:
        """Which deaths: as asked, else state-based for UCDP's events, all for incidents."""
        return self.violence or ("state-based" if self.ged else "all")


def print_forecast(wanted: Wanted, *, freeze: Path | None, top: int, with_draws: bool, as_json: bool) -> int:
    """The exit code, after the forecasts were printed and, where asked for, frozen."""
    if freeze is not None:
        check_target(freeze)
    found = read_events(wanted.ged, wanted.incidents, allegations=wanted.allegations)
    panel = panel_of(found, wanted.level, wanted.deaths, wanted.as_of).panel
    models = tuple(dict.fromkeys([*wanted.models, *([BASELINE] if freeze else [])]))
    made = [one for name in models for one in _forecasts(panel, name, wanted, found)]
    if freeze is not None:
        _freeze(freeze, made, panel, wanted, found)
    shown = [one for one in made if one.model in wanted.models]
    if as_json:
        _print_lines(shown, with_draws=with_draws)
    else:
        for name in wanted.models:
            _print_table([one for one in shown if one.model == name], top, wanted.deaths)
    return 1 if found.failed else 0


def _forecasts(panel: Panel, model: str, wanted: Wanted, found: Events) -> Iterable[Forecast]:
    leads = tuple(range(1, wanted.months + 1))
    claims = _claims(found.events, panel, wanted.level)
    return forecast(panel, model, leads, level=wanted.level, claims=claims)


def _claims(events: Sequence[FatalEvent], panel: Panel, level: Level) -> dict[str, tuple[str, ...]]:
    """The claims behind the last year of each unit, in order, each once."""
    found = dict[str, dict[str, None]]()
    for event in events:
        unit = unit_of(event, level)
        if unit is not None and panel.last - _YEAR < month_of(event.end) <= panel.last:
            found.setdefault(unit, {}).update(dict.fromkeys(event.claims))
    return {unit: tuple(claims) for unit, claims in found.items()}


def _freeze(path: Path, made: Sequence[Forecast], panel: Panel, wanted: Wanted, found: Events) -> None:
    lines = frozen_lines(
        made, panel, level=wanted.level, violence=wanted.deaths, inputs=found.inputs, versions=_versions()
    )
    write_frozen(path, lines)
    say(
        f"{path} holds {counted(len(made), 'forecast')}, frozen; score them with: hudna forecast score {path}"
    )


def _versions() -> dict[str, str]:
    """Of the program and of the packages that are there."""
    found = {"hudna": __version__}
    for package in _PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:  # an extra that is not installed: no model used it
            continue
    return found


def _print_lines(forecasts: Iterable[Forecast], *, with_draws: bool) -> None:
    for one in forecasts:
        write(line_of(one if with_draws else one.model_copy(update={"draws": ()})))


def _print_table(forecasts: Sequence[Forecast], top: int, deaths: str) -> None:
    """One row a unit, the most deaths first: last year, next month, last month ahead."""
    by_unit = dict[str, list[Forecast]]()
    for one in forecasts:
        by_unit.setdefault(one.unit, []).append(one)
    ranked = sorted(by_unit.items(), key=lambda item: (-sum(one.mean for one in item[1]), item[0]))
    first, last = forecasts[0], forecasts[-1]
    table = Table(box=SIMPLE_HEAD, title=f"{deaths} deaths a month, known to {first.as_of}, by {first.model}")
    table.add_column(first.level)
    table.add_column("last 12 months", justify="right")
    for month in dict.fromkeys((first.month, last.month)):
        table.add_column(f"{month}\nmedian (90 %)", justify="right")
        table.add_column("any", justify="right")
        table.add_column("≥ 25", justify="right")
    for unit, ahead in ranked[:top]:
        cells = [cell for one in dict.fromkeys((ahead[0], ahead[-1])) for cell in _cells(one)]
        table.add_row(plain(unit), str(sum(ahead[0].last_months)), *cells)
    console = terminal()
    console.print(table)
    if len(ranked) > top:
        console.print(
            f"{counted(len(ranked) - top, 'unit')} with fewer deaths expected not shown; --top shows more, --json all"
        )


def _cells(one: Forecast) -> tuple[str, str, str]:
    return f"{one.median} ({one.low}–{one.high})", f"{one.any_deaths:.0%}", f"{one.at_least_25:.0%}"
