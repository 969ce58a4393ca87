"""WikiWars: articles on wars marked with TIMEX2, read as narrative.

Scored are expressions whose value is a calendar date: a day, week, month, season,
year, decade or century. Durations, clock times and "now" are left out.
"""

import re
from pathlib import Path
from typing import Any

from hudna.evaluate.temporal import Tally, documents, read_marked, tally
from hudna.knowledge.dates import load_date_words
from hudna.resolve.times import find_points

NAME = "wikiwars"
FOLDER = "temporal/wikiwars"
PEERS: dict[str, dict[str, float]] = {}
NOTES = ["Relative dates count from the date last mentioned; a month without its year inherits it."]
DATED = re.compile(r"(?:BC)?\d{2,4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|SP|SU|FA|WI|Q\d|H\d))?\Z")


def evaluate(data_dir: Path) -> dict[str, Any]:
    """Scores over expressions with a calendar value."""
    dates = Tally()
    for path in documents(data_dir / FOLDER, "*.key.xml"):
        score(path, dates)
    return {
        "set": NAME,
        "figures": dates.figures("date"),
        "peers": PEERS,
        "notes": NOTES,
    }


def score(path: Path, dates: Tally) -> None:
    """One article, counted into the tally."""
    source = path.read_text(encoding="utf-8").partition("<TEXT>")[2].partition("</TEXT>")[0]
    text, marks = read_marked(source, "TIMEX2", lambda attributes: attributes.get("set", ""))
    found = find_points(text, published=None, words=load_date_words("en"), mode="narrative")
    tally(
        [mark for mark in marks if DATED.match(mark.value) and not mark.kind],
        [mention for mention in found if mention.kind == "date" and DATED.match(mention.value or "")],
        dates, text, path.name.partition(".")[0],
    )  # fmt: skip
