"""Evidence as it was known on a day: from a store, or from lines that were read once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from hudna.cli.evidence import From, read_evidence
from hudna.cli.version import linking_version
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.report import Issue, Report
from hudna.model.told import Told
from hudna.pipeline import link_claims, store_linking
from hudna.store import Moment, Store


@dataclass
class KnownDays:
    """The evidence of any day; `last` is that of the newest."""

    last: Evidence
    make: Callable[[date], Evidence]
    faults: list[Issue] = field(default_factory=list)
    _held: tuple[int, int, Evidence] | None = None

    def on(self, day: date) -> Evidence:
        """What was known on a day; days on which nothing came in share one."""
        reports = sum(1 for one in self.last.reports.values() if one.published and one.published <= day)
        judgements = sum(1 for one in self.last.judgements if one.made.date() <= day)
        if not self.last.reports or self._held is None or self._held[:2] != (reports, judgements):
            self._held = reports, judgements, self.make(day)
        return self._held[2]

    @property
    def first_day(self) -> date | None:
        """The day of the first report, or of the first incident."""
        return self.last.report_days[0] if self.last.report_days else None


def days_of_store(store: Store) -> KnownDays:
    """The days of a store."""
    linking = store_linking(store, linking_version())

    def known(day: date | None) -> Evidence:
        at = Moment(day)
        stored = store.claims(day)
        return evidence_of(
            linking.as_known(at), [one.claim for one in stored], store.reports(day), store.judgements(at)
        )

    return KnownDays(known(None), known)


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
