"""Incidents as a page, as a file, and one with everything told of it."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from fastapi import Response
from sqlalchemy import Row

from hudna.knowledge.cast import load_cast
from hudna.knowledge.theatres import THEATRES
from hudna.model.incident import Incident
from hudna.model.shown import day_at
from hudna.publish.naming import Naming
from hudna.publish.telling import told
from hudna.publish.wording import wording
from hudna.serve.answers.history import history_of
from hudna.serve.answers.origins import told_of
from hudna.serve.answers.pages import Edge, page, slice_of, wanted_by, written
from hudna.serve.answers.search import with_words
from hudna.serve.answers.streams import streamed
from hudna.serve.answers.texts import judged_about
from hudna.serve.asked import Filters, Format, Paging
from hudna.serve.problems import Refused
from hudna.serve.shelves import Shelf
from hudna.showing import direction_of
from hudna.store.lists import Got, Slice, count_incidents, incident_place, incident_slice
from hudna.store.shelves import records_on
from hudna.store.wanted import Wanted

_HEAD = {"id", "root", "mode", "move", "contexts", "counts", "status", "third_party", "actors", "recipients", "place", "occurred",
         "first_reported", "last_reported", "sides", "independent", "verification", "ladder", "grade", "theatre", "review"}  # fmt: skip
RULE = (
    "newest first by day of occurrence, within a day what is told as having happened first, undated ones last"
)


def page_of_incidents(shelf: Shelf, filters: Filters, paging: Paging, layout: Format) -> Response:
    """Incidents under the filters."""
    wanted = with_words(shelf, wanted_by(shelf, filters), filters)
    if layout != "json":
        return streamed(shelf, layout, "incidents", _every(shelf, wanted))
    with shelf.reading() as connection:
        got = incident_slice(connection, wanted, slice_of(paging, happened_first=True))
        total = count_incidents(connection, wanted)
    results = [written(head_of(_read(row.record), shelf.lang, row.version, row.day)) for row in got.rows]
    after, before = edges(got)
    return page(shelf, results, total=total, rule=RULE, after=after, before=before)


def edges(got: Got) -> tuple[Edge | None, Edge | None]:
    """Where the next page begins, and the one before."""
    if not got.rows:
        return None, None
    after = _edge("after", got.rows[-1]) if got.more_after else None
    return after, _edge("before", got.rows[0]) if got.more_before else None


def _edge(way: str, row: Row[Any]) -> Edge:
    """Incidents stand within their day by whether they happened; claims do not."""
    counts = getattr(row, "counts", None)
    return Edge(way, row.day, row.id, None if counts is None else bool(counts))


def _every(shelf: Shelf, wanted: Wanted) -> Iterator[tuple[dict[str, Any], Incident]]:
    """Every incident wanted, each with its head."""
    part = Slice(500)
    with shelf.reading() as connection:
        while True:
            got = incident_slice(connection, wanted, part)
            for row in got.rows:
                incident = _read(row.record)
                yield head_of(incident, shelf.lang, row.version, row.day), incident
            if not got.more_after:
                return
            part = Slice(500, after=incident_place(got.rows[-1]))


def _read(body: str) -> Incident:
    return Incident.model_validate_json(body)


def head_of(incident: Incident, lang: str, version: str, day: int) -> dict[str, Any]:
    """The incident as it stands in a list."""
    head = incident.model_dump(mode="json", include=_HEAD)
    figures = {"low", "best", "high"}
    return {
        **head, "version": version, "words": told(incident, wording(lang)), "side_names": _named(incident.sides, lang), "direction": direction_of(incident), "day": day_at(day),
        "fatalities": incident.fatalities.model_dump(include=figures), "injuries": incident.injuries.model_dump(include=figures),
        "reports": len(incident.reports), "origins": len(incident.origins), "claims": len(incident.claims),
    }  # fmt: skip


def _named(sides: Iterable[str], lang: str) -> dict[str, str]:
    """Sides that are actors by their names; camps of a theatre have names in the page."""
    listed, naming = load_cast(THEATRES).entries, Naming(lang)
    return {one: naming.listed(one) for one in sides if one in listed}


def found_incident(shelf: Shelf, name: str) -> tuple[Incident, str, int]:
    """The incident of that id, or that holds the claim it was once named after; with version and day."""
    for named in (name, _now_called(shelf, name)):
        if named is None:
            continue
        with shelf.reading() as connection:
            got = incident_slice(connection, Wanted(shelf=shelf.rows, names=(named,)), Slice(1))
        if got.rows:
            row = got.rows[0]
            return _read(row.record), row.version, row.day
    raise Refused(404, f"no incident goes by {name!r} as of {shelf.as_of}")


def _now_called(shelf: Shelf, name: str) -> str | None:
    """An incident goes by one of its claims; what it was called may be another of them by now."""
    if shelf.public:
        return None
    found = shelf.room.store.incident(name)
    return found.id if found else None


def detail_of(shelf: Shelf, name: str) -> Response:
    """One incident with positions, origins, words, findings and history."""
    incident, version, day = found_incident(shelf, name)
    whole = incident.model_dump(mode="json", by_alias=True)
    judgements = judged_about(shelf, incident)
    answer = {
        **head_of(incident, shelf.lang, version, day), "schema": "hudna.incident/1", "fatalities": whole["fatalities"], "injuries": whole["injuries"],
        "places": [{"role": role, "where": where.model_dump(mode="json")} for role, where in incident.places],
        "positions": whole["positions"], "told": told_of(shelf, incident), "claim_ids": whole["claims"],
        "findings": _about(shelf, "findings", incident.id), "movements": [one["id"] for one in _about(shelf, "movements", incident.id)],
        "judgements": judgements, "history": history_of(shelf, incident, judgements), "alternatives": _alternatives(shelf, incident),
    }  # fmt: skip
    return shelf.json(answer)


def _about(shelf: Shelf, kind: str, incident: str) -> list[dict[str, Any]]:
    """Records of a kind that name the incident."""
    with shelf.reading() as connection:
        rows = records_on(connection, shelf.ready.id, kind, about=incident)
    return [json.loads(row.body) for row in rows if incident in json.loads(row.facts).get("incidents", ())]


def _alternatives(shelf: Shelf, incident: Incident) -> list[str]:
    """Other incidents of its claims, where another day's evidence separates what is one today."""
    if not shelf.ready.whole or shelf.public:
        return []
    today = shelf.room.store.incident(incident.id)
    if today is None:
        return []
    names = tuple(f"i-{claim}" for claim in today.claims)
    with shelf.reading() as connection:
        got = incident_slice(connection, Wanted(shelf=shelf.rows, names=names), Slice(50))
    return [row.id for row in got.rows if row.id != incident.id]
