"""The picture of one day: posture, movements, who is said to hold what, and who still talks.

All are derived from incidents and claims and name them. Contracts `hudna.posture/1`,
`hudna.movement/1`, `hudna.control/1`, `hudna.signal/1` and `hudna.channel/1`.
"""

from dataclasses import dataclass
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


How = Literal["ordered", "observed", "alleged", "declared"]
Dimension = Literal["readiness", "deployment", "presence", "fighting", "threat"]
Direction = Literal["escalatory", "defensive", "de-escalatory", "neutral"]


class Cause(Record):
    """What moved a posture: an incident, what it did to the level, and when."""

    incident: str
    on: date | None
    to: State
    how: How
    dimension: Dimension = "deployment"
    direction: Direction = "escalatory"
    by: tuple[Party, ...] = Field(default=(), description="who says so; empty: reports in their own voice")
    because: str
    claims: tuple[str, ...] = ()


class Posture(Record):
    """One line of `hudna posture`: an actor's posture in an area as of a day."""

    schema_: Literal["hudna.posture/1"] = Field(default="hudna.posture/1", alias="schema")
    actor: str = Field(description="id of the actor, or 'unlisted: ' and its words where nobody listed it")
    name: str
    side: str | None = None
    within: tuple[str, ...] = Field(
        default=(), description="whom the actor is part of, nearest first: its army, its government"
    )
    within_names: tuple[str, ...] = Field(default=(), description="their names, in the same order")
    area: str | None = Field(description="id of an area of the theatre; None: no area named")
    area_name: str | None = None
    state: State
    basis: Literal["observed", "declared", "ordered", "alleged", "none"] = Field(
        default="none", description="what the state rests on; alleged: on allegations alone"
    )
    ordered: State | None = Field(description="what was ordered or announced, if anything")
    observed: State | None = Field(description="what was reported as seen, if anything")
    alleged: State | None = Field(default=None, description="what is alleged without more, if anything")
    since: date | None
    last_heard: date | None = Field(description="the last day on which anybody said anything of it")
    decayed: bool = Field(default=False, description="lowered by age alone, not by news")
    as_of: date
    denied_by: tuple[Party, ...] = Field(default=(), description="who denies what it rests on")
    theatre: str | None = None
    causes: tuple[Cause, ...] = ()
    claims: tuple[str, ...]


class StatedPurpose(Record):
    """A purpose of a movement in a speaker's words."""

    text: str
    kind: str | None
    speaker: Party | None
    relayed_by: tuple[str, ...] = ()
    anonymous: bool = False
    status: str
    places: tuple[Where, ...] = ()
    claims: tuple[str, ...]


class StatedMakeup(Record):
    """What a force is said to be made of, and by whom."""

    text: str
    made_of: tuple[Party, ...]
    share: str | None = None
    speaker: Party | None
    relayed_by: tuple[str, ...] = ()
    anonymous: bool = False
    status: str
    claims: tuple[str, ...]


class Sighting(Record):
    """A place at which a movement is told of, with the day and who says so."""

    on: date | None
    where: Where
    role: str
    how: How
    by: tuple[Party, ...] = ()
    claims: tuple[str, ...]


class Movement(Record):
    """A force on the move: what it is said to be, from where to where, and what for by whom."""

    schema_: Literal["hudna.movement/1"] = Field(default="hudna.movement/1", alias="schema")
    id: str
    force: tuple[Party, ...]
    side: str | None = None
    withdrawal: bool = False
    composition: tuple[StatedMakeup, ...] = Field(default=(), description="as claimed, by whom")
    origin: Where | None = None
    heading: Where | None = Field(default=None, description="a direction without a destination")
    destination: Where | None = None
    at: Where | None = None
    sightings: tuple[Sighting, ...] = Field(default=(), description="by day; declared ones say so")
    purposes: tuple[StatedPurpose, ...] = ()
    feared: tuple[StatedPurpose, ...] = Field(
        default=(), description="acts of the same force that others hold possible; none has happened"
    )
    first_seen: date | None = None
    last_seen: date | None = None
    line: tuple[tuple[float, float], ...] = Field(default=(), description="(lon, lat) points, in order")
    uncertainty_km: float | None = None
    status: str
    theatre: str | None = None
    incidents: tuple[str, ...]
    claims: tuple[str, ...]


class Holding(Record):
    """One line of `hudna control`: a dated, sourced statement that somebody holds a place."""

    schema_: Literal["hudna.control/1"] = Field(default="hudna.control/1", alias="schema")
    id: str
    place: Where
    as_of: date | None
    holder: Party | None
    side: str | None = None
    status: Literal["controlled", "nominal", "contested", "influence", "none", "lost", "taken"]
    claimed_by: Party | None = Field(description="None: the report's own voice")
    source: str | None = None
    alleged: bool = Field(default=False, description="the statement is itself an allegation")
    contradicts: tuple[str, ...] = Field(default=(), description="ids of statements that cannot hold with it")
    sits_ill_with: tuple[str, ...] = Field(
        default=(), description="incidents that are hard to square with it, such as a move into what is held"
    )
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...]


SignalKind = Literal[
    "talks", "joint_body_met", "contact", "agreement", "concession", "withdrawal", "release", "disarmament",
    "ceasefire", "access", "joint_patrol", "stand_down", "reassurance", "call_for_restraint", "call_for_talks",
    "support_for_talks", "talks_suspended", "talks_refused", "threat",
]  # fmt: skip


class Signal(Record):
    """An act that eases or strains, apart from any movement of forces."""

    schema_: Literal["hudna.signal/1"] = Field(default="hudna.signal/1", alias="schema")
    id: str
    kind: SignalKind
    direction: Literal["easing", "straining"]
    by: tuple[Party, ...]
    to: tuple[Party, ...] = ()
    third_party: bool = Field(default=False, description="by somebody who is no party; never conflict")
    executed: bool = Field(description="done, and not only promised, asked for or announced")
    alleged: bool = False
    on: date | None = None
    where: Where | None = None
    because: str
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...]


class Channel(Record):
    """Whether two camps, or a joint body, are told of as talking, and for how long nothing was heard."""

    schema_: Literal["hudna.channel/1"] = Field(default="hudna.channel/1", alias="schema")
    id: str
    name: str
    between: tuple[str, ...]
    last_contact: date | None = None
    silent_days: int | None = Field(default=None, description="None: no contact is told of at all")
    silent: bool = Field(description="silent for longer than is usual, or never heard of")
    suspended: date | None = Field(default=None, description="since when a side is said to stay away")
    because: str
    as_of: date
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is derived of one day before any agreement is asked."""

    as_of: date
    postures: tuple[Posture, ...] = ()
    movements: tuple[Movement, ...] = ()
    holdings: tuple[Holding, ...] = ()
    signals: tuple[Signal, ...] = ()
    channels: tuple[Channel, ...] = ()
