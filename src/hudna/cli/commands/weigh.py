"""`hudna weigh`."""

from typing import Annotated

import typer

from hudna.cli.commands.picture import AsJson, ForPeople, FromStore, Judgements, Lines, Reports, one_source
from hudna.cli.options import AsOf, day, leave
from hudna.cli.program import app

Questions = Annotated[
    list[str] | None,
    typer.Option(
        "--question", metavar="ID", help="Only this question; else every one that something raised."
    ),
]


@app.command()
def weigh(
    lines: Lines = None,
    *,
    reports: Reports = None,
    judgements: Judgements = None,
    store: FromStore = None,
    as_of: AsOf = None,
    question: Questions = None,
    replay: Annotated[
        int, typer.Option(metavar="DAYS", min=0, help="Also each of so many days before, as known then.")
    ] = 0,
    matrix: Annotated[
        bool,
        typer.Option("--matrix", help="With the table: also the classic matrix of competing hypotheses."),
    ] = False,
    score: Annotated[
        bool,
        typer.Option("--score", help="Score past assessments of questions that a judgement has resolved."),
    ] = False,
    table: ForPeople = False,
    as_json: AsJson = False,
) -> None:
    """Weigh rival explanations: likelihoods with their ledger, confidence apart, what would change them."""
    from hudna.cli.evidence import given
    from hudna.cli.weigh import Shown, print_assessments

    one_source(lines, reports, judgements, store, table=table, as_json=as_json)
    shown = Shown(tuple(question or ()), replay=replay, matrix=matrix, score=score, table=table)
    leave(print_assessments(given(lines, reports, judgements, store), shown, as_of=day(as_of)))
