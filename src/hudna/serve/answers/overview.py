"""What the server holds, and incidents by day."""

import json
from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from fastapi import Response

import hudna
from hudna.knowledge.theatres import THEATRES
from hudna.publish import find_exporters
from hudna.serve.answers.pages import wanted_by, written
from hudna.serve.answers.search import with_words
from hudna.serve.asked import Filters
from hudna.serve.shelves import Shelf
from hudna.store.lists import by_day, rows_held
from hudna.store.shelves import records_on

# Up to so many steps are drawn; longer spans are drawn in longer steps.
_MOST_STEPS = 400
_NAMES = ("escalation", "escalation_alleged", "de-escalation", "statement", "dead")


def meta_of(shelf: Shelf) -> Response:
    """What there is."""
    with shelf.reading() as connection:
        rows = records_on(connection, shelf.ready.id, "totals")
        totals = json.loads(rows[0].body) if rows else rows_held(connection, shelf.rows)
    return shelf.json({
        "version": hudna.__version__, "as_of": shelf.as_of, "first": shelf.first_day(), "last": shelf.room.order(None).as_of, "public": shelf.public,
        "alone": shelf.room.options.alone, **totals, "theatres": list(THEATRES), "languages": ["en", "ar"],
        "exporters": {name: list(one.WHAT) for name, one in find_exporters().items()}, "state": shelf.state, "made": shelf.ready.made.isoformat() if shelf.is_made else None,
        "stale": shelf.ready.state != shelf.state,
    })  # fmt: skip


def timeline_of(shelf: Shelf, filters: Filters, step: str) -> Response:
    """Numbers by step, without gaps between the first and the last day."""
    return shelf.reply(
        shelf.kept(f"timeline {step}", filters, lambda: written(_numbers(shelf, filters, step)))
    )


def _numbers(shelf: Shelf, filters: Filters, step: str) -> dict[str, Any]:
    wanted = with_words(shelf, wanted_by(shelf, filters), filters)
    with shelf.reading() as connection:
        rows = by_day(connection, wanted)
    days = [row.day for row in rows if row.day]
    if not days:
        undated = sum(row.number for row in rows)
        empty = [{"name": name, "values": []} for name in _NAMES]
        return {"step": "day", "days": [], "series": empty, "undated": undated, "as_of": shelf.as_of}
    first, last = date.fromordinal(min(days)), date.fromordinal(max(days))
    chosen = _chosen(step, (last - first).days + 1)
    starts = _starts(first, last, chosen)
    held: dict[tuple[str, date], int] = defaultdict(int)
    for row in rows:
        if row.day:
            start = _start(date.fromordinal(row.day), chosen)
            held[_named(row), start] += row.number
            held["dead", start] += row.dead
    series = [{"name": name, "values": [held[name, start] for start in starts]} for name in _NAMES]
    undated = sum(row.number for row in rows if not row.day)
    return {"step": chosen, "days": starts, "series": series, "undated": undated, "as_of": shelf.as_of}


def _named(row: Any) -> str:
    alleged = row.direction == "escalation" and row.alleged
    return "escalation_alleged" if alleged else str(row.direction)


def _chosen(step: str, days: int) -> str:
    """The step asked for, or a longer one where there would be too many of it."""
    steps = {"day": days, "week": days / 7, "month": days / 30}
    wanted = "day" if step == "auto" else step
    longer = list(steps)[list(steps).index(wanted) :]
    return next((one for one in longer if steps[one] <= _MOST_STEPS), "month")


def _start(day: date, step: str) -> date:
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def _starts(first: date, last: date, step: str) -> list[date]:
    found, day = [], _start(first, step)
    while day <= last:
        found.append(day)
        day = (
            _start(day + timedelta(days=32), step)
            if step == "month"
            else day + timedelta(days=7 if step == "week" else 1)
        )
    return found
