"""`hudna weigh`: assessments as JSON lines or as tables, day by day, and scored once resolved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hudna.cli.console import counted, say, write
from hudna.cli.evidence import From, Read, read_evidence
from hudna.model.assessment import Assessment
from hudna.model.judgement import Judgement
from hudna.pipeline import questions_named, weigh_questions
from hudna.weigh.resolved import Resolution, resolutions, scored


@dataclass(frozen=True, slots=True)
class Shown:
    """Which questions, which days, and how."""

    questions: tuple[str, ...] = ()
    replay: int = 0
    matrix: bool = False
    score: bool = False
    table: bool = False


def print_assessments(given: From, shown: Shown, *, as_of: date | None) -> int:
    """The exit code, after every assessment was printed."""
    last = read_evidence(given, as_of)
    found = [one for read in _days(given, last, shown.replay) for one in _of(read, shown)]
    if shown.score:
        return _print_scores(found, last.evidence.judgements, last)
    if shown.table:
        from hudna.cli.weigh_tables import show_assessments

        show_assessments(found, matrix=shown.matrix)
    else:
        for one in found:
            write(one.model_dump_json(by_alias=True))
    return last.close(counted(len(found), "assessment"))


def _days(given: From, last: Read, before: int) -> Iterable[Read]:
    """The evidence of each day in turn, as it was known then."""
    for number in range(before, 0, -1):
        yield read_evidence(given, last.as_of - timedelta(days=number))
    yield last


def _of(read: Read, shown: Shown) -> list[Assessment]:
    return weigh_questions(read.evidence, read.as_of, questions_named(shown.questions))


def _print_scores(found: list[Assessment], judgements: Iterable[Judgement], last: Read) -> int:
    known: list[Resolution] = resolutions(judgements)
    rows = scored(found, known)
    if not known:
        say(
            "no question is resolved yet; `hudna review resolve QUESTION HYPOTHESIS …` records what turned out to hold"
        )
    for row in rows:
        write(row.model_dump_json())
    return last.close(counted(len(rows), "score"))
