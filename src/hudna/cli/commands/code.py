"""`hudna code`."""

from typing import Annotated

import typer

from hudna.cli.options import (
    Files,
    Language,
    Propose,
    Published,
    Reader,
    Reading,
    Source,
    Workers,
    inputs,
    leave,
    wrong,
)
from hudna.cli.program import app


@app.command()
def code(
    files: Files = None,
    *,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    reader: Reading = Reader.AUTO,
    workers: Workers = 1,
    table: Annotated[bool, typer.Option("--table", help="A table for people instead of JSON lines.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="JSON lines, one claim a line (the default).")
    ] = False,
    mentions: Annotated[
        bool,
        typer.Option("--mentions", help="Also a line for each report with the names and dates found in it."),
    ] = False,
    propose: Propose = False,
) -> None:
    """Code reports; print each claim as a line of JSON."""
    from hudna.cli.code import code_files

    if table and (as_json or mentions):
        wrong("--table is for people; it cannot be combined with --json or --mentions")
    given = inputs(files, published, source, language)
    leave(
        code_files(
            given, reader=reader.value, workers=workers, table=table, mentions=mentions, propose=propose
        )
    )
