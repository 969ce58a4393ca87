"""Linking headlines of UCDP GED: do two of them tell of one event?

Positive pairs: two headlines that one event was coded from. Hard negatives: headlines of
other events of the same dyad within a week. GED's editors read the reports; a headline
often tells too little, so the gold is weak and no method comes near 1. Printed beside ours:
the cosine of a multilingual sentence encoder, alone and with the days of publication taken
into account, in the same run on the same pairs.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.folding import fold
from hudna.link.headlines import Headlines
from hudna.link.meaning import sentence_likeness
from hudna.model.report import Report
from hudna.pipeline import code_reports, linking_stage

NAME = "ged-links"
FILE = "ucdp/ged_union.csv.gz"
# Enough that the figure moves by less than a hundredth from sample to sample; coding them takes two minutes.
EVENTS = 1500
NEGATIVES = 3
WEEK, LATE = 7, 30
# What a day between two publications takes from the cosine in the second baseline: the best of
# .01 to .08 on these very pairs, so that the baseline is as strong as it can be made.
DAY_COST = 0.03


@dataclass(frozen=True, slots=True)
class Event:
    """One event with its dyad, first day and headlines."""

    id: str
    dyad: str
    day: date
    headlines: tuple[tuple[str, date, str], ...]  # words, published, outlet


@dataclass(frozen=True, slots=True)
class HeadlinePair:
    """Two headlines by report id, and whether they tell of one event."""

    one: str
    other: str
    same: bool


def evaluate(data: Path) -> SetScore:
    """Average precision of ours and of the baselines."""
    reports, pairs = sample(list(read_events(data / FILE)))
    headlines = Headlines(linking_stage(), code_reports(reports.values()))
    alike = sentence_likeness()
    cosine = {(p.one, p.other): alike(reports[p.one].text, reports[p.other].text) for p in pairs}
    near = {key: value - DAY_COST * _days(reports, key) for key, value in cosine.items()}
    ours = {(p.one, p.other): headlines.score(p.one, p.other) for p in pairs}
    values = {
        name: average_precision(pairs, found)
        for name, found in (("ours", ours), ("cosine", cosine), ("near", near))
    }
    beside = {"sentence cosine": values["cosine"], "cosine and days": values["near"]}
    coded = sum(headlines.coded(name) for name in reports)
    figures = (
        Figure("average precision", values["ours"], beside, least=max(beside.values())),
        Figure("pairs", float(len(pairs)), note="of headlines"),
        Figure(
            "share that is one event",
            sum(p.same for p in pairs) / len(pairs),
            note="what guessing would reach",
        ),
        Figure(
            "headlines with a coded event",
            coded / len(reports),
            note="the others are compared by names, days and words",
        ),
    )
    return SetScore(NAME, figures)


def read_events(path: Path) -> Iterator[Event]:
    """Every event that has headlines with days."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            event = _event(row)
            if event.headlines:
                yield event


def _event(row: Mapping[str, str]) -> Event:
    day = date.fromisoformat(row["date_start"][:10])
    fields = [
        [part.strip() for part in (row[name] or "").split(";")]
        for name in ("source_headline", "source_date", "source_office")
    ]
    found: dict[str, tuple[str, date, str]] = {}
    for words, published, outlet in zip(*fields, strict=False):
        told = _day(published)
        if words and told and 0 <= (told - day).days <= LATE:
            found.setdefault(fold(words), (words, told, outlet))
    return Event(row["id"], row["dyad_name"], day, tuple(found.values()))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def sample(events: Sequence[Event]) -> tuple[dict[str, Report], list[HeadlinePair]]:
    """The reports and pairs, the same ones every time."""
    told_with: dict[str, set[str]] = defaultdict(set)
    by_dyad: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_dyad[event.dyad].append(event)
        for words, _, _ in event.headlines:
            told_with[fold(words)].add(event.id)
    chosen = sorted(
        (e for e in events if len(e.headlines) > 1), key=lambda event: sha256(event.id.encode()).hexdigest()
    )
    reports: dict[str, Report] = {}
    pairs: list[HeadlinePair] = []
    for event in chosen[:EVENTS]:
        first, second = (_report(headline, reports) for headline in event.headlines[:2])
        pairs.append(HeadlinePair(first, second, same=True))
        others = islice(_others(event, by_dyad[event.dyad], told_with), NEGATIVES)
        pairs += [HeadlinePair(first, _report(other, reports), same=False) for other in others]
    return reports, pairs


def _others(
    event: Event, near: Sequence[Event], told_with: Mapping[str, set[str]]
) -> Iterator[tuple[str, date, str]]:
    """Headlines of other events of the dyad within a week that no event shares with this one's first."""
    mine = told_with[fold(event.headlines[0][0])]
    for other in sorted(near, key=lambda one: (abs((one.day - event.day).days), one.id)):
        if other.id == event.id or abs((other.day - event.day).days) > WEEK:
            continue
        for headline in other.headlines[:1]:
            if not told_with[fold(headline[0])] & mine:
                yield headline


def _report(headline: tuple[str, date, str], reports: dict[str, Report]) -> str:
    words, published, outlet = headline
    name = "ged-" + sha256(f"{fold(words)}|{published}|{outlet}".encode()).hexdigest()[:12]
    reports[name] = Report(id=name, text=words, published=published, source=outlet or None, language="en")
    return name


def _days(reports: Mapping[str, Report], key: tuple[str, str]) -> int:
    one, other = (reports[name].published for name in key)
    return abs((one - other).days) if one and other else 0


def average_precision(pairs: Sequence[HeadlinePair], scores: Mapping[tuple[str, str], float]) -> float:
    """The mean of the precisions at each pair that is one event, best score first; ties count as one step."""
    ranked: dict[float, list[bool]] = defaultdict(list)
    for pair in pairs:
        ranked[scores[pair.one, pair.other]].append(pair.same)
    seen = right = 0
    total = 0.0
    for score in sorted(ranked, reverse=True):
        seen += len(ranked[score])
        here = sum(ranked[score])
        right += here
        total += here * right / seen
    return total / right if right else 0.0
