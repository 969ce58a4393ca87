"""The tables of alerts and of their delivery. Rows are only added: an attempt is a row, and so is a release."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# A day that was decided; decided again when more had been read. The newest decision of a day counts.
decision = Table(
    "alert_decision",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("as_of", Date, nullable=False, index=True),
    Column("made", String(32), nullable=False),
    Column("digest", String(64), nullable=False),  # of the lines, so that the same decision is held once
)

line = Table(
    "alert_line",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("decision_seq", ForeignKey("alert_decision.seq"), nullable=False, index=True),
    Column("id", String(40), nullable=False, index=True),
    Column("theatre", String(80), nullable=False),
    Column("area", String(200)),
    Column("level", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("body", Text, nullable=False),
)

# A person's word that an alert may leave the desk as more than an exercise.
release = Table(
    "alert_release",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("alert", String(40), nullable=False, unique=True),
    Column("author", String(200), nullable=False),
    Column("reason", Text, nullable=False),
    Column("made", String(32), nullable=False),
)

# What is to be sent, once for each alert, state and channel: `key` is what receivers tell repeats by.
message = Table(
    "outbox_message",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("channel", String(80), nullable=False),
    Column("chain", String(32), nullable=False, index=True),  # what belongs together, from first alert to end
    Column("alert", String(40), nullable=False, index=True),
    Column("ends", Boolean, nullable=False),  # it tells that something is over
    Column("body", Text, nullable=False),
    Column("queued", String(32), nullable=False),
)

# What was tried: a lease is taken by adding the next number, so that of two senders one gets it.
attempt = Table(
    "outbox_attempt",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("message_seq", ForeignKey("outbox_message.seq"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("what", String(20), nullable=False),  # leased, sent, failed, given up, again, superseded
    Column("owner", String(80), nullable=False),
    Column("at", String(32), nullable=False),
    Column("until", String(32)),  # leased: when it runs out; failed: when to try again
    Column("detail", Text),
    UniqueConstraint("message_seq", "number"),
)

GROWING = (decision, line, release, message, attempt)
