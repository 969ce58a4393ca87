"""The incident: one occurrence, as the claims of many reports tell of it.

This module is the public contract `hudna.incident/1`. An incident is derived: it
names the claims it rests on and can be made again from them and from people's
judgements. Nothing is merged away and nobody is overruled.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from hudna.model.claim import COUNTED, Root, Status
from hudna.model.mention import PlacePrecision, SpeakerKind, TimeBasis, TimePrecision
from hudna.model.record import Record

Verification = Literal[
    "raw",  # 0: nobody is known to stand behind it
    "reported",  # 1: one origin
    "corroborated",  # 2: two origins through different owners, at least one of them no belligerent
    "documented",  # 3: a primary statement against interest, or a judgement that says so
    "established",  # 4: only by a person's judgement
    "disputed",
    "refuted",
]


class Party(Record):
    """Somebody who acts, is acted upon or speaks, across reports; `text` is how a report put it."""

    id: str | None = None
    text: str
    country: str | None = None
    sector: str | None = None
    side: str | None = Field(default=None, description="the camp it belongs to, by the theatre's pack")


class Where(Record):
    """A place across reports; a vague area has a radius, never a bare point."""

    id: str | None = None
    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision
    country: str | None = None
    admin1: str | None = None


class When(Record):
    """The days in which it is said to have happened, both inclusive."""

    earliest: date | None
    latest: date | None
    precision: TimePrecision
    basis: TimeBasis


class Estimate(Record):
    """A figure with who gave it."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    speaker: Party | None = Field(default=None, description="None: the report's own voice")
    claims: tuple[str, ...]


class Toll(Record):
    """Low, best and high over everybody's figures; `best` is None where they contradict each other."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    by: tuple[Estimate, ...] = ()


class Says(Record):
    """What one speaker says of the occurrence, field by field; None: nothing on that point."""

    stance: Literal["asserts", "alleges", "denies", "expects", "demands", "fears"]
    status: Status
    root: Root | None = Field(
        default=None, description="what kind of act this speaker tells of; None: of none"
    )
    mode: str | None = None
    move: str | None = None
    who: tuple[Party, ...] = ()
    whom: tuple[Party, ...] = ()
    harmed: tuple[Party, ...] = Field(
        default=(),
        description="whom it befell beside a fight, without a word on who of those who fought did it",
    )
    where: Where | None = None
    when: When | None = None
    dead: Estimate | None = None
    hurt: Estimate | None = None
    deeds: Estimate | None = Field(
        default=None, description="how many such acts this speaker counts, where more than one"
    )
    why: tuple[str, ...] = Field(default=(), description="purposes in the report's own words")
    made_of: tuple[Party, ...] = Field(default=(), description="of whom a force is said to consist")


class Position(Record):
    """A speaker's position on an incident; `before` holds earlier, changed ones, oldest first."""

    speaker: Party | None = Field(description="None: reports in their own voice")
    kind: SpeakerKind | None = None
    anonymous: bool = False
    source: str | None = Field(default=None, description="publisher, for reports in their own voice")
    said: date | None = Field(default=None, description="day of the report that holds it")
    says: Says
    side: str | None = Field(default=None, description="the camp the speaker or outlet belongs to")
    against_interest: bool = False
    interest: str | None = Field(default=None, description="why it is against the speaker's own interest")
    origins: int = Field(default=1, description="independent origins through which this position is known")
    claims: tuple[str, ...]
    before: tuple["Position", ...] = ()


class Grade(Record):
    """Admiralty code: reliability of the source and credibility of the information, never joined."""

    reliability: Literal["A", "B", "C", "D", "E", "F"] = "F"
    credibility: Literal["1", "2", "3", "4", "5", "6"] = "6"
    because: tuple[str, ...] = ()


class Incident(Record):
    """One line of `hudna link`."""

    schema_: Literal["hudna.incident/1"] = Field(default="hudna.incident/1", alias="schema")
    id: str
    root: Root
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()
    counts: bool = Field(description="at least one claim tells it as having happened")
    status: Status = Field(description="the strongest way in which any claim holds it")
    third_party: bool = False
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...] = Field(
        description="for each independent voice the reports that carry it, oldest first"
    )
    origins_because: tuple[str, ...] = Field(default=(), description="why, in the order of `origins`")
    origin_letters: tuple[str, ...] = Field(
        default=(), description="reliability A–F of each origin, in the order of `origins`"
    )
    independent: int | None = Field(
        default=None,
        ge=0,
        description="of the origins so many reached us by ways of their own, through different owners; None: not counted",
    )
    sides: tuple[str, ...] = Field(default=(), description="camps that speak of it; 'third party' among them")
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Where | None = None
    places: tuple[tuple[str, Where], ...] = Field(default=(), description="role and place, for movements")
    occurred: When | None = None
    first_reported: date | None = None
    last_reported: date | None = None
    fatalities: Toll = Toll()
    injuries: Toll = Toll()
    positions: tuple[Position, ...] = ()
    theatre: str | None = Field(default=None, description="None: outside every theatre that is known")
    grade: Grade = Grade()
    verification: Verification = "raw"
    ladder: int = Field(
        default=0, ge=0, le=4, description="rung of the ladder, which a dispute does not take away"
    )
    judgements: tuple[str, ...] = Field(default=(), description="people's judgements that shaped it")
    review: str | None = Field(default=None, description="why a person should look, if so")

    @property
    def happened(self) -> bool:
        """Told as having happened, though perhaps by readings too unsure to count."""
        return self.status in COUNTED

    @property
    def independent_origins(self) -> int:
        """Origins that bear one another out; where nobody has counted them, all."""
        return len(self.origins) if self.independent is None else self.independent

    @property
    def unheard(self) -> tuple[str, ...]:
        """Reports that no origin stands for: what they tell was read too unsurely."""
        heard = {report for origin in self.origins for report in origin}
        return tuple(report for report in self.reports if report not in heard)
