"""Records of the picture, of findings, assessments, alerts: filtered by their facts, a page at a time."""

import json
from collections.abc import Iterator
from typing import Any

from fastapi import Response
from pydantic import TypeAdapter
from sqlalchemy import Row

from hudna.model.alert import Alert, Outcome
from hudna.model.assessment import Assessment
from hudna.model.finding import Declared, Finding, Occasion, Tripwire
from hudna.model.indicator import Measured
from hudna.model.picture import Channel, Holding, Movement, Posture, Signal
from hudna.model.record import Record
from hudna.picturing import calendar_of
from hudna.serve.answers.pages import Edge, actors_named, edge_of, page
from hudna.serve.answers.streams import streamed
from hudna.serve.asked import Box, Filters, Format, Paging, box_of
from hudna.serve.shelves import Shelf
from hudna.store.shelves import bodies_on, facts_on

RECORDS: dict[str, type[Record]] = {
    "postures": Posture, "control": Holding, "movements": Movement, "signals": Signal, "channels": Channel, "findings": Finding,
    "declared": Declared, "tripwires": Tripwire, "assessments": Assessment, "indicators": Measured, "alerts": Alert,
    "outcomes": Outcome,
}  # fmt: skip
_RULES = {
    "postures": "by actor and area", "tripwires": "as they were said", "channels": "by name", "assessments": "by question",
    "alerts": "the gravest first", "indicators": "by theatre, area and indicator",
}  # fmt: skip
# Facts that a parameter of another name asks for.
_ASKED_AS = {"leaning": "direction"}


def page_of_records(
    shelf: Shelf, kind: str, filters: Filters | None, paging: Paging, layout: Format, **facts: object
) -> Response:
    """Records of a kind under the filters."""
    if kind == "occasions":
        return _calendar(shelf, float(str(facts["days"])))
    numbers = numbers_of(shelf, kind, filters, facts)
    if layout != "json":
        return streamed(shelf, layout, kind, _every(shelf, kind, numbers))
    edge = edge_of(paging.cursor)
    start = edge.day if edge else 0
    part = numbers[start : start + paging.limit]
    with shelf.reading() as connection:
        bodies = bodies_on(connection, shelf.ready.id, kind, part)
    after = Edge("after", start + paging.limit, "") if start + paging.limit < len(numbers) else None
    before = Edge("before", max(0, start - paging.limit), "") if start else None
    rule = _RULES.get(kind, "newest first, undated ones last")
    return page(shelf, bodies, total=len(numbers), rule=rule, after=after, before=before)


def numbers_of(shelf: Shelf, kind: str, filters: Filters | None, facts: dict[str, object]) -> list[int]:
    """The numbers of the records wanted, in their order."""
    asked = {_ASKED_AS.get(name, name): value for name, value in facts.items() if value is not None}
    incident = asked.pop("incident", None)
    actors = set(actors_named(filters)) if filters else set()
    box = box_of(filters.bbox) if filters else None
    with shelf.reading() as connection:
        rows = facts_on(connection, shelf.ready.id, kind)
    found: list[tuple[int, int]] = []
    for row in rows:
        held = json.loads(row.facts)
        if incident is not None and incident not in held.get("incidents", ()):
            continue
        if _has(held, asked) and (filters is None or _fits(row, held, filters, actors, box)):
            found.append((held.get("rank", row.number), row.number))
    numbers = [number for _, number in sorted(found)]
    return sorted(numbers, key=_gravest(rows)) if kind == "alerts" else numbers


def _has(held: dict[str, Any], asked: dict[str, object]) -> bool:
    return all(str(held.get(name)) == str(value) for name, value in asked.items())


def _fits(row: Row[Any], held: dict[str, Any], filters: Filters, actors: set[str], box: Box | None) -> bool:
    """Whether a record is wanted; what it does not tell of does not exclude it, but for a day, place or actor asked for."""
    if actors and not actors.intersection(held["actors"]):
        return False
    if filters.theatre and held.get("theatre", filters.theatre) != filters.theatre:
        return False
    if filters.since and row.day < filters.since.toordinal():
        return False
    if filters.until and not 0 < row.day <= filters.until.toordinal():
        return False
    if filters.place and held.get("place", held.get("area")) != filters.place:
        return False
    if filters.country and held.get("country") != filters.country:
        return False
    return box is None or _inside(row, box)


def _inside(row: Row[Any], box: Box) -> bool:
    if row.lat is None or row.lon is None or not box.south <= row.lat <= box.north:
        return False
    if box.west <= box.east:
        return bool(box.west <= row.lon <= box.east)
    return bool(row.lon >= box.west or row.lon <= box.east)


def _gravest(rows: list[Row[Any]]) -> Any:
    order = {"high": 0, "elevated": 1, "watch": 2}
    level = {row.number: order.get(json.loads(row.facts).get("level", ""), 3) for row in rows}
    return lambda number: (level[number], number)


def _every(shelf: Shelf, kind: str, numbers: list[int]) -> Iterator[tuple[dict[str, Any], Record]]:
    with shelf.reading() as connection:
        bodies = bodies_on(connection, shelf.ready.id, kind, numbers)
    for body in bodies:
        record = RECORDS[kind].model_validate_json(body)
        yield json.loads(body), record


def bodies_of(
    shelf: Shelf, kind: str, filters: Filters | None = None, **facts: object
) -> list[dict[str, Any]]:
    """The records themselves, as JSON."""
    numbers = numbers_of(shelf, kind, filters, facts)
    with shelf.reading() as connection:
        return [json.loads(body) for body in bodies_on(connection, shelf.ready.id, kind, numbers)]


def _calendar(shelf: Shelf, days: float) -> Response:
    found = TypeAdapter(list[Occasion]).dump_python(
        list(calendar_of(shelf.as_of, days)), mode="json", by_alias=True
    )
    results = [json.dumps(one, ensure_ascii=False) for one in found]
    return page(shelf, results, total=len(results), rule="by day")
