"""Names found against names judged: overlap of at least 0.6, one to one."""

from collections.abc import Iterable, Iterator, Sequence

from hudna.evaluate.gold import GoldReport
from hudna.evaluate.scores import Located, Tally, iou, pair_up
from hudna.model.claim import Claim
from hudna.model.coded import Coded
from hudna.model.record import Span

SAME_MENTION = 0.6


def actor_spans(claim: Claim) -> Iterator[Located]:
    """Everyone a claim names: speakers, actors, recipients, holders."""
    yield from claim.speakers
    if claim.event:
        yield from claim.event.actors
        yield from claim.event.recipients
    holders = (claim.control and claim.control.holder, claim.purpose and claim.purpose.by)
    yield from (holder for holder in holders if holder)
    if claim.composition:
        yield from claim.composition.made_of


def place_spans(claim: Claim) -> Iterator[Located]:
    """Every place a claim names."""
    if claim.event:
        yield from claim.event.places
    if claim.control and claim.control.area:
        yield claim.control.area
    if claim.purpose:
        yield from claim.purpose.places


def time_spans(claim: Claim) -> Iterator[Located]:
    """The words that date a claim's event."""
    occurred = claim.event.occurred if claim.event else None
    if occurred and occurred.start is not None and occurred.end is not None:
        yield Span(text=occurred.text or "", start=occurred.start, end=occurred.end)


def distinct(spans: Iterable[Located]) -> list[Located]:
    """The spans without those that repeat an earlier one of the same actor or place by 0.6 or more."""
    kept: list[Located] = []
    for span in spans:
        if all(iou(span, other) < SAME_MENTION or _name(span) != _name(other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: (span.start, span.end))


def _name(span: Located) -> object:
    """The identifier of a coded actor, speaker or place; None where it has none."""
    return getattr(span, "actor", None) or getattr(span, "id", None)


def found_spans(coded: Coded) -> dict[str, list[Located]]:
    """What the coder names, by kind: its mentions and the words its claims use."""
    return {
        "actors": distinct(
            (*coded.mentions.actors, *(s for claim in coded.claims for s in actor_spans(claim)))
        ),
        "places": distinct(
            (*coded.mentions.places, *(s for claim in coded.claims for s in place_spans(claim)))
        ),
        "times": distinct((*coded.mentions.times, *(s for claim in coded.claims for s in time_spans(claim)))),
    }


def judged_spans(report: GoldReport) -> dict[str, list[Located]]:
    """What the coder of the gold marked as mentions, by kind."""
    times = [
        Span(text=time.text or "", start=time.start, end=time.end)
        for time in report.mentions.times
        if time.start is not None and time.end is not None
    ]
    return {"actors": [*report.mentions.actors], "places": [*report.mentions.places], "times": [*times]}


def tolerated_spans(report: GoldReport) -> dict[str, list[Located]]:
    """Words that judged claims use but that are not marked as mentions: neither right nor false."""
    spans: dict[str, list[Located]] = {"actors": [], "places": [], "times": []}
    for claim in report.claims:
        spans["actors"] += [*claim.actors, *claim.recipients, *claim.speakers]
        spans["actors"] += [one for one in (claim.holder, claim.by) if one]
        spans["places"] += [*claim.places, *([claim.area] if claim.area else [])]
        when = claim.occurred
        if when and when.start is not None and when.end is not None:
            spans["times"].append(Span(text=when.text or "", start=when.start, end=when.end))
    return spans


def score_mentions(report: GoldReport, coded: Coded) -> dict[str, Tally]:
    """Right, false and missed mentions by kind."""
    found, judged, tolerated = found_spans(coded), judged_spans(report), tolerated_spans(report)
    return {kind: _tally(judged[kind], found[kind], tolerated[kind]) for kind in judged}


def unmatched(
    judged: Sequence[Located], found: Sequence[Located], tolerated: Sequence[Located]
) -> tuple[list[Located], list[Located]]:
    """Missed and false mentions."""
    pairs = pair_up(judged, found, _score)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [span for i, span in enumerate(judged) if i not in hit]
    rest = [span for j, span in enumerate(found) if j not in used]
    false = [span for span in rest if all(iou(span, other) < SAME_MENTION for other in tolerated)]
    return missed, [span for span in false if not _nested(span, judged)]


def _nested(span: Located, judged: Sequence[Located]) -> bool:
    """Is it a known name inside a longer judged one ("UN" in "the UN mission")? The gold marks the longest."""
    inside = any(one.start <= span.start and span.end <= one.end for one in judged)
    return inside and _name(span) is not None


def _tally(judged: Sequence[Located], found: Sequence[Located], tolerated: Sequence[Located]) -> Tally:
    missed, false = unmatched(judged, found, tolerated)
    return Tally(len(judged) - len(missed), len(false), len(missed))


def _score(one: Located, other: Located) -> float:
    likeness = iou(one, other)
    return likeness if likeness >= SAME_MENTION else 0.0
