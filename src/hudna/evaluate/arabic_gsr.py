"""Public set: is a sentence of Arabic news one of an assault or a protest, and which of its words tell who, what and whom?

Detection: each judged sentence is coded as a report of its own; it is found where an event of the root is
told in it. A sentence counts as one of the kind where most of its judges accepted it. The day on which it was
published stands in its id, and goes with it: what was years ago on that day is background. Spans: for each
record the coded event of the root whose words are nearest to the judged ones; words in common, over all records.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hudna.errors import InputError
from hudna.evaluate.scores import Tally
from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.folding import written
from hudna.model.claim import COUNTED, Claim, Root
from hudna.model.report import Report

NAME = "arabic-gsr"
FOLDER = "arabic_event_gsr"
KINDS = {"assault": Root.ASSAULT, "protest": Root.PROTEST}
# Asked of a sentence is what it tells, not whether somebody wants or fears it.
TOLD_OF = COUNTED
LEAST_DETECTION = 0.75
ROLES = ("source", "verb", "target")
_DAY = re.compile(r"(?<=_)(?:19|20)\d{6}(?=[._])")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence with what its judges made of it."""

    id: str
    text: str
    told: bool

    @property
    def published(self) -> date | None:
        """The day of the news: "AAW_ARB_20080905.0106-5"."""
        return _day(self.id)


def evaluate(folder: Path) -> SetScore:
    """Detection and spans of both kinds."""
    folder = folder / FOLDER if (folder / FOLDER).is_dir() else folder
    figures: list[Figure] = []
    for kind, root in KINDS.items():
        figures.extend(_detection(kind, root, _sentences(folder / f"{kind}_detection_dev.csv")))
        figures.extend(_spans(kind, root, _records(folder / f"{kind}_spans_dev.json")))
    return SetScore(NAME, tuple(figures))


# --- detection ----------------------------------------------------------------------


def _sentences(path: Path) -> list[Judged]:
    if not path.is_file():
        raise InputError(
            f"{path.name} is not in {path.parent}; give the folder of the public sets with --data"
        )
    with path.open(encoding="utf-8", newline="") as rows:
        return [
            Judged(row["id"], row["text"], int(row["accept"]) * 2 > int(row["total"]))
            for row in csv.DictReader(rows)
        ]


def _detection(kind: str, root: Root, judged: list[Judged]) -> Iterator[Figure]:
    right = false = missed = 0
    for one, claims in zip(judged, _coded((j.text, j.published) for j in judged), strict=True):
        found = any(_tells(claim, root) for claim in claims)
        right += found and one.told
        false += found and not one.told
        missed += not found and one.told
    tally = Tally(right, false, missed)
    least = LEAST_DETECTION if kind == "assault" else None
    yield Figure(f"{kind} detection, F1", tally.f1, least=least, note=f"{len(judged)} sentences")
    yield Figure(f"{kind} detection, precision", tally.precision)
    yield Figure(f"{kind} detection, recall", tally.recall)


def _day(name: str) -> date | None:
    found = _DAY.search(name)
    return date.fromisoformat(found.group()) if found else None


def _coded(texts: Iterable[tuple[str, date | None]]) -> Iterator[tuple[Claim, ...]]:
    from hudna.coding import code_reports

    reports = (
        Report(id=str(number), text=text, language="ar", published=day)
        for number, (text, day) in enumerate(texts)
    )
    for done in code_reports(reports):
        yield done.claims


def _tells(claim: Claim, root: Root) -> bool:
    return claim.event is not None and claim.event.root is root and claim.status in TOLD_OF


# --- spans --------------------------------------------------------------------------


def _records(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise InputError(
            f"{path.name} is not in {path.parent}; give the folder of the public sets with --data"
        )
    found = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(found, list):
        raise InputError(f"{path.name} holds a {type(found).__name__}; a list of records would be right")
    return found


def _spans(kind: str, root: Root, records: list[dict[str, Any]]) -> Iterator[Figure]:
    tallies = {role: Tally() for role in ROLES}
    texts = [(str(r["text"]), _day(str(r.get("source", "")))) for r in records]
    for record, claims in zip(records, _coded(texts), strict=True):
        wanted = {role: _words(str(record.get(f"{role}_gold") or "")) for role in ROLES}
        options = [
            _words_of(claim) for claim in claims if claim.event is not None and claim.event.root is root
        ]
        nothing: dict[str, frozenset[str]] = dict.fromkeys(ROLES, frozenset())
        found = max(options, key=lambda words: _likeness(words, wanted), default=nothing)
        for role in ROLES:
            common = len(found[role] & wanted[role])
            tallies[role].add(Tally(common, len(found[role]) - common, len(wanted[role]) - common))
    for role in ROLES:
        yield Figure(f"{kind} spans, {role}, F1", tallies[role].f1, note=f"words of {len(records)} records")


def _words_of(claim: Claim) -> dict[str, frozenset[str]]:
    event = claim.event
    assert event is not None
    return {
        "source": _words(" ".join(a.text for a in event.actors)),
        "verb": _words(event.trigger.text),
        "target": _words(" ".join(a.text for a in event.recipients)),
    }


def _words(text: str) -> frozenset[str]:
    """Words in one spelling, without the letters of small words that some annotators left on them."""
    return frozenset(_WORD.findall(written(text)))


def _likeness(found: dict[str, frozenset[str]], wanted: dict[str, frozenset[str]]) -> int:
    return sum(len(found[role] & wanted[role]) * (2 if role == "verb" else 1) for role in ROLES)
