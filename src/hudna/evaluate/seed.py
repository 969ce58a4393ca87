"""Set `seed`: one annotated report on which every kind of difficulty meets.

`hudna evaluate --set seed --data DIR`, where DIR or a folder `seed` beside or in it
holds gold.json and report.txt. Match rules and least figures are the annotation's own;
what is tolerated is listed in seed_events.py. Neither file is part of the project.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hudna.evaluate.mentions import SAME_MENTION, found_spans
from hudna.evaluate.misses import coded_words
from hudna.evaluate.scores import Days, Located, Tally, iou, pair_up, share
from hudna.evaluate.seed_checks import run_checks
from hudna.evaluate.seed_events import Answer, answers_some, best_answers, best_claims, coded_events
from hudna.evaluate.seed_key import Key, KeyPlace, KeyTime, Node, identifier_of, read_key, same_point
from hudna.evaluate.sets import Figure, SetScore
from hudna.model.claim import Place
from hudna.model.coded import Coded
from hudna.model.mention import PlaceMention, TimeMention
from hudna.model.record import Span
from hudna.pipeline import code_reports

NAME = "seed"


def evaluate(data: Path) -> SetScore:
    """The report coded and scored against its annotation."""
    key = read_key(data)
    coded = next(iter(code_reports([key.report], phrases=True)))
    return score(key, coded)


def score(key: Key, coded: Coded) -> SetScore:
    """Every figure of the annotation's thresholds, and a line on each item."""
    figures: dict[str, float | None] = {}
    lines: list[str] = []
    for part in (_score_events, _score_claims, _score_mentions, _score_times, _score_checks):
        measured, told = part(key, coded)
        figures.update(measured)
        lines += told
    least = key.thresholds
    return SetScore(
        NAME,
        tuple(Figure(name, value, least=least.get(name)) for name, value in figures.items()),
        tuple(lines),
    )


Part = tuple[dict[str, float | None], list[str]]


def _score_events(key: Key, coded: Coded) -> Part:
    acceptance = key.raw["acceptance"]
    required = acceptance["required_events"]
    named = [*required, *acceptance["must_be_non_actual"], *acceptance["optional_events"]]
    answers = best_answers(key, named, coded.claims)
    events = coded_events(coded.claims)
    right = [claim for claim in events if answers_some(key, claim)]
    status = [found.status for found in answers.values() if found is not None and found.but_status]
    non_actual = [name for name in acceptance["must_be_non_actual"] if _told(answers[name])]
    figures = {
        "events_required_recall": share(
            sum(1 for name in required if _is_full(answers[name])), len(required)
        ),
        "events_required_recall (status aside)": share(
            sum(1 for name in required if (found := answers[name]) and found.but_status), len(required)
        ),
        "events_all_recall": share(sum(1 for found in answers.values() if _is_full(found)), len(named)),
        "events_precision": share(len(right), len(events)),
        "status_accuracy": share(sum(status), len(status)),
        "non_actual_kept": float(not non_actual),
    }
    told = [_event_line(key, name, found) for name, found in answers.items()]
    told += [f"FALSE   {coded_words(claim)}" for claim in events if claim not in right]
    return figures, told


def _is_full(found: Answer | None) -> bool:
    return found is not None and found.full


def _told(found: Answer | None) -> bool:
    return found is not None and found.claim.counts


def _event_line(key: Key, name: str, found: Answer | None) -> str:
    gold = key.events[name]
    head = f"{gold['plover']} {gold['status']} {gold['actor']} at {gold['place']}"
    if found is None:
        return f"MISSED  {name} {head} | nothing coded at its words"
    mark = "RIGHT  " if found.full else "WRONG  "
    event = found.claim.event
    where = [(place.text, place.name) for place in event.places] if event else []
    when = event.occurred if event else None
    days = f"{when.earliest}..{when.latest}" if when else "no day"
    return (
        f"{mark} {name} {head} | differs in: {found.faults} | {coded_words(found.claim)} at {where} on {days}"
    )


