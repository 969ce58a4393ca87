"""The commands and their options. What they do is in the modules they import when called.

Exit codes: 0 done; 1 some inputs failed; 2 wrong usage or wrong knowledge.
"""

import os
import sys
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from hudna import __version__
from hudna.errors import HudnaError
from hudna.settings import read_settings

if TYPE_CHECKING:
    from hudna.cli.coding import Inputs

app = typer.Typer(
    name="hudna",
    help="Reads reports of a conflict and codes who is said to have done what, where, when, according to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Reader(StrEnum):
    """How clauses are found."""

    PARSER = "parser"


class Format(StrEnum):
    """How a situation report is written."""

    MD = "md"
    HTML = "html"


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILES…|-]", help="Text, HTML or JSON-lines files, or folders of them; - is standard input."
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="DATE", help="Day of publication, where an input does not say."
    ),
]
Source = Annotated[str | None, typer.Option(metavar="NAME", help="Publisher, where an input does not say.")]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="Language, where an input does not say: en, fr, it, ar.")
]
Reading = Annotated[Reader, typer.Option(help="How clauses are found.")]
Workers = Annotated[int, typer.Option(min=1, max=256, help="Processes to code with.")]
OldStore = Annotated[Path, typer.Option("--store", metavar="FILE", help="The store to read.")]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only what was published up to that day."),
]


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


@app.command()
def code(
    files: Files = None,
    *,
    published: Published = None,
    source: Source = None,
    language: Language = None,
    reader: Reading = Reader.PARSER,
    workers: Workers = 1,
    table: Annotated[bool, typer.Option("--table", help="A table for people instead of JSON lines.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="JSON lines, one claim a line (the default).")
    ] = False,
    mentions: Annotated[
        bool,
        typer.Option("--mentions", help="Also a line for each report with the names and dates found in it."),
    ] = False,
) -> None:
    """Code reports; print each claim as a line of JSON."""
    from hudna.cli.code import code_files

    if table and (as_json or mentions):
        _wrong("--table is for people; it cannot be combined with --json or --mentions")
    given = _inputs(files, published, source, language)
    _leave(code_files(given, reader=reader.value, workers=workers, table=table, mentions=mentions))


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
    published: Published = None,
    source: Source = None,
    language: Language = None,
    reader: Reading = Reader.PARSER,
    workers: Workers = 1,
    table: Annotated[bool, typer.Option("--table", help="Also show the claims as a table.")] = False,
) -> None:
    """Code reports into a store, each of them once."""
    from hudna.cli.run import run_into_store

    given = _inputs(reports, published, source, language)
    _leave(run_into_store(given, store=store, out=out, reader=reader.value, workers=workers, table=table))


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
    reader: Reading = Reader.PARSER,
) -> None:
    """Show how a claim leads back to its words."""
    from hudna.cli.explain import explain_from_reports, explain_from_store

    if (store is None) == (reports is None):
        _wrong("give either --store FILE or --reports FILE")
    if store is not None:
        _leave(explain_from_store(name, store))
    given = _inputs(reports, published, source, language)
    _leave(explain_from_reports(name, given, reader=reader.value))


@app.command()
def sitrep(
    *,
    store: OldStore,
    layout: Annotated[Format, typer.Option("--format", help="Markdown or one page of HTML.")] = Format.MD,
    as_of: AsOf = None,
) -> None:
    """Write a situation report that names its claims."""
    from hudna.cli.outputs import print_sitrep

    _leave(print_sitrep(store, layout=layout.value, as_of=_day(as_of)))


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

    _leave(print_export(store, layout=layout, as_of=_day(as_of)))


@app.command()
def verify(*, store: OldStore) -> None:
    """Check that nothing in a store was changed."""
    from hudna.cli.outputs import verify_store

    _leave(verify_store(store))


@app.command()
def schema(
    *,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write every schema as a file of this folder.")
    ] = None,
) -> None:
    """Print the JSON Schema of a claim."""
    from hudna.cli.outputs import print_schema

    _leave(print_schema(out))


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
    as_json: Annotated[bool, typer.Option("--json", help="Figures for a program.")] = False,
) -> None:
    """Score the coder against judged reports."""
    from hudna.evaluate.command import run as run_evaluation

    _leave(
        run_evaluation(
            set_name=set_name, data=data or read_settings().data, gold=gold, half=half, as_json=as_json
        )
    )


def main() -> None:
    """Run the program; no fault shows a traceback unless HUDNA_DEBUG is set."""
    debug = read_settings().debug
    try:
        app()
    except HudnaError as error:
        _fail(str(error), debug=debug)
    except BrokenPipeError:
        # The reader has gone; flushing at exit would complain again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _fail(f"{error.filename or 'output'}: {error.strerror or error}", debug=debug)
    except Exception as error:  # noqa: BLE001  # the last door: users get a sentence, HUDNA_DEBUG=1 the trace
        _fail(
            f"fault of the program: {type(error).__name__}: {error} (HUDNA_DEBUG=1 shows where)", debug=debug
        )


def _fail(message: str, *, debug: bool) -> NoReturn:
    from hudna.cli.console import say

    if debug:
        raise  # noqa: PLE0704  # called from the handlers of main only
    say(message)
    sys.exit(2)


def _inputs(
    paths: list[str] | None, published: datetime | None, source: str | None, language: str | None
) -> "Inputs":
    from hudna.cli.coding import Inputs
    from hudna.collect.fields import parse_language

    if not paths and sys.stdin.isatty():
        _wrong("give files or folders, or - for standard input")
    if published and published > datetime.now() + timedelta(days=1):  # noqa: DTZ005  # a calendar day
        _wrong(f"--published {published:%Y-%m-%d} lies in the future")
    code = parse_language(language) if language else None
    return Inputs(tuple(paths or ["-"]), _day(published), source, code)


def _wrong(message: str) -> NoReturn:
    raise typer.BadParameter(message)


def _leave(exit_code: int) -> NoReturn:
    raise typer.Exit(exit_code)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
