"""Public set: of the places that a sentence names, is the one that our event carries the place of the event?

Each sentence with its judged verb is coded as a report of its own, and the claim whose trigger stands on the
verb is asked for its place. Baselines choose among the same places found in the sentence: the first one named,
and the one nearest to the verb. Sentences whose verb we code no event at are counted and left out of the
choice, for us and for the baselines alike. Sentences of an even number are the half that rules may be tuned on;
a sentence that is judged for two verbs keeps to one half.
"""

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.errors import InputError
from hudna.evaluate.links_scores import f1
from hudna.evaluate.scores import share
from hudna.evaluate.sets import Figure, SetScore
from hudna.link.parties import best_place
from hudna.model.claim import Claim
from hudna.model.mention import PlaceMention
from hudna.model.report import Report

NAME = "event-location"
ARCHIVE = "event_location.jsonl.zip"
INSIDE = "labeled_text.jsonl"
HALVES = ("tuning half", "other half")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence, one verb in it, and the places where people say that it happened: none, one or several."""

    text: str
    verb: Span
    places: tuple[Span, ...]
    half: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One judged verb with our event's places and every place named in the sentence.

    `ours` is the one place that an incident made of this event alone would be put at.
    """

    judged: Judged
    ours: Span | None
    event: tuple[Span, ...]
    named: tuple[Span, ...]
    same: dict[Span, frozenset[Span]]  # other words of the sentence for the same place: "the town"

    @property
    def first(self) -> Span | None:
        """Which place is named first?"""
        return self.named[0] if self.named else None

    @property
    def nearest(self) -> Span | None:
        """Which place stands nearest to the verb?"""
        return min(self.named, key=lambda s: _gap(s, self.judged.verb), default=None)


def evaluate(folder: Path) -> SetScore:
    """How often the place is the right one, for us and for two baselines, on the whole and by half."""
    judged = read_judged(folder)
    answers = list(answered(judged))
    figures = [
        Figure("verbs at which an event is coded", share(len(answers), len(judged)), note=f"of {len(judged)}")
    ]
    figures.extend(_figures("", answers))
    for number, half in enumerate(HALVES):
        figures.extend(_main_figures(f"{half}: ", [a for a in answers if a.judged.half == number]))
    return SetScore(NAME, tuple(figures), note="No peer publishes a figure on this set.")


# --- the set ------------------------------------------------------------------------


def read_judged(folder: Path) -> list[Judged]:
    """The judged verbs; a line without a verb is left out."""
    path = next((p for p in (folder / "geoparsing" / ARCHIVE, folder / ARCHIVE) if p.is_file()), None)
    if path is None:
        raise InputError(f"{ARCHIVE} is not in {folder}; give the folder of the public sets with --data")
    with zipfile.ZipFile(path) as archive:
        if INSIDE not in archive.namelist():
            raise InputError(f"{path.name} holds no {INSIDE}; the archive as published would be right")
        rows = json.loads(archive.read(INSIDE))
    numbers: dict[str, int] = {}
    return [one for row in rows if (one := _judged(row, numbers)) is not None]


def _judged(row: dict[str, Any], numbers: dict[str, int]) -> Judged | None:
    spans = row.get("spans") or ()
    verbs = [_span(row, span) for span in spans if span["label"] == "VERB"]
    if not verbs:
        return None
    number = numbers.setdefault(row["text"], len(numbers))
    places = tuple(_span(row, span) for span in spans if span["label"] == "LOCATION")
    return Judged(row["text"], verbs[0], places, number % 2)


def _span(row: dict[str, Any], span: dict[str, int]) -> Span:
    """By its tokens, for a thousand spans count tokens for characters; two end beyond the last token."""
    tokens = {token["id"]: token for token in row["tokens"]}
    first = tokens[span["token_start"]]
    return first["start"], tokens.get(span["token_end"], first)["end"]


# --- our side -----------------------------------------------------------------------


