"""An agreement as data: who is bound to what, where, from when, and what it does not say.

Files under knowledge/agreements/ are read into these records. Everything is in our own
words; a provision names the article, the instrument and the source it rests on.
"""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from hudna.model.finding import Basis
from hudna.model.record import Record

Point = tuple[float, float]


class Dated(Record):
    """What holds from one day to another; open ends are None."""

    start: date | None = Field(default=None, alias="from")
    until: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether it holds on that day; an unknown day excludes nothing."""
        if on is None:
            return True
        return (self.start is None or self.start <= on) and (self.until is None or on <= self.until)


class Tenure(Dated):
    """An actor that stands for a party."""

    actor: str
    note: str | None = None


class BoundParty(Record):
    """A party: the name it signed with, and which actors stand for it when."""

    id: str
    name: str
    signed_as: str
    actors: tuple[Tenure, ...] = Field(min_length=1)
    camp: str | None = Field(
        default=None, description="side of the theatre that is close to it, not bound by it"
    )
    signatories: tuple[str, ...] = ()


class Zone(Record):
    """Where a provision holds: a polygon, a line or a point with a buffer. Points are (lon, lat)."""

    id: str
    name: str
    basis: Basis
    polygon: tuple[Point, ...] = ()
    line: tuple[Point, ...] = ()
    point: Point | None = None
    buffer_km: float = Field(default=0, ge=0)
    places: tuple[str, ...] = Field(default=(), description="ids of places that lie in it as a whole")
    start: date | None = Field(default=None, alias="from")
    until: date | None = None
    source: str

    @model_validator(mode="after")
    def _one_shape(self) -> "Zone":
        shapes = [bool(self.polygon), bool(self.line), self.point is not None]
        if sum(shapes) != 1:
            raise ValueError("a zone has exactly one of polygon, line and point")
        if self.polygon and (len(self.polygon) < 4 or self.polygon[0] != self.polygon[-1]):
            raise ValueError("a polygon has at least four points and ends where it begins")
        if self.line and len(self.line) < 2:
            raise ValueError("a line has at least two points")
        if not self.polygon and self.buffer_km <= 0:
            raise ValueError("a line or point needs a buffer_km above 0")
        return self


class Binding(Dated):
    """Whom a provision binds; `disputed` where the party does not accept that it does."""

    party: str
    disputed: str | None = Field(default=None, description="why it is disputed")


class Host(Dated):
    """A foreign force and the party on whose side it stands, by date."""

    actor: str
    party: str | None = Field(description="None: the party it stands with is not agreed")


class Milestone(Record):
    """That something was done, by whom it is recorded."""

    on: date
    what: str
    source: str


class Provision(Record):
    """One thing that is required or forbidden."""

    id: str
    kind: str
    article: str | None = None
    title: str
    summary: str = Field(description="in our own words")
    duty: Literal["must", "must_not", "exception"]
    binds: tuple[Binding, ...] = ()
    basis: Basis = "treaty"
    instrument: str | None = Field(default=None, description="id of the follow-up instrument it comes from")
    start: date = Field(alias="from")
    until: date | None = None
    deadline: date | None = None
    zone: str | None = None
    severity: int = Field(default=3, ge=1, le=5)
    words: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="by language, the words by which its object is recognised"
    )
    foreign: tuple[Host, ...] = ()
    bodies: tuple[str, ...] = Field(default=(), description="joint bodies and monitors it is about")
    authority: tuple[str, ...] = Field(default=(), description="whose leave a movement needs")
    done: Milestone | None = None
    settles: tuple[str, ...] = Field(default=(), description="facts that would settle an open question")
    source: str
    evidence: Literal["V", "V/K", "K", "J"]
    note: str | None = None


class Outside(Record):
    """Whom the agreement leaves out."""

    listed: tuple[str, ...] = Field(default=(), description="groups on the United Nations list, by id")
    sectors: tuple[str, ...] = Field(default=(), description="PLOVER sectors that are no party, such as CRM")
    source: str


class Instrument(Record):
    """A later text that adds to the agreement, or an order that people read with it."""

    id: str
    on: date
    title: str
    facts: str
    binding_on: str
    source: str
    evidence: Literal["V", "V/K", "K", "J"]


class Gap(Record):
    """What the agreement does not say."""

    what: str
    so: str = Field(description="what follows for a check")


class Agreement(Record):
    """One file of knowledge/agreements/."""

    id: str
    title: str
    names: dict[str, tuple[str, ...]] = Field(default_factory=dict, description="by language")
    pax_id: int | None = None
    pax_further: tuple[int, ...] = ()
    countries: tuple[str, ...] = Field(min_length=1)
    theatre: str | None = None
    agreement_class: Literal["cessation of hostilities", "preliminary", "definitive"] = Field(alias="class")
    signed: date
    effective: date
    ended: date | None = None
    place: str
    status: str
    parties: tuple[BoundParty, ...] = Field(min_length=2)
    witnesses: tuple[str, ...] = ()
    bodies: tuple[str, ...] = Field(default=(), description="ids of joint bodies and monitors")
    third_parties: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    outside: Outside
    provisions: tuple[Provision, ...] = Field(min_length=1)
    instruments: tuple[Instrument, ...] = ()
    gaps: tuple[Gap, ...] = ()
    sources: tuple[str, ...] = Field(min_length=1)
    reviewed: date = Field(description="day on which a person last compared the file with its sources")

    @model_validator(mode="after")
    def _names_hold(self) -> "Agreement":
        """Every party, zone and instrument that a provision names is there, and no id stands twice."""
        parties, zones = {p.id for p in self.parties}, {z.id for z in self.zones}
        instruments = {i.id for i in self.instruments}
        _no_id_twice("provision", [p.id for p in self.provisions])
        _no_id_twice("party", [p.id for p in self.parties])
        for provision in self.provisions:
            bound = {b.party for b in provision.binds} | {h.party for h in provision.foreign if h.party}
            _known(provision.id, "party", bound, parties)
            _known(provision.id, "zone", {provision.zone} if provision.zone else set(), zones)
            named = {provision.instrument} if provision.instrument else set()
            _known(provision.id, "instrument", named, instruments)
        return self

    def party(self, name: str) -> BoundParty:
        """The party of that id."""
        return next(party for party in self.parties if party.id == name)

    def zone(self, name: str | None) -> Zone | None:
        """The zone of that id, if one is named."""
        return next((zone for zone in self.zones if zone.id == name), None)


def _no_id_twice(what: str, ids: list[str]) -> None:
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise ValueError(f"{what} id {twice[0]!r} stands twice; each {what} needs an id of its own")


def _known(provision: str, what: str, named: set[str], known: set[str]) -> None:
    unknown = sorted(named - known)
    if unknown:
        listed = ", ".join(sorted(known)) or "none"
        raise ValueError(f"provision {provision!r} names {what} {unknown[0]!r}; known: {listed}")
