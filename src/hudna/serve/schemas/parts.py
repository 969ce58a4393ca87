"""Parties, places, days and figures, as every answer writes them."""

from datetime import date

from pydantic import Field

from hudna.serve.schemas.base import Schema


class PartyOut(Schema):
    """Somebody who acts, is acted upon or speaks; `text` is how a report put it."""

    id: str | None = None
    text: str
    country: str | None = None
    sector: str | None = None
    side: str | None = None


class WhereOut(Schema):
    """A place; a vague one has a radius and is an area, never a pin."""

    id: str | None = None
    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: str
    country: str | None = None
    admin1: str | None = None


class PlacedOut(Schema):
    """A place in its role: at, to, from, toward, along, near, origin."""

    role: str
    where: WhereOut


class WhenOut(Schema):
    """Days, both inclusive, with how exact they are and how they were found."""

    earliest: date | None
    latest: date | None
    precision: str
    basis: str


class EstimateOut(Schema):
    """A figure with who gave it; no speaker: a report's own voice."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    speaker: PartyOut | None = None
    claims: list[str] = Field(default_factory=list)


class TollOut(Schema):
    """Low, best and high over everybody's figures; no best: they contradict each other."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    by: list[EstimateOut] = Field(default_factory=list)


class FiguresOut(Schema):
    """Low, best and high."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


class GradeOut(Schema):
    """Admiralty code: reliability of the source and credibility of the information, never joined."""

    reliability: str
    credibility: str
    because: list[str] = Field(default_factory=list)


class ReportHead(Schema):
    """A report without its words."""

    id: str
    title: str | None = None
    source: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
