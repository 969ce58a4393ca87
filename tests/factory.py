"""Records for tests: one line each, only what matters is written. Countries are invented."""

from datetime import UTC, date, datetime
from typing import Any

from hudna.knowledge.actor_packs import ActorEntry
from hudna.knowledge.cast import Cast, cast_of
from hudna.knowledge.pictures import load_picture_rules
from hudna.knowledge.zones import WatchZone, Zones
from hudna.model.claim import COUNTED, Actor, Claim, Control, Event, Occurred, Place, Purpose, Speaker
from hudna.model.clause import Passage, Reading
from hudna.model.coded import Coded
from hudna.model.incident import Incident, Party, Position, Says, When, Where
from hudna.model.judgement import Judgement
from hudna.model.proposal import Proposal
from hudna.model.record import Span
from hudna.model.report import Report
from hudna.picture import Setting

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
    given = {"root": "ASSAULT", "mode": "heavy-weapons", "trigger": Span(**span("shelled", text)), **fields}
    if "actors" not in given:
        given["actors"] = (actor(text=text),)
    if "places" not in given:
        given["places"] = (place(text=text),)
    if "occurred" not in given:
        given["occurred"] = monday(text)
    return Event(**given)


def claim(text: str = TEXT, **fields: Any) -> Claim:
    """The claim that the shelling took place, by military sources."""
    given = {
        "id": "kadra-1-c1",
        "report": "kadra-1",
        "language": "en",
        **span(text.partition(",")[0], text),
        "speech_act": "report",
        "status": "reported",
        "content": "event",
        "rule": "test",
        **fields,
    }
    if "speakers" not in given:
        given["speakers"] = (speaker(text=text),)
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


def proposal(text: str = TEXT, **fields: Any) -> Proposal:
    """The first words of a text, put up for review."""
    words = Span(text=text[:5], start=0, end=5)
    made = {"id": "s-1", "report": "kadra-1", "words": words, "likeness": 0.8, "model": "m"}
    return Proposal(**{**made, **fields})


def coded(given: Report | None = None, **fields: Any) -> Coded:
    """A report coded as one claim."""
    item = given or report()
    passage = Passage(0, 0, len(item.text), item.text)
    reading = Reading(item.id, "en", (passage,))
    return Coded(item, **{"claims": (claim(report=item.id),), "reading": reading, **fields})


def incident(**fields: Any) -> Incident:
    """The Kadra Front moved forces to Norhaven on 1 March 2021, as one report tells it."""
    day = fields.pop("on", date(2021, 3, 1))
    where = fields.pop("where", norhaven())
    given = {
        "id": "i1",
        "root": "MOBILIZE",
        "mode": "troops",
        "move": "deploy",
        "counts": True,
        "status": "actual",
        "claims": ("c1",),
        "reports": ("kadra-1",),
        "origins": (("kadra-1",),),
        "actors": (party(),),
        "place": where,
        "places": (("at", where),) if where else (),
        "occurred": When(earliest=day, latest=day, precision="day", basis="stated") if day else None,
        "first_reported": day,
        "last_reported": day,
        "theatre": "kadra",
        **fields,
    }
    if "positions" not in given:
        says = Says(stance="asserts", status=given["status"])
        given["positions"] = (Position(speaker=None, says=says, said=day, claims=given["claims"]),)
    return Incident(**given)


def position(status: str = "actual", by: Party | None = None, **fields: Any) -> Position:
    """How somebody tells of an incident; nobody: the report's own voice."""
    given = {"said": date(2021, 3, 1), "claims": ("c1",), **fields}
    return Position(speaker=by, says=Says(stance="asserts", status=status), **given)


def party(name: str | None = "front", **fields: Any) -> Party:
    """An armed force of the northern camp."""
    return Party(**{"id": name, "text": f"the {name}", "country": "KDR", "sector": "REB", **fields})


def norhaven(**fields: Any) -> Where:
    """A town in the north of Kadra."""
    given = {
        "id": "norhaven",
        "name": "Norhaven",
        "lat": 12.0,
        "lon": 30.0,
        "radius_km": 5,
        "precision": "town",
    }
    return Where(**{**given, "country": "KDR", "admin1": "North", **fields})


def sudbury(**fields: Any) -> Where:
    """A town in the south of Kadra, some 330 km from Norhaven."""
    return norhaven(**{"id": "sudbury", "name": "Sudbury", "lat": 9.0, "admin1": "South", **fields})


def cast() -> Cast:
    """Two camps: the front with its brigade in the north, the government with its army in the south."""
    listed = (
        {"id": "front", "name": "Kadra Front", "sector": "REB", "side": "north"},
        {"id": "brigade", "name": "Brigade 7", "sector": "REB", "parent": "front"},
        {"id": "government", "name": "Government of Kadra", "sector": "GOV", "side": "south"},
        {"id": "army", "name": "Army of Kadra", "sector": "MIL", "parent": "government"},
        {"id": "guard", "name": "Guard", "sector": "MIL", "parent": "army"},
        {"id": "mission", "name": "Mission", "sector": None, "side": "third party"},
        {"id": "board", "name": "Joint Board", "sector": "MIL", "side": "both"},
        {
            "id": "adan", "name": "General Adan", "sector": "MIL", "person": True, "parent": "army",
            "leads": ({"of": "guard", "until": date(2021, 2, 28)}, {"of": "army", "from": date(2021, 3, 1)}),
        },
    )  # fmt: skip
    return cast_of(ActorEntry(**{"country": "KDR", **entry}) for entry in listed)


def zones() -> Zones:
    """North and south of Kadra; the harbour district lies in the north."""
    return Zones(
        (
            WatchZone(id="harbour", name="Harbour", country="KDR", part_of="north", places=("port",)),
            WatchZone(id="north", name="The north", country="KDR", districts=("North",)),
            WatchZone(id="south", name="The south", country="KDR", districts=("South",), areas=("border",)),
        )
    )


def setting() -> Setting:
    """The cast, the zones and the rules of the picture."""
    return Setting(cast(), zones(), load_picture_rules())
