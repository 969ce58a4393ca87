"""Files of gold/replays/ → replays whose words are located; every fault of a file is named at once."""

from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hudna.errors import KnowledgeError
from hudna.evaluate.gold import WordsError, locate
from hudna.evaluate.replay_records import Replay
from hudna.knowledge.files import read_yaml
from hudna.model.record import Span

_PEOPLE = ("actors", "recipients", "speakers")


class _Reader:
    """Replaces words by where they stand and ids of sources by the sources; keeps every fault."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.faults: list[str] = []
        self.sources = {entry.get("id"): entry for entry in raw.get("sources") or []}

    def report(self, entry: dict[str, Any]) -> dict[str, Any]:
        name, text = str(entry.get("id")), entry.get("text") or ""
        source = self.sources.get(entry.get("source"))
        if source is None:
            self.faults.append(f"{name}.source: '{entry.get('source')}' is not listed in this replay")
        claims = [
            self.claim(one, text, f"{name}.{number}")
            for number, one in enumerate(entry.get("claims") or [], 1)
        ]
        return {**entry, "source": source, "claims": claims}

    def claim(self, entry: dict[str, Any], text: str, where: str) -> dict[str, Any]:
        own = {**entry, **self.span(entry.get("words"), text, where, None)}
        own.pop("words", None)
        within = Span(text=own["text"], start=own["start"], end=own["end"])
        for field in _PEOPLE:
            own[field] = [
                self.person(one, text, f"{where}.{field}", within) for one in entry.get(field) or []
            ]
        if entry.get("holder"):
            own["holder"] = self.person(entry["holder"], text, f"{where}.holder", within)
        own["places"] = [{"id": one} if isinstance(one, str) else one for one in entry.get("places") or []]
        day = entry.get("occurred")
        own["occurred"] = {"earliest": day, "latest": day} if isinstance(day, date) else day
        return own

    def person(self, entry: dict[str, Any], text: str, where: str, within: Span) -> dict[str, Any]:
        rest = {key: value for key, value in entry.items() if key != "words"}
        return {**rest, **self.span(entry.get("words"), text, where, within)}

    def span(self, written: object, text: str, where: str, within: Span | None) -> dict[str, Any]:
        try:
            return locate(str(written), text, within=within).model_dump()
        except WordsError as error:
            self.faults.append(f"{where}: {error}")
            return {"text": str(written), "start": 0, "end": 0}


def read_replay(path: Path) -> Replay:
    """One replay; KnowledgeError lists every fault, one a line."""
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise KnowledgeError(f"{path.name}: a mapping would be right")
    reader = _Reader(raw)
    whole = {**raw, "reports": [reader.report(entry) for entry in raw.get("reports") or []]}
    try:
        replay = Replay.model_validate(whole)
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        raise _refused(path, [*reader.faults, *wrong]) from error
    if reader.faults:
        raise _refused(path, reader.faults)
    return replay


def _refused(path: Path, faults: list[str]) -> KnowledgeError:
    return KnowledgeError("\n".join(f"{path.name}: {fault}" for fault in faults))


def load_replays(folder: Path) -> list[Replay]:
    """Every replay of a folder, by file name."""
    return [read_replay(path) for path in sorted(folder.glob("*.yml"))]
