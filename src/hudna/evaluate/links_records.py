"""Records of judged linking: a scenario, its reports with their claims, its incidents.

The format and the rules of judgement are in gold/links/README.md; `links_gold` reads
them from files. Words are located: every mention slices the text of its report.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from hudna.model.claim import COUNTED, Root, Status
from hudna.model.mention import PlacePrecision, SpeakerKind
from hudna.model.record import Record, Span
from hudna.model.report import Report

NAME = r"^[a-z0-9][a-z0-9-]*$"
THIRD_PARTY = "third party"
Half = Literal["dev", "locked"]
Language = Literal["en", "fr", "it", "ar"]


class LinkSource(Record):
    """An invented outlet; outlets of one family belong to one owner."""

    id: str = Field(pattern=NAME)
    name: str
    language: Language
    country: str
    side: str = THIRD_PARTY
    family: str
    reliability: Literal["A", "B", "C", "D", "E", "F"]
    page_of: str | None = None


class LinkActor(Record):
    """Somebody who acts or speaks in several reports; `kind` where it speaks."""

    id: str = Field(pattern=NAME)
    name: str
    side: str = THIRD_PARTY
    kind: SpeakerKind | None = None


class LinkPlace(Record):
    """A real place; a vague one has a radius."""

    id: str = Field(pattern=NAME)
    name: str
    country: str
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)
    precision: PlacePrecision = "town"
    radius_km: float | None = None


class Days(Record):
    """First and last day meant, both inclusive."""

    earliest: date
    latest: date


class Toll(Record):
    """Dead as given, or as judged over everybody's figures; None: not given, or contradicted."""

    low: int | None = Field(default=None, ge=0)
    best: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)


class LinkMention(Span):
    """Words for an actor, recipient or speaker; `id` is the scenario's actor, where it has one."""

    id: str | None = None


class LinkClaim(Span):
    """One claim of a report and the incident it tells of; None: an older one that nothing else tells of."""

    id: str
    report: str
    incident: str | None
    background: bool = False
    root: Root
    mode: str | None = None
    status: Status
    trigger: Span
    actors: tuple[LinkMention, ...] = ()
    recipients: tuple[LinkMention, ...] = ()
    speakers: tuple[LinkMention, ...] = ()
    place: LinkPlace | None = None
    occurred: Days | None = None
    fatalities: Toll | None = None

    @property
    def counts(self) -> bool:
        """Told as having happened, however weakly."""
        return self.status in COUNTED


class LinkReport(Record):
    """One report with its judged claims; `copy_of` names the report whose words it carries unchanged."""

    id: str = Field(pattern=NAME)
    source: LinkSource
    published: date
    language: Language
    title: str
    text: str
    copy_of: str | None = None
    claims: tuple[LinkClaim, ...]

    def as_report(self) -> Report:
        """The report as the coder is given it."""
        return Report(id=self.id, text=self.text, title=self.title, published=self.published,
                      source=self.source.name, language=self.language)  # fmt: skip


class Origin(Record):
    """One voice that tells of an incident and every report that carries it, by whatever way."""

    voice: str
    reports: tuple[str, ...] = Field(min_length=1)
    because: str | None = None


class LinkPosition(Record):
    """What one speaker holds of an incident, in short."""

    who: str
    side: str
    says: str


class LinkIncident(Record):
    """One occurrence, or one forecast, and what is judged of it."""

    id: str = Field(pattern=NAME)
    kind: Literal["occurrence", "forecast", "background"] = "occurrence"
    what: str
    root: Root
    day: Days
    place: LinkPlace | None = None
    origins: tuple[Origin, ...] = Field(min_length=1)
    sides: tuple[str, ...] = Field(min_length=1)
    toll: Toll | None = None
    positions: tuple[LinkPosition, ...] = ()

    @property
    def reports(self) -> tuple[str, ...]:
        """Every report that tells of it, once, though it may carry several voices."""
        return tuple(dict.fromkeys(report for origin in self.origins for report in origin.reports))


class Apart(Record):
    """Two claims, or two incidents, that are easily taken for one."""

    pair: tuple[str, str]
    why: str


class LinkScenario(Record):
    """Some weeks of one conflict, as several outlets tell of them, in the order of publication."""

    id: str = Field(pattern=NAME)
    conflict: str
    half: Half
    coder: str
    sides: tuple[str, ...]
    sources: tuple[LinkSource, ...]
    actors: tuple[LinkActor, ...]
    places: tuple[LinkPlace, ...]
    reports: tuple[LinkReport, ...]
    incidents: tuple[LinkIncident, ...]
    not_same: tuple[Apart, ...]
    note: str | None = None

    @property
    def claims(self) -> tuple[LinkClaim, ...]:
        """Every claim of every report."""
        return tuple(claim for report in self.reports for claim in report.claims)
