"""How much of something is told of in a unit, against that unit's own past: contract `hudna.indicator/1`.

A number, the numbers it is compared with, and the chance that the unit's own past would
show as much. There is no joint score and no hand-made weight.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from hudna.model.record import Record

Kind = Literal["conflict", "easing", "context"]


class Coverage(Record):
    """Which sources the comparison is made within, and what has changed."""

    known: bool = Field(description="false: the reports are not at hand, a change of coverage cannot be told")
    within: tuple[str, ...] = Field(default=(), description="sources that report now and did all along")
    added: tuple[str, ...] = Field(default=(), description="report now, did not before: left out")
    lost: tuple[str, ...] = Field(default=(), description="reported before, do not now: left out")
    reports: int = Field(default=0, description="reports read in the window, of all sources")
    reports_before: float | None = Field(default=None, description="mean of the windows before")


class Measured(Record):
    """One line of `hudna indicators`: an indicator of an area or a dyad in the window that ends on a day."""

    schema_: Literal["hudna.indicator/1"] = Field(default="hudna.indicator/1", alias="schema")
    theatre: str
    area: str | None = None
    dyad: str | None = None
    indicator: str
    kind: Kind
    question: str
    as_of: date
    window_days: int
    number: float = Field(description="told as having happened, by more than allegations")
    alleged: float = Field(default=0, description="by allegations alone; shown apart, never added")
    compared: float = Field(description="the number within the sources that are compared")
    baseline: float | None = Field(description="mean of the unit's past windows within the same sources")
    highest: float | None = Field(default=None, description="the highest of them")
    windows: int = Field(default=0, description="past windows that were compared")
    exceedance: float | None = Field(
        description="chance that the unit's own past would show as much or more; None: too short a past"
    )
    how: str = Field(description="how the chance was found, or why there is none")
    coverage: Coverage
    text: str
    undated: int = Field(default=0, description="incidents too vaguely dated to fall into a window")
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
