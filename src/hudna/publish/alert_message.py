"""An alert as the message that waits in the outbox: everything that any channel needs, written once.

What is queued is what is sent: a message that is tried again is the same, byte for byte.
"""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from pydantic import Field

from hudna.knowledge.alert_words import Speech
from hudna.model.alert import Alert
from hudna.model.record import Record
from hudna.publish.alert_text import headline, text
from hudna.publish.cap import Reference, cap_message, message_type, stamp


class Message(Record):
    """One message for one channel."""

    key: str = Field(description="what receivers tell repeats by")
    type: str = Field(description="alert.raised, alert.held or alert.stood_down")
    alert: Alert
    identifier: str
    sender: str
    sent: str
    exercise: bool
    cap_type: str
    title: str
    text: str
    cap: str

    @property
    def reference(self) -> Reference:
        """The message as a later one refers to it."""
        return Reference(self.sender, self.identifier, self.sent)


def message_key(alert: Alert, channel: str) -> str:
    """The same for the same alert, state and status on the same channel, however often it is queued."""
    stands = "stood_down" if alert.state == "stood_down" else "stands"
    status = "actual" if alert.released_by else "exercise"
    return sha256(f"{channel}|{alert.id}|{stands}|{status}".encode()).hexdigest()[:32]


def chain_of(alert: Alert) -> str:
    """What belongs together: one area or subject from its first alert to the end."""
    began = alert.began or alert.raised
    return sha256(
        "|".join((alert.theatre, alert.area or "", alert.subject or "", str(began))).encode()
    ).hexdigest()[:32]


def compose(
    alert: Alert,
    channel: str,
    speeches: Sequence[Speech],
    *,
    sender: str,
    now: datetime,
    earlier: Sequence[Message] = (),
) -> Message:
    """The message of an alert on a channel, referring to what was sent there before under the same status."""
    exercise = alert.released_by is None
    before = [one.reference for one in earlier if one.exercise == exercise]
    key = message_key(alert, channel)
    return Message(
        key=key,
        type=f"alert.{alert.state}",
        alert=alert,
        identifier=f"{alert.id}-{key[:8]}",
        sender=sender,
        sent=stamp(now),
        exercise=exercise,
        cap_type=message_type(alert, before),
        title=" / ".join(headline(alert, one) for one in speeches),
        text="\n\n".join(text(alert, one) for one in speeches),
        cap=cap_message(
            alert, speeches, identifier=f"{alert.id}-{key[:8]}", sender=sender, sent=now, earlier=before
        ).decode("utf-8"),
    )
