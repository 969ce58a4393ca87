"""One line a claim for tests of linking: an invented war between the Front and the Guard of Kadra."""

from datetime import date, timedelta
from typing import Any

from hudna.knowledge.actor_packs import ActorEntry, Outlet
from hudna.knowledge.affiliations import Affiliations, affiliations
from hudna.knowledge.linking import load_roots, load_weights
from hudna.knowledge.theatres import Theatre
from hudna.link.judged import graded_sources, read_judgements
from hudna.link.stage import Linked, Stage
from hudna.model.claim import COUNTED, Actor, Claim, Count, Event, Occurred, Place, Speaker
from hudna.model.incident import Incident
from hudna.model.record import Span
from hudna.model.report import Report
from hudna.model.told import Told

DAY = date(2031, 3, 4)
TOWNS = {
    "Norhaven": (12.05, 30.05), "Selen": (12.60, 30.90), "Marsh": (12.14, 30.05), "Kadra City": (13.40, 32.00),
}  # fmt: skip
SIDES = {"front": "rebels", "guard": "government", "guard-staff": "government", "mission": "third party", "clinic": "third party"}  # fmt: skip


def known() -> Affiliations:
    """The two sides of Kadra, a mission, and four outlets of three families."""
    actors = [
        ActorEntry(id=name, name=name, country="KDR", sector="MIL" if side == "government" else "REB", side=side,
                   parent="guard" if name == "guard-staff" else None,
                   reliability="A" if name == "mission" else "F")
        for name, side in SIDES.items()
    ]  # fmt: skip
    outlets = [
        Outlet(id="post", name="Kadra Post", country="KDR", family="post", reliability="B"),
        Outlet(id="wire", name="Selen Wire", country="KDR", medium="agency", reliability="B"),
        Outlet(id="herald", name="Marsh Herald", country="KDR", family="post", reliability="C"),
        Outlet(id="front-radio", name="Front Radio", country="KDR", side="rebels", reliability="E"),
    ]
    return affiliations(actors, outlets, [Theatre(id="kadra", name="Kadra", countries=("KDR",))])


def told(
    name: str, words: str = "shells fell on the town", *, report: str | None = None, day: date | None = DAY,
    at: str | None = "Norhaven", published: date | None = DAY + timedelta(days=1), source: str | None = "Kadra Post",
    by: tuple[str, ...] = (), upon: tuple[str, ...] = (), said_by: tuple[Any, ...] = (), dead: int | None = None,
    status: str = "actual", root: str = "ASSAULT", mode: str | None = None, move: str | None = None,
    text: str | None = None, language: str = "en", place: dict[str, Any] | None = None, until: date | None = None,
) -> Told:  # fmt: skip
    """One claim in a report of its own; `text` gives the report more words than the claim's."""
    whole = text if text is not None else words
    start = whole.index(words)
    span = {"text": words, "start": start, "end": start + len(words)}
    event = Event(
        root=root, mode=mode, move=move, trigger=Span(**span), actors=_actors(by, span), recipients=_actors(upon, span),
        places=_places(at, place, span), occurred=_occurred(day, until), fatalities=Count(low=dead, best=dead),
    )  # fmt: skip
    claim = Claim(
        id=name, report=report or f"report-{name}", language=language, **span, speakers=tuple(_speaker(one, span) for one in said_by),
        speech_act="deny" if status == "denied" else "report", status=status, content="event", event=event,
        counts=status in COUNTED, rule="test",
    )  # fmt: skip
    return Told(
        claim, Report(id=claim.report, text=whole, published=published, source=source, language=language)
    )


def _actors(names: tuple[str, ...], span: dict[str, Any]) -> tuple[Actor, ...]:
    return tuple(
        Actor(**{**span, "text": name}, id=name if name in SIDES else None, country="KDR",
              sector="CVL" if "civil" in name else "MIL" if name in SIDES else "UAF")
        for name in names
    )  # fmt: skip


def _speaker(one: Any, span: dict[str, Any]) -> Speaker:
    if isinstance(one, str):
        kind = "party" if one in ("front", "guard", "guard-staff") else "organisation"
        return Speaker(**{**span, "text": one}, actor=one if one in SIDES else None, kind=kind)
    return Speaker(
        **{**span, "text": one["text"]}, **{key: value for key, value in one.items() if key != "text"}
    )


def nameless(words: str = "residents") -> dict[str, Any]:
    """A speaker without a name."""
    return {"text": words, "kind": "anonymous", "anonymous": True}


def outlet(name: str) -> dict[str, Any]:
    """An outlet that is cited."""
    return {"text": name, "kind": "media"}


def _places(at: str | None, place: dict[str, Any] | None, span: dict[str, Any]) -> tuple[Place, ...]:
    if place is not None:
        return (
            Place(**{**span, "text": place["name"]}, **{"precision": "region", "country": "KDR", **place}),
        )
    if at is None:
        return ()
    lat, lon = TOWNS[at]
    return (
        Place(
            **{**span, "text": at}, id=at.lower(), name=at, lat=lat, lon=lon, precision="town", country="KDR"
        ),
    )


def _occurred(day: date | None, until: date | None) -> Occurred | None:
    if day is None:
        return None
    return Occurred(
        earliest=day, latest=until or day, precision="day" if until is None else "span", basis="stated"
    )


def stage(judgements=(), **options: Any) -> Stage:
    """Linking for Kadra."""
    judged = read_judgements(judgements)
    return Stage(graded_sources(known(), judged), load_roots(), load_weights(), judged=judged, **options)


def link(*given: Told, judgements=()) -> Linked:
    """The incidents of these claims."""
    return stage(judgements).link(given)


def joined(linked: Linked) -> set[frozenset[str]]:
    """Which claims are together."""
    return {frozenset(incident.claims) for incident in linked.incidents}


def only(linked: Linked) -> Incident:
    """The one incident there is."""
    (incident,) = linked.incidents
    return incident
