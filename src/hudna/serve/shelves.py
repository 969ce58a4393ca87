"""From a request to the shelf that answers it: which day, made ready when it is first asked for."""

import json
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Annotated, Any, cast

from fastapi import Depends, Request, Response
from sqlalchemy import Connection, func, select

from hudna.knowing import edition_of
from hudna.model.edition import Edition, What
from hudna.publish.public import public_until
from hudna.serve.asked import Asked, Filters, WithAsked
from hudna.serve.in_words import in_words
from hudna.serve.options import Options
from hudna.serve.problems import Refused
from hudna.shelving import Order, shelve
from hudna.store import Store, tables
from hudna.store.shelves import Ready, find_shelf, first_day, last_day, state_of
from hudna.store.shown_tables import NOW_SHELF

# Up to so many claims a day is made ready while the asker waits; beyond, beside the server and in its own memory.
PROMPT_CLAIMS = 20_000
_AGAIN_S = 15
# Maps and timelines of some 100 kB each.
KEPT_ANSWERS = 64
# The number of a shelf that nobody has made yet.
_UNMADE = -1
Clock = Callable[[], datetime]


def _utc() -> datetime:
    return datetime.now(UTC)


class NotModified(Exception):  # noqa: N818  # an answer, not an error
    """The asker holds this answer already."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


@dataclass
class Room:
    """The store of a server, its shelves, and what is being made ready."""

    options: Options
    store: Store
    clock: Clock = _utc
    _answers: "OrderedDict[str, str]" = field(default_factory=OrderedDict)
    _answering: threading.Lock = field(default_factory=threading.Lock)
    _turns: dict[str, threading.Lock] = field(default_factory=dict)
    _making: threading.Lock = field(default_factory=threading.Lock)
    _beside: dict[Order, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    _editions: dict[tuple[date, bool, bool, str], Edition] = field(default_factory=dict)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one answer."""
        with self.store.connection() as connection:
            yield connection

    def health(self) -> dict[str, str]:
        """Whether the store can be read."""
        with self.reading() as connection:
            return {"status": "ok", "state": state_of(connection)}

    def answer(self, tag: str, make: Callable[[], str]) -> str:
        """What was answered under that tag, else what is made now; the last few are kept.

        Whoever asks while it is being made waits for it: made twice at once, each would take twice as long.
        """
        with self._answering:
            turn = self._turns.setdefault(tag, threading.Lock())
        with turn:
            with self._answering:
                if tag in self._answers:
                    self._answers.move_to_end(tag)
                    return self._answers[tag]
            try:
                made = make()
                with self._answering:
                    self._answers[tag] = made
                    while len(self._answers) > KEPT_ANSWERS:
                        self._answers.popitem(last=False)
            finally:
                # Only now: whoever came between would find neither an answer nor a turn to wait for.
                with self._answering:
                    self._turns.pop(tag, None)
            return made

    @property
    def is_large(self) -> bool:
        """Whether a day is made ready beside the server."""
        with self.reading() as connection:
            return (connection.scalar(select(func.max(tables.claim.c.seq))) or 0) > PROMPT_CLAIMS

    def order(self, as_of: date | None) -> Order:
        """The edition that answers a question as of a day."""
        now = self.clock()
        with self.reading() as connection:
            newest = last_day(connection) or now.date()
        day = min(as_of or newest, newest)
        if self.options.public:
            day = min(day, public_until(now))
        past = day < newest
        return Order(day, public=self.options.public, whole=past or self.options.public, past=past)

    def ready(self, order: Order, *, rows: bool = False) -> tuple[Ready, str]:
        """The shelf of an edition, and what the store holds; made first where it is missing or stale.

        `rows`: incidents and claims are enough, which lie ready at any size.
        """
        with self.reading() as connection:
            state = state_of(connection)
            found = find_shelf(connection, order.as_of, public=order.public, whole=order.whole)
        if found and found.state == state:
            return found, state
        if self.is_large:
            return self._beside_us(order, found, state, rows=rows), state
        with self._making:
            with self.reading() as connection:
                found = find_shelf(connection, order.as_of, public=order.public, whole=order.whole)
                state = state_of(connection)
            if found is None or found.state != state:
                found = shelve(self.store, self.options.store, order)
        return found, found.state

    def _beside_us(self, order: Order, found: Ready | None, state: str, *, rows: bool) -> Ready:
        """What there is, while a process of its own makes it anew; a refusal that says when to ask again."""
        with self._making:
            running = self._beside.get(order)
            if running is None or running.poll() is not None:
                self._beside[order] = subprocess.Popen(self._command(order))  # noqa: S603  # our own program, no shell
        if found is None and rows and not order.whole:
            return Ready(
                _UNMADE,
                order.as_of,
                order.public,
                whole=False,
                state="",
                made=datetime.min.replace(tzinfo=UTC),
            )
        if found is None:
            told = f"the day {order.as_of} is being made ready; ask again in {_AGAIN_S} seconds"
            raise Refused(503, told, {"Retry-After": str(_AGAIN_S)}, state=state)
        return found

    def _command(self, order: Order) -> list[str]:
        given = [sys.executable, "-m", "hudna", "shelve", "--store", str(self.options.store)]
        given += ["--as-of", order.as_of.isoformat()] if order.past else []
        return [*given, *(["--public"] if order.public else [])]

    def edition(self, order: Order, what: What | None = None) -> Edition:
        """The edition itself, for documents and exports; the last two are kept."""
        with self.reading() as connection:
            state = state_of(connection)
        key = (order.asked or date.max, order.public, what == "imported", state)
        with self._making:
            if key not in self._editions:
                made = edition_of(
                    self.options.store,
                    order.asked,
                    public=order.public,
                    what=what if what == "imported" else None,
                )
                self._editions = {**dict(list(self._editions.items())[-1:]), key: made}
            return self._editions[key]


