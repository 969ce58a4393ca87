"""`hudna warn` and `indicators`."""

from datetime import datetime
from typing import Annotated

import typer

from hudna.cli.commands.picture import AsJson, ForPeople, FromStore, Judgements, Lines, Reports, one_source
from hudna.cli.options import AsOf, day, leave
from hudna.cli.program import app


@app.command()
def warn(
    lines: Lines = None,
    *,
    reports: Reports = None,
    judgements: Judgements = None,
    store: FromStore = None,
    as_of: AsOf = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="Go through the days from this one on, each knowing only its past.",
        ),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="Show what would be decided without remembering it in the store.")
    ] = False,
    table: ForPeople = False,
    as_json: AsJson = False,
) -> None:
    """Say what deserves attention: alerts with reasons, counter-evidence, gaps and an end."""
    from hudna.cli.evidence import given
    from hudna.cli.warn import Asked, print_alerts

    one_source(lines, reports, judgements, store, table=table, as_json=as_json)
    asked = Asked(day(as_of), day(since), keep=not forget, table=table)
    leave(print_alerts(given(lines, reports, judgements, store), asked))


@app.command()
def indicators(
    lines: Lines = None,
    *,
    reports: Reports = None,
    judgements: Judgements = None,
    store: FromStore = None,
    as_of: AsOf = None,
    area: Annotated[str | None, typer.Option(metavar="ID", help="Only this area.")] = None,
    dyad: Annotated[str | None, typer.Option(metavar="A|B", help="Only these two.")] = None,
    days: Annotated[int | None, typer.Option(metavar="N", help="Only windows of so many days.")] = None,
    table: ForPeople = False,
    as_json: AsJson = False,
) -> None:
    """Compare how much is told of each area and dyad with its own past."""
    from hudna.cli.evidence import given
    from hudna.cli.warn import Wanted, print_indicators

    one_source(lines, reports, judgements, store, table=table, as_json=as_json)
    wanted = Wanted(area, dyad, days, table)
    leave(print_indicators(given(lines, reports, judgements, store), wanted, as_of=day(as_of)))
