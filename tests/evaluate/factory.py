"""A judged report to be loaded, and coded claims to be spoilt by tests."""

from pathlib import Path
from typing import Any

import yaml

from hudna.evaluate.gold import GoldReport, read_gold
from hudna.model.claim import Event
from hudna.model.coded import Coded

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


def spoilt(coded: Coded, **changes: Any) -> Coded:
    """The same with fields of the first claim (or of its event) replaced."""
    first = coded.claims[0]
    event = {name: value for name, value in changes.items() if name in Event.model_fields}
    own = {name: value for name, value in changes.items() if name not in event}
    if event and first.event:
        own["event"] = first.event.model_copy(update=event)
    return Coded(coded.report, (first.model_copy(update=own), *coded.claims[1:]), coded.mentions)
