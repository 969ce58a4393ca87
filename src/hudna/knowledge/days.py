"""Days of a theatre that give context: anniversaries, and dated events worth remembering."""

import datetime as dt
from functools import cache
from typing import Literal

from hudna.knowledge.files import ROOT, load_list
from hudna.model.record import Record


class MarkedDay(Record):
    """A day, whether it is kept every year, why it matters, and where that is from."""

    name: str
    on: dt.date
    recurs: bool
    why: str
    source: str
    evidence: Literal["V", "K"]


@cache
def load_days(theatres: tuple[str, ...]) -> tuple[MarkedDay, ...]:
    """The days of some theatres, in file order; none where a theatre has no days.yml."""
    paths = (ROOT / "theatres" / name / "days.yml" for name in theatres)
    return tuple(day for path in paths if path.exists() for day in load_list(path, MarkedDay))