@dataclass(frozen=True)
class Shelf:
    """An edition that is ready to be read, for one request."""

    room: Room
    order: Order
    ready: Ready
    state: str
    lang: str
    tag: str
    path: str

    @property
    def rows(self) -> int:
        """The number under which incidents and claims lie."""
        return self.ready.id if self.ready.whole else NOW_SHELF

    @property
    def as_of(self) -> date:
        """The day."""
        return self.ready.as_of

    @property
    def public(self) -> bool:
        """Whether details were taken out."""
        return self.ready.public

    def reading(self) -> Any:
        """A connection for one answer."""
        return self.room.reading()

    def first_day(self) -> date | None:
        """The first day on which anything was reported."""
        with self.reading() as connection:
            return first_day(connection)

    def reply(self, body: bytes | str, media: str = "application/json", **headers: str) -> Response:
        """An answer that may be kept and asked about again."""
        kept = {
            "ETag": self.tag,
            "Cache-Control": "private, no-cache",
            "Vary": "Cookie, Authorization",
            **headers,
        }
        return Response(body, media_type=media, headers=kept)

    @property
    def is_made(self) -> bool:
        """Whether what follows from incidents lies ready; else there are incidents and claims alone."""
        return self.ready.id != _UNMADE

    def kept(self, what: str, filters: Filters, make: Callable[[], str]) -> str:
        """An answer that many ask for alike, made once in whatever language; another state is another answer."""
        under = json.dumps(asdict(filters), default=str)
        return self.room.answer(f"{self.state} {self.ready.id} {self.ready.made} {what} {under}", make)

    def json(self, answer: object) -> Response:
        """An answer as JSON."""
        said = in_words(answer, self.lang)
        return self.reply(json.dumps(said, ensure_ascii=False, default=str))


def room_of(request: Request) -> Room:
    """The room of the server that was asked."""
    return cast("Room", request.app.state.room)


Shelves = Annotated[Room, Depends(room_of)]


def at_shelf(request: Request, asked: WithAsked, room: Shelves) -> Shelf:
    """The shelf that answers; NotModified where the asker's copy still holds."""
    return _shelf(request, asked, room, rows=False)


def at_rows(request: Request, asked: WithAsked, room: Shelves) -> Shelf:
    """The same for what reads incidents and claims alone: in a large store they do not wait for the rest."""
    return _shelf(request, asked, room, rows=True)


def _shelf(request: Request, asked: Asked, room: Room, *, rows: bool) -> Shelf:
    order = room.order(asked.as_of)
    ready, state = room.ready(order, rows=rows)
    who = getattr(request.state, "person", None)
    parts = (
        f"{state} {ready.id} {ready.made} {request.url.path} {request.url.query} {getattr(who, 'role', '')}"
    )
    tag = f'"{blake2b(parts.encode(), digest_size=9).hexdigest()}"'
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if request.method == "GET" and tag in known:
        raise NotModified(tag)
    return Shelf(room, order, ready, state, asked.lang, tag, _address(request))


def _address(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


AtShelf = Annotated[Shelf, Depends(at_shelf)]
AtRows = Annotated[Shelf, Depends(at_rows)]
# Review looks at what is known now.
NowShelf = AtRows
