"""Answers that draw a view: the map, the timeline, the sources, search, the ceasefire board."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from hudna.model.agreement import Provision
from hudna.model.finding import Count
from hudna.model.picture import Posture
from hudna.serve.schemas.base import Coverage, Page, Schema
from hudna.serve.schemas.incidents import Direction
from hudna.serve.schemas.parts import ReportHead


class PointOut(Schema):
    """Properties of an incident on the map; a vague place has a radius and is an area, never a pin."""

    id: str
    root: str
    direction: Direction
    counts: bool
    status: str
    day: date | None
    place_name: str | None
    precision: str
    radius_km: float | None
    verification: str
    dead: int | None = Field(description="best figure, else the lowest")
    origins: int
    actors: list[str] = Field(description="ids of actors and recipients that are listed")
    theatre: str | None


class CellOut(Schema):
    """Properties of a grid cell where too many incidents lie to be drawn one by one."""

    cell: str
    number: int
    escalation: int = 0
    dead: int = 0


class GeometryOut(Schema):
    """RFC 7946 geometry, longitude first."""

    type: Literal["Point", "LineString", "Polygon"]
    coordinates: list[Any]


class FeatureOut(Schema):
    """One feature."""

    type: Literal["Feature"] = "Feature"
    id: str
    geometry: GeometryOut | None
    properties: PointOut | CellOut


class MapOut(Schema):
    """RFC 7946 FeatureCollection: incidents, or cells where `drawn` says so."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
    drawn: Literal["incidents", "cells"]
    features: list[FeatureOut]
    coverage: Coverage
    without_place: int = Field(description="incidents under these filters that no map can show")
    as_of: date


class SeriesOut(Schema):
    """Numbers of one kind, one for each step."""

    name: str
    values: list[int]


class TimelineOut(Schema):
    """Incidents by day, week or month; escalation and de-escalation apart, allegations apart from the rest."""

    step: Literal["day", "week", "month"]
    days: list[date] = Field(description="first day of each step, without gaps")
    series: list[SeriesOut] = Field(
        description="escalation, escalation_alleged, de-escalation, statement, dead, reports"
    )
    undated: int
    as_of: date


class LaneOut(Schema):
    """An actor's lane of the posture board: where it stands now in each area, and how that changed."""

    actor: str
    name: str
    side: str | None
    within: list[str] = Field(default_factory=list)
    postures: list[Posture]
    series: list[Posture] = Field(default_factory=list, description="each day on which one changed")


class BoardOut(Schema):
    """The posture board."""

    lanes: list[LaneOut]
    levels: list[str] = Field(description="lowest first")
    as_of: date


class AgreementOut(Schema):
    """An agreement by its name, parties and provisions."""

    id: str
    title: str
    names: dict[str, list[str]]
    signed: date
    effective: date
    ended: date | None
    status: str
    parties: list[dict[str, Any]]
    provisions: list[Provision]
    gaps: list[dict[str, str]]


class ProvisionOut(Schema):
    """A provision with its agreement and how many findings of each verdict there are."""

    agreement: str
    provision: Provision
    findings: dict[str, int] = Field(description="verdict → number")


class CountsOut(Schema):
    """Findings since entry into force, by party and provision, beside the days on which anybody reported."""

    counts: list[Count]
    as_of: date


class SourceOut(Schema):
    """A publisher: last heard, volume, and whether it is silent for longer than is usual."""

    name: str
    id: str | None = Field(description="where the theatre's pack lists it")
    reports: int
    claims: int
    languages: list[str]
    first: date | None
    last: date | None = Field(description="last heard")
    per_week: float | None = Field(description="mean over the weeks since its first report")
    recent: list[int] = Field(description="reports in each of the last 12 weeks, oldest first")
    silent_days: int | None
    silent: bool
    letter: str | None = Field(default=None, description="reliability A–F")
    side: str | None = None
    owner: str | None = None


class SourcesOut(Schema):
    """Every source, and gaps in words; a silent source is a gap, never calm."""

    sources: list[SourceOut]
    gaps: list[str]
    skipped: list[dict[str, str | None]] = Field(description="what could not be read, and why")
    as_of: date


class HitOut(Schema):
    """A claim or a report that holds the words."""

    kind: Literal["claim", "report"]
    id: str
    incident: str | None
    report: ReportHead
    text: str
    marks: list[tuple[int, int]] = Field(description="where the words stand in `text`, half-open")
    direction: Literal["ltr", "rtl"]


class FoundOut(Page[HitOut]):
    """Search results, newest first."""

    read_as: list[str] = Field(description="the folded words that were looked for")


class NamedOut(Schema):
    """Something that filters can name."""

    id: str
    name: str
    number: int = Field(description="incidents it is named in")
    lat: float | None = None
    lon: float | None = None
    side: str | None = None


class MetaOut(Schema):
    """What this server holds and who asks."""

    version: str
    as_of: date | None = Field(description="the last day that is known")
    first: date | None
    last: date = Field(description="the newest day, whatever day was asked for")
    stale: bool = Field(
        default=False, description="newer things are known; what follows from them is being made"
    )
    public: bool
    alone: bool = Field(
        description="one person without accounts; whoever reaches this server may do everything"
    )
    reports: int
    claims: int
    incidents: int
    theatres: list[str]
    languages: list[str]
    exporters: dict[str, list[str]] = Field(description="exporter → kinds of records it can hold")
    state: str = Field(description="changes whenever anything that is shown may have")
    made: datetime | None
