"""`hudna link`: incidents as JSON lines, or as a table."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from hudna.cli.console import counted, say, write
from hudna.cli.version import linking_version
from hudna.collect import read_inputs
from hudna.collect.records import read_records
from hudna.link.stage import Linked
from hudna.model.claim import Claim
from hudna.model.incident import Incident
from hudna.model.judgement import Judgement
from hudna.model.report import Issue, Report
from hudna.model.told import Told
from hudna.pipeline import link_claims, store_linking
from hudna.store import Moment, using_store

_NAMED = 3


def link_lines(
    claims: Sequence[str],
    reports: Sequence[str],
    judgements: Sequence[str],
    *,
    as_of: date | None,
    table: bool,
) -> int:
    """The exit code, after every incident of these claims was printed."""
    faults: list[Issue] = []
    known = {report.id: report for report in _kept(read_inputs(reports), faults)}
    told = [
        Told(claim, known.get(claim.report) or Report(id=claim.report, text="", language=claim.language))
        for claim in _kept(
            read_records(claims, Claim, "hudna.claim/1", passing=frozenset({"hudna.mentions/1"})), faults
        )
    ]
    judged = list(_kept(read_records(judgements, Judgement, "hudna.judgement/1"), faults))
    if as_of is not None:
        told = [one for one in told if one.report.published is not None and one.report.published <= as_of]
        judged = [one for one in judged if one.made.date() <= as_of]
    linked = link_claims(told, judged)
    show(linked.incidents, table=table)
    _say_unjudged(told)
    return _close(linked, len(told), faults)


def link_store(path: Path, *, at: Moment, table: bool) -> int:
    """The exit code, after every incident of the store was printed."""
    with using_store(path) as store:
        incidents = store_linking(store, linking_version()).as_known(at)
    show(incidents, table=table)
    say(f"{path}: {counted(len(incidents), 'incident')}")
    return 0


def show(incidents: Iterable[Incident], *, table: bool) -> None:
    """Each incident as a line, or all in a table."""
    if table:
        from hudna.cli.incident_table import show_incidents

        show_incidents(list(incidents))
        return
    for incident in incidents:
        write(incident.model_dump_json(by_alias=True))


def _kept(found: Iterable[object], faults: list[Issue]) -> Iterable:  # type: ignore[type-arg]
    for item in found:
        if isinstance(item, Issue):
            faults.append(item)
            say(f"{item.input}: {item.reason}")
        else:
            yield item


def _say_unjudged(told: Sequence[Told]) -> None:
    """What could not be judged because reports are not at hand."""
    bare = sorted({one.report.id for one in told if not one.report.text})
    if bare:
        names = ", ".join(bare[:_NAMED]) + (", …" if len(bare) > _NAMED else "")
        say(
            f"the texts of {counted(len(bare), 'report')} are not at hand ({names}); copies, credits, sources and "
            "days of publication could not be judged (--reports FILE gives them)"
        )


def _close(linked: Linked, claims: int, faults: Sequence[Issue]) -> int:
    loose = f", {counted(len(linked.loose), 'claim')} of no incident" if linked.loose else ""
    skipped = f", {counted(len(faults), 'line')} skipped" if faults else ""
    say(f"{counted(claims, 'claim')}, {counted(len(linked.incidents), 'incident')}{loose}{skipped}")
    return 1 if faults else 0
