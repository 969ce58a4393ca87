"""Incidents: one occurrence as the claims of many reports tell of it."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from hudna.serve.schemas.base import Schema
from hudna.serve.schemas.claims import ClaimDetail
from hudna.serve.schemas.parts import (
    EstimateOut,
    FiguresOut,
    GradeOut,
    PartyOut,
    PlacedOut,
    ReportHead,
    TollOut,
    WhenOut,
    WhereOut,
)
from hudna.serve.schemas.review import JudgementOut

Direction = Literal["escalation", "de-escalation", "statement"]


class IncidentOut(Schema):
    """An incident in a list."""

    id: str
    version: str = Field(description="changes whenever the incident does; for If-Match")
    words: str = Field(description="the incident in one sentence, in the language asked for")
    direction: Direction = Field(description="a deed of force, one that eases, or words alone")
    root: str
    mode: str | None = None
    move: str | None = None
    contexts: list[str] = Field(default_factory=list)
    counts: bool
    status: str
    third_party: bool = False
    actors: list[PartyOut] = Field(default_factory=list)
    recipients: list[PartyOut] = Field(default_factory=list)
    place: WhereOut | None = None
    occurred: WhenOut | None = None
    day: date | None = Field(
        default=None, description="the day it is put on: the last on which it can have happened"
    )
    first_reported: date | None = None
    last_reported: date | None = None
    fatalities: FiguresOut
    injuries: FiguresOut
    reports: int
    origins: int = Field(description="voices it rests on, not reports")
    independent: int | None = Field(
        default=None, description="of the origins so many reached us through different owners"
    )
    claims: int
    sides: list[str] = Field(default_factory=list)
    side_names: dict[str, str] = Field(default_factory=dict, description="of sides that are actors")
    verification: str
    ladder: int
    grade: GradeOut
    theatre: str | None = None
    review: str | None = None


class SaysOut(Schema):
    """What one speaker says of it, field by field; nothing: not a word on that point."""

    stance: str
    status: str
    who: list[PartyOut] = Field(default_factory=list)
    whom: list[PartyOut] = Field(default_factory=list)
    where: WhereOut | None = None
    when: WhenOut | None = None
    dead: EstimateOut | None = None
    hurt: EstimateOut | None = None
    deeds: EstimateOut | None = Field(default=None, description="how many such acts are counted")
    why: list[str] = Field(default_factory=list)
    made_of: list[PartyOut] = Field(default_factory=list)


class PositionOut(Schema):
    """One row of the matrix of positions; `before` holds earlier, changed ones."""

    speaker: PartyOut | None
    kind: str | None = None
    anonymous: bool = False
    source: str | None = None
    said: date | None = None
    says: SaysOut
    side: str | None = None
    against_interest: bool = False
    interest: str | None = None
    origins: int = 1
    claims: list[str]
    before: list["PositionOut"] = Field(default_factory=list)


class ToldIn(ReportHead):
    """A report of an origin, with the claims that it makes of the incident."""

    claims: list[ClaimDetail]


class OriginOut(Schema):
    """One independent voice, with every report that carries it, oldest first."""

    letter: str | None = Field(default=None, description="reliability A–F")
    because: str | None = Field(default=None, description="why these reports are one origin")
    reports: list[ToldIn]


class MomentOut(Schema):
    """A line of an incident's history: a report, a changed position, a judgement."""

    on: date | None
    at: datetime | None = None
    what: Literal["reported", "position", "judged"]
    text: str
    by: str | None = None
    claims: list[str] = Field(default_factory=list)
    judgement: str | None = None


class FindingHead(Schema):
    """What an agreement says to the incident."""

    id: str
    agreement: str
    provision: str
    party: str | None = None
    verdict: str
    label: str
    because: str


class IncidentDetail(IncidentOut):
    """An incident with positions, origins, words, findings and history."""

    schema_: str = Field(default="hudna.incident/1", serialization_alias="schema")
    places: list[PlacedOut] = Field(default_factory=list)
    fatalities: TollOut  # type: ignore[assignment]  # with who gave each figure
    injuries: TollOut  # type: ignore[assignment]
    positions: list[PositionOut]
    told: list[OriginOut] = Field(description="origins → reports → claims with their words")
    claim_ids: list[str]
    findings: list[FindingHead] = Field(default_factory=list)
    movements: list[str] = Field(default_factory=list, description="ids of movements that rest on it")
    judgements: list[JudgementOut] = Field(default_factory=list)
    history: list[MomentOut] = Field(default_factory=list)
    alternatives: list[str] = Field(
        default_factory=list,
        description="where as_of separates what is one today: the other incidents of its claims",
    )


class FactOut(Schema):
    """One labelled line of an explanation."""

    label: str
    text: str


class FeatureOut(Schema):
    """One question by which two claims were compared, its answer and what it adds, in bits."""

    question: str
    answer: str
    bits: float
    because: str


class JoinOut(Schema):
    """Why a claim is part of the incident: the comparison that joins it best."""

    claim: str
    other: str | None = None
    start: float | None = Field(
        default=None, description="what two claims of a month picked at random begin with"
    )
    features: list[FeatureOut] = Field(default_factory=list)
    total: float | None = None
    verdict: str


class ExplainOut(Schema):
    """The way from a value back to the words it rests on."""

    id: str
    kind: str
    title: str
    facts: list[FactOut] = Field(default_factory=list)
    joins: list[JoinOut] = Field(default_factory=list)
    rests_on: list[str] = Field(default_factory=list, description="ids of incidents it is derived from")
    claims: list[ClaimDetail] = Field(default_factory=list)
    claims_total: int = Field(
        default=0, description="claims it names; the first of them are given with their words"
    )
