"""`hudna link`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import AsOf, RecordedBy, day, leave, moment, wrong
from hudna.cli.program import app


@app.command()
def link(
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIMS…|-]", help="Lines of `hudna code`; - is standard input."),
    ] = None,
    *,
    reports: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE", help="The reports the claims were coded from: their texts, days, sources."
        ),
    ] = None,
    judgements: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="People's judgements as lines (hudna.judgement/1)."),
    ] = None,
    store: Annotated[Path | None, typer.Option(metavar="FILE", help="Read this store instead.")] = None,
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    table: Annotated[bool, typer.Option("--table", help="A table for people instead of JSON lines.")] = False,
) -> None:
    """Join claims into incidents; print each incident as a line of JSON."""
    from hudna.cli.link import link_lines, link_store

    if store is not None:
        if claims or reports or judgements:
            wrong("--store holds claims, reports and judgements; they cannot be given beside it")
        leave(link_store(store, at=moment(as_of, recorded_by), table=table))
    if recorded_by is not None:
        wrong("--recorded-by asks when a store took things in; it needs --store")
    leave(link_lines(claims or ["-"], reports or [], judgements or [], as_of=day(as_of), table=table))
