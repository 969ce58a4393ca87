"""`hudna sitrep`, `report`, `export`, `verify` and `schema`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import AsOf, Format, OldStore, Period, day, leave
from hudna.cli.program import app

report = typer.Typer(
    help="Write a dossier of an incident, or an agreement provision by provision.", no_args_is_help=True, rich_markup_mode=None,
)  # fmt: skip
app.add_typer(report, name="report")

Layout = Annotated[Format, typer.Option("--format", help="Markdown, one page of HTML, PDF or Word.")]
InLanguage = Annotated[
    str, typer.Option("--language", metavar="CODE", help="Language of the document: en, ar, or another that has a documents.yml.")
]  # fmt: skip
Public = Annotated[
    bool,
    typer.Option(
        "--public",
        help="Take out what may not leave the mission: exact places, persons, words, the last day.",
    ),
]
Notes = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="An analyst's own texts, as JSON lines: section, author, text."),
]
Out = Annotated[Path | None, typer.Option(metavar="FILE", help="Write here instead of to standard output.")]


@app.command()
def sitrep(
    *,
    store: OldStore,
    period: Annotated[Period | None, typer.Option(help="The last day or week; else everything.")] = None,
    layout: Layout = Format.MD,
    language: InLanguage = "en",
    as_of: AsOf = None,
    public: Public = False,
    notes: Notes = None,
    out: Out = None,
) -> None:
    """Write a situation report that names its claims."""
    from hudna.cli.documents import Wanted, write_sitrep

    wanted = Wanted(layout.value, language, day(as_of), public, notes, out)
    leave(write_sitrep(store, wanted, period=period.value if period else None))


@report.command()
def incident(
    name: Annotated[str, typer.Argument(metavar="INCIDENT", help="Id of the incident.")],
    *,
    store: OldStore,
    layout: Layout = Format.MD,
    language: InLanguage = "en",
    as_of: AsOf = None,
    public: Public = False,
    notes: Notes = None,
    out: Out = None,
) -> None:
    """Everything about one incident: positions, origins, findings, judgements, words."""
    from hudna.cli.documents import Wanted, write_dossier

    wanted = Wanted(layout.value, language, day(as_of), public, notes, out)
    leave(write_dossier(store, wanted, incident=name))


@report.command()
def ceasefire(
    *,
    store: OldStore,
    agreement: Annotated[
        str | None,
        typer.Option(metavar="ID", help="The agreement, where the countries told of have several."),
    ] = None,
    layout: Layout = Format.MD,
    language: InLanguage = "en",
    as_of: AsOf = None,
    public: Public = False,
    notes: Notes = None,
    out: Out = None,
) -> None:
    """An agreement provision by provision: what it asks, what is told, what is open."""
    from hudna.cli.documents import Wanted, write_ceasefire

    wanted = Wanted(layout.value, language, day(as_of), public, notes, out)
    leave(write_ceasefire(store, wanted, agreement=agreement))


@app.command()
def export(
    *,
    store: OldStore,
    layout: Annotated[
        str,
        typer.Option(
            "--format", metavar="NAME", help="csv, jsonl, geojson, acled, or another exporter's name."
        ),
    ] = "csv",
    what: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="claims, incidents, movements, control, findings, alerts …; else what the format is for.",
        ),
    ] = None,
    as_of: AsOf = None,
    public: Public = False,
) -> None:
    """Write the records of a store for other programs."""
    from hudna.cli.outputs import Export, print_export

    leave(print_export(store, Export(layout, what, public), as_of=day(as_of)))


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
