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


Seen = Literal["seen", "disputed", "denied", "absent", "not observable"]


class Entry(Record):
    """One line of the ledger: an indicator seen, or looked for and not seen, and what it adds."""

    indicator: str
    question: str
    seen: Seen
    origins: tuple[tuple[str, ...], ...] = Field(default=(), description="reports by independent origin")
    reliability: str | None = Field(
        default=None, description="letter of the best origin; None: none was heard"
    )
    intent: bool = False
    adds: dict[str, float] = Field(description="log-odds added to each hypothesis, natural logarithm")
    low: dict[str, float]
    high: dict[str, float]
    because: str
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class Cell(Record):
    """A cell of the classic matrix: how consistent an indicator is with a hypothesis."""

    indicator: str
    hypothesis: str
    mark: Literal["CC", "C", "N", "I", "II", "NA"]


class Matrix(Record):
    """Analysis of competing hypotheses as usually drawn, for readers who expect it.

    `inconsistency` is the weighted score of PARC ACH (least negative first). It takes no
    prior, knows no intervals and is not a likelihood.
    """

    cells: tuple[Cell, ...]
    inconsistency: dict[str, float]


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
    unit: str | None = Field(default=None, description="country asked about, of a question for any theatre")
    as_of: date
    hypotheses: tuple[Weighed, ...]
    confidence: Literal["low", "moderate", "high"]
    confidence_because: tuple[str, ...] = ()
    ledger: tuple[Entry, ...]
    changes: tuple[Change, ...] = ()
    without_intent: dict[str, float] = Field(
        default_factory=dict, description="likelihoods when no claim of intent is heard"
    )
    by_source: dict[str, dict[str, float]] = Field(
        default_factory=dict, description="likelihoods without the reports of one publisher"
    )
    matrix: Matrix | None = None
    table: int = Field(default=1, description="version of the table of reliability")
    gaps: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
