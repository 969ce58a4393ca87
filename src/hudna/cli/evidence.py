"""Where the later commands take their evidence from: lines of claims and incidents, or a store."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hudna.cli.console import counted, say
from hudna.collect import read_inputs
from hudna.collect.records import read_lines, read_records
from hudna.errors import InputError
from hudna.knowing import stored_evidence
from hudna.model.claim import Claim
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.incident import Incident
from hudna.model.judgement import Judgement
from hudna.model.report import Issue, Report
from hudna.model.told import Told
from hudna.pipeline import link_claims
from hudna.store import Moment, using_store


@dataclass(frozen=True, slots=True)
class From:
    """What a command was given to read."""

    lines: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    store: Path | None = None


@dataclass
class Read:
    """The evidence, the day as of which it is read, and what could not be read."""

    evidence: Evidence
    as_of: date
    faults: list[Issue] = field(default_factory=list)

    def close(self, printed: str) -> int:
        """Say what there was; the exit code."""
        skipped = f", {counted(len(self.faults), 'line')} skipped" if self.faults else ""
        say(f"{counted(len(self.evidence.incidents), 'incident')}: {printed}, as of {self.as_of}{skipped}")
        return 1 if self.faults else 0


def read_evidence(given: From, as_of: date | None) -> Read:
    """Incidents and claims up to a day; claims without incidents are joined first."""
    faults: list[Issue] = []
    read = _from_store(given.store, as_of) if given.store else _from_lines(given, as_of, faults)
    day = as_of or read.last_day()
    if day is None:
        raise InputError("no day is known from the input; --as-of DATE gives one")
    return Read(read, day, faults)


def _from_store(path: Path, as_of: date | None) -> Evidence:
    with using_store(path) as store:
        return stored_evidence(store, Moment(as_of))


def _from_lines(given: From, as_of: date | None, faults: list[Issue]) -> Evidence:
    reports = {one.id: one for one in _kept(read_inputs(given.reports), faults) if isinstance(one, Report)}
    found = list(
        _kept(
            read_lines(given.lines or ("-",), {"hudna.claim/1": Claim, "hudna.incident/1": Incident}), faults
        )
    )
    judged = list(_kept(read_records(given.judgements, Judgement, "hudna.judgement/1"), faults))
    known = {name: report for name, report in reports.items() if _is_early(report.published, as_of)}
    claims = [
        one
        for one in found
        if isinstance(one, Claim) and (not reports or one.report in known or as_of is None)
    ]
    incidents = [one for one in found if isinstance(one, Incident) and _is_early(one.first_reported, as_of)]
    judgements = [one for one in judged if isinstance(one, Judgement) and _is_early(one.made.date(), as_of)]
    if claims and not incidents:
        incidents = list(link_claims([_told(claim, known) for claim in claims], judgements).incidents)
    return evidence_of(incidents, claims, known.values(), judgements)


def _told(claim: Claim, reports: dict[str, Report]) -> Told:
    return Told(claim, reports.get(claim.report) or Report(id=claim.report, text="", language=claim.language))


def _is_early(day: date | None, as_of: date | None) -> bool:
    return as_of is None or day is None or day <= as_of


def _kept(found: Iterable[object], faults: list[Issue]) -> Iterable[object]:
    for item in found:
        if isinstance(item, Issue):
            faults.append(item)
            say(f"{item.input}: {item.reason}")
        else:
            yield item


def given(
    lines: Sequence[str] | None,
    reports: Sequence[str] | None,
    judgements: Sequence[str] | None,
    store: Path | None,
) -> From:
    """What to read, as a command's options say."""
    return From(tuple(lines or ()), tuple(reports or ()), tuple(judgements or ()), store)
