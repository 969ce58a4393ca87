"""Accounts, sessions, tokens and failed attempts: the only rows of a store that change.

No password and no secret is kept: a password as its argon2 hash, a session or token as the
SHA-256 of a random secret of 256 bits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Integer,
    MetaData,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

metadata = MetaData()

account = Table(
    "account",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("role", String(20), nullable=False),
    Column("password", Text),
    Column("subject", String(300), unique=True),  # of an identity provider: issuer and subject
    Column("active", Boolean, nullable=False),
    Column("made", String(32), nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("name", String(100), nullable=False, index=True),
    Column("csrf", String(64), nullable=False),
    Column("made", String(32), nullable=False),
    Column("used", String(32), nullable=False),
    Column("ends", String(32), nullable=False),
)

token = Table(
    "token",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("name", String(100), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("scopes", String(100), nullable=False),
    Column("made", String(32), nullable=False),
    Column("ends", String(32), nullable=False),
    Column("used", String(32)),
)

# A failed attempt to sign in, by account and by address.
attempt = Table(
    "attempt",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("key", String(200), nullable=False, index=True),
    Column("at", String(32), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Account:
    """A person who can sign in."""

    name: str
    role: str
    password: str | None
    active: bool
    made: datetime


def stamped(moment: datetime) -> str:
    """A moment as these rows keep it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


class Accounts:
    """The accounts of a store, through a connection that the caller holds."""

    def __init__(self, connection: Connection) -> None:
        self._do = connection

    def prepare(self) -> None:
        """Make the tables where a store lacks them."""
        metadata.create_all(self._do)

    def any(self) -> bool:
        """Whether there is any account."""
        return self._do.scalar(select(func.count()).select_from(account)) != 0

    def find(self, name: str) -> Account | None:
        """The account of that name."""
        return _account(self._do.execute(select(account).where(account.c.name == name)).first())

    def of_subject(self, subject: str) -> Account | None:
        """The account that an identity provider's subject opens."""
        return _account(self._do.execute(select(account).where(account.c.subject == subject)).first())

    def every(self) -> list[Account]:
        """Every account by name."""
        rows = self._do.execute(select(account).order_by(account.c.name)).all()
        return [one for row in rows if (one := _account(row))]

    def add(
        self, name: str, role: str, password: str | None, now: datetime, subject: str | None = None
    ) -> None:
        """A new account."""
        self._do.execute(
            insert(account).values(
                name=name, role=role, password=password, subject=subject, active=True, made=stamped(now)
            )
        )

    def change(self, name: str, **values: Any) -> None:
        """Change an account; a change of role, password or state ends its sessions."""
        self._do.execute(update(account).where(account.c.name == name).values(**values))
        self._do.execute(delete(session).where(session.c.name == name))
        if values.get("active") is False:
            self._do.execute(delete(token).where(token.c.name == name))

    def bind(self, name: str, subject: str) -> bool:
        """Whether the account is an identity provider's subject's from now on; it is bound once."""
        query = update(account).where(
            account.c.name == name, account.c.subject.is_(None), account.c.active.is_(True)
        )
        return self._do.execute(query.values(subject=subject)).rowcount == 1

    def admins(self) -> int:
        """How many administrators can sign in."""
        query = select(func.count()).select_from(account)
        return self._do.scalar(query.where(account.c.role == "admin", account.c.active.is_(True))) or 0

    def begin(self, digest: str, name: str, csrf: str, now: datetime, lasts: timedelta) -> None:
        """A new session; those that have ended are forgotten."""
        self._do.execute(delete(session).where(session.c.ends < stamped(now)))
        ends = stamped(now + lasts)
        self._do.execute(
            insert(session).values(
                digest=digest, name=name, csrf=csrf, made=stamped(now), used=stamped(now), ends=ends
            )
        )

    def session(self, digest: str, now: datetime, idle: timedelta) -> Row[Any] | None:
        """The session with its account's role, where it still holds."""
        query = (
            select(session, account.c.role)
            .join(account, account.c.name == session.c.name)
            .where(session.c.digest == digest, account.c.active.is_(True), session.c.ends >= stamped(now))
            .where(session.c.used >= stamped(now - idle))
        )
        return self._do.execute(query).first()

    def touch(self, digest: str, now: datetime) -> None:
        """Note that a session is used."""
        self._do.execute(update(session).where(session.c.digest == digest).values(used=stamped(now)))

    def end(self, digest: str) -> None:
        """End a session."""
        self._do.execute(delete(session).where(session.c.digest == digest))

    def add_token(self, **values: Any) -> None:
        """A new token."""
        self._do.execute(insert(token).values(**values))

    def token(self, digest: str, now: datetime) -> Row[Any] | None:
        """The token with its owner's role, where both still hold."""
        query = (
            select(token, account.c.role)
            .join(account, account.c.name == token.c.name)
            .where(token.c.digest == digest, account.c.active.is_(True), token.c.ends >= stamped(now))
        )
        return self._do.execute(query).first()

    def use_token(self, name: str, now: datetime) -> None:
        """Note that a token is used."""
        self._do.execute(update(token).where(token.c.id == name).values(used=stamped(now)))

    def tokens(self, owner: str | None = None) -> Sequence[Row[Any]]:
        """Tokens of a person, or all."""
        query = select(token).order_by(token.c.made, token.c.id)
        return self._do.execute(query.where(token.c.name == owner) if owner else query).all()

    def drop_token(self, name: str) -> None:
        """Withdraw a token."""
        self._do.execute(delete(token).where(token.c.id == name))

    def failed(self, keys: Sequence[str], now: datetime) -> None:
        """Note a failed attempt under each of these keys."""
        self._do.execute(insert(attempt), [{"key": key[:200], "at": stamped(now)} for key in keys])

    def failures(self, key: str, since: datetime) -> list[datetime]:
        """Failed attempts since then, oldest first."""
        query = select(attempt.c.at).where(attempt.c.key == key[:200], attempt.c.at >= stamped(since))
        return [
            datetime.fromisoformat(at) for at in self._do.execute(query.order_by(attempt.c.seq)).scalars()
        ]

    def forgive(self, key: str) -> None:
        """Forget the failed attempts under a key."""
        self._do.execute(delete(attempt).where(attempt.c.key == key[:200]))


def _account(row: Row[Any] | None) -> Account | None:
    if row is None:
        return None
    return Account(row.name, row.role, row.password, row.active, datetime.fromisoformat(row.made))
