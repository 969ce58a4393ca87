"""Signing in and out, accounts, tokens."""

import secrets
from datetime import datetime, timedelta
from typing import Any, cast

from fastapi import Request, Response
from sqlalchemy import Row

from hudna.serve import oidc
from hudna.serve.people import (
    ADDRESS_FAILURES,
    COOKIE,
    LASTS,
    NAME_FAILURES,
    Person,
    digest,
    hashed,
    is_right,
    locked_until,
    may,
    permissions,
)
from hudna.serve.problems import Refused
from hudna.serve.schemas.people import (
    Credentials,
    NewPassword,
    NewToken,
    NewUser,
    SessionOut,
    TokenOut,
    UserChange,
    UserOut,
)
from hudna.serve.shelves import Room
from hudna.store.accounts import Account, Accounts, stamped


def _room(request: Request) -> Room:
    return cast("Room", request.app.state.room)


def session_of(request: Request, who: Person | None) -> SessionOut:
    """Who is signed in."""
    options = _room(request).options
    known = who if not options.public else None
    return SessionOut(
        name=known.name if known else None, role=known.role if known else None,  # type: ignore[arg-type]  # checked when it was made
        may=permissions(known) if known else ["read", "export"] if options.public else [], csrf=known.csrf if known else None,
        alone=options.alone, public=options.public, oidc=oidc.is_set_up(),
    )  # fmt: skip


def sign_in(request: Request, response: Response, given: Credentials) -> SessionOut:
    """Check name and password; too many failures lock the name, and the address, for some time."""
    room, now = _room(request), _room(request).clock()
    if room.options.public or room.options.alone:
        raise Refused(
            403,
            "nobody signs in here: this server is public"
            if room.options.public
            else "nobody needs to sign in here",
        )
    keys = (f"name:{given.name}", f"address:{request.client.host if request.client else ''}")
    with room.store.connection(writing=True) as connection:
        accounts = Accounts(connection)
        for key, most in zip(keys, (NAME_FAILURES, ADDRESS_FAILURES), strict=True):
            until = locked_until(accounts, key, most, now)
            if until and until > now:
                wait = str(int((until - now).total_seconds()) + 1)
                raise Refused(
                    429, f"too many failed attempts; try again after {until:%H:%M} UTC", {"Retry-After": wait}
                )
        account = accounts.find(given.name)
        right = is_right(given.password, account.password if account else None)
        if not (right and account and account.active):
            accounts.failed(keys, now)
        else:
            accounts.forgive(keys[0])
    if not (right and account and account.active):
        raise Refused(401, "name or password is wrong")
    return session_of(request, open_session(request, response, account))


def open_session(request: Request, response: Response, account: Account) -> Person:
    """A new session in a cookie that no script can read."""
    room = _room(request)
    secret, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    with room.store.connection(writing=True) as connection:
        Accounts(connection).begin(digest(secret), account.name, csrf, room.clock(), LASTS)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=room.options.secure,
        path="/",
    )
    return Person(account.name, account.role, csrf=csrf)


def sign_out(request: Request, response: Response, _who: Person) -> None:
    """End the session."""
    with _room(request).store.connection(writing=True) as connection:
        Accounts(connection).end(digest(request.cookies.get(COOKIE, "")))
    response.delete_cookie(COOKIE, path="/")


def change_password(request: Request, who: Person, given: NewPassword) -> None:
    """Set one's own password; every session of the account ends."""
    room, now = _room(request), _room(request).clock()
    key = f"name:{who.name}"
    with room.store.connection(writing=True) as connection:
        accounts = Accounts(connection)
        account = accounts.find(who.name)
        right = account is not None and is_right(given.old, account.password)
        locked = locked_until(accounts, key, NAME_FAILURES, now)
        if right and not locked:
            accounts.change(who.name, password=hashed(given.new))
        elif not locked:
            accounts.failed((key,), now)
    if locked or not right:
        raise Refused(
            429 if locked else 403, "too many failed attempts" if locked else "the old password is wrong"
        )


def users(request: Request) -> list[UserOut]:
    """Every account."""
    now = _room(request).clock()
    with _room(request).store.connection() as connection:
        accounts = Accounts(connection)
        return [_user(one, accounts, now) for one in accounts.every()]


