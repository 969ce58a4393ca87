"""Do four languages agree? The same facts told in each, coded in each, compared claim by claim.

gold/parallel holds reports as told in several languages, with the judged claims in the
same order. Of every pair of languages this counts how often both answer a judged event
or neither does, and on events answered in both, how often root, actors, status, place
and day are alike. Two codings may agree in what is wrong; `events` says how each
language fares against the judgement itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from hudna.evaluate.alignment import Pair, align, same_actor, status_class
from hudna.evaluate.gold import GoldReport
from hudna.evaluate.own import CODER, score_report, total
from hudna.evaluate.parallel import ParallelReport, load_parallel
from hudna.evaluate.scores import Days, distance_km, share
from hudna.evaluate.sets import Figure, SetScore
from hudna.model.claim import Claim, Event
from hudna.model.coded import Coded

NAME = "parallel"
# The parallel reports are part of the project: no folder of public sets is needed.
OF_GOLD = True
NEAR_KM = 161.0
FIELDS = ("found", "root", "actors", "status", "place", "date")
# What every pair of languages reached when this was last set, rounded down; they only rise.
FLOORS: Mapping[str, float] = {
    "found": 0.75,
    "root": 0.97,
    "actors": 0.85,
    "status": 0.94,
    "place": 0.74,
    "date": 0.85,
}

Answers = Mapping[int, Claim]
Counts = dict[tuple[str, str, str], list[int]]  # two languages and a field → alike, compared


@dataclass(frozen=True, slots=True)
class Told:
    """One parallel report in one language: its judgement and the coded claims that answer it, by number."""

    gold: GoldReport
    answers: Answers


def evaluate(gold: Path) -> SetScore:
    """Agreement of every pair of languages in every field, and each language's events."""
    reports = load_parallel(gold)
    coded = _coded(reports)
    counts: Counts = defaultdict(lambda: [0, 0])
    for report in reports:
        told = {
            language: told_in(one, coded[language, one.id])
            for language, one in sorted(report.reports.items())
        }
        for one, other in combinations(told, 2):
            for field, alike in compared(told[one], told[other]):
                counts[one, other, field][0] += alike
                counts[one, other, field][1] += 1
    return SetScore(NAME, (*_agreement(counts), *_events(reports, coded)), note=_note(reports))


def _coded(reports: list[ParallelReport]) -> dict[tuple[str, str], Coded]:
    """Every report of every language, coded; a language at a time, as the coder likes it."""
    golds = sorted((one for r in reports for one in r.reports.values()), key=lambda g: (g.language, g.id))
    found = CODER(one.as_report() for one in golds)
    return {(one.language, one.id): coded for one, coded in zip(golds, found, strict=True)}


def told_in(gold: GoldReport, coded: Coded) -> Told:
    """Which coded claim answers which judged event, by the number of the judged one."""
    number = {id(claim): n for n, claim in enumerate(gold.claims)}
    pairs = (pair for pair in align(gold, coded).pairs if _answers(pair))
    return Told(gold, {number[id(pair.gold)]: pair.coded for pair in pairs})


def _answers(pair: Pair) -> bool:
    return pair.gold.content == "event" and not pair.gold.optional and pair.comparable


def compared(one: Told, other: Told) -> Iterator[tuple[str, bool]]:
    """Each field that can be compared, with whether it is alike; what neither language found is left out."""
    for n in sorted(one.answers.keys() | other.answers.keys()):
        first, second = one.answers.get(n), other.answers.get(n)
        yield "found", first is not None and second is not None
        if first is None or second is None or first.event is None or second.event is None:
            continue
        yield "root", first.event.root == second.event.root
        yield "actors", _same_actors(_actors(one.gold, n, first.event), _actors(other.gold, n, second.event))
        yield "status", status_class(first.status) == status_class(second.status)
        yield "place", _same_place(first.event, second.event)
        yield "date", _same_day(first.event, second.event)


def _actors(gold: GoldReport, number: int, event: Event) -> frozenset[str]:
    """Who acts, in words that no language owns: the number of the judged actor, else the identifier."""
    judged = gold.claims[number].actors
    names = set()
    for actor in event.actors:
        at = next((n for n, one in enumerate(judged) if same_actor(one, actor, gold.text)), None)
        names.add(f"judged {at}" if at is not None else actor.id or "somebody else")
    return frozenset(names)


def _same_actors(one: frozenset[str], other: frozenset[str]) -> bool:
    """An actor in common, or none in both."""
    return bool(one & other) or not (one or other)


def _same_place(one: Event, other: Event) -> bool:
    """Two points within 161 km, or none in both."""
    first, second = _points(one), _points(other)
    return not (first or second) or any(distance_km(*a, *b) <= NEAR_KM for a in first for b in second)


def _points(event: Event) -> list[tuple[float, float]]:
    return [(p.lat, p.lon) for p in event.places if p.lat is not None and p.lon is not None]


def _same_day(one: Event, other: Event) -> bool:
    """Both ends within a day, or no day in both."""
    if one.occurred is None or other.occurred is None:
        return one.occurred is other.occurred
    first = Days(one.occurred.earliest, one.occurred.latest)
    return first.near(Days(other.occurred.earliest, other.occurred.latest))


def _agreement(counts: Counts) -> Iterator[Figure]:
    pairs = sorted({(one, other) for one, other, _ in counts})
    for field in FIELDS:
        every = [counts[one, other, field] for one, other in pairs if (one, other, field) in counts]
        yield Figure(
            f"{field}, all pairs",
            share(sum(a for a, _ in every), sum(n for _, n in every)),
            least=FLOORS.get(field),
        )
    for one, other in pairs:
        for field in FIELDS:
            if (one, other, field) in counts:
                alike, compared_ = counts[one, other, field]
                yield Figure(f"{one}-{other} {field}", share(alike, compared_), note=f"of {compared_}")


def _events(reports: list[ParallelReport], coded: dict[tuple[str, str], Coded]) -> Iterator[Figure]:
    """F1 of each language against the judgement."""
    for language in sorted({language for report in reports for language in report.reports}):
        golds = [r.reports[language] for r in reports if language in r.reports]
        board = total(score_report(one, coded[language, one.id]) for one in golds)
        yield Figure(f"{language} events (F1)", board.figures()["events"])


def _note(reports: list[ParallelReport]) -> str:
    return (
        f"{len(reports)} reports; 'found': of judged events that either language answers, those that both do;"
        " the other fields: of events answered in both"
    )
