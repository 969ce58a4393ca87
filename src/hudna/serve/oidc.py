"""Signing in through an identity provider (OpenID Connect), where the surroundings name one.

An account is opened by the provider's subject, or by a verified e-mail address that is the
name of an account which has no password of its own. Nobody gets an account by signing in.
"""

from collections.abc import Callable
from typing import Any, cast

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from hudna.serve.people import Person
from hudna.serve.problems import Refused
from hudna.serve.shelves import Room
from hudna.settings import read_settings
from hudna.store.accounts import Account, Accounts

Opens = Callable[[Request, Response, Account], Person]
# Signatures that only the provider can make; with a shared secret, or with none, an identity is not believed.
_SIGNED = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")


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


async def login(request: Request) -> Response:
    """Go to the provider."""
    client = client_of(request)
    back = request.url_for("oidc_callback")
    if cast("Room", request.app.state.room).options.secure:
        back = back.replace(scheme="https")
    try:
        answer = await client.authorize_redirect(request, str(back))
    except Exception as error:  # any fault of a network or of a provider means the same to who asks
        raise Refused(502, f"the identity provider cannot be reached: {type(error).__name__}") from error
    return cast("Response", answer)


async def callback(request: Request, opens: Opens) -> Response:
    """Back from the provider, with an account's session where one is found."""
    client = client_of(request)
    try:
        given = await client.authorize_access_token(request, claims_options=await _expected(client))
    except Exception as error:
        raise Refused(
            401, f"the identity provider did not confirm who you are: {type(error).__name__}"
        ) from error
    claims = given.get("userinfo") or {}
    account = _account(cast("Room", request.app.state.room), claims)
    answer = RedirectResponse("/", 302)
    opens(request, answer, account)
    return answer


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
        if found is None and claims.get("email_verified") is True:
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
