"""Records for tests: one line each, only what matters is written. Countries are invented."""

from datetime import UTC, date, datetime
from typing import Any

from hudna.model.claim import COUNTED, Actor, Claim, Control, Event, Occurred, Place, Purpose, Speaker
from hudna.model.clause import Passage, Reading
from hudna.model.coded import Coded
from hudna.model.judgement import Judgement
from hudna.model.record import Span
from hudna.model.report import Report

TEXT = "Soldiers of the Kadra Front shelled Norhaven on Monday, military sources said."


def report(text: str = TEXT, **fields: Any) -> Report:
    """A report from the Kadra Post of 5 March 2021."""
    given = {
        "id": "kadra-1",
        "published": date(2021, 3, 5),
        "source": "Kadra Post",
        "language": "en",
        **fields,
    }
    return Report(text=text, **given)


def span(words: str, text: str = TEXT) -> dict[str, Any]:
    """The words and where they stand."""
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def actor(words: str = "the Kadra Front", text: str = TEXT, **fields: Any) -> Actor:
    """An actor by its words."""
    return Actor(**span(words, text), **{"country": "KDR", "sector": "REB", **fields})


def place(words: str = "Norhaven", text: str = TEXT, **fields: Any) -> Place:
    """A town with coordinates."""
    given = {"name": words, "lat": 12.05, "lon": 30.05, "precision": "town", "country": "LBY", **fields}
    return Place(**span(words, text), **given)


def speaker(words: str = "military sources", text: str = TEXT, **fields: Any) -> Speaker:
    """A speaker without a name."""
    return Speaker(**span(words, text), **{"kind": "anonymous", "anonymous": True, **fields})


def monday(text: str = TEXT) -> Occurred:
    """Monday 1 March 2021, as told later that week."""
    day = date(2021, 3, 1)
    return Occurred(earliest=day, latest=day, precision="day", basis="relative", **span("Monday", text))


def event(text: str = TEXT, **fields: Any) -> Event:
    """The shelling of Norhaven."""
    given = {
        "root": "ASSAULT",
        "mode": "heavy-weapons",
        "trigger": Span(**span("shelled", text)),
        "actors": (actor(text=text),),
        "places": (place(text=text),),
        "occurred": monday(text),
        **fields,
    }
    return Event(**given)


def claim(text: str = TEXT, **fields: Any) -> Claim:
    """The claim that the shelling took place, by military sources."""
    given = {
        "id": "kadra-1-c1",
        "report": "kadra-1",
        "language": "en",
        **span(text[: text.index(",")], text),
        "speakers": (speaker(text=text),),
        "speech_act": "report",
        "status": "reported",
        "content": "event",
        "rule": "test",
        **fields,
    }
    if given["content"] == "event" and "event" not in fields:
        given["event"] = event(text)
    return Claim(counts=given["status"] in COUNTED, **given)


def control_claim(**fields: Any) -> Claim:
    """The claim that the Front holds Norhaven."""
    control = Control(
        holder=actor(), area=place(), status="controlled", as_of=None, trigger=Span(**span("shelled"))
    )
    return claim(**{"id": "kadra-1-c2", "content": "control", "control": control, **fields})


def purpose_claim(**fields: Any) -> Claim:
    """The claim of what it was for."""
    purpose = Purpose(of="kadra-1-c1", by=actor(), **span("shelled Norhaven"))
    return claim(**{"id": "kadra-1-c3", "content": "purpose", "purpose": purpose, **fields})


def judgement(act: str = "comment", about: tuple[str, ...] = ("kadra-1-c1",), **fields: Any) -> Judgement:
    """A remark of the duty officer."""
    made = datetime(2021, 3, 6, 9, tzinfo=UTC)
    given = {"id": f"j-{act}", "author": "duty officer", "made": made, "reason": "seen", **fields}
    return Judgement(act=act, about=about, **given)


def coded(given: Report | None = None, **fields: Any) -> Coded:
    """A report coded as one claim."""
    item = given or report()
    passage = Passage(0, 0, len(item.text), item.text)
    reading = Reading(item.id, "en", (passage,))
    return Coded(item, **{"claims": (claim(report=item.id),), "reading": reading, **fields})
