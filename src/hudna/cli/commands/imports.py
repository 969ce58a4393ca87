"""`hudna import`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import leave
from hudna.cli.program import app


@app.command("import")
def import_file(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A file as downloaded: CSV, zip, JSON, GeoPackage, Shapefile."),
    ],
    *,
    kind: Annotated[str, typer.Option("--as", metavar="KIND", help="acled, ucdp, views or boundaries.")],
    store: Annotated[
        Path, typer.Option(metavar="FILE", help="The store to add to; made where there is none.")
    ],
) -> None:
    """Take over events, forecasts or boundaries of others, beside what is coded and never counted with it."""
    from hudna.cli.imports import take_over

    leave(take_over(file, kind=kind, store=store))
