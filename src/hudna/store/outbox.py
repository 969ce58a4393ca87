"""The outbox: what is to be sent, and what was tried. Rows are only added.

A message is queued once for each key. Sending takes a lease by adding the message's
next attempt, so that of two senders one gets it; a sender that is killed leaves a lease
that runs out, and the message goes out again, with the same key. Delivery is therefore
at least once. Of several messages about the same thing on a channel only the newest goes
out: the older ones are superseded, and so is an end of which no beginning was ever told.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from hudna.store import alert_tables as tables
from hudna.store.alerts import AlertLog

What = Literal["leased", "sent", "failed", "given up", "again", "superseded"]
State = Literal["waiting", "leased", "sent", "given up", "superseded"]
LEASE = timedelta(minutes=2)
# After the first failure a minute, then twice as long each time, six hours at most: a day and a half in all.
_FIRST_WAIT, _LONGEST_WAIT, TRIES = 60.0, 6 * 3600.0, 12


@dataclass(frozen=True, slots=True)
class Queued:
    """A message with how it stands."""

    seq: int
    key: str
    channel: str
    alert: str
    body: str
    queued: str
    state: State
    tries: int
    due: str | None
    detail: str | None

    def as_json(self) -> str:
        """How it stands, without the message itself."""
        shown = ("key", "channel", "alert", "queued", "state", "tries", "due", "detail")
        return json.dumps({name: getattr(self, name) for name in shown}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Lease:
    """A message that this sender alone may send for a while."""

    message: Queued
    number: int


class Outbox:
    """The messages of a store, through the connection of its alerts."""

    def __init__(self, log: AlertLog) -> None:
        self._reader, self._writer = log.engine, log.writer

    def put(
        self, key: str, *, channel: str, chain: str, alert: str, body: str, at: datetime, ends: bool = False
    ) -> bool:
        """Whether the message was queued; the same key is queued once."""
        with self._writer.begin() as connection:
            known = select(tables.message.c.seq).where(tables.message.c.key == key)
            if connection.scalar(known) is not None:
                return False
            row = insert(tables.message).values(
                key=key, channel=channel, chain=chain, alert=alert, ends=ends, body=body, queued=_stamp(at)
            )
            connection.execute(row)
        return True

    def messages(self) -> list[Queued]:
        """Every message as it stands, in the order in which they were queued."""
        with self._reader.connect() as connection:
            return [_queued(one) for one in _standing(connection)]

    def of_chain(self, channel: str, chain: str) -> list[Queued]:
        """What was queued on a channel about one thing, oldest first."""
        with self._reader.connect() as connection:
            where = tables.message.c.channel == channel, tables.message.c.chain == chain
            return [_queued(one) for one in _standing(connection, *where)]

    def lease(self, owner: str, at: datetime, channels: frozenset[str]) -> Lease | None:
        """The next message that is due on one of these channels, leased to this sender; None where there is none."""
        with self._writer.begin() as connection:
            for waiting in _chains(connection, channels):
                newest = _newest(connection, waiting, owner, at)
                if newest is not None and _is_due(newest.last, at):
                    number = newest.number + 1
                    if _add(connection, newest.row.seq, number, "leased", owner, at, until=at + LEASE):
                        return Lease(_queued(newest), number)
        return None

    def close(
        self, lease: Lease, what: What, owner: str, at: datetime, *, detail: str, wait: float | None = None
    ) -> bool:
        """Whether the outcome was noted; not where the lease ran out and another sender took over."""
        until = at + timedelta(seconds=wait) if wait is not None else None
        with self._writer.begin() as connection:
            return _add(
                connection, lease.message.seq, lease.number + 1, what, owner, at, until=until, detail=detail
            )

    def try_again(self, owner: str, at: datetime) -> int:
        """How many messages that were given up are due again."""
        found = [one for one in self.messages() if one.state == "given up"]
        with self._writer.begin() as connection:
            for one in found:
                last = _last(connection, one.seq)
                _add(connection, one.seq, last.number + 1, "again", owner, at, until=at)
        return len(found)


def wait_after(tries: int, key: str) -> float:
    """Seconds until the next try: doubling, and spread by the key so that not all come at once."""
    spread = 1 + int(sha256(key.encode()).hexdigest()[:4], 16) / 65536 / 4
    return min(_FIRST_WAIT * 2.0 ** (tries - 1) * spread, _LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class _Row:
    """A message with its attempts."""

    row: Any
    attempts: tuple[Any, ...]

    @property
    def last(self) -> Any:
        """The newest attempt; None before the first."""
        return self.attempts[-1] if self.attempts else None

    @property
    def number(self) -> int:
        """The number of the newest attempt."""
        return int(self.last.number) if self.attempts else 0

    @property
    def state(self) -> State:
        """How it stands."""
        return _STATES[self.last.what] if self.attempts else "waiting"

    @property
    def tries(self) -> int:
        """Leases since it was queued, or since a person asked for it again."""
        number = 0
        for one in self.attempts:
            number = 0 if one.what == "again" else number + (one.what == "leased")
        return number


_STATES: dict[str, State] = {
    "leased": "leased", "sent": "sent", "failed": "waiting", "again": "waiting", "given up": "given up",
    "superseded": "superseded",
}  # fmt: skip


def _standing(connection: Connection, *where: Any) -> list[_Row]:
    """Messages with their attempts, in the order in which they were queued."""
    rows = connection.execute(select(tables.message).where(*where).order_by(tables.message.c.seq)).all()
    query = select(tables.attempt).join(tables.message, tables.attempt.c.message_seq == tables.message.c.seq)
    attempts: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query.where(*where).order_by(tables.attempt.c.number)):
        attempts[row.message_seq].append(row)
    return [_Row(row, tuple(attempts[row.seq])) for row in rows]


def _chains(connection: Connection, channels: frozenset[str]) -> list[list[_Row]]:
    """What nobody took yet on these channels, by what it is about, the longest waiting first."""
    over = select(tables.attempt.c.message_seq).where(tables.attempt.c.what.in_(("sent", "superseded")))
    found: dict[tuple[str, str], list[_Row]] = {}
    for one in _standing(connection, tables.message.c.seq.not_in(over)):
        if one.row.channel in channels and one.state != "given up":
            found.setdefault((one.row.channel, one.row.chain), []).append(one)
    return list(found.values())


def _newest(connection: Connection, waiting: list[_Row], owner: str, at: datetime) -> _Row | None:
    """The newest of a chain, the older ones superseded; None while one of them is under way."""
    if any(one.state == "leased" and not _is_due(one.last, at) for one in waiting):
        return None
    *older, newest = waiting
    for one in older:
        _supersede(connection, one, owner, at, f"superseded by {newest.row.key}")
    if newest.row.ends and not _was_told(connection, newest.row):
        _supersede(connection, newest, owner, at, "over before anything of it was told here")
        return None
    return newest


def _supersede(connection: Connection, one: _Row, owner: str, at: datetime, detail: str) -> None:
    _add(connection, one.row.seq, one.number + 1, "superseded", owner, at, detail=detail)


def _was_told(connection: Connection, row: Any) -> bool:
    """Whether anything of the chain was sent on the channel, or may have been by a sender that was killed."""
    where = (
        tables.message.c.channel == row.channel,
        tables.message.c.chain == row.chain,
        tables.message.c.seq < row.seq,
    )
    return any(_may_have_gone(one) for one in _standing(connection, *where))


def _may_have_gone(one: _Row) -> bool:
    """Taken by the receiver, or leased without a word on what came of it."""
    failed = {attempt.number for attempt in one.attempts if attempt.what in ("failed", "given up")}
    return any(
        attempt.what == "sent" or (attempt.what == "leased" and attempt.number + 1 not in failed)
        for attempt in one.attempts
    )


def _last(connection: Connection, seq: int) -> Any:
    query = select(tables.attempt).where(tables.attempt.c.message_seq == seq)
    return connection.execute(query.order_by(tables.attempt.c.number.desc()).limit(1)).one()


def _is_due(last: Any, at: datetime) -> bool:
    return last is None or last.until is None or datetime.fromisoformat(last.until) <= at


def _add(
    connection: Connection, seq: int, number: int, what: What, owner: str, at: datetime, *,
    until: datetime | None = None, detail: str | None = None,
) -> bool:  # fmt: skip
    """Whether the attempt was added; another sender may have taken the number."""
    row = insert(tables.attempt).values(
        message_seq=seq, number=number, what=what, owner=owner, at=_stamp(at),
        until=_stamp(until) if until else None, detail=detail,
    )  # fmt: skip
    try:
        with connection.begin_nested():
            connection.execute(row)
    except IntegrityError:
        return False
    return True


def _queued(one: _Row) -> Queued:
    row, last = one.row, one.last
    return Queued(
        row.seq, row.key, row.channel, row.alert, row.body, row.queued, one.state, one.tries,
        last.until if last else None, last.detail if last else None,
    )  # fmt: skip


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
