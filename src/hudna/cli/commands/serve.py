"""`hudna serve`, `shelve` and `user`."""

from pathlib import Path
from typing import Annotated

import typer

from hudna.cli.options import AsOf, OldStore, day, leave
from hudna.cli.program import app

user = typer.Typer(name="user", help="People who may sign in to `hudna serve`.", no_args_is_help=True)
app.add_typer(user)
Name = Annotated[str, typer.Argument(metavar="NAME", help="Name to sign in with.")]


@app.command()
def serve(
    *,
    store: Annotated[Path, typer.Option("--store", metavar="FILE", help="The store to show.")],
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8321,
    public: Annotated[
        bool, typer.Option("--public", help="Read-only for everybody, without what could harm somebody.")
    ] = False,
    secure: Annotated[
        bool, typer.Option("--secure", help="Cookies over https alone: behind a proxy.")
    ] = False,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Show a store as a page and an API. Without accounts only this machine is answered, as one person."""
    from hudna.cli.serve import Listening, serve_store

    leave(serve_store(store, Listening(host, port, public, secure, open_page)))


@app.command()
def shelve(
    *,
    store: OldStore,
    as_of: AsOf = None,
    public: Annotated[bool, typer.Option("--public", help="The edition that may leave the mission.")] = False,
) -> None:
    """Make a day ready to be served, so that nobody has to wait for it."""
    from hudna.cli.serve import shelve_day

    leave(shelve_day(store, day(as_of), public=public))


@user.command()
def add(
    name: Name,
    *,
    store: OldStore,
    role: Annotated[str, typer.Option(metavar="ROLE", help="reader, analyst, verifier or admin.")] = "reader",
    without_password: Annotated[
        bool,
        typer.Option(
            "--without-password", help="For an identity provider; NAME is the e-mail address there."
        ),
    ] = False,
) -> None:
    """Add a person; the password is asked for, or read from standard input."""
    from hudna.cli.serve import add_user

    leave(add_user(store, name, role, with_password=not without_password))


@user.command("list")
def listed(*, store: OldStore) -> None:
    """List who may sign in, with roles."""
    from hudna.cli.serve import list_users

    leave(list_users(store))


@user.command()
def password(name: Name, *, store: OldStore) -> None:
    """Set a person's password, and unlock the account."""
    from hudna.cli.serve import set_password

    leave(set_password(store, name))
