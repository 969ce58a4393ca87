"""`hudna alerts list|release|send|score`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.commands.picture import ForPeople
from hudna.cli.options import AsOf, OldStore, day, leave
from hudna.cli.program import app

alerts = typer.Typer(
    name="alerts",
    help="Alerts of a store: what stands, what goes out, what became of it.",
    no_args_is_help=True,
)
app.add_typer(alerts)


@alerts.command("list")
def listed(
    *,
    store: OldStore,
    as_of: AsOf = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every line of every day, also of what has ended.")
    ] = False,
    table: ForPeople = False,
) -> None:
    """Show the alerts that stand."""
    from hudna.cli.alerts import list_alerts

    leave(list_alerts(store, as_of=day(as_of), every=every, table=table))


@alerts.command()
def release(
    name: Annotated[str, typer.Argument(metavar="ID", help="The alert, or how its id begins.")],
    *,
    store: OldStore,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who releases it.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")],
) -> None:
    """Let an alert go out as more than an exercise."""
    from hudna.cli.alerts import release_alert

    leave(release_alert(store, name, author=by, reason=reason))


@alerts.command()
def send(
    *,
    store: OldStore,
    channels: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to (else HUDNA_CHANNELS); format: docs/alerts.md."),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Queue and show; nothing leaves the machine.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Also try what was given up.")] = False,
    expired: Annotated[
        bool, typer.Option("--expired", help="Also what has expired by today's date, as after a replay.")
    ] = False,
    table: ForPeople = False,
) -> None:
    """Send alerts on their channels; what fails is tried again by the next call."""
    from hudna.cli.alerts import Order, send_alerts

    leave(send_alerts(store, Order(channels, offline, again, expired, table)))


@alerts.command()
def score(*, store: OldStore, as_of: AsOf = None, table: ForPeople = False) -> None:
    """Score alerts by the criteria written when they were raised."""
    from hudna.cli.alerts import score_store

    leave(score_store(store, as_of=day(as_of), table=table))
