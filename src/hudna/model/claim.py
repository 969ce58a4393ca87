"""The claim: these speakers, in these words, assert or deny or fear this.

This module is the public contract `hudna.claim/1`; the JSON Schema in
docs/schema/ is generated from it.
"""

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from hudna.model.mention import PlacePrecision, SpeakerKind, TimeBasis, TimePrecision
from hudna.model.record import Record, Span


class Root(StrEnum):
    """PLOVER event types, as corrected in docs/codebook.md."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """How the words hold what they tell; COUNTED lists those told as having happened."""

    ACTUAL = "actual"
    DECLARED = "declared"
    REPORTED = "reported"
    ALLEGED = "alleged"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    DEMANDED = "demanded"
    HISTORICAL = "historical"
    STATE = "state"


COUNTED = frozenset({Status.ACTUAL, Status.DECLARED, Status.REPORTED, Status.ALLEGED})


class SpeechAct(StrEnum):
    """What a speaker does in saying it."""

    ANNOUNCE = "announce"
    REPORT = "report"
    CLAIM = "claim"
    DENY = "deny"
    REASSURE = "reassure"
    ACCUSE = "accuse"
    URGE = "urge"
    APPEAL = "appeal"
    HOPE = "hope"
    WELCOME = "welcome"
    REGRET = "regret"
    CONCERN = "concern"
    WARN = "warn"
    REMIND = "remind"
    FEAR = "fear"
    ASSESS = "assess"
    ORDER = "order"
    STATE = "state"


class Speaker(Span):
    """Who says so; innermost speaker first, then each relay."""

    actor: str | None = None
    kind: SpeakerKind
    anonymous: bool = False


class Actor(Span):
    """Who acts or is acted upon; `id` is None where nobody has listed the actor."""

    id: str | None = None
    country: str | None = Field(default=None, description="ISO 3166 alpha-3 or a PLOVER code")
    sector: str | None = Field(default=None, description="PLOVER sector code")


PlaceRole = Literal["at", "to", "from", "toward", "along", "near", "origin"]


class Place(Span):
    """Where; a vague area has a radius, never a bare point."""

    id: str | None = None
    name: str
    role: PlaceRole = "at"
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision
    country: str | None = None
    admin1: str | None = None
    confidence: float | None = None


class Occurred(Record):
    """When it is said to have happened; `basis` tells how the days were found."""

    earliest: date | None
    latest: date | None
    precision: TimePrecision
    basis: TimeBasis
    text: str | None = None
    start: int | None = None
    end: int | None = None


class Count(Record):
    """A number of people as reported; conflicting figures widen low and high."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    text: str | None = None
    start: int | None = None
    end: int | None = None


class Event(Record):
    """Who did what to whom, where and when, in PLOVER terms."""

    root: Root
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()
    trigger: Span
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    occurred: Occurred | None = None
    fatalities: Count = Count()
    injuries: Count = Count()
    deeds: Count = Field(
        default=Count(), description="how many deeds of its kind it counts: '26 attacks', '2,000 times'"
    )


class Control(Record):
    """Who is said to hold which area."""

    holder: Actor | None
    area: Place | None
    status: Literal["controlled", "nominal", "contested", "influence", "none"]
    as_of: date | None
    basis: TimeBasis | None = None
    trigger: Span


class Purpose(Record):
    """What a movement or act is said to be for; `of` names the claim it explains."""

    of: str | None
    by: Actor | None = None
    text: str
    start: int
    end: int
    purpose_kind: str | None = None
    places: tuple[Place, ...] = ()


class Composition(Record):
    """What a force is said to be made of; an extension of the contract."""

    of: Span | None
    made_of: tuple[Actor, ...]
    share: str | None = None


class Sureness(Record):
    """How sure the reading of a claim is: neither how likely it is, nor how good the evidence.

    `value` is the share of readings alike that were right on judged reports; below `least`
    the claim is shown, and people are asked, but it does not count.
    """

    value: float = Field(ge=0, le=1)
    least: float = Field(ge=0, le=1)
    because: tuple[str, ...] = Field(default=(), description="what spoke most, against it (−) and for it (+)")


class Claim(Record):
    """One line of `hudna code`."""

    schema_: Literal["hudna.claim/1"] = Field(default="hudna.claim/1", alias="schema")
    id: str
    report: str
    language: str
    start: int
    end: int
    text: str
    speakers: tuple[Speaker, ...] = ()
    speech_act: SpeechAct
    status: Status
    content: Literal["event", "control", "purpose", "composition"]
    event: Event | None = None
    control: Control | None = None
    purpose: Purpose | None = None
    composition: Composition | None = None
    third_party: bool = False
    answers: str | None = Field(
        default=None,
        description="of an accusation or denial without words of its own: the claim of the same report that it is about",
    )
    counts: bool = Field(description="told as having happened, however weakly, and read surely enough")
    sureness: Sureness | None = Field(
        default=None, description="how sure the reading is, for events told as having happened"
    )
    rule: str
    graded: str | None = None
    review: str | None = Field(default=None, description="why a person should look, if so")

    @property
    def unsure(self) -> bool:
        """Told as having happened, and yet not counted: the reading is not sure enough."""
        return self.status in COUNTED and not self.counts and self.content == "event"
