"""`hudna explain`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import Language, Published, Reader, Reading, Source, inputs, leave, wrong
from hudna.cli.program import app


@app.command()
def explain(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="A claim or report; left out: the claim with the longest chain of speakers."
        ),
    ] = None,
    *,
    store: Annotated[Path | None, typer.Option(metavar="FILE", help="Look it up in this store.")] = None,
    reports: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="Code these files and look it up in them.")
    ] = None,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    reader: Reading = Reader.AUTO,
) -> None:
    """Show how a claim leads back to its words."""
    from hudna.cli.explain import explain_from_reports, explain_from_store

    if (store is None) == (reports is None):
        wrong("give either --store FILE or --reports FILE")
    if store is not None:
        leave(explain_from_store(name, store))
    given = inputs(reports, published, source, language)
    leave(explain_from_reports(name, given, reader=reader.value))
