"""A small scenario of an invented country, written as a judge writes it, to be spoilt by tests."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

FIRST = "Shells hit the market of Port Selen on Monday and killed three people, medics said, and nobody knows yet who fired them or why they did so."
LATER = "The army denied that it had shelled Port Selen and spoke of a staged fire, while it prepares, as it says, to close the harbour within the week."


def claim(**changes: Any) -> dict[str, Any]:
    """One claim of the first report; changes replace whole fields."""
    return {
        "incident": "market-shelled", "root": "ASSAULT", "mode": "heavy-weapons", "status": "reported",
        "words": "Shells hit the market of Port Selen on Monday and killed three people", "trigger": "hit",
        "recipients": [{"words": "three people"}], "speakers": [{"words": "medics", "id": "medics"}],
        "place": "port-selen", "occurred": date(2025, 3, 10), "fatalities": 3,
    } | changes  # fmt: skip


def denial(**changes: Any) -> dict[str, Any]:
    """The army's claim in the later report."""
    return {
        "incident": "market-shelled", "root": "ASSAULT", "status": "denied",
        "words": "The army denied that it had shelled Port Selen", "trigger": "shelled",
        "speakers": [{"words": "The army", "id": "army"}], "place": "port-selen",
    } | changes  # fmt: skip


def plan() -> dict[str, Any]:
    """The army's plan, which is another incident."""
    return {
        "incident": "harbour-closing-planned", "root": "COERCE", "status": "planned",
        "words": "it prepares, as it says, to close the harbour within the week", "trigger": "close",
    }  # fmt: skip


def report(name: str, **changes: Any) -> dict[str, Any]:
    """A report of the first text; changes replace whole fields."""
    return {
        "id": name, "source": "selen-post", "published": date(2025, 3, 10), "language": "en",
        "title": "Market shelled", "text": FIRST, "claims": [claim()],
    } | changes  # fmt: skip


def later(**changes: Any) -> dict[str, Any]:
    """The report of the denial, a day after."""
    return (
        report("sel-3", published=date(2025, 3, 11), title="Denial", text=LATER, claims=[denial(), plan()])
        | changes
    )


def copy() -> dict[str, Any]:
    """An unchanged copy of the first report by another outlet."""
    return {"id": "sel-2", "source": "selen-radio", "published": date(2025, 3, 10), "copy_of": "sel-1"}


def market(**changes: Any) -> dict[str, Any]:
    """The incident that all three reports tell of."""
    return {
        "id": "market-shelled", "what": "Shells on the market", "root": "ASSAULT", "day": date(2025, 3, 10),
        "place": "port-selen", "sides": ["army", "third party"], "toll": 3,
        "origins": [{"voice": "medics", "reports": ["sel-1", "sel-2"]}, {"voice": "army", "reports": ["sel-3"]}],
        "positions": [{"who": "army", "side": "army", "says": "a staged fire"}],
    } | changes  # fmt: skip


def forecast(**changes: Any) -> dict[str, Any]:
    """What is only planned."""
    return {
        "id": "harbour-closing-planned", "kind": "forecast", "what": "The harbour is to close", "root": "COERCE",
        "day": {"earliest": date(2025, 3, 11), "latest": date(2025, 3, 18)}, "sides": ["army"],
        "origins": [{"voice": "army", "reports": ["sel-3"]}],
    } | changes  # fmt: skip


def scenario(**changes: Any) -> dict[str, Any]:
    """The whole file; changes replace whole fields."""
    source = {"language": "en", "country": "KAD", "family": "selen", "reliability": "C"}
    return {
        "id": "kadra-market", "conflict": "kadra", "coder": "tester", "sides": ["army"],
        "sources": [source | {"id": "selen-post", "name": "Selen Post"},
                    source | {"id": "selen-radio", "name": "Selen Radio"}],
        "actors": [{"id": "army", "name": "Kadra army", "side": "army", "kind": "party"},
                   {"id": "medics", "name": "medics", "kind": "anonymous"}],
        "places": [{"id": "port-selen", "name": "Port Selen", "country": "KAD", "lat": 12.0, "lon": 30.0}],
        "reports": [report("sel-1"), copy(), later()],
        "incidents": [market(), forecast()],
        "not_same": [{"pair": ["market-shelled", "harbour-closing-planned"], "why": "planned, not done"}],
    } | changes  # fmt: skip


def written(folder: Path, entry: dict[str, Any] | None = None, *, half: str = "dev") -> Path:
    """The scenario as a file of a half."""
    whole = entry or scenario()
    path = folder / half / f"{whole['id']}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