def _score_claims(key: Key, coded: Coded) -> Part:
    answers = best_claims(key, coded.claims)
    right = sum(1 for found in answers.values() if found and found[1])
    told = []
    for name, found in answers.items():
        chain = [one["node"] for one in key.claims[name]["source_chain"]]
        mark = "MISSED " if found is None else "RIGHT  " if found[1] else "CHAIN  "
        said = (
            [f"{one.text}/{one.kind}" for one in found[0].speakers]
            if found
            else "no claim in half of its words"
        )
        words = key.claims[name]["text"][:70]
        told.append(f"{mark} {name} {chain} | {said} | {words}")
    found_share = share(sum(1 for found in answers.values() if found), len(answers))
    return {"claims_with_correct_chain": share(right, len(answers)), "claims_found": found_share}, told


def _score_mentions(key: Key, coded: Coded) -> Part:
    found = found_spans(coded)
    nodes: list[tuple[Span, Node | KeyPlace]]
    nodes = [(span, node) for node in key.nodes.values() for span in node.mentions]
    places: list[tuple[Span, Node | KeyPlace]]
    places = [(span, place) for place in key.places.values() for span in place.mentions]
    figures, told = {}, []
    for kind, judged in (("actor", nodes), ("place", places)):
        tally, lines = _mention_tally(key, judged, found[f"{kind}s"], kind)
        figures[f"{kind}_mentions_f1"] = tally.f1
        told += lines
    return figures, told


def _mention_tally(
    key: Key, judged: Sequence[tuple[Span, Node | KeyPlace]], found: list[Located], kind: str
) -> tuple[Tally, list[str]]:
    pairs = pair_up(judged, found, lambda one, other: _mention_score(one[0], one[1], other))
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [
        f"MISSED  {kind} {one.id} '{span.text}'" for i, (span, one) in enumerate(judged) if i not in hit
    ]
    false = [
        f"FALSE   {kind} '{key.text[one.start : one.end]}' {identifier_of(one) or ''}"
        for j, one in enumerate(found)
        if j not in used
    ]
    return Tally(len(pairs), len(false), len(missed)), missed + false


def _mention_score(span: Span, gold: Node | KeyPlace, found: Located) -> float:
    """Exact offsets, or six tenths of the words and the same one."""
    likeness = iou(span, found)
    if likeness == 1.0:
        return 3.0
    return 1.0 + likeness if likeness >= SAME_MENTION and _same_one(gold, found) else 0.0


def _same_one(gold: Node | KeyPlace, found: Located) -> bool:
    if isinstance(gold, Node):
        return identifier_of(found) == gold.kb
    return isinstance(found, Place | PlaceMention) and same_point(gold, found)


def _score_times(key: Key, coded: Coded) -> Part:
    found = coded.mentions.times
    chosen = dict(pair_up(key.times, found, _time_score))
    right, told = 0, []
    for number, gold in enumerate(key.times):
        mention = found[chosen[number]] if number in chosen else None
        exact = mention is not None and _is_exact(gold, mention)
        right += exact
        ours = f"{mention.value} {mention.earliest}..{mention.latest}" if mention else "not found"
        if not exact:
            told.append(f"WRONG   time '{gold.span.text}' {gold.value} | {ours}")
    return {"time_exact": share(right, len(key.times))}, told


def _time_score(gold: KeyTime, found: TimeMention) -> float:
    return iou(gold.span, found) + _is_exact(gold, found) if iou(gold.span, found) > 0 else 0.0


def _is_exact(gold: KeyTime, found: TimeMention) -> bool:
    """Value equal, or both ends within a day of the annotated interval."""
    days = Days(found.earliest, found.latest)
    return found.value == gold.value or any(days.near(accepted) for accepted in gold.accepted)


def _score_checks(key: Key, coded: Coded) -> Part:
    results = run_checks(key, coded)
    passed = share(sum(1 for _, broken in results if not broken), len(results))
    return {"negative_assertions_pass": passed}, list(_check_lines(results))


def _check_lines(results: list[tuple[str, list[str]]]) -> Iterator[str]:
    for statement, broken in results:
        yield f"{'BROKEN ' if broken else 'RIGHT  '} {statement}"
        yield from (f"        {words}" for words in broken)
