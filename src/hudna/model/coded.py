"""What the coder gives back for one report."""

from dataclasses import dataclass

from hudna.model.claim import Claim
from hudna.model.clause import Reading
from hudna.model.mention import Mentions
from hudna.model.report import Issue, Report


@dataclass(frozen=True, slots=True)
class Coded:
    """A report with its claims, the names found in it, and what could not be read."""

    report: Report
    claims: tuple[Claim, ...] = ()
    mentions: Mentions = Mentions()
    issues: tuple[Issue, ...] = ()
    reading: Reading | None = None
