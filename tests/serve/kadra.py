"""A small store for tests of the server: seven invented reports of one week, in English and Arabic."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

import factory
from hudna.model.claim import Claim, Event, Occurred, Place
from hudna.model.clause import Passage, Reading
from hudna.model.coded import Coded
from hudna.model.record import Span
from hudna.model.report import Report
from hudna.pipeline import store_linking
from hudna.serve import Options, create_app
from hudna.serve.people import hashed
from hudna.store import Store, open_store
from hudna.store.accounts import Accounts
from hudna.versions import linking_version

NOW = datetime(2021, 3, 20, 12, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"
PASSWORD = "a long enough word"
_NORTH = {"id": "norhaven", "name": "Norhaven", "lat": 32.05, "lon": 13.05, "radius_km": 5.0}
_SOUTH = {"id": "sudbury", "name": "Sudbury", "lat": 27.0, "lon": 14.4, "radius_km": 8.0}


def coded(
    number: int, day: date, verb: str = "shelled", place: str = "Norhaven", *, root: str = "ASSAULT", mode: str | None = "heavy-weapons",
    actor: str = "lna", source: str = "Kadra Post", status: str = "reported", more: str = "", speakers: tuple[()] | None = None, **fields: Any,
) -> Coded:  # fmt: skip
    """A report of one claim: the Front did something at a place on the day before."""
    text = f"Soldiers of the Kadra Front {verb} {place} on Monday, military sources said. {more}".strip()
    name = f"kadra-{number}"
    where = Place(**factory.span(place, text), **{"precision": "town", "country": "LBY", **(_SOUTH if place == "Sudbury" else _NORTH), "name": place})  # fmt: skip
    when = Occurred(
        earliest=day, latest=day, precision="day", basis="relative", **factory.span("Monday", text)
    )
    event = Event(
        root=root, mode=mode, trigger=Span(**factory.span(verb, text)), actors=(factory.actor(text=text, id=actor, country="LBY"),),
        places=(where,), occurred=when, move="deploy" if root == "MOBILIZE" else None, **fields,
    )  # fmt: skip
    claim = factory.claim(
        text,
        id=f"{name}-c1",
        report=name,
        status=status,
        event=event,
        **({} if speakers is None else {"speakers": speakers}),
    )
    return _of(
        Report(id=name, text=text, published=day, source=source, language="en", title=f"News {number}"), claim
    )


def arabic(number: int, day: date) -> Coded:
    """A report in Arabic."""
    text = "قالت مصادر إن قوات الجبهة قصفت بلدة سدبري والاشتباكات مستمرة."
    name = f"kadra-{number}"
    where = Place(**factory.span("بلدة سدبري", text), **{**_SOUTH, "precision": "town", "country": "LBY"})
    when = Occurred(earliest=day, latest=day, precision="day", basis="published")
    event = Event(
        root="ASSAULT", mode="heavy-weapons", trigger=Span(**factory.span("قصفت", text)), places=(where,), occurred=when,
        actors=(factory.actor("قوات الجبهة", text, id="misrata-forces", country="LBY"),),
    )  # fmt: skip
    claim = Claim(
        id=f"{name}-c1", report=name, language="ar", start=0, end=len(text), text=text, speech_act="report", status="reported", content="event",
        event=event, counts=True, rule="test", review="who acts is not sure",
    )  # fmt: skip
    return _of(Report(id=name, text=text, published=day, source="Sahifa", language="ar"), claim)


def _of(report: Report, claim: Claim) -> Coded:
    reading = Reading(report.id, report.language or "en", (Passage(0, 0, len(report.text), report.text),))
    return Coded(report, (claim,), reading=reading)


def week() -> list[Coded]:
    """Seven reports of the first week of March 2021 and of the days before it."""
    return [
        coded(1, date(2021, 3, 1)),
        coded(2, date(2021, 3, 1), source="Norhaven Radio", speakers=(), fatalities={"low": 2, "best": 3, "high": 4}),
        coded(3, date(2021, 2, 22), "moved into", "Sudbury", root="MOBILIZE", mode="troops"),
        coded(4, date(2021, 3, 4), "left", "Sudbury", root="RETREAT", mode="withdraw"),
        coded(5, date(2021, 3, 5), "bombed", "Sudbury", mode="aerial", status="alleged", more=HOSTILE),
        arabic(6, date(2021, 3, 6)),
        coded(7, date(2021, 3, 7), "will storm", "Norhaven", status="planned", source="=HYPERLINK(1)"),
    ]  # fmt: skip


def fill(path: Path, reports: Iterable[Coded]) -> Path:
    """A store of these reports, linked."""
    store = open_store(path, create=True)
    add(store, reports)
    store.close()
    return path


def add(store: Store, reports: Iterable[Coded]) -> None:
    """More reports, linked."""
    for one in reports:
        store.add(one, coder="test", run="r")
    store_linking(store, linking_version()).catch_up()


def client(path: Path, *, limited: bool = False, now: datetime = NOW, **options: Any) -> TestClient:
    """A browser's way to a server of that store; one person alone unless something else is said."""
    given = {"alone": not options.get("public", False), **options}
    app = create_app(Options(path, **given), clock=lambda: now, limited=limited)
    browser = TestClient(app)
    if given["alone"]:
        browser.headers["X-CSRF-Token"] = browser.get("/api/v1/session").json()["csrf"]
    return browser


def with_people(path: Path, **roles: str) -> Path:
    """The store with accounts."""
    store = open_store(path)
    with store.connection(writing=True) as connection:
        accounts = Accounts(connection)
        accounts.prepare()
        kept = hashed(PASSWORD)
        for name, role in roles.items():
            accounts.add(name, role, kept, NOW)
    store.close()
    return path


def sign_in(browser: TestClient, name: str, password: str = PASSWORD) -> Any:
    """The answer to signing in; the browser keeps the cookie and sends the CSRF token from now on."""
    answer = browser.post("/api/v1/session", json={"name": name, "password": password})
    if answer.status_code == 200:
        browser.headers["X-CSRF-Token"] = answer.json()["csrf"]
    return answer
