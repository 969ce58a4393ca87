"""What to watch: other people's conditions, the calendar, and what the gaps are."""

from collections.abc import Iterator

from hudna.knowledge.agreements import load_agreements
from hudna.model.days import on_day
from hudna.model.finding import Occasion, Review, Tripwire
from hudna.model.picture import Picture
from hudna.publish.document import Sentence
from hudna.publish.easing_section import silent_channels
from hudna.publish.sections import Section, blocks_of, many, sentence_of, whose

_STATES = {
    "crossed": "The condition is met by what is told", "touched": "The condition is touched",
    "armed": "The condition is not met", "lapsed": "Lapsed",
}  # fmt: skip
MOST_MISSING = 12


def outlook_section(review: Review) -> Section:
    """Trip-wires with their authors, the gravest state first, and days that give context."""
    order = list(_STATES)
    wires = sorted(review.tripwires, key=lambda one: order.index(one.state))
    blocks = blocks_of(
        ("Conditions that others have named", (_wire(one) for one in wires)),
        ("Days around this day", (_occasion(one) for one in review.occasions)),
    )
    return Section("Outlook", blocks, "Nobody names a condition, and no day of the calendar is near.")


def gaps(picture: Picture, review: Review) -> tuple[Sentence, ...]:
    """What would settle what stays open, what is silent, and how thin the reports are."""
    return (*_missing(review), *silent_channels(picture.channels), *_thin(review))


def _wire(one: Tripwire) -> Sentence:
    who = whose(one.author, anonymous=one.anonymous)
    kind = "bound by an agreement" if one.is_party else "no party to an agreement"
    relayed = f", relayed by {', '.join(one.relayed_by)}" if one.relayed_by else ""
    near = (
        f" The nearest that the watched force is told of is {one.nearest_km:.0f} km away."
        if one.nearest_km is not None and round(one.nearest_km)
        else ""
    )
    said = f"{who} ({kind}){relayed}{f' on {on_day(one.since)}' if one.since else ''}: “{one.condition}” – “{one.consequence}”"
    return Sentence(f"{sentence_of(said)} {_STATES[one.state]}. {one.because}{near}", one.claims)


def _occasion(one: Occasion) -> Sentence:
    away = (
        "today"
        if one.days_away == 0
        else f"in {many(one.days_away, 'day')}"
        if one.days_away > 0
        else f"{many(-one.days_away, 'day')} ago"
    )
    return Sentence(f"{on_day(one.on)} ({away}): {one.name}. {sentence_of(one.because)}", ())


def open_facts(review: Review) -> dict[str, list[str]]:
    """Each open fact once, with the claims of all that it would settle."""
    facts: dict[str, list[str]] = {}
    for one in review.findings:
        if one.verdict == "undetermined" and not one.standing:
            for fact in one.missing:
                facts.setdefault(fact, []).extend(one.claims)
    for declared in review.declared:
        if declared.verdict == "unknown":
            for fact in declared.would_settle:
                facts.setdefault(fact, []).extend(declared.claims)
    return facts


def _missing(review: Review) -> Iterator[Sentence]:
    facts = open_facts(review)
    for fact, claims in list(facts.items())[:MOST_MISSING]:
        yield Sentence(f"Not told: {fact.rstrip('.')}.", tuple(dict.fromkeys(claims)))
    if len(facts) > MOST_MISSING:
        yield Sentence(
            f"{many(len(facts) - MOST_MISSING, 'more fact')} would settle something that is open.", ()
        )


def days_read(review: Review) -> dict[str, tuple[int, int, int]]:
    """Of each agreement the days since it holds, on how many any report was read, and the longest gap."""
    seen: dict[str, tuple[int, int, int]] = {}
    for one in review.counts:
        longest = max(
            (one.days, one.days_with_reports, one.longest_gap_days), seen.get(one.agreement, (0, 0, 0))
        )
        seen[one.agreement] = longest
    return seen


def _thin(review: Review) -> Iterator[Sentence]:
    titles = {one.id: one.title for one in load_agreements()}
    for agreement, (days, told, gap) in days_read(review).items():
        yield Sentence(
            f"Of {many(days, 'day')} since “{titles.get(agreement, agreement)}” entered into force, the reports read are of {told}; the longest gap is {many(gap, 'day')}. Counts are of what was told, not of what happened.",
            (),
        )
