"""Names found in a report: who, where and when, before anybody decides what was done.

Mentions are made by the finders of the resolve stage and read by the extract
stage. All offsets are into the report's text.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

PlacePrecision = Literal["point", "town", "area", "district", "region", "country"]
TimePrecision = Literal["hour", "day", "span", "month", "year", "vague"]
TimeBasis = Literal["stated", "relative", "anniversary", "dateline", "inherited", "published"]
SpeakerKind = Literal["party", "official", "media", "observer", "anonymous", "organisation"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: `value` is its TIMEX3 value; earliest and latest are inclusive days."""

    start: int
    end: int
    text: str
    value: str | None
    earliest: date | None
    latest: date | None
    precision: TimePrecision
    basis: TimeBasis
    kind: Literal["date", "duration", "set", "reference"] = "date"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as named. `metonym`: the words stand for a government ("Tripoli said")."""

    start: int
    end: int
    text: str
    id: str | None
    name: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: PlacePrecision
    country: str | None
    admin1: str | None = None
    confidence: float = 0.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name or describe an actor.

    `id` is None for actors nobody has listed ("an armed group engaged in
    smuggling"); then country, sector and kind come from the words.
    `kind`: what the actor is when it speaks.
    """

    start: int
    end: int
    text: str
    id: str | None
    name: str
    country: str | None
    sector: str | None
    kind: SpeakerKind
    anonymous: bool = False
    side: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """All the names of one report, each tuple sorted by start."""

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
