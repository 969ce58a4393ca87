"""Records of judged replays: some weeks of reports, and what the picture and the check must say of them.

A replay's claims are judged by hand in the short form of the other gold, so that the later
stages can be proven without the coder, and with it. Format: gold/replays/README.md.
"""

from datetime import date
from typing import Any, Literal

from pydantic import Field

from hudna.evaluate.links_records import Days, LinkSource
from hudna.model.claim import COUNTED, PlaceRole, Root, SpeechAct, Status
from hudna.model.mention import PlacePrecision, SpeakerKind
from hudna.model.record import Record, Span
from hudna.model.report import Report

NAME = r"^[a-z0-9][a-z0-9-]*$"
Standing = Literal["controlled", "nominal", "contested", "influence", "none"]


class ReplayActor(Span):
    """Words for somebody; by `id`, country and sector are those of the packs."""

    id: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: SpeakerKind | None = None
    anonymous: bool = False


class ReplayPlace(Record):
    """A place of the packs or of the replay's own list, with its role."""

    id: str
    role: PlaceRole = "at"


class ReplayClaim(Span):
    """One judged claim; `name` lets a purpose say which move it is of."""

    name: str | None = None
    incident: str | None = None
    content: Literal["event", "control", "purpose", "composition"] = "event"
    root: Root | None = None
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status = Status.ACTUAL
    act: SpeechAct = SpeechAct.REPORT
    actors: tuple[ReplayActor, ...] = ()
    recipients: tuple[ReplayActor, ...] = ()
    speakers: tuple[ReplayActor, ...] = ()
    places: tuple[ReplayPlace, ...] = ()
    occurred: Days | None = None
    third_party: bool = False
    of: str | None = None
    kind: str | None = None
    holder: ReplayActor | None = None
    control: Standing | None = None
    share: str | None = None

    @property
    def counts(self) -> bool:
        """Told as having happened, however weakly."""
        return self.status in COUNTED and self.content == "event"


class OwnPlace(Record):
    """A place that no pack holds."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    precision: PlacePrecision = "town"
    radius_km: float = 5
    admin1: str | None = None


class ReplayReport(Record):
    """One report with its judged claims."""

    id: str = Field(pattern=NAME)
    source: LinkSource
    published: date
    language: Literal["en", "fr", "it", "ar"]
    text: str
    claims: tuple[ReplayClaim, ...]

    def as_report(self) -> Report:
        """The report as the coder is given it."""
        return Report(id=self.id, text=self.text, published=self.published, source=self.source.name,
                      language=self.language)  # fmt: skip


class Expected(Record):
    """What must, and must not, be found; an entry holds the fields that matter."""

    posture: tuple[dict[str, Any], ...] = ()
    movements: tuple[dict[str, Any], ...] = ()
    holdings: tuple[dict[str, Any], ...] = ()
    signals: tuple[dict[str, Any], ...] = ()
    channels: tuple[dict[str, Any], ...] = ()
    findings: tuple[dict[str, Any], ...] = ()
    declared: tuple[dict[str, Any], ...] = ()
    tripwires: tuple[dict[str, Any], ...] = ()
    counts: tuple[dict[str, Any], ...] = ()
    occasions: tuple[dict[str, Any], ...] = ()


class Checkpoint(Expected):
    """What must hold as of a day, knowing what was published up to it."""

    as_of: date
    must_not: Expected = Expected()


class Replay(Record):
    """Some weeks of one conflict in invented reports."""

    id: str = Field(pattern=NAME)
    what: str
    agreement: str
    sources: tuple[LinkSource, ...]
    places: tuple[OwnPlace, ...] = ()
    reports: tuple[ReplayReport, ...] = Field(min_length=10)
    expect: tuple[Checkpoint, ...] = Field(min_length=1)
