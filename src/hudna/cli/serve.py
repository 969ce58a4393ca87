"""`hudna serve`: the server started, and the people who may sign in."""

import ipaddress
import sys
import threading
import webbrowser
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from hudna.cli.console import counted, say, write
from hudna.errors import InputError
from hudna.serve import Options, create_app
from hudna.serve.people import NAME_FAILURES, ROLES, hashed
from hudna.serve.shelves import Room
from hudna.shelving import shelve
from hudna.store import using_store
from hudna.store.accounts import Accounts

_SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Listening:
    """Where and how to listen."""

    host: str
    port: int
    public: bool
    secure: bool
    open_page: bool


def serve_store(store: Path, how: Listening) -> int:
    """Serve until stopped; the exit code."""
    import uvicorn

    alone = not how.public and not _has_people(store)
    if alone and not _is_loopback(how.host):
        raise InputError(
            f"{store} has no accounts, so only this machine may be answered; `hudna user add NAME --role admin --store {store}` makes one"
        )
    app = create_app(Options(store, public=how.public, alone=alone, secure=how.secure))
    address = f"http://{how.host if ':' not in how.host else f'[{how.host}]'}:{how.port}/"
    mode = (
        "public and read-only"
        if how.public
        else "for one person without accounts"
        if alone
        else "with accounts"
    )
    say(f"{store} is served at {address}, {mode}; Ctrl-C ends it")
    if how.open_page:
        threading.Timer(1.0, webbrowser.open, [address]).start()
    uvicorn.run(app, host=how.host, port=how.port, log_level="warning", server_header=False)
    return 0


def _has_people(store: Path) -> bool:
    with using_store(store) as opened, opened.connection(writing=True) as connection:
        accounts = Accounts(connection)
        accounts.prepare()
        return accounts.any()


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def shelve_day(store: Path, as_of: date | None, *, public: bool) -> int:
    """Make a day ready; the exit code."""
    with using_store(store) as opened:
        room = Room(Options(store, public=public), opened)
        ready = shelve(opened, store, room.order(as_of))
    say(f"{store}: {ready.as_of} is ready to be served{' to the public' if public else ''}")
    return 0


def add_user(store: Path, name: str, role: str, *, with_password: bool) -> int:
    """Add an account; the exit code."""
    if role not in ROLES:
        raise InputError(f"there is no role {role!r}; known: {', '.join(ROLES)}")
    kept = hashed(_asked_password()) if with_password else None
    with using_store(store) as opened, opened.connection(writing=True) as connection:
        accounts = Accounts(connection)
        accounts.prepare()
        if accounts.find(name):
            raise InputError(
                f"there is an account {name!r} already; `hudna user password {name}` sets its password"
            )
        accounts.add(name, role, kept, datetime.now(UTC))
    say(f"{name} may sign in as {role}")
    return 0


def set_password(store: Path, name: str) -> int:
    """Set a password; the exit code."""
    kept = hashed(_asked_password())
    with using_store(store) as opened, opened.connection(writing=True) as connection:
        accounts = Accounts(connection)
        accounts.prepare()
        if accounts.find(name) is None:
            raise InputError(f"there is no account {name!r}; `hudna user list` shows those there are")
        accounts.change(name, password=kept)
        accounts.forgive(f"name:{name}")
    say(f"{name} has a new password; sessions of before have ended")
    return 0


def list_users(store: Path) -> int:
    """List accounts; the exit code."""
    with using_store(store) as opened, opened.connection(writing=True) as connection:
        accounts = Accounts(connection)
        accounts.prepare()
        found = accounts.every()
    for one in found:
        write(
            f"{one.name}\t{one.role}{'' if one.active else ' (closed)'}{'' if one.password else ' (identity provider)'}"
        )
    say(f"{counted(len(found), 'account')}; {NAME_FAILURES} failed attempts lock one for some time")
    return 0


def _asked_password() -> str:
    """Typed twice without being shown, or the first line of standard input."""
    if sys.stdin.isatty():
        import getpass

        first = getpass.getpass("password: ")
        if getpass.getpass("again: ") != first:
            raise InputError("the two passwords differ")
    else:
        first = sys.stdin.readline().rstrip("\n")
    if len(first) < _SHORTEST:
        raise InputError(f"a password has at least {_SHORTEST} characters")
    return first
