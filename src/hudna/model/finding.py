"""What an agreement says to what is reported: contracts `hudna.finding/1` and `hudna.tripwire/1`.

A finding never says "violation"; it is consistent, inconsistent, undetermined or
out of scope, and the inconsistency is apparent (by what is told), alleged (by whom)
or verified (only by a person's judgement).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from hudna.model.incident import Party, Verification
from hudna.model.record import Record

Verdict = Literal["consistent", "inconsistent", "undetermined", "out_of_scope"]
Label = Literal["apparent", "alleged", "verified", "none"]
Basis = Literal["treaty", "follow-up", "derived"]


class Heard(Record):
    """How far anybody listened since a provision binds: what silence can say, and no more."""

    since: date = Field(description="the first day on which the provision bound anybody")
    days: int = Field(description="days since then, that day and the last included")
    days_with_reports: int = Field(description="days on which a report that could tell of it was read")
    longest_gap_days: int = Field(description="the most days in a row without one")
    gap_from: date | None = None
    gap_until: date | None = None
    listening_since: date | None = Field(
        default=None, description="the first day from which on no gap is longer than a silence may be"
    )


class Finding(Record):
    """One line of `hudna check`: an incident against a provision, or a provision as it stands."""

    schema_: Literal["hudna.finding/1"] = Field(default="hudna.finding/1", alias="schema")
    id: str
    agreement: str
    provision: str
    kind: str
    basis: Basis = Field(
        default="treaty", description="derived: a test that people added, not the parties' own words"
    )
    standing: bool = Field(default=False, description="of the provision as a whole, not of one incident")
    question: str = Field(description="the question the rule asks")
    party: str | None = Field(description="party bound by the provision whose conduct is at issue")
    on: date | None = None
    verdict: Verdict
    label: Label
    by: tuple[Party, ...] = Field(default=(), description="who alleges it")
    denied_by: tuple[Party, ...] = ()
    because: str = Field(description="two sentences a person can check")
    missing: tuple[str, ...] = Field(default=(), description="facts that would settle it")
    heard: Heard | None = Field(
        default=None, description="of a standing provision that forbids: how far anybody listened"
    )
    severity: int | None = Field(default=None, ge=1, le=5)
    verification: Verification = "raw"
    origins: int = Field(default=0, description="independent origins that tell it")
    theatre: str | None = None
    judgements: tuple[str, ...] = ()
    incidents: tuple[str, ...]
    claims: tuple[str, ...]


DeclaredField = Literal["purpose", "destination", "composition", "target", "size", "time", "force"]


class Declared(Record):
    """What was declared of a movement against what is reported: contract `hudna.declared/1`."""

    schema_: Literal["hudna.declared/1"] = Field(default="hudna.declared/1", alias="schema")
    id: str
    movement: str | None = None
    declarer: Party
    on: date | None
    field: DeclaredField
    declared: str
    observed: str | None
    verdict: Literal["match", "partial", "mismatch", "unknown"]
    because: str
    would_settle: tuple[str, ...] = ()
    incidents: tuple[str, ...]
    claims: tuple[str, ...]


class Tripwire(Record):
    """One line of `hudna tripwires`: somebody's conditional statement, watched."""

    schema_: Literal["hudna.tripwire/1"] = Field(default="hudna.tripwire/1", alias="schema")
    id: str
    author: Party | None = Field(description="who said it; None: the report's own voice")
    relayed_by: tuple[str, ...] = ()
    anonymous: bool = False
    is_party: bool = Field(default=False, description="the author is bound by an agreement that is watched")
    condition: str
    consequence: str
    watch: "Watch"
    state: Literal["armed", "touched", "crossed", "lapsed"]
    since: date | None = None
    changed: date | None = Field(default=None, description="day on which it came into its state")
    nearest_km: float | None = Field(
        default=None, description="how near the watched actors were last told of, uncertainty taken off"
    )
    because: str = ""
    touched_by: tuple[str, ...] = Field(default=(), description="incidents that touched or crossed it")
    claims: tuple[str, ...]


class Watch(Record):
    """A condition as data: which event, by whom, upon whom, where."""

    root: str | None = None
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    not_side: str | None = Field(
        default=None, description="where no force is named: the author's own camp, which is not watched"
    )
    place: str | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    near_km: float | None = Field(default=None, description="how near counts as touching")


class Count(Record):
    """Findings since entry into force by party and provision, with what they are to be read against."""

    schema_: Literal["hudna.count/1"] = Field(default="hudna.count/1", alias="schema")
    agreement: str
    provision: str
    party: str | None
    since: date | None
    verdict: Verdict
    label: Label
    number: int
    days: int = Field(description="days since entry into force")
    days_with_reports: int = Field(description="days on which any report of the theatre was read")
    longest_gap_days: int
    first_report: date | None = None
    last_report: date | None = None


class Occasion(Record):
    """A day of the calendar that gives context: an anniversary, a deadline, a day that recurs."""

    schema_: Literal["hudna.occasion/1"] = Field(default="hudna.occasion/1", alias="schema")
    name: str
    on: date
    kind: Literal["anniversary", "deadline"]
    years: int | None = None
    days_away: int = Field(description="negative: it lies behind")
    because: str


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the agreements say to a picture, or what one more incident changes of it."""

    as_of: date
    findings: tuple[Finding, ...] = ()
    declared: tuple[Declared, ...] = ()
    tripwires: tuple[Tripwire, ...] = ()
    counts: tuple[Count, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    withdrawn: tuple[str, ...] = ()  # ids of findings that no longer hold, where only changes are told
