"""A claim together with the report it stands in: what every later stage works on."""

from dataclasses import dataclass

from hudna.model.claim import Claim
from hudna.model.report import Report


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and its report; of a report that is not at hand only the id is known, its text is empty."""

    claim: Claim
    report: Report