def _user(one: Account, accounts: Accounts, now: datetime) -> UserOut:
    locked = locked_until(accounts, f"name:{one.name}", NAME_FAILURES, now)
    return UserOut(name=one.name, role=one.role, active=one.active, locked_until=locked, made=one.made)  # type: ignore[arg-type]


def add_user(request: Request, given: NewUser) -> UserOut:
    """A new account."""
    now = _room(request).clock()
    kept = hashed(given.password) if given.password else None
    with _room(request).store.connection(writing=True) as connection:
        accounts = Accounts(connection)
        if accounts.find(given.name):
            raise Refused(409, f"there is an account {given.name!r} already")
        accounts.add(given.name, given.role, kept, now)
        return _user(cast("Account", accounts.find(given.name)), accounts, now)


def change_user(request: Request, _who: Person, name: str, given: UserChange) -> UserOut:
    """Change an account; the last administrator stays."""
    now = _room(request).clock()
    values: dict[str, Any] = {
        key: value for key, value in (("role", given.role), ("active", given.active)) if value is not None
    }
    if given.password:
        values["password"] = hashed(given.password)
    with _room(request).store.connection(writing=True) as connection:
        accounts = Accounts(connection)
        account = accounts.find(name)
        if account is None:
            raise Refused(404, f"there is no account {name!r}")
        loses = given.active is False or (given.role is not None and given.role != "admin")
        if account.role == "admin" and account.active and loses and accounts.admins() == 1:
            raise Refused(409, f"{name} is the last administrator; make another one first")
        if values:
            accounts.change(name, **values)
        if given.unlock:
            accounts.forgive(f"name:{name}")
        return _user(cast("Account", accounts.find(name)), accounts, now)


def tokens(request: Request, who: Person) -> list[TokenOut]:
    """Tokens, without their secrets."""
    with _room(request).store.connection() as connection:
        rows = Accounts(connection).tokens(None if may(who, "administer") else who.name)
    return [_token(row) for row in rows]


def _token(row: Row[Any], secret: str | None = None) -> TokenOut:
    used = datetime.fromisoformat(row.used) if row.used else None
    return TokenOut(
        id=row.id, label=row.label, scopes=row.scopes.split(" "), user=row.name, made=datetime.fromisoformat(row.made),
        expires=datetime.fromisoformat(row.ends), last_used=used, secret=secret,
    )  # fmt: skip


def add_token(request: Request, who: Person, given: NewToken) -> TokenOut:
    """A new token; it may no more than its owner."""
    room = _room(request)
    if room.options.alone:
        raise Refused(
            403, "there are no accounts here that a token could belong to; `hudna user add` makes one"
        )
    needs = {"read": "read", "export": "export", "extract": "extract", "review": "judge"}
    refused = [scope for scope in given.scopes if not may(who, needs[scope])]
    if refused:
        raise Refused(403, f"{who.told} may not give the scope {refused[0]}")
    now, secret, name = room.clock(), f"hudna_{secrets.token_urlsafe(32)}", f"t-{secrets.token_hex(6)}"
    with room.store.connection(writing=True) as connection:
        accounts = Accounts(connection)
        accounts.add_token(
            id=name, digest=digest(secret), name=who.name, label=given.label, scopes=" ".join(dict.fromkeys(given.scopes)),
            made=stamped(now), ends=stamped(now + timedelta(days=given.days)),
        )  # fmt: skip
        row = next(one for one in accounts.tokens(who.name) if one.id == name)
    return _token(row, secret)


def drop_token(request: Request, who: Person, name: str) -> None:
    """Withdraw a token of one's own; an administrator any."""
    with _room(request).store.connection(writing=True) as connection:
        accounts = Accounts(connection)
        held = {row.id for row in accounts.tokens(None if may(who, "administer") else who.name)}
        if name not in held:
            raise Refused(404, f"there is no token {name!r} of yours")
        accounts.drop_token(name)


async def oidc_login(request: Request, back: str | None) -> Response:
    """Go to the identity provider."""
    try:
        return await oidc.login(request, back)
    except Refused as refused:
        return oidc.turned_away(request, refused)


async def oidc_callback(request: Request) -> Response:
    """Back from it."""
    try:
        return await oidc.callback(request, open_session)
    except Refused as refused:
        return oidc.turned_away(request, refused)


async def oidc_logout(request: Request) -> Response:
    """Sign out there too."""
    try:
        return await oidc.logout(request)
    except Refused as refused:
        return oidc.turned_away(request, refused)