def answered(judged: Sequence[Judged]) -> Iterator[Answer]:
    """Every judged verb at which an event is coded."""
    from hudna.coding import code_reports
    from hudna.resolve.places import PlaceFinder

    finder = PlaceFinder.load()
    texts = list(dict.fromkeys(one.text for one in judged))
    reports = (Report(id=str(n), text=text, language="en") for n, text in enumerate(texts))
    claims = {text: done.claims for text, done in zip(texts, code_reports(reports), strict=True)}
    for one in judged:
        claim = _claim_at(claims[one.text], one.verb)
        if claim is not None:
            mentions = [m for m in finder.find(one.text) if m.rule != "metonym"]
            yield _answer(one, claim, mentions)


def _answer(one: Judged, claim: Claim, mentions: Sequence[PlaceMention]) -> Answer:
    assert claim.event is not None
    places = claim.event.places
    best = best_place([claim.event])
    main = next((p for p in places if best is not None and (p.id, p.name) == (best.id, best.name)), None)
    ids = [(p.start, p.end, p.id) for p in places] + [(m.start, m.end, m.id) for m in mentions]
    same = {
        (start, end): frozenset((s, e) for s, e, other in ids if other is not None and other == known)
        for start, end, known in ids
    }
    return Answer(
        judged=one,
        ours=(main.start, main.end) if main is not None else None,
        event=tuple((p.start, p.end) for p in places),
        named=tuple((m.start, m.end) for m in mentions),
        same=same,
    )


def _claim_at(claims: Iterable[Claim], verb: Span) -> Claim | None:
    return next(
        (
            c
            for c in claims
            if c.event is not None and _meet((c.event.trigger.start, c.event.trigger.end), verb)
        ),
        None,
    )


# --- figures ------------------------------------------------------------------------

Choose = Callable[[Answer], Span | None]
CHOICES: dict[str, Choose] = {
    "our event's": lambda a: a.ours,
    "first named": lambda a: a.first,
    "nearest to the verb": lambda a: a.nearest,
}


def _figures(half: str, answers: Sequence[Answer]) -> Iterator[Figure]:
    yield from _main_figures(half, answers)
    unplaced = [a for a in answers if not a.judged.places and a.named]
    silent = share(sum(a.ours is None for a in unplaced), len(unplaced))
    yield Figure(
        f"{half}no place given where none is judged, though some are named",
        silent,
        note=f"{len(unplaced)} verbs",
    )
    carried = [a for a in answers if a.judged.places and a.event]
    right = sum(any(_right(span, a) for span in a.event) for a in carried)
    yield Figure(f"{half}any place of the event is the judged one", share(right, len(carried)))


def _main_figures(half: str, answers: Sequence[Answer]) -> Iterator[Figure]:
    """The right place among several; then right over given, and right over judged, on every verb."""
    several = [a for a in answers if len(a.named) > 1 and any(_right(span, a) for span in a.named)]
    placed = [a for a in answers if a.judged.places]
    for name, choose in CHOICES.items():
        note = f"{len(several)} verbs with several places named, one of them judged"
        yield Figure(f"{half}right place of several, {name}", _rightly(choose, several), note=note)
    for name, choose in CHOICES.items():
        given = [a for a in answers if choose(a) is not None]
        precision, recall = _rightly(choose, given), _rightly(choose, placed)
        note = f"precision {precision or 0:.3f} of {len(given)}, recall {recall or 0:.3f} of {len(placed)}"
        yield Figure(f"{half}place of the event, F1, {name}", f1(precision, recall), note=note)


def _rightly(choose: Choose, answers: Sequence[Answer]) -> float | None:
    return share(sum(_right(choose(a), a) for a in answers), len(answers))


def _right(span: Span | None, answer: Answer) -> bool:
    """Do its words meet the judged ones, or those of the same place elsewhere in the sentence?"""
    if span is None:
        return False
    spans = (span, *answer.same[span])
    return any(_meet(one, place) for one in spans for place in answer.judged.places)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
