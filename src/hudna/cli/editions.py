"""Editions for commands: of a store, as of a day, for the desk or for the public."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hudna.cli.known_days import days_of_store
from hudna.editing import edit
from hudna.model.alert import Alert
from hudna.model.edition import Edition, What, empty_edition
from hudna.publish.public import for_public, public_until
from hudna.store import using_store
from hudna.store.alerts import using_alerts
from hudna.store.imports import using_imports

# What needs no picture, and so none of the work of drawing one.
_PLAIN: tuple[What, ...] = ("claims", "imported")


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
        evidence, issues = known.on(day), store.issues()
    if what in _PLAIN:
        edition = empty_edition(day, evidence)
    else:
        edition = edit(evidence, day, alerts=_alerts(path, day), issues=issues)
    edition = _with_imports(edition, path, events=what == "imported")
    return for_public(edition, now=now) if public else edition


def _with_imports(edition: Edition, path: Path, *, events: bool) -> Edition:
    """With the boundaries of a store, and with the events of others where they are asked for."""
    with using_imports(path) as held:
        boundaries = held.boundaries()
        imported = tuple(held.events()) if events else ()
    if not boundaries:
        return replace(edition, imported=imported)
    from hudna.publish.units import Units

    return replace(edition, imported=imported, units=Units(boundaries))


def _alerts(path: Path, day: date) -> tuple[Alert, ...]:
    """The last line of each alert up to that day."""
    with using_alerts(path) as log:
        lines = log.lines(until=day)
    newest = max((one.as_of for one in lines), default=None)
    return tuple(one for one in lines if one.as_of == newest)
