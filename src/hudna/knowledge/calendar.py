"""Days and eras of a theatre that reports refer to without dating them."""

import datetime as dt
from functools import cache

from pydantic import Field

from hudna.knowledge.files import ROOT, load_list
from hudna.model.record import Record


class CalendarEntry(Record):
    """A dated occasion, or an era with its first and last day and the words that name it."""

    name: str
    date: dt.date | None = None
    first: dt.date | None = Field(default=None, alias="from")
    until: dt.date | None = None
    words: tuple[str, ...] = ()


@cache
def load_calendar(theatres: tuple[str, ...]) -> tuple[CalendarEntry, ...]:
    """The calendar of some theatres, in file order."""
    paths = (ROOT / "theatres" / name / "calendar.yml" for name in theatres)
    return tuple(entry for path in paths if path.exists() for entry in load_list(path, CalendarEntry))
