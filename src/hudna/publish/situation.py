"""Claims and reports → the content of a situation report.

Pure: the same claims give the same words. Nothing is told that no claim says, what is
possible, feared or planned stands apart from what is told as having happened, and
every sentence names the claims it rests on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.model.agreement import Agreement
from hudna.model.claim import Claim, Root, Status
from hudna.model.finding import Review
from hudna.model.picture import Picture
from hudna.model.report import Issue, Report
from hudna.publish.ceasefire_section import ceasefire_section, declared_section
from hudna.publish.control_section import control_section
from hudna.publish.countries import country_name
from hudna.publish.easing_section import easing_section
from hudna.publish.key_points import picture_points
from hudna.publish.movement_section import movement_section
from hudna.publish.outlook_section import gaps, outlook_section
from hudna.publish.posture_section import posture_section
from hudna.publish.sections import Block, Section, Sentence, many
from hudna.publish.wording import sentence

_STATEMENTS = frozenset({Root.REQUEST, Root.ACCUSE, Root.REJECT, Root.THREATEN, Root.SUPPORT})
_EASING = frozenset({Root.AGREE, Root.CONSULT, Root.CONCEDE, Root.COOPERATE, Root.AID, Root.RETREAT})
# The gravest first, for the key points only; no index is made of it.
_GRAVITY = (Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.SANCTION, Root.THREATEN, Root.PROTEST)
_KEY_EVENTS = 4
_NO_COUNTRY = "Place not known"


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
    scope: str
    sections: tuple[Section, ...]
    annex: tuple[Entry, ...]
    skipped: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture of a day, what the agreements say to it, and of how many incidents it is."""

    picture: Picture
    review: Review
    agreements: tuple[Agreement, ...]
    incidents: int


def situation(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    issues: Sequence[Issue] = (),
    *,
    as_of: date | None = None,
    drawn: Drawn | None = None,
) -> Situation:
    """The situation as these claims tell it; `as_of` is the last day published where not given."""
    days = sorted(report.published for report in reports if report.published)
    return Situation(
        as_of=as_of or (days[-1] if days else None),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reports=len(reports),
        sources=len({report.source for report in reports if report.source}),
        scope=_scope(claims, drawn),
        sections=tuple(_sections(claims, reports, drawn)),
        annex=_annex(claims, {report.id: report for report in reports}),
        skipped=tuple(issues),
    )


def _scope(claims: Sequence[Claim], drawn: Drawn | None) -> str:
    if drawn is None:
        return "Claims are not joined into incidents: several may tell of one."
    return (
        f"{many(len(claims), 'claim')} are joined into {many(drawn.incidents, 'incident')}; posture, movements, "
        "control and findings are derived from them by the rules of the codebook."
    )


def _sections(claims: Sequence[Claim], reports: Sequence[Report], drawn: Drawn | None) -> Iterator[Section]:
    yield _key_points(claims, reports, drawn)
    if drawn is None:
        yield _by_country(claims)
        yield _statements(claims)
        yield _easing(claims)
        yield _claimed_purposes(claims)
        yield _not_happened(claims)
        yield _not_known(claims, reports)
        return
    picture = drawn.picture
    yield posture_section(picture.postures)
    yield movement_section(picture.movements)
    yield control_section(picture.holdings)
    yield _by_country(claims)
    yield _statements(claims)
    yield easing_section(picture, _said(claim for claim in claims if _is_easing(claim)))
    yield _claimed_purposes(_not_of_a_movement(claims, picture))
    yield ceasefire_section(drawn.review, drawn.agreements)
    yield declared_section(drawn.review.declared)
    yield _not_happened(claims)
    yield outlook_section(drawn.review)
    yield _not_known(claims, reports, gaps(picture, drawn.review))


def _not_of_a_movement(claims: Sequence[Claim], picture: Picture) -> list[Claim]:
    """The claims that no movement tells of as its purpose or make-up."""
    told = {
        name
        for one in picture.movements
        for part in ((*one.purposes, *one.feared), one.composition)
        for given in part
        for name in given.claims
    }
    return [claim for claim in claims if claim.id not in told]


def _key_points(claims: Sequence[Claim], reports: Sequence[Report], drawn: Drawn | None) -> Section:
    grave = sorted((claim for claim in claims if _is_material(claim)), key=_gravity)[:_KEY_EVENTS]
    easing = [claim for claim in claims if _is_easing(claim)][:1]
    feared = [claim for claim in claims if _is_possible(claim)][:1]
    told = [claim.id for claim in claims if claim.counts]
    scope = f"{many(len(reports), 'report')} made {many(len(claims), 'claim')}, of which "
    scope += f"{len(told)} {'is' if len(told) == 1 else 'are'} told as having happened."
    opening = (Sentence(scope, ()),) if claims else ()
    points = picture_points(drawn.picture, drawn.review) if drawn else ()
    block = Block(None, (*opening, *points, *_said([*grave, *easing, *feared])))
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


def _not_known(
    claims: Sequence[Claim], reports: Sequence[Report], derived: Sequence[Sentence] = ()
) -> Section:
    told = [claim for claim in claims if claim.counts and claim.event]
    known = (
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
    sentences = [*derived]
    sentences += [
        Sentence(
            f"{many(len(found), 'claim')} {one if len(found) == 1 else several} {what}.",
            tuple(claim.id for claim in found),
        )
        for one, several, what, found in known
        if found
    ]
    undated = [report.id for report in reports if report.published is None]
    if undated:
        sentences.append(
            Sentence(
                f"{many(len(undated), 'report')} without a day of publication: {', '.join(undated)}.", ()
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
