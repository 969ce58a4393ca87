"""Claims in the words of their reports: the sentence, what to mark in it, which way it is read."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from hudna.link.judged import standing
from hudna.model.claim import Claim, Event
from hudna.model.incident import Incident
from hudna.model.judgement import Judgement
from hudna.model.record import Span
from hudna.model.report import Report
from hudna.publish.document import direction_of
from hudna.serve.shelves import Shelf
from hudna.store import StoredClaim, tables
from hudna.store.chunks import pieces
from hudna.store.shelves import record_named
from hudna.store.shown_tables import shown_claim

# So much is shown around a sentence.
_AROUND = 240


def stored_claims(shelf: Shelf, names: Iterable[str]) -> dict[str, StoredClaim]:
    """Claims with their reports and the sentences of those; of a public shelf without words."""
    wanted = list(dict.fromkeys(names))
    with shelf.reading() as connection:
        if shelf.public:
            return _public(connection, shelf, wanted)
        found: dict[str, StoredClaim] = {}
        query = (
            select(tables.claim.c.id, tables.claim.c.body, tables.report.c.body.label("report"), tables.coding.c.passages, tables.coding.c.coder)
            .join(shown_claim, shown_claim.c.seq == tables.claim.c.seq)
            .join(tables.coding, tables.claim.c.coding_seq == tables.coding.c.seq)
            .join(tables.report, tables.coding.c.report_seq == tables.report.c.seq)
            .where(shown_claim.c.shelf == 0)
        )  # fmt: skip
        for piece in pieces(wanted):
            for row in connection.execute(query.where(shown_claim.c.id.in_(piece))):
                spans = tuple((start, end) for start, end in json.loads(row.passages))
                found[row.id] = StoredClaim(
                    Claim.model_validate_json(row.body),
                    Report.model_validate_json(row.report),
                    spans,
                    row.coder,
                )
    return {name: found[name] for name in wanted if name in found}


def _public(connection: Connection, shelf: Shelf, wanted: Sequence[str]) -> dict[str, StoredClaim]:
    found: dict[str, StoredClaim] = {}
    for piece in pieces(wanted):
        query = select(shown_claim.c.id, shown_claim.c.body).where(
            shown_claim.c.shelf == shelf.rows, shown_claim.c.id.in_(piece)
        )
        for row in connection.execute(query):
            claim = Claim.model_validate_json(row.body)
            head = record_named(connection, shelf.ready.id, claim.report)
            given = json.loads(head.body) if head else {"id": claim.report}
            found[row.id] = StoredClaim(claim, Report(**{**given, "text": ""}), (), "")
    return {name: found[name] for name in wanted if name in found}


def head_of(report: Report) -> dict[str, Any]:
    """A report without its words."""
    return report.model_dump(mode="json", include={"id", "title", "source", "published", "language", "url"})


def claim_out(claim: Claim, report: Report, incident: str | None) -> dict[str, Any]:
    """A claim as it stands in a list."""
    return {**claim.model_dump(mode="json", by_alias=True), "told_in": head_of(report), "incident": incident}


def claim_in_words(
    item: StoredClaim, incident: str | None, judgements: Iterable[dict[str, Any]] = ()
) -> dict[str, Any]:
    """A claim with its sentence and what is to be marked in it."""
    mine = [one for one in judgements if item.claim.id in one["about"]]
    return {
        **claim_out(item.claim, item.report, incident), "context": context_of(item), "coder": item.coder, "judgements": mine,
    }  # fmt: skip


def context_of(item: StoredClaim) -> dict[str, Any] | None:
    """The sentence that holds the claim; None where the words are withheld."""
    text, claim = item.report.text, item.claim
    if not text:
        return None
    holding = [span for span in item.passages if span[0] <= claim.start < span[1]]
    start, end = holding[0] if holding else (claim.start, claim.end)
    end = max(end, claim.end)
    sentence = text[start:end]
    return {
        "before": _words_before(text, start), "sentence": sentence, "after": _words_after(text, end), "start": start,
        "claim_start": max(claim.start - start, 0), "claim_end": claim.end - start, "marks": _marks(claim, start, end),
        "direction": direction_of(sentence, usual_direction(item.report.language)),
    }  # fmt: skip


def _words_before(text: str, end: int) -> str:
    """What stands before, in whole words; dots say where there is more."""
    start = end - _AROUND
    if start <= 0:
        return text[:end]
    while start < end and not text[start - 1].isspace():
        start += 1
    return f"…{text[start:end]}"


def _words_after(text: str, start: int) -> str:
    end = start + _AROUND
    if end >= len(text):
        return text[start:]
    while end > start and not text[end].isspace():
        end -= 1
    return f"{text[start:end].rstrip()}…"


def usual_direction(language: str | None) -> str:
    """Which way a language is read."""
    return "rtl" if language in {"ar", "fa", "he", "ur"} else "ltr"


def _marks(claim: Claim, start: int, end: int) -> list[dict[str, Any]]:
    within = [(role, one) for role, one in _parts(claim) if start <= one.start <= one.end <= end]
    marks = {(role, one.start - start, one.end - start) for role, one in within}
    return [
        {"role": role, "start": first, "end": last}
        for role, first, last in sorted(marks, key=lambda mark: mark[1:] + mark[:1])
    ]


def _parts(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Every span a claim names, with the role of its words."""
    yield from (("speaker", one) for one in claim.speakers)
    if claim.event:
        yield from _event_parts(claim.event)
    if claim.control:
        yield "what", claim.control.trigger
        yield from (("who", one) for one in (claim.control.holder,) if one)
        yield from (("where", one) for one in (claim.control.area,) if one)
    if claim.purpose:
        yield "what", Span(text=claim.purpose.text, start=claim.purpose.start, end=claim.purpose.end)
        yield from (("where", one) for one in claim.purpose.places)
    if claim.composition:
        yield from (("who", one) for one in claim.composition.made_of)


