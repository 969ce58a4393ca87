"""An identity provider of a test's own, on a port of this machine: what a real one does, and what a false one would."""

import base64
import json
import threading
import time
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT, SECRET = "hudna-desk", "a secret of the desk's"


class Provider:
    """Discovery, authorization, tokens and keys. `person` is who signs in; `says` changes what the token tells."""

    def __init__(self) -> None:
        self.key, self.strange = (RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"}) for _ in range(2))
        self.person: dict[str, Any] = {"sub": "7", "email": "rita@example.org", "email_verified": True}
        self.says: dict[str, Any] = {}
        self.signs_with: Any = self.key
        self.algorithm = "RS256"
        self.holds_token = True
        # What is told at the provider's own address, where the token keeps it back.
        self.told: dict[str, Any] = {}
        self.asked: list[dict[str, str]] = []
        self._given: dict[str, dict[str, str]] = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider._get(self)

            def do_POST(self) -> None:
                provider._post(self)

            def log_message(self, *_given: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _get(self, at: Any) -> None:
        path, query = urlsplit(at.path).path, parse_qs(urlsplit(at.path).query)
        given = {name: values[0] for name, values in query.items()}
        if path == "/.well-known/openid-configuration":
            _json(at, self._described())
        elif path == "/keys":
            _json(at, {"keys": [self.key.as_dict(private=False)]})
        elif path == "/told":
            known = at.headers.get("Authorization") == "Bearer of-no-use"
            _json(at, self.told if known else {}, 200 if known else 401)
        elif path == "/authorize":
            self.asked.append(given)
            code = f"code-{len(self.asked)}"
            self._given[code] = given
            at.send_response(302)
            at.send_header(
                "Location", f"{given['redirect_uri']}?{urlencode({'code': code, 'state': given['state']})}"
            )
            at.end_headers()
        else:
            at.send_error(404)

    def _described(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize", "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys", "userinfo_endpoint": f"{self.issuer}/told", "end_session_endpoint": f"{self.issuer}/end", "response_types_supported": ["code"], "subject_types_supported": ["public"],
            # A provider that allows weak ones too must not be able to make us accept them.
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        }  # fmt: skip

    def _post(self, at: Any) -> None:
        body = at.rfile.read(int(at.headers["Content-Length"])).decode()
        given = {name: values[0] for name, values in parse_qs(body).items()}
        asked = self._given.pop(given.get("code", ""), None)
        if asked is None or not self._is_client(at, given) or not _is_asker(asked, given):
            _json(at, {"error": "invalid_grant"}, 400)
            return
        answer = {"access_token": "of-no-use", "token_type": "Bearer", "expires_in": 60}
        if self.holds_token:
            answer["id_token"] = self._identity(asked["nonce"])
        _json(at, answer)

    def _is_client(self, at: Any, given: dict[str, str]) -> bool:
        told = at.headers.get("Authorization", "").removeprefix("Basic ")
        shown = (
            base64.b64decode(told).decode()
            if told
            else f"{given.get('client_id')}:{given.get('client_secret')}"
        )
        return shown == f"{CLIENT}:{SECRET}"

    def _identity(self, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 60,
            "nonce": nonce,
            **self.person,
        }
        told = {name: value for name, value in {**claims, **self.says}.items() if value is not None}
        header = {"alg": self.algorithm, "kid": "k1"}
        if self.algorithm == "none":
            head, payload = (
                base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=").decode()
                for one in (header, told)
            )
            return f"{head}.{payload}."
        return jwt.encode(header, told, self.signs_with, algorithms=["RS256", "HS256"])

    def shared(self) -> OctKey:
        """The client's secret as a key: what whoever knows the secret could sign with."""
        return OctKey.import_key(SECRET, {"kid": "k1"})


def _is_asker(asked: dict[str, str], given: dict[str, str]) -> bool:
    """Whether who fetches the token is who asked for the code (PKCE), for the same address."""
    proof = base64.urlsafe_b64encode(sha256(given.get("code_verifier", "").encode()).digest()).rstrip(b"=")
    return asked["code_challenge"] == proof.decode() and asked["redirect_uri"] == given.get("redirect_uri")


def _json(at: Any, answer: object, status: int = 200) -> None:
    body = json.dumps(answer).encode()
    at.send_response(status)
    at.send_header("Content-Type", "application/json")
    at.send_header("Content-Length", str(len(body)))
    at.end_headers()
    at.wfile.write(body)
