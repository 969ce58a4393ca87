"""Signing in through an identity provider (OpenID Connect), where the surroundings name one.

An account is opened by the provider's subject, or by a verified e-mail address that is the
name of an account which has no password of its own. Nobody gets an account by signing in.
"""

import logging
import re
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import parse_qs, urlencode

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from hudna.serve.people import Person
from hudna.serve.problems import Refused
from hudna.serve.shelves import Room
from hudna.settings import read_settings
from hudna.store.accounts import Account, Accounts

_log = logging.getLogger("uvicorn.error")
Opens = Callable[[Request, Response, Account], Person]
# Signatures that only the provider can make; with a shared secret, or with none, an identity is not believed.
_SIGNED = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
# Where a visit goes on: what was chosen on the page, and never another address.
_VIEW = re.compile(r"\?[\x21-\x7e]{0,1999}")
_KEPT = "back"
# Some providers write it as a word.
_YES = (True, "true")


def is_set_up() -> bool:
    """Whether an identity provider is named."""
    return read_settings().oidc is not None


def client_of(request: Request) -> Any:
    """The client of the provider, made when it is first asked for."""
    held = request.app.state
    if getattr(held, "oidc", None) is None:
        held.oidc = _made()
    return held.oidc


def _made() -> Any:
    named = read_settings().oidc
    if named is None:
        raise Refused(404, "no identity provider is set up; docs/api.md says how")
    try:
        from authlib.integrations.starlette_client import OAuth  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise Refused(
            501, f"signing in through a provider needs {error.name}; pip install 'hudna[oidc]'"
        ) from error
    oauth = OAuth()
    oauth.register(
        "provider", client_id=named.client, client_secret=named.secret, server_metadata_url=f"{named.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
    )  # fmt: skip
    return oauth.provider


async def login(request: Request, back: str | None) -> Response:
    """Go to the provider; `back` is the view, as the page's address has it, to which the visit returns."""
    client = client_of(request)
    request.session[_KEPT] = back if back and _VIEW.fullmatch(back) else ""
    try:
        answer = await client.authorize_redirect(request, str(_ours(request, "oidc_callback")))
    except Exception as error:  # any fault of a network or of a provider means the same to who asks
        raise Refused(502, f"the identity provider cannot be reached: {type(error).__name__}") from error
    return cast("Response", answer)


async def callback(request: Request, opens: Opens) -> Response:
    """Back from the provider, with an account's session where one is found."""
    client = client_of(request)
    try:
        given = await client.authorize_access_token(request, claims_options=await _expected(client))
        claims = await _told(client, given)
    except Exception as error:
        raise Refused(
            401, f"the identity provider did not confirm who you are: {type(error).__name__}"
        ) from error
    account = _account(cast("Room", request.app.state.room), claims)
    answer = RedirectResponse("/" + str(request.session.get(_KEPT, "")), 302)
    opens(request, answer, account)
    return answer


async def logout(request: Request) -> Response:
    """Go to where the provider ends its own session; else whoever sits here next is signed in by it again."""
    client = client_of(request)
    try:
        told = await client.load_server_metadata()
    except Exception as error:
        raise Refused(502, f"the identity provider cannot be reached: {type(error).__name__}") from error
    end = told.get("end_session_endpoint")
    if not end:
        raise Refused(501, "the identity provider names no address at which its own session ends")
    asked = {"client_id": client.client_id, "post_logout_redirect_uri": str(_ours(request, "page"))}
    return RedirectResponse(f"{end}{'&' if '?' in end else '?'}{urlencode(asked)}", 302)


def turned_away(request: Request, refused: Refused) -> Response:
    """A refusal as a browser should see it: the door, with the reason in the language of the page."""
    if "text/html" not in request.headers.get("accept", ""):
        raise refused
    # The person sees what to do; who runs the server needs the cause.
    _log.warning("signing in through the provider: %s", refused.detail)
    # Without a provider there is nothing that remembers a visit.
    visit: dict[str, Any] = request.scope.get("session") or {}
    chosen = parse_qs(str(visit.get(_KEPT, "")).removeprefix("?"))
    kept: dict[str, str] = {name: chosen[name][0] for name in ("lang", "theme", "webgl") if name in chosen}
    kept |= {"view": "sign_in", "refused": str(refused.status)}
    return RedirectResponse(f"/?{urlencode(kept)}", 302)


def _ours(request: Request, name: str) -> Any:
    """An address of this server, as the outside calls it."""
    address = request.url_for(name)
    return address.replace(scheme="https") if cast("Room", request.app.state.room).options.secure else address


async def _told(client: Any, given: dict[str, Any]) -> dict[str, Any]:
    """What the provider says of the person. Many keep the e-mail address out of the token: it is asked for."""
    claims: dict[str, Any] = {**(given.get("userinfo") or {})}
    asks = claims and "email_verified" not in claims
    if not asks or not (await client.load_server_metadata()).get("userinfo_endpoint"):
        return claims
    # Fresh as it is, a token for a minute alone would count as run out already.
    more = await client.userinfo(token={"access_token": given["access_token"], "token_type": "Bearer"})
    # Another's particulars must not ride on this one's token (OpenID Connect Core 5.3.2).
    if more.get("sub") != claims.get("sub"):
        raise Refused(401, "the identity provider told of somebody else")
    return {**more, **claims}


async def _expected(client: Any) -> dict[str, Any]:
    """What an identity must say: made by this provider, for us. Authlib alone lets a second audience pass."""
    named = read_settings().oidc
    assert named is not None  # else there is no client
    told = await client.load_server_metadata()
    offered = told.get("id_token_signing_alg_values_supported") or ["RS256"]
    told["id_token_signing_alg_values_supported"] = [one for one in offered if one in _SIGNED] or ["RS256"]
    bare = named.issuer.rstrip("/")
    return {
        "iss": {"essential": True, "values": [bare, f"{bare}/"]},
        "aud": {"essential": True, "values": [named.client]},
    }


def _account(room: Room, claims: dict[str, Any]) -> Account:
    subject = f"{claims.get('iss', '')}|{claims.get('sub', '')}"
    with room.store.connection(writing=True) as connection:
        accounts = Accounts(connection)
        found = accounts.of_subject(subject)
        if found is None and claims.get("email_verified") in _YES:
            found = accounts.find(str(claims.get("email", "")))
            if found is not None and found.password is None and accounts.bind(found.name, subject):
                return found
            found = None
    if found is None or not found.active:
        raise Refused(
            403,
            "nobody here goes by that identity; an administrator can add an account under your e-mail address",
        )
    return found
