"""Claims as a page, one claim, and a report's own words with its claims."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fastapi import Response
from sqlalchemy import Row, select

from hudna.model.claim import Claim
from hudna.model.report import Report
from hudna.publish.document import direction_of
from hudna.serve.answers.incidents import edges, found_incident
from hudna.serve.answers.pages import page, slice_of, wanted_by, written
from hudna.serve.answers.search import claims_with
from hudna.serve.answers.streams import streamed
from hudna.serve.answers.texts import (
    claim_in_words,
    claim_out,
    every_judgement,
    head_of,
    incidents_of,
    stored_claims,
    usual_direction,
)
from hudna.serve.asked import Filters, Format, Paging
from hudna.serve.problems import Refused
from hudna.serve.shelves import Shelf
from hudna.store import tables
from hudna.store.lists import Slice, claim_slice, count_claims
from hudna.store.shelves import record_named
from hudna.store.shown_tables import shown_claim
from hudna.store.wanted import Wanted

RULE = "those of the newest reports first, undated reports last"


def page_of_claims(
    shelf: Shelf, filters: Filters, paging: Paging, layout: Format, *, report: str | None, incident: str | None, source: str | None,
    content: str | None,
) -> Response:  # fmt: skip
    """Claims under the filters."""
    if shelf.public and source is not None:
        raise Refused(403, "who published what is not public")
    wanted = wanted_by(shelf, filters, report=report, content=content, source=source, told_by=_told_by(shelf))
    if incident is not None:
        wanted = replace(wanted, names=found_incident(shelf, incident)[0].claims)
    elif filters.words:
        wanted = replace(wanted, names=tuple(claims_with(shelf, filters.words)))
    wanted = _on_rows(shelf, wanted)
    if layout != "json":
        return streamed(shelf, layout, "claims", _every(shelf, wanted))
    with shelf.reading() as connection:
        got = claim_slice(connection, wanted, slice_of(paging))
        total = count_claims(connection, wanted)
    after, before = edges(got)
    return page(
        shelf,
        [written(_out(shelf, row)) for row in got.rows],
        total=total,
        rule=RULE,
        after=after,
        before=before,
    )


def _told_by(shelf: Shelf) -> int | None:
    """Claims do not change: those of a past day are those of reports published by then."""
    return shelf.as_of.toordinal() if shelf.ready.whole else None


def _on_rows(shelf: Shelf, wanted: Wanted) -> Wanted:
    """Only a public shelf has claims of its own; those of any other lie on the one of now."""
    return wanted if shelf.public else replace(wanted, shelf=0)


def _out(shelf: Shelf, row: Row[Any]) -> dict[str, Any]:
    claim = Claim.model_validate_json(row.record)
    report = Report(id=claim.report, text="")
    if not shelf.public and row.told_in:
        report = Report.model_validate_json(row.told_in)
    elif shelf.public:
        report = _public_report(shelf, claim.report)
    return claim_out(claim, report, None if shelf.public else row.incident)


def _public_report(shelf: Shelf, name: str) -> Report:
    with shelf.reading() as connection:
        found = record_named(connection, shelf.ready.id, name)
    return Report(**{**(json.loads(found.body) if found else {"id": name}), "text": ""})


def _every(shelf: Shelf, wanted: Wanted) -> Iterator[tuple[dict[str, Any], Claim]]:
    part = Slice(500)
    while True:
        with shelf.reading() as connection:
            got = claim_slice(connection, wanted, part)
        for row in got.rows:
            yield _out(shelf, row), Claim.model_validate_json(row.record)
        if not got.more_after:
            return
        part = Slice(500, after=(got.rows[-1].day, got.rows[-1].id))


def claim_detail(shelf: Shelf, name: str) -> Response:
    """One claim."""
    item = stored_claims(shelf, [name]).get(name)
    late = (
        item and shelf.ready.whole and (item.report.published is None or item.report.published > shelf.as_of)
    )
    if item is None or late:
        raise Refused(404, f"no claim goes by {name!r} as of {shelf.as_of}")
    incident = None if shelf.public else incidents_of(shelf, [name]).get(name)
    return shelf.json(claim_in_words(item, incident, every_judgement(shelf)))


def text_of(shelf: Shelf, name: str) -> Response:
    """A report with its words."""
    if shelf.public:
        raise Refused(403, "the words of reports are not public")
    with shelf.reading() as connection:
        query = (
            select(tables.report.c.body)
            .where(tables.report.c.id == name)
            .order_by(tables.report.c.seq.desc())
        )
        body = connection.scalar(query.limit(1))
        names = list(connection.execute(select(shown_claim.c.id).where(shown_claim.c.shelf == 0, shown_claim.c.report == name)).scalars())  # fmt: skip
    report = Report.model_validate_json(body) if body else None
    late = report and shelf.ready.whole and (report.published is None or report.published > shelf.as_of)
    if report is None or late:
        raise Refused(404, f"no report goes by {name!r} as of {shelf.as_of}")
    held, judgements, incidents = (
        stored_claims(shelf, names),
        every_judgement(shelf),
        incidents_of(shelf, names),
    )
    inside = sorted(held.values(), key=lambda item: (item.claim.start, item.claim.id))
    claims = [claim_in_words(item, incidents.get(item.claim.id), judgements) for item in inside]
    direction = direction_of(report.text, usual_direction(report.language))
    return shelf.json({**head_of(report), "text": report.text, "direction": direction, "claims": claims})
