"""What deserves attention now: contract `hudna.alert/1`."""

from datetime import date
from typing import Literal

from pydantic import Field

from hudna.model.record import Record

Level = Literal["watch", "elevated", "high"]


class Reason(Record):
    """One reason for or against an alert, with what it rests on."""

    text: str
    indicator: str | None = None
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Alert(Record):
    """One line of `hudna warn`."""

    schema_: Literal["hudna.alert/1"] = Field(default="hudna.alert/1", alias="schema")
    id: str
    theatre: str
    area: str | None
    subject: str | None = Field(default=None, description="dyad, provision or trip-wire it is about")
    level: Level
    state: Literal["raised", "held", "stood_down"]
    raised: date
    as_of: date
    expires: date
    because: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    ends_when: tuple[str, ...] = ()
    gaps: tuple[str, ...] = Field(default=(), description="sources that are silent; never calm")
    supersedes: str | None = None
    released_by: str | None = Field(default=None, description="who let it leave the desk; None: an exercise")
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
