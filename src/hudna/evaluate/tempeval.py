"""TempEval-3 platinum: twenty news items marked with TIMEX3, read as news of their day."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from hudna.evaluate.temporal import Tally, documents, read_marked, tally
from hudna.knowledge.dates import load_date_words
from hudna.resolve.times import find_points

NAME = "tempeval"
FOLDER = "temporal/te3_platinum"
# From memory of the published results; both are over all types.
PEERS = {"HeidelTime": {"all.value_f1": 0.776}, "SUTime": {"all.value_f1": 0.674}}
CREATED = re.compile(r"<DCT>.{0,200}?value=\"(\d{4}-\d\d-\d\d)", re.DOTALL)


def evaluate(data_dir: Path) -> dict[str, Any]:
    """Scores over DATE expressions, and over all types as the peers are scored."""
    dates, every = Tally(), Tally()
    for path in documents(data_dir / FOLDER, "*.tml"):
        score(path, dates, every)
    return {
        "set": NAME,
        "figures": dates.figures("date") | every.figures("all"),
        "peers": PEERS,
        "notes": ["The anchor is the document's creation time.", "Peers' figures are from memory."],
    }


def score(path: Path, dates: Tally, every: Tally) -> None:
    """One document, counted into both tallies."""
    source = path.read_text(encoding="utf-8")
    created = CREATED.search(source)
    body = source.partition("<TEXT>")[2].partition("</TEXT>")[0]
    text, marks = read_marked(body, "TIMEX3", lambda attributes: attributes["type"])
    published = date.fromisoformat(created[1]) if created else None
    found = find_points(text, published=published, words=load_date_words("en"))
    tally(marks, found, every, text, path.stem)
    kinds = ("date", "reference")
    tally(
        [mark for mark in marks if mark.kind == "DATE"],
        [mention for mention in found if mention.kind in kinds and mention.precision != "hour"],
        dates, text, path.stem,
    )  # fmt: skip
