"""The program that commands register with.

Exit codes: 0 done; 1 some inputs failed; 2 wrong usage or wrong knowledge.
"""

from typing import Annotated

import typer

from hudna import __version__

app = typer.Typer(
    name="hudna",
    help="Reads reports of a conflict and codes who is said to have done what, where, when, according to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"hudna {__version__}")
        raise typer.Exit


@app.callback()
def options(
    _version_asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Options of the program itself."""
