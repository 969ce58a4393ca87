"""`hudna review` and what people can decide with it."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli.options import leave
from hudna.cli.program import app

if TYPE_CHECKING:
    from hudna.model.judgement import Act

review = typer.Typer(
    help="What needs a person, most consequential first; and what people decide.", invoke_without_command=True,
    rich_markup_mode=None,
)  # fmt: skip
app.add_typer(review, name="review")

Store = Annotated[Path, typer.Option("--store", metavar="FILE", help="The store to read and to add to.")]
Author = Annotated[str, typer.Option(metavar="NAME", help="Who decides.")]
Reason = Annotated[str, typer.Option(metavar="TEXT", help="Why, in words that others can weigh.")]
Made = Annotated[
    datetime | None,
    typer.Option(
        "--at", formats=["%Y-%m-%dT%H:%M:%S"], metavar="MOMENT", help="When it was decided (UTC), if not now."
    ),
]


class Kind(StrEnum):
    """What an open question is about."""

    INCIDENT = "incident"
    CLAIM = "claim"
    SENTENCE = "sentence"


Incidents = Annotated[list[str], typer.Argument(metavar="INCIDENT…", help="Ids of incidents.")]
Names = Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of incidents, claims or sentences.")]


@review.callback()
def listed(
    context: typer.Context,
    *,
    store: Annotated[Path | None, typer.Option("--store", metavar="FILE", help="The store to read.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only so many.")] = None,
    kind: Annotated[
        Kind | None,
        typer.Option("--kind", help="Only incidents, claims, or sentences that nothing was coded from."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Lines of JSON.")] = False,
) -> None:
    """List what needs a person, most consequential first."""
    if context.invoked_subcommand is not None:
        return
    if store is None:
        raise typer.BadParameter("--store FILE says what to look through")
    from hudna.cli.review import list_open

    leave(list_open(store, limit=limit, as_json=as_json, kind=kind.value if kind else None))


@review.command()
def merge(incidents: Incidents, *, store: Store, author: Author, reason: Reason, made: Made = None) -> None:
    """Two or more incidents are one occurrence."""
    _decide("merge", incidents, store, author, reason, made)


@review.command()
def split(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident to take them out of.")],
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM…", help="Claims that tell of something else.")],
    *, store: Store, author: Author, reason: Reason, made: Made = None,
) -> None:  # fmt: skip
    """Claims of an incident tell of another occurrence."""
    _decide("split", [incident, *claims], store, author, reason, made)


@review.command()
def confirm(names: Names, *, store: Store, author: Author, reason: Reason, made: Made = None) -> None:
    """The claims of an incident belong together, or a claim is coded rightly."""
    _decide("confirm", names, store, author, reason, made)


@review.command()
def reject(names: Names, *, store: Store, author: Author, reason: Reason, made: Made = None) -> None:
    """A claim is coded wrongly, or every claim of an incident is: it is left out from now on, and kept."""
    _decide("reject", names, store, author, reason, made)


@review.command()
def correct(
    name: Annotated[str, typer.Argument(metavar="ID", help="A claim or an incident.")],
    field: Annotated[str, typer.Argument(help="Path of the field, as in event.fatalities.best or place.name.")],
    value: Annotated[str, typer.Argument(help="What is right, as JSON or plain words.")],
    *, store: Store, author: Author, reason: Reason, made: Made = None,
) -> None:  # fmt: skip
    """One field of a claim or incident is something else."""
    _decide("correct", [name], store, author, reason, made, field=field, value=value)


@review.command()
def verify(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT")],
    level: Annotated[str, typer.Argument(help="raw, reported, corroborated, documented, established, disputed or refuted.")],
    *, store: Store, author: Author, reason: Reason, made: Made = None,
) -> None:  # fmt: skip
    """An incident stands on a rung of the ladder of verification."""
    _decide("verify", [incident], store, author, reason, made, field="verification", value=level)


@review.command()
def grade(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A source, a speaker or an incident.")],
    letter: Annotated[str, typer.Argument(metavar="GRADE", help="A to F for a source, 1 to 6 for an incident.")],
    *, store: Store, author: Author, reason: Reason, made: Made = None,
) -> None:  # fmt: skip
    """How reliable a source is (A–F), or how credible what is told of an incident (1–6)."""
    field = "credibility" if name.startswith("i-") else "reliability"
    _decide("grade", [name], store, author, reason, made, field=field, value=letter)


@review.command()
def resolve(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question, with its unit after a slash where it has one.")],
    hypothesis: Annotated[str, typer.Argument(metavar="HYPOTHESIS", help="The hypothesis that held; void: it cannot be called.")],
    *, store: Store, author: Author, reason: Reason, made: Made = None,
) -> None:  # fmt: skip
    """What turned out to hold, so that past assessments of the question can be scored."""
    _decide("resolve", [question], store, author, reason, made, value=hypothesis)


@review.command()
def comment(names: Names, *, store: Store, author: Author, reason: Reason, made: Made = None) -> None:
    """A remark on incidents or claims; it changes nothing."""
    _decide("comment", names, store, author, reason, made)


@review.command()
def withdraw(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Id of the judgement to take back.")],
    *, store: Store, author: Author, reason: Reason, made: Made = None,
) -> None:  # fmt: skip
    """A judgement is taken back; everything is again as if it had never been made."""
    _decide("withdraw", [], store, author, reason, made, withdraws=judgement)


@review.command()
def log(
    *,
    store: Store,
    as_json: Annotated[bool, typer.Option("--json", help="Lines of JSON (hudna.judgement/1).")] = False,
) -> None:
    """Every judgement, oldest first, also those withdrawn."""
    from hudna.cli.review import list_judgements

    leave(list_judgements(store, as_json=as_json))


def _decide(
    act: "Act", about: list[str], store: Path, author: str, reason: str, made: datetime | None, **fields: str | None
) -> None:  # fmt: skip
    from hudna.cli.review import decide

    leave(decide(store, act, about, author=author, reason=reason, made=made, **fields))
