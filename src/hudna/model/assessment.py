"""Which explanation the evidence favours: contract `hudna.assessment/1`.

Likelihood and confidence are never one number. Every number is the sum of the
ledger's lines and can be made again from them.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from hudna.model.record import Record


class Weighed(Record):
    """One hypothesis with its likelihood; `low` and `high` come from the intervals of the ledger."""

    id: str
    text: str
    prior: float
    likelihood: float
    low: float
    high: float
    words: str = Field(description="ICD-203 words for the likelihood")


class Entry(Record):
    """One line of the ledger: an indicator seen, or looked for and not seen, and what it adds."""

    indicator: str
    question: str
    seen: Literal["seen", "absent", "not observable"]
    origins: tuple[tuple[str, ...], ...] = Field(default=(), description="reports by independent origin")
    reliability: str | None = Field(default=None, description="grade of the best origin, as in B2")
    adds: dict[str, float] = Field(description="log-odds added to each hypothesis, natural logarithm")
    low: dict[str, float]
    high: dict[str, float]
    because: str
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Change(Record):
    """What the likelihoods would be without an entry, or with an indicator not yet seen."""

    indicator: str
    kind: Literal["without", "if seen", "if absent"]
    likelihood: dict[str, float]


class Assessment(Record):
    """One line of `hudna weigh`."""

    schema_: Literal["hudna.assessment/1"] = Field(default="hudna.assessment/1", alias="schema")
    id: str
    question: str
    text: str
    as_of: date
    hypotheses: tuple[Weighed, ...]
    confidence: Literal["low", "moderate", "high"]
    confidence_because: tuple[str, ...] = ()
    ledger: tuple[Entry, ...]
    changes: tuple[Change, ...] = ()
    gaps: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