def _event_parts(event: Event) -> Iterator[tuple[str, Span]]:
    yield "what", event.trigger
    yield from (("who", one) for one in (*event.actors, *event.recipients))
    yield from (("where", one) for one in event.places)
    when = event.occurred
    if when and when.text and when.start is not None and when.end is not None:
        yield "when", Span(text=when.text, start=when.start, end=when.end)


def judgement_out(one: Judgement, kept: set[str]) -> dict[str, Any]:
    """A judgement with whether it stands."""
    return {**one.model_dump(mode="json", by_alias=True), "stands": one.id in kept or one.act == "withdraw"}


def every_judgement(shelf: Shelf) -> list[dict[str, Any]]:
    """People's judgements, oldest first; none in public."""
    if shelf.public:
        return []
    every = shelf.room.store.judgements()
    kept = {one.id for one in standing(every)}
    return [judgement_out(one, kept) for one in every]


def judged_about(shelf: Shelf, incident: Incident) -> list[dict[str, Any]]:
    """The judgements on an incident or on any of its claims, and those that withdraw them."""
    # An incident goes by one of its claims; a judgement may name it by another.
    names = {incident.id, *incident.claims, *(f"i-{claim}" for claim in incident.claims)}
    every = every_judgement(shelf)
    about = {
        one["id"] for one in every if names.intersection(one["about"]) or one["id"] in incident.judgements
    }
    return [one for one in every if one["id"] in about or one["withdraws"] in about]


def incidents_of(shelf: Shelf, claims: Iterable[str]) -> dict[str, str]:
    """The incident of each claim, as it is known now."""
    found: dict[str, str] = {}
    with shelf.reading() as connection:
        for piece in pieces(claims):
            query = select(tables.holds.c.claim, tables.holds.c.incident).where(
                tables.holds.c.claim.in_(piece)
            )
            found.update((row.claim, row.incident) for row in connection.execute(query))
    return found
