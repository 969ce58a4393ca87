"""`hudna run`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import Language, Propose, Published, Reader, Reading, Source, Workers, inputs, leave
from hudna.cli.program import app


@app.command()
def run(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORTS…", help="Files or folders; - is standard input.")
    ],
    *,
    store: Annotated[
        Path, typer.Option(metavar="FILE", help="The store to add to; made where there is none.")
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also write the situation report into this folder.")
    ] = None,
    alerts: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Also write what deserves attention now into this file, as `hudna warn` does.",
        ),
    ] = None,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    reader: Reading = Reader.AUTO,
    workers: Workers = 1,
    table: Annotated[bool, typer.Option("--table", help="Also show the claims as a table.")] = False,
    propose: Propose = False,
) -> None:
    """Code reports into a store, each of them once."""
    from hudna.cli.run import run_into_store

    given = inputs(reports, published, source, language)
    leave(
        run_into_store(
            given,
            store=store,
            out=out,
            alerts=alerts,
            reader=reader.value,
            workers=workers,
            table=table,
            propose=propose,
        )
    )
