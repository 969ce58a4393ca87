"""What an agreement says to what is reported: contracts `hudna.finding/1` and `hudna.tripwire/1`.

A finding never says "violation"; it is consistent, inconsistent, undetermined or
out of scope, and the inconsistency is apparent (by what is told), alleged (by whom)
or verified (only by a person's judgement).
"""

from datetime import date
from typing import Literal

from pydantic import Field

from hudna.model.incident import Party, Verification
from hudna.model.record import Record

Verdict = Literal["consistent", "inconsistent", "undetermined", "out_of_scope"]
Label = Literal["apparent", "alleged", "verified", "none"]


class Finding(Record):
    """One line of `hudna check`."""

    schema_: Literal["hudna.finding/1"] = Field(default="hudna.finding/1", alias="schema")
    id: str
    agreement: str
    provision: str
    kind: str
    question: str = Field(description="the question the rule asks")
    party: str | None = Field(description="party bound by the provision whose conduct is at issue")
    on: date | None = None
    verdict: Verdict
    label: Label
    by: tuple[Party, ...] = Field(default=(), description="who alleges it")
    because: str = Field(description="two sentences a person can check")
    missing: tuple[str, ...] = Field(default=(), description="facts that would settle it")
    severity: int | None = Field(default=None, ge=1, le=5)
    verification: Verification = "raw"
    incidents: tuple[str, ...]
    claims: tuple[str, ...]


class Declared(Record):
    """What was declared of a movement against what is reported: contract `hudna.declared/1`."""

    schema_: Literal["hudna.declared/1"] = Field(default="hudna.declared/1", alias="schema")
    id: str
    declarer: Party
    on: date | None
    field: Literal["purpose", "destination", "composition", "target", "size", "time", "force"]
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
    condition: str
    consequence: str
    watch: "Watch"
    state: Literal["armed", "touched", "crossed", "lapsed"]
    since: date | None = None
    touched_by: tuple[str, ...] = Field(default=(), description="incidents that touched or crossed it")
    claims: tuple[str, ...]


class Watch(Record):
    """A condition as data: which event, by whom, upon whom, where."""

    root: str | None = None
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None


class Count(Record):
    """Findings since entry into force by party and provision, with what they are to be read against."""

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
