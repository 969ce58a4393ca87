"""People and what they may do: roles, sessions in a cookie, tokens in a header, locks after failed attempts."""

import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import cast

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from fastapi import Request

from hudna.serve.problems import Refused
from hudna.serve.shelves import Room
from hudna.store.accounts import Accounts

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
COOKIE = "hudna_session"
HEADER = "X-CSRF-Token"
ROLES = ("reader", "analyst", "verifier", "admin")
ALONE = "local"
LASTS, IDLE = timedelta(hours=12), timedelta(hours=2)
# After so many failures within the time a name or an address waits. OWASP's advice for local accounts.
NAME_FAILURES, ADDRESS_FAILURES, LOCK = 5, 30, timedelta(minutes=15)
_TOUCH = timedelta(minutes=1)

# What each role adds to the one before it.
_MAY = {
    "reader": {"read", "export", "seat"},
    "analyst": {"extract", "review", "judge"},
    "verifier": set(),
    "admin": {"administer"},
}
# Which acts ask for more than an analyst.
ACTS = {"verify": "verifier", "resolve": "verifier"}
# What a token of a scope may do, as far as its owner may.
_SCOPES = {"read": {"read"}, "export": {"export"}, "extract": {"extract"}, "review": {"review", "judge"}}

_hasher = PasswordHasher()
# Compared with where there is no account, so that a wrong name takes as long as a wrong password.
_NOBODY = _hasher.hash(secrets.token_urlsafe())


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. `csrf`: of a session, which a cookie alone must not be able to use."""

    name: str
    role: str
    csrf: str | None = None
    token: str | None = None
    scopes: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The person in words."""
        return f"the token of {self.name}" if self.token else f"{self.name} ({self.role})"

    def confirms(self, request: Request) -> bool:
        """Whether the request carries the session's own CSRF token."""
        return hmac.compare_digest(request.headers.get(HEADER, "").encode(), (self.csrf or "").encode())


def may(person: Person, need: str) -> bool:
    """Whether a person may do that."""
    if person.token is not None and not any(need in _SCOPES[scope] for scope in person.scopes):
        return False
    held = ROLES[: ROLES.index(person.role) + 1]
    return any(need in _MAY[role] for role in held)


def may_judge(person: Person, act: str) -> bool:
    """Whether a person may judge so."""
    least = ACTS.get(act, "analyst")
    return may(person, "judge") and ROLES.index(person.role) >= ROLES.index(least)


def permissions(person: Person) -> list[str]:
    """Everything a person may do, in words of the API."""
    needs = sorted({need for held in _MAY.values() for need in held} - {"seat"})
    acts = (
        "merge",
        "split",
        "confirm",
        "reject",
        "correct",
        "grade",
        "comment",
        "withdraw",
        "verify",
        "resolve",
    )
    return [need for need in needs if may(person, need)] + [act for act in acts if may_judge(person, act)]


def person_of(request: Request) -> Person | None:
    """Who asks: by token, by session, or whoever it is where one person works alone or all is public."""
    room = cast("Room", request.app.state.room)
    if room.options.public:
        return Person("public", "reader")
    if room.options.alone:
        return Person(ALONE, "admin", csrf=request.app.state.alone_csrf)
    given = request.headers.get("authorization", "")
    if given:
        return _of_token(room, given)
    cookie = request.cookies.get(COOKIE)
    return _of_session(room, cookie) if cookie else None


def _of_token(room: Room, given: str) -> Person:
    scheme, _, secret = given.partition(" ")
    now = room.clock()
    with room.store.connection() as connection:
        row = Accounts(connection).token(digest(secret.strip()), now) if scheme.lower() == "bearer" else None
    if row is None:
        raise Refused(401, "the token is unknown, withdrawn or has expired", {"WWW-Authenticate": "Bearer"})
    if row.used is None or datetime.fromisoformat(row.used) < now - _TOUCH:
        with room.store.connection(writing=True) as connection:
            Accounts(connection).use_token(row.id, now)
    return Person(row.name, row.role, token=row.id, scopes=tuple(row.scopes.split(" ")))


def _of_session(room: Room, cookie: str) -> Person | None:
    now, held = room.clock(), digest(cookie)
    with room.store.connection() as connection:
        row = Accounts(connection).session(held, now, IDLE)
    if row is None:
        return None
    if datetime.fromisoformat(row.used) < now - _TOUCH:
        with room.store.connection(writing=True) as connection:
            Accounts(connection).touch(held, now)
    return Person(row.name, row.role, csrf=row.csrf)


def digest(secret: str) -> str:
    """What is kept of a secret; it is random and long, so that a plain hash tells nothing."""
    return sha256(secret.encode()).hexdigest()


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether the password is the one whose hash is kept; as slow where none is."""
    try:
        return _hasher.verify(kept or _NOBODY, password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def locked_until(accounts: Accounts, key: str, most: int, now: datetime) -> datetime | None:
    """Until when a name or address must wait."""
    failed = accounts.failures(key, now - LOCK)
    return failed[-1].astimezone(UTC) + LOCK if len(failed) >= most else None
