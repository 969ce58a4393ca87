"""Evidence as it was known on a day, from lines that were read once; `hudna.knowing` does the same for a store."""

from datetime import date

from hudna.cli.evidence import From, read_evidence
from hudna.knowing import KnownDays, days_of_store
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.report import Report
from hudna.model.told import Told
from hudna.pipeline import link_claims

__all__ = ["KnownDays", "days_of_lines", "days_of_store"]


def days_of_lines(given: From) -> KnownDays:
    """The days of claims and reports that were read from files."""
    read = read_evidence(given, None)
    whole = read.evidence

    def known(day: date) -> Evidence:
        reports = {
            one.id: one for one in whole.reports.values() if one.published is None or one.published <= day
        }
        judgements = [one for one in whole.judgements if one.made.date() <= day]
        if not whole.claims:
            told = [one for one in whole.incidents if one.first_reported is None or one.first_reported <= day]
            return evidence_of(told, (), reports.values(), judgements)
        claims = [one for one in whole.claims.values() if not whole.reports or one.report in reports]
        tolds = [Told(one, reports.get(one.report) or _bare(one.report, one.language)) for one in claims]
        return evidence_of(link_claims(tolds, judgements).incidents, claims, reports.values(), judgements)

    return KnownDays(whole, known, read.faults)


def _bare(report: str, language: str) -> Report:
    return Report(id=report, text="", language=language)
