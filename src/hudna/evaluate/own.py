"""The project's own gold: every measure of the coder, per language, half and conflict."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from hudna.evaluate.alignment import (
    Alignment,
    Pair,
    align,
    compare_events,
    control_match,
    purpose_match,
    same_chain,
    status_class,
    within_reach,
)
from hudna.evaluate.gold import GoldClaim, GoldReport, GoldTime, load_gold
from hudna.evaluate.mentions import score_mentions
from hudna.evaluate.scores import Days, Tally
from hudna.model.claim import COUNTED, Claim, Count, Occurred
from hudna.model.coded import Coded
from hudna.model.report import Report
from hudna.pipeline import code_reports

Coder = Callable[[Iterable[Report]], Iterable[Coded]]
CODER: Coder = partial(code_reports, phrases=True)

# What each measure is: F1 over right, false and missed, or the share of right among all.
MEASURES: dict[str, tuple[str, str]] = {
    "mentions.actors": ("f1", "names of actors, overlap at least 0.6"),
    "mentions.places": ("f1", "names of places, overlap at least 0.6"),
    "mentions.times": ("f1", "time expressions, overlap at least 0.6"),
    "events": ("f1", "same root, an actor in common, same class of status"),
    "events.loose": ("f1", "same root and trigger"),
    "events.strict": ("f1", "events, with mode and recipients"),
    "status": ("share", "status, on claims told alike"),
    "status.class": ("share", "told, possible, denied, historical or state"),
    "act": ("share", "speech act, on claims told alike"),
    "speakers": ("f1", "chains of speakers in order, with their kinds"),
    "speakers.accuracy": ("share", "the same, the narrator's own voice included"),
    "speakers.words": ("share", "the same, whatever the kinds"),
    "places.found": ("share", "judged places of matched claims that have any point"),
    "places.161km": ("share", "of those found, within 161 km"),
    "dates.found": ("share", "judged days of matched claims that have any first day"),
    "dates.right": ("share", "of all judged days, the same within a day or the same grain and overlapping"),
    "dates.of_found": ("share", "the same, of those found"),
    "fatalities": ("share", "deaths given by either, and exactly alike"),
    "control": ("f1", "holder, area and standing"),
    "purpose": ("f1", "words of the purpose"),
    "counted.precision": ("share", "counted events that answer a judged event"),
    "counted.kept": ("share", "right events told as having happened whose reading is sure enough to count"),
    "counted.recall": ("share", "judged events told as having happened that a counted event answers"),
    "quiet": ("share", "reports without events from which none was coded"),
}


@dataclass(slots=True)
class Board:
    """Tallies by measure; boards of parts add up to the board of the whole."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})
    reports: int = 0
    false_events: int = 0  # on reports that tell of none

    def mark(self, name: str, *, right: bool) -> None:
        """One more case of a measure that is a share."""
        self.tallies[name].add(Tally(int(right), int(not right)))

    def add(self, other: "Board") -> None:
        """Another part's tallies added to these."""
        self.reports += other.reports
        self.false_events += other.false_events
        for name, tally in other.tallies.items():
            self.tallies[name].add(tally)

    def figures(self) -> dict[str, float | None]:
        """Each measure's figure; None where the gold has no case of it."""
        return {
            name: self.tallies[name].f1 if kind == "f1" else self.tallies[name].precision
            for name, (kind, _) in MEASURES.items()
        }


@dataclass(frozen=True, slots=True)
class Scored:
    """One report with its alignment and board."""

    alignment: Alignment
    board: Board


def score_gold(folder: Path, *, half: str = "both", coder: Coder = CODER) -> list[Scored]:
    """Every judged report of a half, coded and scored."""
    gold = load_gold(folder, half=half)
    coded = coder(report.as_report() for report in gold)
    scored = [score_report(report, found) for report, found in zip(gold, coded, strict=True)]
    write_errors(scored)
    return scored


