"""One line for each miss, false alarm and wrong field, with the words: what to work on.

Only the dev half is told in words; the locked half is only ever scored.
"""

from collections.abc import Iterator

from hudna.evaluate.alignment import (
    Alignment,
    Pair,
    control_match,
    purpose_match,
    same_chain,
    touches_trigger,
    within_reach,
)
from hudna.evaluate.gold import GoldActor, GoldClaim, GoldReport
from hudna.evaluate.mentions import found_spans, judged_spans, tolerated_spans, unmatched
from hudna.evaluate.scores import iou, overlap
from hudna.model.claim import Actor, Claim, Speaker
from hudna.model.coded import Coded


def error_lines(alignment: Alignment) -> Iterator[str]:
    """Every fault of one report of the dev half, each on one line."""
    report = alignment.report
    if report.half != "dev":
        return
    where = f"{report.language}/{report.id}"
    for line in _event_lines(alignment):
        yield f"{where}\t{line}"
    for pair in alignment.pairs:
        if pair.comparable and not pair.gold.optional:
            yield from (f"{where}\t{line}" for line in _field_lines(pair, report.text))
    yield from (f"{where}\t{line}" for line in _mention_lines(report, alignment.coded))


def _event_lines(alignment: Alignment) -> Iterator[str]:
    for claim in alignment.alone_gold:
        if not claim.optional:
            yield f"MISS\t{gold_words(claim)}\tclosest: {_closest(claim, alignment.coded)}"
    for pair in alignment.pairs:
        if _is_right(pair, alignment.report.text):
            continue
        if not pair.gold.optional:
            yield f"MISS\t{gold_words(pair.gold)}\tcoded as: {coded_words(pair.coded)}\twhy: {_why(pair)}"
        elif not (pair.like and pair.like.root):
            yield f"FALSE\t{coded_words(pair.coded)}\toptional: {gold_words(pair.gold)}"
    for coded in alignment.alone_coded:
        if coded.content != "composition":
            yield f"FALSE\t{coded_words(coded)}"


def _is_right(pair: Pair, text: str) -> bool:
    if pair.like is not None:
        return pair.like.event
    matches = control_match if pair.gold.content == "control" else purpose_match
    return matches(pair.gold, pair.coded, text)


def _why(pair: Pair) -> str:
    like = pair.like
    if like is None:
        return pair.gold.content
    return "+".join(
        name
        for name, right in (
            ("root", like.root),
            ("actors", like.told or not like.root),
            ("status", like.status_class),
        )
        if not right
    )


def _closest(claim: GoldClaim, coded: Coded) -> str:
    def closeness(other: Claim) -> float:
        touched = other.event is not None and touches_trigger(claim, other.event.trigger)
        return 2.0 * touched + iou(claim, other)

    near = [other for other in coded.claims if overlap(claim, other)]
    return coded_words(max(near, key=closeness)) if near else "nothing"


def _field_lines(pair: Pair, text: str) -> Iterator[str]:
    from hudna.evaluate.own import has_deaths, same_days, same_deaths

    gold, coded, event = pair.gold, pair.coded, pair.coded.event
    tail = f"\t{gold_words(gold)}\trule={coded.rule}"
    if gold.status != coded.status:
        yield f"STATUS\tgold={gold.status} coded={coded.status}{tail}"
    if gold.act and gold.act != coded.speech_act:
        yield f"ACT\tgold={gold.act} coded={coded.speech_act}{tail}"
    if not same_chain(gold.speakers, coded.speakers, text, kinds=True):
        yield f"SPEAKERS\tgold={_people(gold.speakers)} coded={_people(coded.speakers)}{tail}"
    if event is None:
        return
    if pair.like and pair.like.event and gold.mode != event.mode:
        yield f"MODE\tgold={gold.mode} coded={event.mode}{tail}"
    if pair.like and pair.like.event and not pair.like.strict and gold.recipients:
        yield f"RECIPIENTS\tgold={_people(gold.recipients)} coded={_people(event.recipients)}{tail}"
    for place in gold.places:
        if place.lat is not None and not any(within_reach(place, found) for found in event.places):
            coded_places = [f"{found.text}→{found.name} {found.lat},{found.lon}" for found in event.places]
            yield f"PLACE\tgold={place.text} {place.lat},{place.lon} coded={coded_places}{tail}"
    if (
        gold.occurred
        and (gold.occurred.earliest or gold.occurred.latest)
        and not same_days(gold.occurred, event.occurred)
    ):
        when = event.occurred
        coded_days = f"{when.earliest}..{when.latest} ({when.text}, {when.basis})" if when else "none"
        yield f"DATE\tgold={gold.occurred.earliest}..{gold.occurred.latest} ({gold.occurred.text}) coded={coded_days}{tail}"
    if (gold.fatalities or has_deaths(event.fatalities)) and not same_deaths(pair):
        count = gold.fatalities
        judged = (count.low, count.best, count.high) if count else None
        yield f"DEATHS\tgold={judged} coded={event.fatalities.low, event.fatalities.best, event.fatalities.high}{tail}"


def _mention_lines(report: GoldReport, coded: Coded) -> Iterator[str]:
    found, judged, tolerated = found_spans(coded), judged_spans(report), tolerated_spans(report)
    for kind in judged:
        missed, false = unmatched(judged[kind], found[kind], tolerated[kind])
        for name, spans in (("MISSED", missed), ("FALSE", false)):
            for span in spans:
                context = report.text[max(0, span.start - 25) : span.end + 25].replace("\n", " ")
                yield f"{name}-{kind[:-1].upper()}\t{report.text[span.start : span.end]!r}\tin: …{context}…"


def gold_words(claim: GoldClaim) -> str:
    """A judged claim in one short line."""
    kind = f"{claim.root}/{claim.mode or '-'}" if claim.root else claim.content
    trigger = "|".join(option.text for option in claim.trigger)
    return f"[{kind} {claim.status} '{trigger}' by {_people(claim.actors)}] {_short(claim.text)}"


def coded_words(claim: Claim) -> str:
    """A coded claim in one short line, with the rule that made it."""
    event = claim.event
    kind = f"{event.root}/{event.mode or '-'}" if event else claim.content
    trigger = event.trigger.text if event else ""
    actors = _people(event.actors) if event else []
    said = _people(claim.speakers)
    return (
        f"[{kind} {claim.status} '{trigger}' by {actors} said {said} rule={claim.rule}] {_short(claim.text)}"
    )


def _people(people: tuple[GoldActor, ...] | tuple[Actor, ...] | tuple[Speaker, ...]) -> list[str]:
    def named(one: GoldActor | Actor | Speaker) -> str:
        kind = getattr(one, "kind", None)
        return f"{one.text}/{kind}" if kind else one.text

    return [named(one) for one in people]


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else flat[:87] + "…"
