"""What deserves attention now: contract `hudna.alert/1`.

An alert is a line of its own each time its level changes; `supersedes` names the line
before it. What would prove it right or wrong is written into it when it is raised.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from hudna.model.incident import Verification
from hudna.model.record import Record

Level = Literal["watch", "elevated", "high"]
Standing = Literal["raised", "held", "stood_down"]
LEVELS: tuple[Level, ...] = ("watch", "elevated", "high")
Value = str | int | float | tuple[str, ...]


def rank(level: Level | None) -> int:
    """0 for no level, 1 for watch, 2 for elevated, 3 for high."""
    return 0 if level is None else LEVELS.index(level) + 1


class Reason(Record):
    """One reason for or against an alert, with what it rests on.

    `kind` and `values` say the same as `text` without words, so that it can be said in
    another language.
    """

    text: str
    kind: str | None = None
    values: dict[str, Value] = Field(default_factory=dict)
    level: Level | None = Field(default=None, description="the level that this reason alone would give")
    indicator: str | None = None
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Criterion(Record):
    """What would prove an alert right, written when it was raised."""

    text: str
    until: date
    acts: int = Field(default=1, description="so many acts of armed force, told as having happened")
    deaths: int = Field(default=0, description="or so many dead by the lowest figures; 0: not asked")
    origins: int = Field(
        default=1, description="independent origins that must tell of an act for it to count"
    )
    judged: bool = Field(default=True, description="false: it foretells nothing and is not scored")


class Alert(Record):
    """One line of `hudna warn`."""

    schema_: Literal["hudna.alert/1"] = Field(default="hudna.alert/1", alias="schema")
    id: str
    theatre: str
    area: str | None
    area_name: str | None = None
    subject: str | None = Field(
        default=None, description="dyad, provision, question or trip-wire it is about; none: the area"
    )
    level: Level
    state: Standing
    raised: date = Field(description="day on which it came to this level")
    began: date | None = Field(
        default=None, description="day on which the first alert of this chain was raised"
    )
    as_of: date
    last_evidence: date | None = Field(default=None, description="day of the newest reason")
    expires: date
    calm_since: date | None = Field(
        default=None, description="since when nothing upholds the level although reports are read"
    )
    because: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    ends_when: tuple[str, ...] = ()
    gaps: tuple[str, ...] = Field(default=(), description="sources that are silent; never calm")
    baseline: Literal["own past", "no baseline yet"] = Field(
        default="no baseline yet", description="whether the area has a past long enough to compare with"
    )
    origins: int = Field(default=0, description="independent origins behind its reasons")
    ground: Verification = Field(default="raw", description="the firmest of the incidents it rests on")
    note: str | None = Field(default=None, description="why it stands as it does, where that needs a word")
    criterion: Criterion | None = None
    judgements: tuple[str, ...] = ()
    supersedes: str | None = None
    released_by: str | None = Field(default=None, description="who let it leave the desk; None: an exercise")
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Outcome(Record):
    """What became of an alert, by the criterion written when it was raised."""

    schema_: Literal["hudna.outcome/1"] = Field(default="hudna.outcome/1", alias="schema")
    alert: str
    theatre: str
    area: str | None
    level: Level
    raised: date
    until: date
    result: Literal["came true", "did not", "void", "open", "not judged"]
    first: date | None = Field(default=None, description="day of the first act that counts")
    lead_days: int | None = Field(default=None, description="days from the raising to that act")
    chance: float | None = Field(
        default=None, description="how often a random day of the same area was followed by as much"
    )
    because: str
    incidents: tuple[str, ...] = ()
