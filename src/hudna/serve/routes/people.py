"""Signing in and out, accounts, tokens."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from hudna.serve.access import Administers, Anybody, Seated, SignedIn
from hudna.serve.answers import people
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

router = APIRouter(tags=["people"])


@router.get("/session", response_model=SessionOut)
def session(who: Anybody, request: Request) -> SessionOut:
    """Who is signed in, and the CSRF token of the session."""
    return people.session_of(request, who)


@router.post("/session", response_model=SessionOut)
def sign_in(request: Request, response: Response, given: Credentials) -> SessionOut:
    """Sign in with name and password; sets an HttpOnly cookie."""
    return people.sign_in(request, response, given)


@router.delete("/session", status_code=204)
def sign_out(who: SignedIn, request: Request, response: Response) -> None:
    """Sign out."""
    people.sign_out(request, response, who)


@router.post("/session/password", status_code=204)
def change_password(who: Seated, request: Request, given: NewPassword) -> None:
    """Change one's own password; other sessions of the account end."""
    people.change_password(request, who, given)


@router.get("/users", response_model=list[UserOut])
def users(_who: Administers, request: Request) -> list[UserOut]:
    """Every account."""
    return people.users(request)


@router.post("/users", response_model=UserOut, status_code=201)
def add_user(_who: Administers, request: Request, given: NewUser) -> UserOut:
    """A new account; without a password only OpenID Connect opens it."""
    return people.add_user(request, given)


@router.patch("/users/{name}", response_model=UserOut)
def change_user(who: Administers, request: Request, name: str, given: UserChange) -> UserOut:
    """Change a role, set a password, close, open or unlock an account."""
    return people.change_user(request, who, name, given)


@router.get("/tokens", response_model=list[TokenOut])
def tokens(who: Seated, request: Request) -> list[TokenOut]:
    """One's own tokens; an administrator sees all."""
    return people.tokens(request, who)


@router.post("/tokens", response_model=TokenOut, status_code=201)
def add_token(who: Seated, request: Request, given: NewToken) -> TokenOut:
    """A token for programs, with scopes that its owner's role allows; its secret is shown once."""
    return people.add_token(request, who, given)


@router.delete("/tokens/{name}", status_code=204)
def drop_token(who: Seated, request: Request, name: str) -> None:
    """Withdraw a token."""
    people.drop_token(request, who, name)


@router.get("/oidc/login", status_code=302)
async def oidc_login(
    _who: Anybody,
    request: Request,
    back: Annotated[
        str | None, Query(max_length=2000, description="what follows ? in the page's address afterwards")
    ] = None,
) -> Response:
    """Go to the identity provider, where one is set up."""
    return await people.oidc_login(request, back)


@router.get("/oidc/callback", status_code=302)
async def oidc_callback(_who: Anybody, request: Request) -> Response:
    """Back from the identity provider."""
    return await people.oidc_callback(request)


@router.get("/oidc/logout", status_code=302)
async def oidc_logout(_who: Anybody, request: Request) -> Response:
    """Go to where the identity provider ends its own session."""
    return await people.oidc_logout(request)
