"""Options that several commands share, and how a command leaves."""

import sys
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from hudna.cli.coding import Inputs
    from hudna.store.known import Moment


class Reader(StrEnum):
    """How clauses are found."""

    AUTO = "auto"
    PARSER = "parser"
    SHALLOW = "shallow"


class Format(StrEnum):
    """How a document is written."""

    MD = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


class Period(StrEnum):
    """How far back a situation report looks."""

    DAY = "day"
    WEEK = "week"


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
Reading = Annotated[
    Reader,
    typer.Option(
        help="How clauses are found; auto: by the parser where the language has one, else by the shallow reader."
    ),
]
Workers = Annotated[int, typer.Option(min=1, max=256, help="Processes to code with.")]
Propose = Annotated[
    bool,
    typer.Option(
        "--propose",
        help="Also put forward, for people to review, sentences that may tell of events not coded.",
    ),
]
OldStore = Annotated[Path, typer.Option("--store", metavar="FILE", help="The store to read.")]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only what was published up to that day."),
]
RecordedBy = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"], metavar="MOMENT",
        help="Only what the store had taken in by then (UTC).",
    ),
]  # fmt: skip


def moment(as_of: datetime | None, recorded_by: datetime | None) -> "Moment":
    """A point on both clocks: published by a day, recorded by a moment; a day alone means its end."""
    from hudna.store.known import Moment

    if recorded_by is not None and recorded_by.time() == datetime.min.time():
        recorded_by += timedelta(days=1, seconds=-1)
    return Moment(day(as_of), recorded_by)


def inputs(
    paths: list[str] | None, published: datetime | None, source: str | None, language: str | None
) -> "Inputs":
    """What to read, checked; standard input where no path is given."""
    from hudna.cli.coding import Inputs
    from hudna.collect.fields import parse_language

    if not paths and sys.stdin.isatty():
        wrong("give files or folders, or - for standard input")
    if published and published > datetime.now() + timedelta(days=1):  # noqa: DTZ005  # a calendar day
        wrong(f"--published {published:%Y-%m-%d} lies in the future")
    code = parse_language(language) if language else None
    return Inputs(tuple(paths or ["-"]), day(published), source, code)


def wrong(message: str) -> NoReturn:
    """End with a sentence on wrong usage; exit code 2."""
    raise typer.BadParameter(message)


def leave(exit_code: int) -> NoReturn:
    """End the command with that code."""
    raise typer.Exit(exit_code)


def day(moment: datetime | None) -> date | None:
    """The calendar day of an option."""
    return moment.date() if moment else None
