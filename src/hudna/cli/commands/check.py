"""`hudna check`, `tripwires` and `calendar`."""

from datetime import datetime
from typing import Annotated

import typer

from hudna.cli.commands.picture import AsJson, ForPeople, FromStore, Judgements, Lines, Reports, one_source
from hudna.cli.options import AsOf, day, leave
from hudna.cli.program import app

Agreements = Annotated[
    list[str] | None,
    typer.Option(
        "--agreement", metavar="ID", help="Only this agreement; else those of the countries that are told of."
    ),
]


@app.command()
def check(
    lines: Lines = None,
    *,
    reports: Reports = None,
    judgements: Judgements = None,
    store: FromStore = None,
    as_of: AsOf = None,
    agreement: Agreements = None,
    provision: Annotated[str | None, typer.Option(metavar="ID", help="Only this provision.")] = None,
    party: Annotated[str | None, typer.Option(metavar="ID", help="Only findings on this party.")] = None,
    single: Annotated[
        bool,
        typer.Option("--single", help="Only findings on single incidents, not on provisions as a whole."),
    ] = False,
    declared: Annotated[
        bool, typer.Option("--declared", help="Also what was declared of a move against what others tell.")
    ] = False,
    counts: Annotated[
        bool, typer.Option("--counts", help="Also numbers since entry into force, with days and gaps.")
    ] = False,
    table: ForPeople = False,
    as_json: AsJson = False,
) -> None:
    """Hold incidents against an agreement: consistent, inconsistent, undetermined or out of scope, and why."""
    from hudna.cli.check import Shown, print_findings
    from hudna.cli.evidence import given

    one_source(lines, reports, judgements, store, table=table, as_json=as_json)
    shown = Shown(tuple(agreement or ()), provision, party, not single, declared, counts, table)
    leave(print_findings(given(lines, reports, judgements, store), shown, as_of=day(as_of)))


@app.command()
def tripwires(
    lines: Lines = None,
    *,
    reports: Reports = None,
    judgements: Judgements = None,
    store: FromStore = None,
    as_of: AsOf = None,
    agreement: Agreements = None,
    table: ForPeople = False,
    as_json: AsJson = False,
) -> None:
    """Print other people's conditional statements, watched: armed, touched, crossed or lapsed."""
    from hudna.cli.check import print_tripwires
    from hudna.cli.evidence import given

    one_source(lines, reports, judgements, store, table=table, as_json=as_json)
    source = given(lines, reports, judgements, store)
    leave(print_tripwires(source, agreements=agreement or (), as_of=day(as_of), table=table))


@app.command()
def calendar(
    *,
    as_of: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="The day to look around from.")
    ],
    days: Annotated[
        int | None, typer.Option(min=0, max=366, metavar="N", help="How many days before and after.")
    ] = None,
    table: ForPeople = False,
) -> None:
    """Print anniversaries and deadlines around a day."""
    from hudna.cli.check import print_calendar

    leave(print_calendar(as_of.date(), days=days, table=table))
