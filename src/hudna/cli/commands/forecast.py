"""`hudna forecast` and `hudna forecast score`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import leave, wrong
from hudna.cli.program import app

forecast_app = typer.Typer(
    help="Forecast deaths by month, freeze forecasts, score them later.",
    invoke_without_command=True,
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(forecast_app, name="forecast")


class LevelName(StrEnum):
    """What a forecast is for."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    GRID = "grid"


class ViolenceName(StrEnum):
    """UCDP's types of violence."""

    STATE = "state-based"
    NON_STATE = "non-state"
    ONE_SIDED = "one-sided"
    ALL = "all"


Ged = Annotated[
    list[Path] | None,
    typer.Option(
        "--ged",
        metavar="FILE",
        help="UCDP GED or candidate file (.csv, .csv.gz, .zip); several: oldest first.",
    ),
]
Incidents = Annotated[
    list[Path] | None,
    typer.Option("--incidents", metavar="FILE", help="Incidents as `hudna link` prints them."),
]
Until = Annotated[
    str | None,
    typer.Option("--as-of", metavar="MONTH", help="Last month that the files cover, as 2024-05; else that of the last event."),
]  # fmt: skip
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@forecast_app.callback()
def forecast(
    context: typer.Context,
    *,
    ged: Ged = None,
    incidents: Incidents = None,
    level: Annotated[
        LevelName, typer.Option(help="country, admin1 or grid (PRIO-GRID).")
    ] = LevelName.COUNTRY,
    violence: Annotated[
        ViolenceName | None,
        typer.Option(help="Deaths of which violence; state-based for UCDP files, all for incidents."),
    ] = None,
    model: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="blend, or another model; may be given again.")
    ] = None,
    months: Annotated[int, typer.Option(min=1, max=36, help="So many months ahead.")] = 12,
    as_of: Until = None,
    allegations: Annotated[
        bool, typer.Option("--allegations", help="Count incidents that rest on allegations alone.")
    ] = False,
    freeze: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the forecasts with hashes of all inputs (.jsonl, .jsonl.gz, .parquet).",
        ),
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="So many units in the table.")] = 30,
    draws: Annotated[bool, typer.Option("--draws", help="With --json: the thousand draws too.")] = False,
    as_json: AsJson = False,
) -> None:
    """Forecast deaths by unit and month from UCDP files or from incidents."""
    if context.invoked_subcommand is not None:
        return
    from hudna.cli.forecast import Wanted, print_forecast

    if bool(ged) == bool(incidents):
        wrong("give UCDP files with --ged FILE, or incidents with --incidents FILE")
    wanted = Wanted(
        ged=tuple(ged or ()), incidents=tuple(incidents or ()), level=level.value,
        violence=violence.value if violence else None, models=tuple(model or ("blend",)), months=months,
        as_of=as_of, allegations=allegations,
    )  # fmt: skip
    leave(print_forecast(wanted, freeze=freeze, top=top, with_draws=draws, as_json=as_json))


@forecast_app.command()
def score(
    frozen: Annotated[Path, typer.Argument(metavar="FROZEN", help="A file written with --freeze.")],
    *,
    ged: Ged = None,
    incidents: Incidents = None,
    as_of: Until = None,
    allegations: Annotated[
        bool, typer.Option("--allegations", help="Count incidents that rest on allegations alone.")
    ] = False,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw how far the chances came true (.png, .svg).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Score a frozen forecast against what came."""
    from hudna.cli.forecast_score import print_scores

    if bool(ged) == bool(incidents):
        wrong("give what came: UCDP files with --ged FILE, or incidents with --incidents FILE")
    leave(
        print_scores(
            frozen, ged=tuple(ged or ()), incidents=tuple(incidents or ()), as_of=as_of,
            allegations=allegations, plot=plot, as_json=as_json,
        )
    )  # fmt: skip
