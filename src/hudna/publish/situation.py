"""Claims and reports → the content of a situation report.

Pure: the same claims give the same words. Nothing is told that no claim says, what is
possible, feared or planned stands apart from what is told as having happened, and
every sentence names the claims it rests on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.model.claim import Claim, Root, Status
from hudna.model.report import Issue, Report
from hudna.publish.countries import country_name
from hudna.publish.wording import sentence

_STATEMENTS = frozenset({Root.REQUEST, Root.ACCUSE, Root.REJECT, Root.THREATEN, Root.SUPPORT})
_EASING = frozenset({Root.AGREE, Root.CONSULT, Root.CONCEDE, Root.COOPERATE, Root.AID, Root.RETREAT})
# The gravest first, for the key points only; no index is made of it.
_GRAVITY = (Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.SANCTION, Root.THREATEN, Root.PROTEST)
_KEY_EVENTS = 4
_NO_COUNTRY = "Place not known"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, and the ids of the claims that carry them."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences under a heading of their own, or under none."""

    title: str | None
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the report; `none` is said where there is nothing to say."""

    title: str
    blocks: tuple[Block, ...]
    none: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with the words it rests on, in their place: before, words, after."""

    number: int
    claim: Claim
    report: Report
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation report before anybody lays it out."""

    as_of: date | None
    first: date | None
    last: date | None
    reports: int
    sources: int
    sections: tuple[Section, ...]
    annex: tuple[Entry, ...]
    skipped: tuple[Issue, ...]


def situation(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    issues: Sequence[Issue] = (),
    *,
    as_of: date | None = None,
) -> Situation:
    """The situation as these claims tell it; `as_of` is the last day published where not given."""
    days = sorted(report.published for report in reports if report.published)
    return Situation(
        as_of=as_of or (days[-1] if days else None),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=len(reports),
        sources=len({report.source for report in reports if report.source}),
        sections=(
            _key_points(claims, reports),
            _by_country(claims),
            _statements(claims),
            _easing(claims),
            _claimed_purposes(claims),
            _not_happened(claims),
            _not_known(claims, reports),
        ),
        annex=_annex(claims, {report.id: report for report in reports}),
        skipped=tuple(issues),
    )


def _key_points(claims: Sequence[Claim], reports: Sequence[Report]) -> Section:
    grave = sorted((claim for claim in claims if _is_material(claim)), key=_gravity)[:_KEY_EVENTS]
    easing = [claim for claim in claims if _is_easing(claim)][:1]
    feared = [claim for claim in claims if _is_possible(claim)][:1]
    told = [claim.id for claim in claims if claim.counts]
    scope = f"{_many(len(reports), 'report')} made {_many(len(claims), 'claim')}, of which "
    scope += f"{len(told)} {'is' if len(told) == 1 else 'are'} told as having happened."
    opening = (Sentence(scope, ()),) if claims else ()
    block = Block(None, (*opening, *_said([*grave, *easing, *feared])))
    return Section("Key points", (block,), "No claims.")


def _by_country(claims: Sequence[Claim]) -> Section:
    here = [claim for claim in claims if _is_material(claim) or (claim.control and not claim.third_party)]
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in here:
        groups.setdefault(_region(claim), []).append(claim)
    blocks = tuple(
        Block(f"{country}: {region}" if region else country, _said(groups[country, region]))
        for country, region in sorted(groups, key=lambda key: (key[0] == _NO_COUNTRY, key))
    )
    return Section("Security, by country and region", blocks, "No such events are told as having happened.")


def _statements(claims: Sequence[Claim]) -> Section:
    spoken = [claim for claim in claims if _is_statement(claim) and claim.counts]
    parties = [claim for claim in spoken if not claim.third_party]
    others = [claim for claim in spoken if claim.third_party]
    denials = [claim for claim in claims if claim.status is Status.DENIED]
    blocks = _blocks(("Parties", parties), ("Mediators and third parties", others), ("Denials", denials))
    return Section("Statements and positions", blocks, "No statements.")


def _easing(claims: Sequence[Claim]) -> Section:
    blocks = _blocks((None, [claim for claim in claims if _is_easing(claim)]))
    return Section("De-escalation and cooperation", blocks, "Nothing of the kind is told as having happened.")


def _claimed_purposes(claims: Sequence[Claim]) -> Section:
    blocks = _blocks(
        ("What moves are said to be for", [claim for claim in claims if claim.purpose]),
        ("What forces are said to be made of", [claim for claim in claims if claim.composition]),
    )
    return Section("Purposes and forces, as claimed", blocks, "No purposes or make-up of forces are claimed.")


def _not_happened(claims: Sequence[Claim]) -> Section:
    def held(*statuses: Status) -> list[Claim]:
        return [claim for claim in claims if claim.event and claim.status in statuses]

    blocks = _blocks(
        ("Planned or announced", held(Status.PLANNED)),
        ("Possible or feared", held(Status.HYPOTHETICAL)),
        ("Under a condition", held(Status.CONDITIONAL)),
        ("Demanded", held(Status.DEMANDED)),
        ("Background", held(Status.HISTORICAL, Status.STATE)),
    )
    return Section("Not told as having happened", blocks, "Nothing planned, feared, conditional or demanded.")


def _not_known(claims: Sequence[Claim], reports: Sequence[Report]) -> Section:
    told = [claim for claim in claims if claim.counts and claim.event]
    gaps = (
        (
            "rests",
            "rest",
            "on speakers without a name alone",
            [claim for claim in claims if _is_anonymous(claim)],
        ),
        ("names", "name", "no actor", [claim for claim in told if not (claim.event and claim.event.actors)]),
        ("names", "name", "no place that could be found", [claim for claim in told if not _has_place(claim)]),
        ("has", "have", "no day", [claim for claim in told if not _has_day(claim)]),
        ("is", "are", "marked for a person to look at", [claim for claim in claims if claim.review]),
    )
    sentences = [
        Sentence(
            f"{_many(len(found), 'claim')} {one if len(found) == 1 else many} {what}.",
            tuple(claim.id for claim in found),
        )
        for one, many, what, found in gaps
        if found
    ]
    undated = [report.id for report in reports if report.published is None]
    if undated:
        sentences.append(
            Sentence(
                f"{_many(len(undated), 'report')} without a day of publication: {', '.join(undated)}.", ()
            )
        )
    return Section(
        "What we do not know",
        (Block(None, tuple(sentences)),) if sentences else (),
        "No gaps were found." if reports else "No report was read: nothing is known.",
    )


def _blocks(*groups: tuple[str | None, list[Claim]]) -> tuple[Block, ...]:
    return tuple(Block(title, _said(claims)) for title, claims in groups if claims)


def _said(claims: Iterable[Claim]) -> tuple[Sentence, ...]:
    """One sentence for all claims that say the same."""
    said: dict[str, list[str]] = {}
    for claim in claims:
        said.setdefault(sentence(claim), []).append(claim.id)
    return tuple(Sentence(text, tuple(ids)) for text, ids in said.items())


def _is_statement(claim: Claim) -> bool:
    return claim.event is not None and (claim.event.root in _STATEMENTS or claim.third_party)


def _is_easing(claim: Claim) -> bool:
    return (
        claim.event is not None
        and claim.counts
        and not claim.third_party
        and claim.event.root in _EASING
        and not _is_arming(claim)
    )


def _is_arming(claim: Claim) -> bool:
    """Aid to a force is no easing."""
    return claim.event is not None and claim.event.root is Root.AID and "military" in claim.event.contexts


def _is_material(claim: Claim) -> bool:
    return (
        claim.event is not None
        and claim.counts
        and not _is_statement(claim)
        and (claim.event.root not in _EASING or _is_arming(claim))
    )


def _is_possible(claim: Claim) -> bool:
    return claim.event is not None and claim.status in {Status.HYPOTHETICAL, Status.CONDITIONAL}


def _is_anonymous(claim: Claim) -> bool:
    return bool(claim.speakers) and all(speaker.anonymous for speaker in claim.speakers)


def _has_place(claim: Claim) -> bool:
    places = claim.event.places if claim.event else ()
    return any(place.lat is not None for place in places)


def _has_day(claim: Claim) -> bool:
    occurred = claim.event.occurred if claim.event else None
    return occurred is not None and occurred.earliest is not None


def _gravity(claim: Claim) -> tuple[int, int]:
    event = claim.event
    if event is None:
        return 0, len(_GRAVITY)
    dead = event.fatalities.best or event.fatalities.low or 0
    return -dead, _GRAVITY.index(event.root) if event.root in _GRAVITY else len(_GRAVITY)


def _region(claim: Claim) -> tuple[str, str]:
    places = claim.event.places if claim.event else ()
    if claim.control and claim.control.area:
        places = (claim.control.area,)
    place = next((place for place in places if place.country), None)
    if place is None:
        return _NO_COUNTRY, _actors_country(claim)
    return country_name(place.country or ""), place.admin1 or ""


def _actors_country(claim: Claim) -> str:
    """Where those come from who act, for events whose place is not known."""
    actors = (*claim.event.actors, *claim.event.recipients) if claim.event else ()
    names = (country_name(actor.country) for actor in actors if actor.country)
    return next((f"actors of {name}" for name in names if len(name) > 3), "")


def _annex(claims: Sequence[Claim], reports: dict[str, Report]) -> tuple[Entry, ...]:
    known = (claim for claim in claims if claim.report in reports)
    return tuple(_entry(number, claim, reports[claim.report]) for number, claim in enumerate(known, 1))


def _entry(number: int, claim: Claim, report: Report) -> Entry:
    start, end = max(claim.start - 80, 0), claim.end + 80
    before, after = report.text[start : claim.start], report.text[claim.end : end]
    return Entry(
        number,
        claim,
        report,
        ("…" if start else "") + before.lstrip(),
        report.text[claim.start : claim.end],
        after.rstrip() + ("…" if end < len(report.text) else ""),
    )


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
