"""Editions for commands: of a store, as of a day, for the desk or for the public."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hudna.cli.known_days import days_of_store
from hudna.editing import edit
from hudna.model.alert import Alert
from hudna.model.edition import Edition
from hudna.publish.public import for_public, public_until
from hudna.store import using_store
from hudna.store.alerts import using_alerts
from hudna.store.imports import using_imports


def edition_of(path: Path, as_of: date | None, *, public: bool = False) -> Edition:
    """The edition of a store; what is public ends early enough, whatever day is asked for."""
    now = datetime.now(UTC)
    if public:
        as_of = min(as_of or date.max, public_until(now))
    with using_store(path) as store:
        known = days_of_store(store)
        # A store in which nothing could be read still has a report that says so.
        day = as_of or known.last.last_day() or now.date()
        evidence, issues = known.on(day), store.issues()
    with using_imports(path) as held:
        imported, boundaries = tuple(held.events()), held.boundaries()
    edition = edit(evidence, day, alerts=_alerts(path, day), issues=issues, imported=imported)
    if boundaries:
        from hudna.publish.units import Units

        edition = replace(edition, units=Units(boundaries))
    return for_public(edition, now=now) if public else edition


def _alerts(path: Path, day: date) -> tuple[Alert, ...]:
    """The last line of each alert up to that day."""
    with using_alerts(path) as log:
        lines = log.lines(until=day)
    newest = max((one.as_of for one in lines), default=None)
    return tuple(one for one in lines if one.as_of == newest)
