"""Search: words folded alike in question and text, the newest first."""

import re
from dataclasses import replace
from typing import Any

from fastapi import Response
from sqlalchemy import Connection, select

from hudna.knowledge.search_words import begins, located, tokens
from hudna.model.claim import Claim
from hudna.model.report import Report
from hudna.publish.document import direction_of
from hudna.serve.answers.pages import Edge, edge_of, page, written
from hudna.serve.answers.texts import head_of, incidents_of, usual_direction
from hudna.serve.asked import Filters, Paging
from hudna.serve.problems import Refused
from hudna.serve.shelves import Shelf
from hudna.store import tables
from hudna.store.fulltext import Term, newest_with
from hudna.store.shown import ROW_BITS
from hudna.store.shown_tables import sought
from hudna.store.wanted import Wanted

_ASKED = re.compile(r'"([^"]*)"|(\S+)')
_MOST_TERMS = 12
# Of incidents, so many of the newest claims with the words are looked at.
_NEWEST_CLAIMS = 5000
# A report is shown by so much around the first of the words.
_AROUND = 160


def terms_of(question: str) -> list[Term]:
    """What a question asks for: words, "phrases in a row", and beginnings*."""
    found: list[Term] = []
    for phrase, word in _ASKED.findall(question):
        if phrase:
            found += [Term(tuple(words))] if (words := tokens(phrase)) else []
        elif word.endswith("*"):
            start = re.sub(r"\W|_", "", begins(word))
            found += [Term((start,), begins=True)] if start else []
        else:
            found += [Term((one,)) for one in tokens(word)]
    return list(dict.fromkeys(found))[:_MOST_TERMS]


def found_by(shelf: Shelf, question: str, paging: Paging) -> Response:
    """Claims and reports that hold all the words."""
    terms = _terms(shelf, question)
    edge = edge_of(paging.cursor)
    last = (shelf.as_of.toordinal() + 1) << ROW_BITS if shelf.ready.whole else 1 << 62
    backwards = edge is not None and edge.way == "before"
    below = min(last, edge.day) if edge and not backwards else last
    above = edge.day if edge and backwards else -1
    with shelf.reading() as connection:
        numbers = newest_with(
            connection, terms, below=below, above=above, limit=paging.limit + 1, ascending=backwards
        )
        more, numbers = len(numbers) > paging.limit, numbers[: paging.limit]
        numbers = sorted(numbers, reverse=True)
        hits = _hits(connection, numbers)
    results = _told(shelf, hits, terms)
    after = Edge("after", numbers[-1], "") if numbers and (more or backwards) else None
    before = (
        Edge("before", numbers[0], "") if numbers and (edge is not None) and (more or not backwards) else None
    )
    total = len(numbers)
    rule = "newest first; how many there are in all is not counted"
    told = [" ".join(one.words) + ("*" if one.begins else "") for one in terms]
    return page(
        shelf,
        results,
        total=total,
        rule=rule,
        after=after,
        before=before,
        more={"read_as": told},
        exact=after is None and edge is None,
    )


def claims_with(shelf: Shelf, question: str) -> list[str]:
    """The newest claims with all the words."""
    terms = _terms(shelf, question)
    last = (shelf.as_of.toordinal() + 1) << ROW_BITS if shelf.ready.whole else 1 << 62
    with shelf.reading() as connection:
        numbers = newest_with(connection, terms, below=last, above=-1, limit=_NEWEST_CLAIMS)
        return [row["claim"] for row in _hits(connection, numbers).values() if row["claim"]]


def with_words(shelf: Shelf, wanted: Wanted, filters: Filters) -> Wanted:
    """Incidents wanted, of those that hold one of the newest claims with the words asked for."""
    if not filters.words:
        return wanted
    claims = claims_with(shelf, filters.words)
    return replace(wanted, names=tuple(sorted(set(incidents_of(shelf, claims).values()))))


def _terms(shelf: Shelf, question: str) -> list[Term]:
    if shelf.public:
        raise Refused(403, "search looks through the words of reports, which are not public")
    terms = terms_of(question)
    if not terms:
        raise Refused(422, f"q is {question!r}, which holds no word; one or more words would be right")
    return terms


def _hits(connection: Connection, numbers: list[int]) -> dict[int, dict[str, Any]]:
    """What the numbers stand for: a claim, or a report alone."""
    if not numbers:
        return {}
    query = (
        select(sought.c.id, sought.c.claim, tables.report.c.body.label("report"), tables.claim.c.body)
        .join(tables.report, tables.report.c.seq == sought.c.report_seq)
        .outerjoin(
            tables.claim,
            (tables.claim.c.id == sought.c.claim) & (tables.claim.c.coding_seq == sought.c.coding_seq),
        )
        .where(sought.c.id.in_(numbers))
    )
    return {row.id: dict(row._mapping) for row in connection.execute(query)}  # noqa: SLF001  # SQLAlchemy's public name


def _told(shelf: Shelf, hits: dict[int, dict[str, Any]], terms: list[Term]) -> list[str]:
    names = [row["claim"] for row in hits.values() if row["claim"]]
    incidents = incidents_of(shelf, names)
    return [written(_hit(hits[number], incidents, terms)) for number in sorted(hits, reverse=True)]


def _hit(row: dict[str, Any], incidents: dict[str, str], terms: list[Term]) -> dict[str, Any]:
    report = Report.model_validate_json(row["report"])
    claim = Claim.model_validate_json(row["body"]) if row["body"] else None
    text = claim.text if claim else _around(report.text, terms)
    return {
        "kind": "claim" if claim else "report", "id": claim.id if claim else report.id,
        "incident": incidents.get(claim.id) if claim else None, "report": head_of(report), "text": text, "marks": _marks(text, terms),
        "direction": direction_of(text, usual_direction(report.language)),
    }  # fmt: skip


def _around(text: str, terms: list[Term]) -> str:
    marks = _marks(text, terms)
    middle = marks[0][0] if marks else 0
    start, end = max(0, middle - _AROUND), min(len(text), middle + _AROUND)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _marks(text: str, terms: list[Term]) -> list[tuple[int, int]]:
    whole = {word for one in terms if not one.begins for word in one.words}
    starts = tuple(word for one in terms if one.begins for word in one.words)
    return [
        (start, end)
        for start, end, token in located(text)
        if token in whole or token.startswith(starts or ("\0",))
    ]
