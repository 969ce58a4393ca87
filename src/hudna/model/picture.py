"""The picture of one day: posture, movements and who is said to hold what.

All are derived from incidents and claims and name them. Contracts
`hudna.posture/1`, `hudna.movement/1` and `hudna.control/1`.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from hudna.model.incident import Party, Where
from hudna.model.record import Record


class State(StrEnum):
    """Levels of posture, lowest first; standing down leads back to normal."""

    NORMAL = "normal"
    STANDING_DOWN = "standing_down"
    HEIGHTENED = "heightened"
    ALERT = "alert"
    MOBILISED = "mobilised"
    ENGAGED = "engaged"


class Cause(Record):
    """What moved a posture: an incident, what it did to the level, and when."""

    incident: str
    on: date | None
    to: State
    how: Literal["ordered", "observed", "alleged", "declared"]
    because: str


class Posture(Record):
    """One line of `hudna posture`: an actor's posture in an area as of a day."""

    schema_: Literal["hudna.posture/1"] = Field(default="hudna.posture/1", alias="schema")
    actor: str
    name: str
    area: str | None = Field(description="id of an area of the theatre; None: no area named")
    state: State
    ordered: State | None = Field(description="what was ordered or announced, if anything")
    observed: State | None = Field(description="what was reported as seen, if anything")
    since: date | None
    last_heard: date | None = Field(description="the last day on which anybody said anything of it")
    decayed: bool = Field(default=False, description="lowered by age alone, not by news")
    as_of: date
    causes: tuple[Cause, ...] = ()
    claims: tuple[str, ...]


class StatedPurpose(Record):
    """A purpose of a movement in a speaker's words."""

    text: str
    kind: str | None
    speaker: Party | None
    status: str
    claims: tuple[str, ...]


class Movement(Record):
    """A force on the move: what it is said to be, from where to where, and what for by whom."""

    schema_: Literal["hudna.movement/1"] = Field(default="hudna.movement/1", alias="schema")
    id: str
    force: tuple[Party, ...]
    composition: tuple[StatedPurpose, ...] = Field(default=(), description="as claimed, by whom")
    origin: Where | None = None
    heading: Where | None = Field(default=None, description="a direction without a destination")
    destination: Where | None = None
    at: Where | None = None
    purposes: tuple[StatedPurpose, ...] = ()
    first_seen: date | None = None
    last_seen: date | None = None
    line: tuple[tuple[float, float], ...] = Field(default=(), description="(lon, lat) points, in order")
    uncertainty_km: float | None = None
    status: str
    incidents: tuple[str, ...]
    claims: tuple[str, ...]


class Holding(Record):
    """One line of `hudna control`: a dated, sourced statement that somebody holds a place."""

    schema_: Literal["hudna.control/1"] = Field(default="hudna.control/1", alias="schema")
    id: str
    place: Where
    as_of: date | None
    holder: Party | None
    status: Literal["controlled", "nominal", "contested", "influence", "none", "lost", "taken"]
    claimed_by: Party | None = Field(description="None: the report's own voice")
    source: str | None = None
    contradicts: tuple[str, ...] = ()
    claims: tuple[str, ...]
