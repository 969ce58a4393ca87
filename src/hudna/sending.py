"""Alerts into the outbox, and out of it: the same message once, tried again with patience, failures seen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from hudna.knowledge.alert_words import Speech, speech_of
from hudna.model.alert import Alert, rank
from hudna.publish.alert_message import Message, chain_of, compose, message_key
from hudna.publish.channels import deliver
from hudna.publish.channels.errors import DeliveryError
from hudna.publish.channels.settings import ChannelSettings
from hudna.store.outbox import TRIES, Lease, Outbox, What, wait_after


@dataclass(frozen=True, slots=True)
class Sending:
    """What sending needs: the outbox, the channels, the environment with its secrets, and who sends."""

    outbox: Outbox
    channels: tuple[ChannelSettings, ...]
    environment: Mapping[str, str]
    owner: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one message."""

    key: str
    channel: str
    sent: bool
    detail: str


def queue_alerts(
    lines: Iterable[Alert], outbox: Outbox, channels: Sequence[ChannelSettings], now: datetime
) -> int:
    """How many messages were queued: each alert that stands, and each that ended after it had been told."""
    return sum(_queue(alert, outbox, channel, now) for channel in channels for alert in lines)


def latest(lines: Iterable[Alert]) -> list[Alert]:
    """The last line of each area and subject, standing or stood down."""
    found: dict[tuple[str, str | None, str | None], Alert] = {}
    for alert in sorted(lines, key=lambda one: (one.as_of, one.raised, one.id)):
        found[alert.theatre, alert.area, alert.subject] = alert
    return list(found.values())


def _queue(alert: Alert, outbox: Outbox, channel: ChannelSettings, now: datetime) -> bool:
    chain = chain_of(alert)
    before = [one for one in outbox.of_chain(channel.name, chain) if one.state != "superseded"]
    earlier = [Message.model_validate_json(one.body) for one in before]
    if not _goes_out(alert, channel, earlier) or any(
        one.key == message_key(alert, channel.name) for one in earlier
    ):
        return False
    message = compose(
        alert, channel.name, _speeches(alert, channel), sender=channel.sender, now=now, earlier=earlier
    )
    return outbox.put(
        message.key,
        channel=channel.name,
        chain=chain,
        alert=alert.id,
        body=message.model_dump_json(by_alias=True),
        at=now,
        ends=alert.state == "stood_down",
    )


def _goes_out(alert: Alert, channel: ChannelSettings, earlier: Sequence[Message]) -> bool:
    """High enough for the channel, or less than what it was told before; an end only where a beginning was told."""
    if alert.released_by is None and not channel.exercises:
        return False
    told = [one for one in earlier if one.exercise == (alert.released_by is None)]
    if alert.state == "stood_down":
        return bool(told) and told[-1].alert.state != "stood_down"
    return rank(alert.level) >= rank(channel.least) or bool(told)


def _speeches(alert: Alert, channel: ChannelSettings) -> list[Speech]:
    return [speech_of(alert.theatre, language) for language in channel.languages]


def send_due(sending: Sending) -> list[Done]:
    """Send whatever is due on these channels, one message after the other."""
    return list(_sent(sending))


def _sent(sending: Sending) -> Iterator[Done]:
    channels = {one.name: one for one in sending.channels}
    while lease := sending.outbox.lease(sending.owner, _now(), frozenset(channels)):
        yield _try(lease, channels[lease.message.channel], sending)


def _try(lease: Lease, channel: ChannelSettings, sending: Sending) -> Done:
    message = Message.model_validate_json(lease.message.body)
    try:
        detail = deliver(message, channel, sending.environment)
    except DeliveryError as error:
        return _failed(lease, error, sending)
    sending.outbox.close(lease, "sent", sending.owner, _now(), detail=detail)
    return Done(lease.message.key, channel.name, sent=True, detail=detail)


def _failed(lease: Lease, error: DeliveryError, sending: Sending) -> Done:
    """Noted with when to try again, or that nobody will."""
    tries = lease.message.tries + 1
    over = error.final or tries >= TRIES
    wait = None if over else max(error.wait_seconds or 0, wait_after(tries, lease.message.key))
    what: What = "given up" if over else "failed"
    sending.outbox.close(lease, what, sending.owner, _now(), detail=str(error), wait=wait)
    return Done(lease.message.key, lease.message.channel, sent=False, detail=str(error))


def _now() -> datetime:
    return datetime.now(UTC)
