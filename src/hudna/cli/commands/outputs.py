"""`hudna sitrep`, `export`, `verify` and `schema`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import AsOf, Format, OldStore, day, leave
from hudna.cli.program import app


@app.command()
def sitrep(
    *,
    store: OldStore,
    layout: Annotated[Format, typer.Option("--format", help="Markdown or one page of HTML.")] = Format.MD,
    as_of: AsOf = None,
) -> None:
    """Write a situation report that names its claims."""
    from hudna.cli.outputs import print_sitrep

    leave(print_sitrep(store, layout=layout.value, as_of=day(as_of)))


@app.command()
def export(
    *,
    store: OldStore,
    layout: Annotated[
        str, typer.Option("--format", metavar="NAME", help="csv, jsonl, or another exporter's name.")
    ] = "csv",
    as_of: AsOf = None,
) -> None:
    """Write the claims of a store for other programs."""
    from hudna.cli.outputs import print_export

    leave(print_export(store, layout=layout, as_of=day(as_of)))


@app.command()
def verify(*, store: OldStore) -> None:
    """Check that nothing in a store was changed."""
    from hudna.cli.outputs import verify_store

    leave(verify_store(store))


@app.command()
def schema(
    *,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write every schema as a file of this folder.")
    ] = None,
) -> None:
    """Print the JSON Schema of a claim."""
    from hudna.cli.outputs import print_schema

    leave(print_schema(out))
