"""Everything that is published as of a day, in one piece: what exporters and documents are made from.

An edition is put together by the pipeline; publishing only lays it out. `for_public` in
the publish stage makes one that may leave the mission.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from hudna.model.alert import Alert
from hudna.model.assessment import Assessment
from hudna.model.boundary import Boundary
from hudna.model.evidence import Evidence
from hudna.model.finding import Review
from hudna.model.imported import Imported
from hudna.model.incident import Where
from hudna.model.picture import Picture
from hudna.model.record import Record
from hudna.model.report import Issue

What = Literal[
    "claims", "incidents", "postures", "movements", "control", "signals", "channels", "findings", "declared",
    "tripwires", "counts", "assessments", "alerts", "imported",
]  # fmt: skip


class UnitsOf(Protocol):
    """In which administrative units a place lies."""

    def of(self, where: Where) -> dict[int, Boundary]:
        """Level → unit, as far as that is sure."""
        ...


@dataclass(frozen=True, slots=True)
class Edition:
    """What is known, derived and judged as of a day; `public` where details were taken out, `part` where it was narrowed."""

    as_of: date
    evidence: Evidence
    picture: Picture
    review: Review
    assessments: tuple[Assessment, ...] = ()
    alerts: tuple[Alert, ...] = ()
    imported: tuple[Imported, ...] = ()
    issues: tuple[Issue, ...] = ()
    public: bool = False
    part: bool = False
    units: UnitsOf | None = None


def records_of(edition: Edition, what: What) -> Sequence[Record]:
    """The records of one kind, in their order."""
    picture, review = edition.picture, edition.review
    held: dict[What, Sequence[Record]] = {
        "claims": tuple(edition.evidence.claims.values()),
        "incidents": edition.evidence.incidents,
        "postures": picture.postures,
        "movements": picture.movements,
        "control": picture.holdings,
        "signals": picture.signals,
        "channels": picture.channels,
        "findings": review.findings,
        "declared": review.declared,
        "tripwires": review.tripwires,
        "counts": review.counts,
        "assessments": edition.assessments,
        "alerts": edition.alerts,
        "imported": edition.imported,
    }
    return held[what]


def empty_edition(as_of: date, evidence: Evidence) -> Edition:
    """An edition of evidence alone."""
    return Edition(as_of, evidence, Picture(as_of), Review(as_of))
