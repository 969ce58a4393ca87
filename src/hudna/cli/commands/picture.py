"""`hudna posture`, `movements` and `control`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import AsOf, day, leave, wrong
from hudna.cli.program import app

Lines = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[LINES…|-]",
        help="Lines of `hudna code` and `hudna link`, mixed; claims alone are joined first. - is standard input.",
    ),
]
Reports = Annotated[
    list[str] | None, typer.Option(metavar="FILE", help="The reports the claims were coded from.")
]
Judgements = Annotated[
    list[str] | None, typer.Option(metavar="FILE", help="People's judgements as lines (hudna.judgement/1).")
]
FromStore = Annotated[Path | None, typer.Option("--store", metavar="FILE", help="Read this store instead.")]
ForPeople = Annotated[bool, typer.Option("--table", help="A table for people instead of JSON lines.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines (the default).")]


@app.command()
def posture(
    lines: Lines = None,
    *,
    reports: Reports = None,
    judgements: Judgements = None,
    store: FromStore = None,
    as_of: AsOf = None,
    series: Annotated[
        bool, typer.Option("--series", help="A line for each day on which a posture changed.")
    ] = False,
    signals: Annotated[
        bool,
        typer.Option("--signals", help="Also what eases or strains, and the channels between the camps."),
    ] = False,
    actor: Annotated[str | None, typer.Option(metavar="ID", help="Only this actor and its parts.")] = None,
    area: Annotated[str | None, typer.Option(metavar="ID", help="Only this part of the theatre.")] = None,
    table: ForPeople = False,
    as_json: AsJson = False,
) -> None:
    """Print the posture of each actor and area: ordered, seen, alleged, since when, last heard."""
    from hudna.cli.evidence import given
    from hudna.cli.picture import Wanted, print_postures

    one_source(lines, reports, judgements, store, table=table, as_json=as_json)
    wanted = Wanted(actor=actor, area=area, table=table)
    source = given(lines, reports, judgements, store)
    leave(print_postures(source, wanted, as_of=day(as_of), series=series, signals=signals))


@app.command()
def movements(
    lines: Lines = None,
    *,
    reports: Reports = None,
    judgements: Judgements = None,
    store: FromStore = None,
    as_of: AsOf = None,
    actor: Annotated[str | None, typer.Option(metavar="ID", help="Only moves of this force.")] = None,
    table: ForPeople = False,
    as_json: AsJson = False,
) -> None:
    """Print forces on the move, with what they are said to be for and made of, and by whom."""
    from hudna.cli.evidence import given
    from hudna.cli.picture import Wanted, print_movements

    one_source(lines, reports, judgements, store, table=table, as_json=as_json)
    source = given(lines, reports, judgements, store)
    leave(print_movements(source, Wanted(actor=actor, table=table), as_of=day(as_of)))


@app.command()
def control(
    lines: Lines = None,
    *,
    reports: Reports = None,
    judgements: Judgements = None,
    store: FromStore = None,
    as_of: AsOf = None,
    place: Annotated[str | None, typer.Option(metavar="ID", help="Only this place, by day.")] = None,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="A long table: place, as_of, holder, claimed_by, status and more.")
    ] = False,
    table: ForPeople = False,
    as_json: AsJson = False,
) -> None:
    """Print who is said to hold what: each statement with its day, its speaker and what contradicts it."""
    from hudna.cli.evidence import given
    from hudna.cli.picture import Wanted, print_control

    one_source(lines, reports, judgements, store, table=table or as_csv, as_json=as_json)
    if as_csv and table:
        wrong("--csv is for programs, --table for people; give one of them")
    source = given(lines, reports, judgements, store)
    leave(print_control(source, Wanted(place=place, table=table), as_of=day(as_of), as_csv=as_csv))


def one_source(
    lines: list[str] | None,
    reports: list[str] | None,
    judgements: list[str] | None,
    store: Path | None,
    *,
    table: bool,
    as_json: bool,
) -> None:
    """Refuse a store beside lines, and a table beside JSON."""
    if store is not None and (lines or reports or judgements):
        wrong("--store holds claims, reports and judgements; they cannot be given beside it")
    if table and as_json:
        wrong("--json cannot be combined with another layout")
