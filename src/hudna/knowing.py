"""What a store knew at a moment: its evidence, and the edition that is published from it.

A moment is a point on two clocks: up to which day the world had published it, and up to
when this store had taken it in. Commands and the server both ask here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from hudna.editing import edit
from hudna.link.judged import corrected_claim, read_judgements
from hudna.model.alert import Alert
from hudna.model.edition import Edition, What, empty_edition
from hudna.model.evidence import Evidence, evidence_of
from hudna.model.report import Issue
from hudna.pipeline import store_linking
from hudna.publish.public import for_public, public_until
from hudna.store import Moment, Store, using_store
from hudna.store.alerts import using_alerts
from hudna.store.imports import using_imports
from hudna.versions import linking_version

# What needs no picture, and so none of the work of drawing one.
_PLAIN: tuple[What, ...] = ("claims", "imported")


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
    return KnownDays(stored_evidence(store, Moment()), lambda day: stored_evidence(store, Moment(day)))


def stored_evidence(store: Store, at: Moment) -> Evidence:
    """Everything that a store knew then, its incidents kept in step first.

    Claims are as people have corrected them, and without those they rejected: what is
    drawn from claims follows a judgement just as incidents do.
    """
    incidents = store_linking(store, linking_version()).as_known(at)
    judgements = tuple(store.judgements(at))
    judged = read_judgements(judgements)
    coded = (one.claim for one in store.claims(at.published, recorded=at.recorded))
    claims = [corrected_claim(claim, judged) for claim in coded if claim.id not in judged.rejected]
    reports = store.reports(at.published, recorded=at.recorded)
    return evidence_of(incidents, claims, reports, judgements)


def edition_of(path: Path, as_of: date | None, *, public: bool = False, what: What | None = None) -> Edition:
    """The edition of a store; what is public ends early enough, whatever day is asked for.

    `what` names the one kind of records that is wanted; others may then be left out.
    """
    now = datetime.now(UTC)
    with using_store(path) as store:
        known = days_of_store(store)
        # A store in which nothing could be read still has a report that says so.
        day = as_of or known.last.last_day() or now.date()
        day = min(day, public_until(now)) if public else day
        # Where no day is asked for, what people judged since the last report counts too.
        whole = as_of is None and day == (known.last.last_day() or day)
        evidence, issues = known.last if whole else known.on(day), store.issues()
    if what in _PLAIN:
        edition = empty_edition(day, evidence)
    else:
        edition = edit(evidence, day, alerts=_alerts(path, day), issues=issues)
    edition = with_imports(edition, path, events=what == "imported")
    return for_public(edition, now=now) if public else edition


def with_imports(edition: Edition, path: Path, *, events: bool) -> Edition:
    """With the boundaries of a store, and with the events of others where they are asked for."""
    with using_imports(path) as held:
        boundaries = held.boundaries()
        imported = tuple(held.events()) if events else ()
    if not boundaries:
        return replace(edition, imported=imported)
    from hudna.publish.units import Units  # noqa: PLC0415  # shapely is loaded where there are outlines

    return replace(edition, imported=imported, units=Units(boundaries))


def _alerts(path: Path, day: date) -> tuple[Alert, ...]:
    """The last line of each alert up to that day."""
    with using_alerts(path) as log:
        lines = log.lines(until=day)
    newest = max((one.as_of for one in lines), default=None)
    return tuple(one for one in lines if one.as_of == newest)
