"""`hudna warn` and `hudna indicators`: alerts and what they are compared with, as JSON lines or as tables."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from hudna.cli.console import counted, say, write
from hudna.cli.evidence import From
from hudna.cli.known_days import KnownDays, days_of_lines, days_of_store
from hudna.errors import InputError
from hudna.model.alert import Alert
from hudna.model.indicator import Measured
from hudna.store import using_store
from hudna.store.alerts import AlertLog, using_alerts
from hudna.watching import days_to_decide, gaps_of, measures_of, replay_alerts


@dataclass(frozen=True, slots=True)
class Asked:
    """As of which day, from which day on, and how."""

    as_of: date | None = None
    since: date | None = None
    keep: bool = True
    table: bool = False


def print_alerts(given: From, asked: Asked) -> int:
    """The exit code, after the alerts of a day were printed."""
    if given.store is not None:
        return _of_store(given.store, asked, partial(_print, table=asked.table))
    known = days_of_lines(given)
    day = _day(asked, known)
    found = _last(replay_alerts(known.on, _shown(days_to_decide(day, None, asked.since, known.first_day))))
    _print(found, table=asked.table)
    return _closed(known, found, day)


def write_alerts(store: Path, file: Path) -> int:
    """The exit code, after the days of a store that were not decided yet were, and the last one's alerts were written."""
    return _of_store(store, Asked(), partial(_write, file))


def _of_store(path: Path, asked: Asked, put: Callable[[Sequence[Alert]], None]) -> int:
    with using_store(path) as store, using_alerts(path) as log:
        known = days_of_store(store)
        day = _day(asked, known)
        found = _from_memory(known, log, asked, day)
    put(found)
    return _closed(known, found, day)


def _closed(known: KnownDays, found: Sequence[Alert], day: date) -> int:
    for told in gaps_of(known.on(day), day):
        say(f"gap: {told}")
    say(f"{counted(len(found), 'alert')} as of {day}")
    return 1 if known.faults else 0


def _from_memory(known: KnownDays, log: AlertLog, asked: Asked, day: date) -> tuple[Alert, ...]:
    """The days that were not decided yet, one after the other, each remembering those before."""
    decided = log.last_day()
    if decided is not None and (day < decided or (asked.since and asked.since <= decided)):
        return _looked_back(known, log, asked, day, decided)
    before = [one for one in log.lines(day) if one.as_of < day]
    days = [day] if decided == day else days_to_decide(day, decided, asked.since, known.first_day)
    found: tuple[Alert, ...] = ()
    for each, alerts in replay_alerts(known.on, _shown(days), before):
        found = alerts
        if asked.keep:
            log.record(each, alerts)
    return found


def _looked_back(
    known: KnownDays, log: AlertLog, asked: Asked, day: date, decided: date
) -> tuple[Alert, ...]:
    """A day before the last one that was decided: shown as of then, and not remembered."""
    start = asked.since or day
    before = [one for one in log.lines(until=day) if one.as_of < start]
    say(f"{decided} was decided already; {day} is shown as it was known then, and nothing is remembered")
    days = [day] if asked.since is None else days_to_decide(day, None, asked.since, known.first_day)
    return _last(replay_alerts(known.on, _shown(days), before))


def _last(found: Iterable[tuple[date, tuple[Alert, ...]]]) -> tuple[Alert, ...]:
    last: tuple[Alert, ...] = ()
    for _, alerts in found:
        last = alerts
    return last


def _day(asked: Asked, known: KnownDays) -> date:
    day = asked.as_of or known.last.last_day()
    if day is None:
        raise InputError("no day is known from the input; --as-of DATE gives one")
    return day


def _shown(days: Sequence[date]) -> Iterator[date]:
    """The days, with a bar on a terminal where there are many."""
    if len(days) < 3 or not sys.stderr.isatty():
        yield from days
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(days, description="days", console=Console(stderr=True), transient=True)


def _write(file: Path, alerts: Sequence[Alert]) -> None:
    try:
        file.write_text(
            "".join(f"{one.model_dump_json(by_alias=True)}\n" for one in alerts), encoding="utf-8"
        )
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}") from error


def _print(alerts: Sequence[Alert], *, table: bool) -> None:
    if table:
        from hudna.cli.alert_tables import show_alerts

        show_alerts(alerts)
        return
    for alert in alerts:
        write(alert.model_dump_json(by_alias=True))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which indicators."""

    area: str | None = None
    dyad: str | None = None
    days: int | None = None
    table: bool = False


def print_indicators(given: From, wanted: Wanted, *, as_of: date | None) -> int:
    """The exit code, after the indicators of a day were printed."""
    if given.store is None:
        known = days_of_lines(given)
        found, day = _measured(known, as_of)
    else:
        with using_store(given.store) as store:
            known = days_of_store(store)
            found, day = _measured(known, as_of)
    kept = [one for one in found if _is_wanted(one, wanted)]
    if wanted.table:
        from hudna.cli.alert_tables import show_indicators

        show_indicators(kept)
    else:
        for one in kept:
            write(one.model_dump_json(by_alias=True))
    say(f"{counted(len(kept), 'indicator')} as of {day}")
    return 1 if known.faults else 0


def _measured(known: KnownDays, as_of: date | None) -> tuple[tuple[Measured, ...], date]:
    day = _day(Asked(as_of=as_of), known)
    return measures_of(known.on(day), day), day


def _is_wanted(one: Measured, wanted: Wanted) -> bool:
    return (
        wanted.area in (None, one.area)
        and wanted.dyad in (None, one.dyad)
        and wanted.days in (None, one.window_days)
    )
