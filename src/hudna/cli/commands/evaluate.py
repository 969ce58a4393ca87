"""`hudna evaluate`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import leave
from hudna.cli.program import app
from hudna.settings import read_settings


@app.command()
def evaluate(
    *,
    set_name: Annotated[
        str | None, typer.Option("--set", metavar="NAME", help="A public set instead of our gold.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder of the public sets (else HUDNA_DATA).")
    ] = None,
    gold: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of judged reports.")] = None,
    half: Annotated[str, typer.Option(help="dev, locked or all.")] = "all",
    reader: Annotated[str, typer.Option(help="parser, shallow or auto: how sentences are read.")] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="Figures for a program.")] = False,
) -> None:
    """Score the coder against judged reports."""
    from hudna.evaluate.command import run as run_evaluation

    leave(
        run_evaluation(
            set_name=set_name,
            data=data or read_settings().data,
            gold=gold,
            half=half,
            as_json=as_json,
            reader=reader,
        )
    )
