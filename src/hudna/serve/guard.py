"""What every request passes: a known host, a body of bounded size, not too many at once; and headers on every answer."""

import threading
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from hudna.serve.problems import problem

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Requests a minute from one address, and of them those that make the machine work.
_USUAL, _HEAVY = 1200, 60
_HEAVY_PATHS = ("/api/v1/extract", "/api/v1/exports/", "/api/v1/reports/", "/api/v1/session")
# So many addresses are remembered.
_REMEMBERED = 10_000
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]", "testserver"})

HEADERS = {
    b"x-content-type-options": b"nosniff", b"referrer-policy": b"no-referrer", b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin", b"x-frame-options": b"DENY",
    b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
}  # fmt: skip
# Nothing that the API answers is a page.
API_POLICY = b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'"


@dataclass
class Buckets:
    """How many requests each address may still make; they come back over a minute."""

    now: Callable[[], float] = time.monotonic
    _held: "OrderedDict[tuple[str, int], tuple[float, float]]" = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, address: str, most: int) -> float:
        """0 where the request may pass; else the seconds to wait."""
        with self._lock:
            at, key = self.now(), (address, most)
            left, since = self._held.pop(key, (float(most), at))
            left = min(float(most), left + (at - since) * most / 60)
            self._held[key] = (left - 1 if left >= 1 else left, at)
            if len(self._held) > _REMEMBERED:
                self._held.popitem(last=False)
            return 0.0 if left >= 1 else (1 - left) * 60 / most


class Guard:
    """The outermost layer of the app."""

    def __init__(self, app: App, *, body_limit: int, loopback_only: bool, limited: bool) -> None:
        self._app = app
        self._limit = body_limit
        self._loopback_only = loopback_only
        self._buckets = Buckets() if limited else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send, scope))
            return
        body = _Bounded(receive, self._limit, _with_headers(send, scope))
        with suppress(_TooLargeError):
            await self._app(scope, body.receive, body.send)
        # Whatever became of it inside, what is told is that it was too large.
        if body.is_too_large:
            await self._too_large()(scope, receive, _with_headers(send, scope))

    def _refusal(self, scope: Scope, headers: dict[bytes, bytes]) -> Any:
        host = headers.get(b"host", b"").decode("latin-1")
        bare = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        if self._loopback_only and bare.lower() not in LOOPBACK:
            return problem(421, f"this server answers on this machine alone, not as {host!r}")
        length = headers.get(b"content-length", b"0").decode("latin-1")
        if not length.isdigit():
            return problem(400, f"Content-Length is {length!r}; a number of bytes would be right")
        if int(length[:20]) > self._limit:
            return self._too_large()
        return self._hurried(scope)

    def _hurried(self, scope: Scope) -> Any:
        if self._buckets is None:
            return None
        address = scope["client"][0] if scope.get("client") else ""
        heavy = str(scope["path"]).startswith(_HEAVY_PATHS)
        wait = self._buckets.take(address, _HEAVY if heavy else _USUAL)
        if not wait:
            return None
        return problem(
            429, "too many requests from this address in a minute", {"Retry-After": str(int(wait) + 1)}
        )

    def _too_large(self) -> Any:
        return problem(413, f"the request is larger than {self._limit} bytes")


class _TooLargeError(Exception):
    """A body that goes on beyond the limit."""


class _Bounded:
    """A body that is counted while it comes in; a length that was not said cannot get around the limit."""

    def __init__(self, receive: Receive, limit: int, send: Send) -> None:
        self._receive, self._left, self._send = receive, limit, send

    @property
    def is_too_large(self) -> bool:
        """Whether more came in than is taken."""
        return self._left < 0

    async def receive(self) -> MutableMapping[str, Any]:
        """The next piece."""
        message = await self._receive()
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            if self.is_too_large:
                raise _TooLargeError
        return message

    async def send(self, message: MutableMapping[str, Any]) -> None:
        """Pass an answer on, but none to a body that was too large."""
        if not self.is_too_large:
            await self._send(message)


def _with_headers(send: Send, scope: Scope) -> Send:
    """Every answer says what a browser must not do with it."""

    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            held = list(message.get("headers", []))
            known = {name.lower() for name, _ in held}
            held += [(name, value) for name, value in HEADERS.items() if name not in known]
            if str(scope["path"]).startswith("/api/") and b"content-security-policy" not in known:
                held.append((b"content-security-policy", API_POLICY))
            message = {**message, "headers": held}
        await send(message)

    return sent
