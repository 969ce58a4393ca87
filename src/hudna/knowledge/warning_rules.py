"""What warns, at which level, how long it holds, and how many false alarms a user accepts.

`warning.yml` holds for every theatre; `theatres/<name>/warning.yml` says what a theatre
has of its own: areas watched, sources expected, budget, questions. Every number says
where it comes from.
"""

from functools import cache
from typing import Any

from pydantic import Field, ValidationError, model_validator

from hudna.errors import KnowledgeError
from hudna.knowledge.files import ROOT, read_yaml
from hudna.knowledge.pictures import Argued
from hudna.model.alert import LEVELS, Level
from hudna.model.picture import SignalKind
from hudna.model.record import Record


class ByLevel(Record):
    """A number for each level and the argument for it."""

    watch: float
    elevated: float
    high: float
    because: str

    def of(self, level: Level) -> float:
        """The number of a level."""
        return float({"watch": self.watch, "elevated": self.elevated, "high": self.high}[level])


class History(Record):
    """How an area's past is read.

    `window_days`: length of a window, `short_days` of the one that sees a sudden rise; `least_weeks`: shorter pasts give no baseline;
    `half_life_weeks`: how fast the past fades; `pooled_weeks`: weight of the other areas'
    past, in weeks; `longest_weeks`: older weeks are left out.
    """

    window_days: int = Field(gt=0)
    short_days: int = Field(gt=0)
    least_weeks: int = Field(gt=0)
    half_life_weeks: int = Field(gt=0)
    pooled_weeks: int = Field(ge=0)
    longest_weeks: int = Field(gt=0)
    vague_days: int = Field(gt=0, description="an incident dated less precisely falls into no window")
    because: str


class Onset(Record):
    """When violence counts as having begun anew: so much within four weeks, and so many times as before."""

    acts: int
    deaths: int
    times: float
    before_weeks: int
    apart_weeks: int
    because: str


class Trigger(Record):
    """The level that a rule gives, and for how many days what it rests on is news."""

    level: Level
    within_days: int = Field(gt=0)
    least_days: int = Field(default=0, description="so many different days on which it is told")
    least_deaths: int = Field(default=0, description="or so many dead, by the lowest figures")
    because: str


class Easing(Record):
    """Acts that lower an alert by one level, when they are later than everything that raised it."""

    lowers: tuple[SignalKind, ...]
    shown: tuple[SignalKind, ...] = Field(description="named beside an alert without lowering it")
    within_days: int
    because: str


class Foretells(Record):
    """What an alert of a level foretells: its criterion."""

    level: Level
    within_days: int
    acts: int
    deaths: int = 0
    origins: int = 1
    because: str


class Dreaded(Record):
    """The hypotheses of a question whose likelihood warns when it passes a band."""

    question: str
    hypotheses: tuple[str, ...] = Field(min_length=1)
    area: str | None = None
    happened: dict[str, str] = Field(
        default_factory=dict,
        description="hypothesis → the indicator that makes a fact of it: from then on it is told, not feared",
    )


class Expected(Record):
    """A source that people read, and how many reports a week it is expected to give."""

    source: str
    per_week: float = Field(gt=0)


class Silence(Record):
    """When a source counts as silent: its silence had less than this chance at its usual rate."""

    chance: float = Field(gt=0, lt=1)
    least_days: int
    learned_weeks: int = Field(
        description="a source nobody listed is expected as it was read in so many weeks"
    )
    because: str


class Area(Record):
    """An area that is watched; names in other languages, a coarse circle and codes for alerts that leave the desk."""

    id: str
    names: dict[str, str] = Field(default_factory=dict)
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    codes: dict[str, tuple[str, ...]] = Field(default_factory=dict, description="list of codes → codes")


class WarningRules(Record):
    """The whole of warning.yml, with what a theatre says on top."""

    areas: tuple[Area, ...] = Field(default=(), description="empty: every area of which anything is told")
    camps: dict[str, dict[str, str]] = Field(default_factory=dict, description="camp → language → name")
    sources: tuple[Expected, ...] = ()
    questions: tuple[Dreaded, ...] = ()
    budget: ByLevel = Field(description="false alarms accepted per area and year")
    history: History
    onset: Onset
    triggers: dict[str, Trigger]
    unusual: Argued
    calm_days: ByLevel
    expires_days: ByLevel
    unheard_days: Argued
    bands: ByLevel = Field(description="likelihoods of a dreaded hypothesis from which a level is given")
    easing: Easing
    foretells: tuple[Foretells, ...]
    silence: Silence

    @model_validator(mode="after")
    def _complete(self) -> "WarningRules":
        if tuple(one.level for one in self.foretells) != LEVELS:
            raise ValueError(f"foretells must have one entry for each of {', '.join(LEVELS)}, in that order")
        return self

    def trigger(self, name: str) -> Trigger:
        """The rule of that name; an unknown one lists the known."""
        if name not in self.triggers:
            known = ", ".join(sorted(self.triggers))
            raise KnowledgeError(f"warning.yml has no trigger {name!r}; known: {known}")
        return self.triggers[name]

    def foretold(self, level: Level) -> Foretells:
        """What an alert of that level foretells."""
        return self.foretells[LEVELS.index(level)]

    def watches(self, area: str) -> bool:
        """Whether the area is watched."""
        return not self.areas or any(one.id == area for one in self.areas)

    def area(self, name: str | None) -> Area | None:
        """What is known of an area for alerts that leave the desk."""
        return next((one for one in self.areas if one.id == name), None)


@cache
def load_warning_rules(theatre: str | None = None) -> WarningRules:
    """The rules of a theatre: what its file says, and for the rest what holds for every theatre."""
    given: dict[str, Any] = dict(read_yaml(ROOT / "warning.yml"))
    path = ROOT / "theatres" / theatre / "warning.yml" if theatre else None
    if path and path.exists():
        given |= read_yaml(path)
    name = f"{theatre}/warning.yml" if path else "warning.yml"
    try:
        return WarningRules.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise KnowledgeError(f"{name} is not valid: {where}: {first['msg']}") from error
