"""Claims as a coder would make them from judged ones: the perfect coder, to be spoilt by tests."""

from pathlib import Path
from typing import Any

import yaml

from hudna.evaluate.gold import GoldActor, GoldClaim, GoldPlace, GoldReport, read_gold
from hudna.model.claim import COUNTED, Actor, Claim, Control, Count, Event, Occurred, Place, Purpose, Speaker
from hudna.model.coded import Coded
from hudna.model.mention import ActorMention, Mentions, PlaceMention, TimeMention
from hudna.model.record import Span

TEXT = "The Kadra army shelled Port Selen on Sunday, killing 12 people, medics said."


def written_report(folder: Path, **changes: Any) -> Path:
    """A gold file of one report; changes replace whole fields."""
    entry = {
        "id": "kadra-port-selen", "conflict": "kadra", "language": "en", "published": "2031-03-10",
        "source": "Selen Post", "coder": "tester", "text": TEXT, "must_not": [],
        "claims": [judged_event()],
        "mentions": {
            "actors": [{"words": "The Kadra army"}, {"words": "medics", "kind": "anonymous"}],
            "places": [{"words": "Port Selen", "lat": 12.0, "lon": 30.0}],
            "times": [{"words": "Sunday", "earliest": "2031-03-09", "latest": "2031-03-09"}],
        },
    } | changes  # fmt: skip
    path = folder / str(entry["language"]) / "dev" / f"{entry['id']}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def judged_event(**changes: Any) -> dict[str, Any]:
    """The one event of the report above, as a coder writes it."""
    return {
        "words": "The Kadra army shelled Port Selen on Sunday, killing 12 people",
        "content": "event", "root": "ASSAULT", "mode": "heavy-weapons", "trigger": "shelled",
        "actors": [{"words": "The Kadra army"}], "recipients": [{"words": "12 people"}],
        "status": "reported", "act": "report", "speakers": [{"words": "medics", "kind": "anonymous"}],
        "places": [{"words": "Port Selen", "role": "at", "lat": 12.0, "lon": 30.0}],
        "occurred": {"words": "Sunday", "earliest": "2031-03-09", "latest": "2031-03-09"},
        "fatalities": {"low": 12, "best": 12, "high": None},
    } | changes  # fmt: skip


def gold_report(folder: Path, **changes: Any) -> GoldReport:
    """The report above, loaded."""
    return read_gold(written_report(folder, **changes))


def perfect(report: GoldReport, *, language: str = "en") -> Coded:
    """What a coder that errs in nothing gives back."""
    claims = tuple(coded_claim(report, number, claim, language) for number, claim in enumerate(report.claims))
    mentions = Mentions(
        tuple(
            ActorMention(a.start, a.end, a.text, a.id, a.text, a.country, a.sector, a.kind or "party")
            for a in report.mentions.actors
        ),
        tuple(
            PlaceMention(p.start, p.end, p.text, p.id, p.text, p.lat, p.lon, None, "town", p.country)
            for p in report.mentions.places
        ),
        tuple(
            TimeMention(t.start, t.end, t.text or "", None, t.earliest, t.latest, "day", "stated")
            for t in report.mentions.times
            if t.start is not None and t.end is not None
        ),
    )
    return Coded(report.as_report(), claims, mentions)


def coded_claim(report: GoldReport, number: int, gold: GoldClaim, language: str = "en") -> Claim:
    """A judged claim as the coder should have made it."""
    return Claim(
        id=f"{report.id}-{number}", report=report.id, language=language,
        start=gold.start, end=gold.end, text=gold.text,
        speakers=tuple(
            Speaker(text=s.text, start=s.start, end=s.end, actor=s.id, kind=s.kind or "party") for s in gold.speakers
        ),
        speech_act=gold.act or "state", status=gold.status, content=gold.content,
        event=_event(gold), control=_control(gold), purpose=_purpose(gold),
        counts=gold.status in COUNTED, rule="test.perfect",
    )  # fmt: skip


def _event(gold: GoldClaim) -> Event | None:
    if gold.root is None:
        return None
    deaths, when = gold.fatalities, gold.occurred
    return Event(
        root=gold.root, mode=gold.mode, trigger=gold.trigger[0],
        actors=tuple(map(_actor, gold.actors)), recipients=tuple(map(_actor, gold.recipients)),
        places=tuple(map(_place, gold.places)),
        occurred=Occurred(earliest=when.earliest, latest=when.latest, precision="day", basis="stated",
                          text=when.text, start=when.start, end=when.end) if when else None,
        fatalities=Count(low=deaths.low, best=deaths.best, high=deaths.high) if deaths else Count(),
    )  # fmt: skip


def _control(gold: GoldClaim) -> Control | None:
    if gold.control is None:
        return None
    return Control(
        holder=_actor(gold.holder) if gold.holder else None, area=_place(gold.area) if gold.area else None,
        status=gold.control, as_of=None, trigger=Span(text=gold.text, start=gold.start, end=gold.end),
    )  # fmt: skip


def _purpose(gold: GoldClaim) -> Purpose | None:
    if gold.content != "purpose":
        return None
    return Purpose(of=None, text=gold.text, start=gold.start, end=gold.end)


def _actor(gold: GoldActor) -> Actor:
    return Actor(text=gold.text, start=gold.start, end=gold.end, id=gold.id, country=gold.country)


def _place(gold: GoldPlace) -> Place:
    return Place(
        text=gold.text, start=gold.start, end=gold.end, name=gold.text, role=gold.role,
        lat=gold.lat, lon=gold.lon, precision="town", country=gold.country,
    )  # fmt: skip


def spoilt(coded: Coded, **changes: Any) -> Coded:
    """The same with fields of the first claim (or of its event) replaced."""
    first = coded.claims[0]
    event = {name: value for name, value in changes.items() if name in Event.model_fields}
    own = {name: value for name, value in changes.items() if name not in event}
    if event and first.event:
        own["event"] = first.event.model_copy(update=event)
    return Coded(coded.report, (first.model_copy(update=own), *coded.claims[1:]), coded.mentions)
