"""A receiver's desk on loopback: an HTTP endpoint that answers as told, and a mail server, both real."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@dataclass
class Desk:
    """What was received, and how the next requests are answered: a code, or seconds to wait before one."""

    url: str = ""
    received: list[tuple[dict[str, str], str]] = field(default_factory=list)
    answers: list[int | float] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> list[str]:
        """The webhook-id of each request."""
        return [headers["webhook-id"] for headers, _ in self.received]

    def body(self, number: int = -1) -> Any:
        """The body of a request."""
        return json.loads(self.received[number][1])


@contextmanager
def http_desk() -> Iterator[Desk]:
    """An endpoint that answers 204 where it was told nothing else."""
    desk = Desk()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            desk.received.append(({name.lower(): value for name, value in self.headers.items()}, body))
            answer = desk.answers.pop(0) if desk.answers else 204
            if isinstance(answer, float):
                time.sleep(answer)
                answer = 204
            self.send_response(answer)
            for name, value in desk.extra.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    desk.url = f"http://127.0.0.1:{server.server_port}/alerts"
    try:
        yield desk
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class Mailbox:
    """Mails as they came in, and codes with which the next ones are refused."""

    port: int = 0
    mails: list[bytes] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  # its name
        """Take a mail, or refuse it."""
        if self.refusals:
            return self.refusals.pop(0)
        self.mails.append(envelope.content)
        return "250 OK"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def mail_desk() -> Iterator[Mailbox]:
    """A mail server."""
    box = Mailbox()
    box.port = _free_port()
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()
