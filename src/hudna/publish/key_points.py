"""The picture in a few sentences, escalation and de-escalation alike."""

from collections.abc import Iterable, Iterator

from hudna.model.agreement import Agreement
from hudna.model.days import on_day
from hudna.model.finding import Finding, Review
from hudna.model.picture import Movement, Picture, Posture, Signal, State
from hudna.publish.ceasefire_section import verdict_words, weighing
from hudna.publish.document import Sentence
from hudna.publish.posture_section import posture_words
from hudna.publish.sections import listed, many, parties, sentence_of, whose

_RAISED = (State.ENGAGED, State.MOBILISED, State.ALERT, State.HEIGHTENED)
_POSTURES = 4
_FINDINGS = 3


def picture_points(
    picture: Picture, review: Review, agreements: Iterable[Agreement] = ()
) -> tuple[Sentence, ...]:
    """Postures, competing purposes, findings, trip-wires and contacts, a few of each."""
    return (
        *_postures(picture.postures), *_purposes(picture.movements), *_easing(picture), *_findings(review, agreements),
        *_wires(review),
    )  # fmt: skip


def raised_most(postures: Iterable[Posture]) -> list[Posture]:
    """The highest postures that do not rest on allegations alone, at most two of a camp."""
    raised = [
        one for one in postures if one.state in _RAISED and one.basis != "alleged" and ":" not in one.actor
    ]
    ranked = sorted(
        raised, key=lambda one: (_RAISED.index(one.state), -(one.last_heard or one.as_of).toordinal())
    )
    shown: dict[str | None, int] = {}
    kept = []
    for one in ranked:
        shown[one.side] = shown.get(one.side, 0) + 1
        if shown[one.side] <= _POSTURES / 2:
            kept.append(one)
    return kept[:_POSTURES]


def _postures(postures: Iterable[Posture]) -> Iterator[Sentence]:
    for one in raised_most(postures):
        since = f", since {on_day(one.since)}" if one.since else ""
        yield Sentence(sentence_of(f"{posture_words(one)}{since}"), one.claims)


def _purposes(movements: Iterable[Movement]) -> Iterator[Sentence]:
    """Movements for which more than one purpose is named."""
    for one in movements:
        kinds = {purpose.kind or purpose.text for purpose in one.purposes}
        if len(kinds) > 1:
            speakers = dict.fromkeys(whose(part.speaker, anonymous=part.anonymous) for part in one.purposes)
            force = parties(one.force) or "a force not named"
            yield Sentence(
                f"{many(len(kinds), 'purpose')} of the movement of {force} are named, by {listed(list(speakers))}.",
                tuple(dict.fromkeys(name for part in one.purposes for name in part.claims)),
            )


def eased_last(picture: Picture) -> list[Signal]:
    """The last thing done between the parties that eases, and the last word of a third party."""
    easing = [one for one in picture.signals if one.direction == "easing" and not one.alleged]
    done = [one for one in easing if one.executed and not one.third_party]
    return [*done[-1:], *[one for one in easing if one.third_party][-1:]]


def _easing(picture: Picture) -> Iterator[Sentence]:
    for one in eased_last(picture):
        day = f", {on_day(one.on)}" if one.on else ""
        yield Sentence(sentence_of(f"{one.because.rstrip('.')}{day}"), one.claims)


def _findings(review: Review, agreements: Iterable[Agreement]) -> Iterator[Sentence]:
    mine = [one for one in review.findings if not one.standing]
    told = weighing(review.findings)
    if told:
        yield Sentence(sentence_of(told), tuple(dict.fromkeys(name for one in mine for name in one.claims)))
    titles = {(one.id, held.id): held.title for one in agreements for held in one.provisions}
    for one in gravest(review):
        title = titles.get((one.agreement, one.provision))
        name = f"{one.provision} ({title})" if title else one.provision
        yield Sentence(f"{name}: {verdict_words(one)}. {one.because}", one.claims)


def gravest(review: Review) -> list[Finding]:
    """What is inconsistent with a provision, the most severe first."""
    found = [one for one in review.findings if one.verdict == "inconsistent" and not one.standing]
    return sorted(found, key=lambda one: -(one.severity or 0))[:_FINDINGS]


def _wires(review: Review) -> Iterator[Sentence]:
    for state in ("crossed", "touched"):
        for one in review.tripwires:
            if one.state == state:
                author = whose(one.author, anonymous=one.anonymous)
                yield Sentence(
                    f"A condition named by {author} is {state}: “{one.condition}”. {one.because}", one.claims
                )
    armed = [one for one in review.tripwires if one.state == "armed"]
    if armed:
        claims = tuple(name for one in armed for name in one.claims)
        yield Sentence(
            f"{many(len(armed), 'condition')} named by others {'is' if len(armed) == 1 else 'are'} not met by what is told.",
            claims,
        )
