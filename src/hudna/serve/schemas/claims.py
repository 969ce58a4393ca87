"""Claims: who says what, in which words of which report."""

from datetime import date
from typing import Literal

from pydantic import Field

from hudna.serve.schemas.base import Schema
from hudna.serve.schemas.parts import ReportHead
from hudna.serve.schemas.review import JudgementOut


class SpanOut(Schema):
    """Words of a report and where they stand, in Unicode code points, half-open."""

    text: str
    start: int
    end: int


class SpeakerOut(SpanOut):
    """Who says so; innermost first, then each relay."""

    actor: str | None = None
    kind: str
    anonymous: bool = False


class ActorOut(SpanOut):
    """Who acts or is acted upon."""

    id: str | None = None
    country: str | None = None
    sector: str | None = None


class PlaceOut(SpanOut):
    """Where, with its role."""

    id: str | None = None
    name: str
    role: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: str
    country: str | None = None
    admin1: str | None = None
    confidence: float | None = None


class OccurredOut(Schema):
    """When it is said to have happened, and the words that say so."""

    earliest: date | None
    latest: date | None
    precision: str
    basis: str
    text: str | None = None
    start: int | None = None
    end: int | None = None


class CountOut(Schema):
    """A number of people as reported."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None


class EventOut(Schema):
    """Who did what to whom, where and when, in PLOVER terms."""

    root: str
    mode: str | None = None
    move: str | None = None
    contexts: list[str] = Field(default_factory=list)
    trigger: SpanOut
    actors: list[ActorOut] = Field(default_factory=list)
    recipients: list[ActorOut] = Field(default_factory=list)
    places: list[PlaceOut] = Field(default_factory=list)
    occurred: OccurredOut | None = None
    fatalities: CountOut
    injuries: CountOut
    deeds: CountOut | None = Field(default=None, description="how many deeds of its kind it counts")


class ControlOut(Schema):
    """Who is said to hold which area."""

    holder: ActorOut | None
    area: PlaceOut | None
    status: str
    as_of: date | None
    basis: str | None = None
    trigger: SpanOut


class PurposeOut(Schema):
    """What a movement or act is said to be for."""

    of: str | None
    by: ActorOut | None = None
    text: str
    start: int
    end: int
    purpose_kind: str | None = None
    places: list[PlaceOut] = Field(default_factory=list)


class CompositionOut(Schema):
    """What a force is said to be made of."""

    of: SpanOut | None
    made_of: list[ActorOut]
    share: str | None = None


class SurenessOut(Schema):
    """How sure the reading is: neither how likely what is told is, nor how good the evidence."""

    value: float = Field(description="share of readings alike that were right on judged reports")
    least: float = Field(description="from here on a claim counts")
    because: list[str] = Field(default_factory=list, description="what spoke most, in bits")


class ClaimOut(Schema):
    """A claim under its contract `hudna.claim/1`, with the head of its report and its incident."""

    schema_: str = Field(default="hudna.claim/1", serialization_alias="schema")
    id: str
    report: str
    language: str
    start: int
    end: int
    text: str
    speakers: list[SpeakerOut] = Field(default_factory=list)
    speech_act: str
    status: str
    content: str
    event: EventOut | None = None
    control: ControlOut | None = None
    purpose: PurposeOut | None = None
    composition: CompositionOut | None = None
    third_party: bool = False
    answers: str | None = Field(
        default=None,
        description="of an accusation or denial without words of its own: the claim that it is about",
    )
    counts: bool
    sureness: SurenessOut | None = None
    rule: str
    graded: str | None = None
    review: str | None = None
    told_in: ReportHead
    incident: str | None = Field(default=None, description="the incident it is part of")


Role = Literal["speaker", "what", "who", "where", "when"]


class MarkOut(Schema):
    """Words of the sentence and what they stand for; offsets are into `context.sentence`."""

    role: Role
    start: int
    end: int


class ContextOut(Schema):
    """The sentence that holds the claim, what stands around it, and the words to mark."""

    before: str = Field(description="the words before the sentence")
    sentence: str
    after: str = Field(description="the words after it")
    start: int = Field(description="where the sentence begins in the report's text")
    claim_start: int = Field(description="where the claim's words begin in the sentence")
    claim_end: int
    marks: list[MarkOut]
    direction: Literal["ltr", "rtl"]


class ClaimDetail(ClaimOut):
    """A claim with its words in their place and what people have judged of it."""

    context: ContextOut | None = Field(default=None, description="none in public output")
    coder: str = Field(default="", description="version of the coder that coded it")
    judgements: list[JudgementOut] = Field(default_factory=list)


class TextOut(ReportHead):
    """A report with its words and the claims coded from it, in the order of words."""

    text: str
    direction: Literal["ltr", "rtl"]
    claims: list[ClaimDetail]