def write_errors(scored: Iterable[Scored]) -> None:
    """Misses and false alarms of the dev half, into the file that HUDNA_EVAL_ERRORS names."""
    from hudna.evaluate.misses import error_lines

    if path := os.environ.get("HUDNA_EVAL_ERRORS"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        lines = [line for one in scored for line in error_lines(one.alignment)]
        Path(path).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def score_report(report: GoldReport, coded: Coded) -> Scored:
    """One report's alignment and every measure on it."""
    alignment = align(report, coded)
    board = Board(reports=1)
    for kind, tally in score_mentions(report, coded).items():
        board.tallies[f"mentions.{kind}"].add(tally)
    _score_events(alignment, board)
    _score_other(alignment, board, "control", control_match)
    _score_other(alignment, board, "purpose", purpose_match)
    for pair in alignment.pairs:
        if pair.comparable and not pair.gold.optional:
            _score_fields(pair, report.text, board)
    _score_counted(alignment, board)
    return Scored(alignment, board)


def _score_events(alignment: Alignment, board: Board) -> None:
    pairs = [pair for pair in alignment.pairs if pair.gold.content == "event"]
    required = [claim for claim in alignment.report.claims if claim.content == "event" and not claim.optional]
    coded = [claim for claim in alignment.coded.claims if claim.content == "event"]
    # A coded event that answers an optional one by root is neither right nor false.
    forgiven = sum(1 for pair in pairs if pair.gold.optional and pair.like and pair.like.root)
    for name, field_name in (("events", "event"), ("events.loose", "loose"), ("events.strict", "strict")):
        right = sum(1 for pair in pairs if not pair.gold.optional and getattr(pair.like, field_name))
        board.tallies[name].add(Tally(right, len(coded) - right - forgiven, len(required) - right))


def _score_other(
    alignment: Alignment, board: Board, content: str, matches: Callable[[GoldClaim, Claim, str], bool]
) -> None:
    text = alignment.report.text
    pairs = [pair for pair in alignment.pairs if pair.gold.content == content]
    right = [pair for pair in pairs if matches(pair.gold, pair.coded, text)]
    required = sum(1 for claim in alignment.report.claims if claim.content == content and not claim.optional)
    coded = sum(1 for claim in alignment.coded.claims if claim.content == content)
    forgiven = sum(1 for pair in right if pair.gold.optional)
    hits = len(right) - forgiven
    board.tallies[content].add(Tally(hits, coded - hits - forgiven, required - hits))


def _score_fields(pair: Pair, text: str, board: Board) -> None:
    gold, coded = pair.gold, pair.coded
    board.mark("status", right=gold.status == coded.status)
    board.mark("status.class", right=status_class(gold.status) == status_class(coded.status))
    if gold.act is not None:
        board.mark("act", right=gold.act == coded.speech_act)
    _score_speakers(pair, text, board)
    if coded.event is None:
        return
    for place in gold.places:
        if place.lat is not None:
            located = [found for found in coded.event.places if found.lat is not None]
            board.mark("places.found", right=bool(located))
            if located:
                board.mark("places.161km", right=any(within_reach(place, found) for found in located))
    if gold.occurred is not None and (gold.occurred.earliest or gold.occurred.latest):
        _score_days(gold.occurred, coded.event.occurred, board)
    if gold.fatalities is not None or has_deaths(coded.event.fatalities):
        board.mark("fatalities", right=same_deaths(pair))


def _score_speakers(pair: Pair, text: str, board: Board) -> None:
    gold, coded = pair.gold.speakers, pair.coded.speakers
    exact = same_chain(gold, coded, text, kinds=True)
    board.mark("speakers.accuracy", right=exact)
    board.mark("speakers.words", right=same_chain(gold, coded, text, kinds=False))
    right = int(exact and bool(gold))
    board.tallies["speakers"].add(Tally(right, int(bool(coded)) - right, int(bool(gold)) - right))


def _score_days(gold: GoldTime, coded: Occurred | None, board: Board) -> None:
    """An interval without a first day ("before it was published") is a bound, not an answer."""
    found = coded is not None and (coded.earliest is not None or gold.earliest is None)
    right = same_days(gold, coded)
    board.mark("dates.found", right=found)
    board.mark("dates.right", right=right)
    if found:
        board.mark("dates.of_found", right=right)


def same_days(gold: GoldTime, coded: Occurred | None) -> bool:
    """Both ends within a day, or the same grain and a day in common?"""
    if coded is None:
        return False
    one, other = Days(gold.earliest, gold.latest), Days(coded.earliest, coded.latest)
    return one.near(other) or (one.grain == other.grain and one.grain != "day" and one.overlaps(other))


def has_deaths(count: Count) -> bool:
    """Is any figure given?"""
    return any(figure is not None for figure in (count.low, count.best, count.high))


def same_deaths(pair: Pair) -> bool:
    """The same low, best and high, where the judged count gives them?"""
    gold, coded = pair.gold.fatalities, pair.coded.event.fatalities if pair.coded.event else Count()
    if gold is None:
        return not has_deaths(coded)
    return (gold.low, gold.best, gold.high) == (coded.low, coded.best, coded.high)


def _score_counted(alignment: Alignment, board: Board) -> None:
    """Any judged event will do here, optional or not: the question is what enters the counts."""
    report = alignment.report
    for claim in alignment.coded.claims:
        if claim.content != "event" or claim.status not in COUNTED:
            continue
        right = answers_any(claim, report)
        if claim.counts:
            board.mark("counted.precision", right=right)
        if right:
            board.mark("counted.kept", right=claim.counts)
    found = {id(pair.gold) for pair in alignment.pairs if pair.coded.counts and pair.like and pair.like.event}
    for gold in report.claims:
        if gold.content == "event" and gold.status in COUNTED and not gold.optional:
            board.mark("counted.recall", right=id(gold) in found)
    if not report.claims:
        false = sum(1 for claim in alignment.coded.claims if claim.content == "event")
        board.false_events += false
        board.mark("quiet", right=not false)


def answers_any(claim: Claim, report: GoldReport) -> bool:
    """Does a coded event match some judged event of the report?"""
    likes = (compare_events(gold, claim, report.text) for gold in report.claims if gold.content == "event")
    return any(like is not None and like.event for like in likes)


def total(scored: Iterable[Scored]) -> Board:
    """The board of all reports together."""
    board = Board()
    for one in scored:
        board.add(one.board)
    return board
