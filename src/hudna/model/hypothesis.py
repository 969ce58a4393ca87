"""Rival explanations as data: what is asked, the hypotheses, and what would tell them apart.

Files under knowledge/hypotheses/ and theatres/<name>/hypotheses/ are read into these
records. Indicators are written before the evidence is seen: each says how probable it
is to be seen under each hypothesis, as an interval, within how many days, and when
anybody would be looking.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from hudna.model.record import Record

# Certainty is never claimed: a probability of 0 or 1 could not be moved by any evidence.
LEAST, MOST = 0.01, 0.99


def _in_order(value: tuple[float, float]) -> tuple[float, float]:
    low, high = value
    if not LEAST <= low <= high <= MOST:
        raise ValueError(f"[{low}, {high}] is no interval between {LEAST} and {MOST}")
    return value


Interval = Annotated[tuple[float, float], AfterValidator(_in_order)]
ContentKind = Literal["event", "purpose", "control", "finding"]


class Pattern(Record):
    """What an incident, stated purpose, statement of control or finding must be like; all given fields must fit.

    `actors`, `recipients` and `speakers` are ids of actors, whose parts count too, or
    `side:NAME` or `sector:CODE`. `within` and `towards` are ids of places or areas, or
    country codes.
    """

    content: ContentKind = "event"
    roots: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    between: tuple[str, str] | None = Field(default=None, description="both take part, whichever acts")
    sectors: tuple[str, ...] = Field(default=(), description="of actors nobody has listed")
    within: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    statuses: tuple[str, ...] = Field(default=(), description="empty: whatever counts as having happened")
    standing: tuple[str, ...] = Field(default=(), description="of control: taken, controlled …")
    provisions: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    dead: int | None = Field(default=None, description="at least so many dead, by the lowest figure")
    times: int = Field(default=1, ge=1, description="so many occurrences within the horizon")


class Indicator(Record):
    """Something that would be seen under some hypotheses more than under others."""

    id: str
    question: str
    seen_when: tuple[Pattern, ...] = Field(min_length=1, description="any of these")
    probability: dict[str, Interval] = Field(description="P(seen within the horizon | hypothesis)")
    horizon_days: int = Field(default=30, ge=1)
    observable: str = Field(description="who would see it, and from where")
    looking: tuple[str, ...] = Field(
        default=(),
        description="areas or countries in which reports show that somebody looked; empty: the theatre",
    )
    intent: bool = Field(
        default=False, description="a claim of intent: evidence of signalling, not of intent"
    )
    because: str = Field(description="why it tells them apart")

    @model_validator(mode="after")
    def _asks(self) -> "Indicator":
        if not self.question.endswith("?"):
            raise ValueError("the question ends with a question mark")
        return self


class Hypothesis(Record):
    """One explanation. `residual`: none of the others."""

    id: str
    text: str
    prior: float = Field(gt=0, lt=1)
    residual: bool = False


class Prior(Record):
    """Where the priors come from."""

    as_of: date
    source: str


class Example(Record):
    """Observations by indicator and the hypothesis that they must favour most."""

    seen: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    favours: str


class Question(Record):
    """One file: a question, its rival answers and what would tell them apart."""

    id: str
    question: str
    theatre: str | None = None
    opened: date | None = Field(default=None, description="first day of evidence; None: the whole record")
    closes: date | None = None
    resolved_when: str = Field(description="what a judge would need to see to call it, and by when")
    about: tuple[Pattern, ...] = Field(
        default=(), description="what raises the question; empty: asked always"
    )
    prior: Prior
    hypotheses: tuple[Hypothesis, ...] = Field(min_length=2)
    indicators: tuple[Indicator, ...] = Field(min_length=1)
    examples: tuple[Example, ...] = Field(min_length=1)
    counter: tuple[Example, ...] = Field(default=(), description="observations that must not favour it")
    sources: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> "Question":
        names = [h.id for h in self.hypotheses]
        if len(set(names)) < len(names):
            raise ValueError("two hypotheses have one id; each needs its own")
        if sum(h.residual for h in self.hypotheses) != 1:
            raise ValueError("exactly one hypothesis is the residual, 'none of these'")
        total = sum(h.prior for h in self.hypotheses)
        if abs(total - 1) > 1e-6:
            raise ValueError(f"the priors sum to {total:.3f}; they must sum to 1")
        _indicators_fit(self.indicators, set(names))
        _examples_fit(self, set(names))
        return self


def _indicators_fit(indicators: tuple[Indicator, ...], names: set[str]) -> None:
    seen: set[str] = set()
    for indicator in indicators:
        if indicator.id in seen:
            raise ValueError(f"indicator {indicator.id!r} stands twice")
        seen.add(indicator.id)
        if set(indicator.probability) != names:
            missing = ", ".join(sorted(names ^ set(indicator.probability)))
            raise ValueError(
                f"indicator {indicator.id!r} must give P(seen) for each hypothesis: see {missing}"
            )


def _examples_fit(question: Question, names: set[str]) -> None:
    known = {i.id for i in question.indicators}
    for example in (*question.examples, *question.counter):
        unknown = {*example.seen, *example.absent} - known
        if unknown or example.favours not in names:
            raise ValueError(
                f"an example names {sorted(unknown) or example.favours}, which is not in the file"
            )
