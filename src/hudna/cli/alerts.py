"""`hudna alerts`: what stands, what people release, what goes out, and what became of it."""

import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from hudna.cli.alert_tables import show_alerts, show_outbox, show_outcomes
from hudna.cli.console import counted, say, write
from hudna.errors import InputError
from hudna.model.alert import LEVELS, Alert
from hudna.publish.channels.settings import ChannelSettings, read_channels
from hudna.sending import Sending, latest, queue_alerts, send_due
from hudna.settings import read_settings
from hudna.store import using_store
from hudna.store.alerts import AlertLog, using_alerts
from hudna.store.outbox import Outbox
from hudna.warn.decide import standing
from hudna.warn.outcome import Score, score


def list_alerts(path: Path, *, as_of: date | None, every: bool, table: bool) -> int:
    """The alerts that stand, or every line there ever was; the exit code."""
    with using_alerts(path) as log:
        lines = log.lines(as_of)
    found = lines if every else list(standing(lines))
    if table:
        show_alerts(found)
    else:
        for alert in found:
            write(alert.model_dump_json(by_alias=True))
    say(f"{path}: {counted(len(found), 'line' if every else 'alert')}")
    return 0


def release_alert(path: Path, name: str, *, author: str, reason: str) -> int:
    """Let an alert leave the desk as more than an exercise; the exit code."""
    with using_alerts(path) as log:
        alert = _named(log, name)
        if not log.release(alert.id, author=author, reason=reason):
            say(f"{alert.id} was released before, by {alert.released_by}")
            return 1
    say(
        f"{alert.id} ({alert.level}, {alert.area_name or alert.subject or alert.theatre}) is released by {author}"
    )
    return 0


def _named(log: AlertLog, name: str) -> Alert:
    """The alert of that id or its unambiguous beginning, among those that stand."""
    found = [one for one in standing(log.lines()) if one.id.startswith(name)]
    if len(found) != 1:
        told = "no alert that stands goes by it" if not found else f"it begins {len(found)} ids"
        raise InputError(f"{name!r}: {told}; `hudna alerts list` shows them")
    return found[0]


@dataclass(frozen=True, slots=True)
class Order:
    """How to send."""

    channels: Path | None
    offline: bool = False
    again: bool = False
    expired: bool = False
    table: bool = False


def send_alerts(path: Path, order: Order) -> int:
    """Queue what stands, send what is due, and show how everything stands; 1 where something failed."""
    channels = _channels(order.channels)
    with using_alerts(path) as log:
        outbox, now = Outbox(log), datetime.now(UTC)
        queued = queue_alerts(_timely(log, order, now.date()), outbox, channels, now)
        sending = Sending(outbox, channels, dict(os.environ), f"{os.getpid()}-{uuid.uuid4().hex[:8]}")
        if order.again:
            say(f"{counted(outbox.try_again(sending.owner, now), 'message')} given up before are due again")
        done = [] if order.offline else send_due(sending)
        messages = outbox.messages()
    if order.table:
        show_outbox(messages)
    else:
        for one in messages:
            write(one.as_json())
    sent, failed = sum(one.sent for one in done), sum(not one.sent for one in done)
    waiting = sum(one.state in ("waiting", "leased") for one in messages)
    given_up = sum(one.state == "given up" for one in messages)
    offline = "; offline: nothing was sent" if order.offline else ""
    say(f"{queued} queued, {sent} sent, {failed} failed, {waiting} waiting, {given_up} given up{offline}")
    return 1 if failed or given_up else 0


def _timely(log: AlertLog, order: Order, today: date) -> list[Alert]:
    """The last line of everything, without what has expired by the clock, unless it is asked for."""
    found = latest(log.lines())
    old = [one for one in found if one.state != "stood_down" and one.expires < today]
    if not old or order.expired:
        return found
    say(
        f"{counted(len(old), 'alert')} expired before today and are not sent (--expired sends them); `hudna warn` decides anew"
    )
    return [one for one in found if one not in old]


def _channels(path: Path | None) -> tuple[ChannelSettings, ...]:
    given = path or read_settings().channels
    if given is None:
        raise InputError(
            "no channels are known; --channels FILE or HUDNA_CHANNELS names their file (docs/alerts.md)"
        )
    return read_channels(given)


def score_store(path: Path, *, as_of: date | None, table: bool) -> int:
    """What became of the alerts of a store; the exit code."""
    from hudna.cli.known_days import days_of_store
    from hudna.watching import kept_budget, score_alerts

    with using_store(path) as store, using_alerts(path) as log:
        known = days_of_store(store)
        day = as_of or known.last.last_day()
        if day is None:
            raise InputError("the store holds no dated report; --as-of DATE gives a day")
        lines = log.lines(day)
        found = score_alerts(lines, known.on(day), day)
        kept = kept_budget(found, known.on(day), day)
    if table:
        scores: dict[str, Score] = {
            level: score([one for one in found if one.level == level]) for level in LEVELS
        }
        show_outcomes(found, {**scores, "all": score(found)})
    else:
        for one in found:
            write(one.model_dump_json(by_alias=True))
    _say_kept(kept)
    say(_summary(found))
    return 0


def _say_kept(kept: Sequence[str]) -> None:
    for line in kept:
        say(line)


def _summary(found: Sequence[object]) -> str:
    total = score(found)  # type: ignore[arg-type]  # outcomes
    precision = "-" if total.precision is None else f"{total.precision:.0%}"
    void = "-" if total.void_rate is None else f"{total.void_rate:.0%}"
    return (
        f"{counted(total.raised, 'alert')}: {total.came_true} of {total.judged} judged came true ({precision}), "
        f"{total.void} void ({void}), {total.open} open"
    )
