"""Single cases of the rules: gold/checks/<kind>.yml, one incident, one provision, one verdict.

A case writes only what differs from a dull default: a report in its own voice that tells of
something as having happened. Its id reads as a sentence.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from hudna.check import Asked, findings
from hudna.evaluate.links_records import Days, LinkSource
from hudna.evaluate.replay_claims import as_claim
from hudna.evaluate.replay_records import NAME, OwnPlace, ReplayActor, ReplayClaim, ReplayPlace, ReplayReport
from hudna.knowledge.agreements import agreement_named
from hudna.knowledge.checks import load_check_rules
from hudna.knowledge.files import load_list
from hudna.model.claim import Claim, Root, SpeechAct, Status
from hudna.model.evidence import Evidence, evidence_of, party_of, where_of
from hudna.model.finding import Finding
from hudna.model.incident import Incident, Verification, When
from hudna.model.judgement import Judgement
from hudna.model.record import Record
from hudna.picturing import draw_picture, setting

_DULL = date(2023, 3, 1)
_AS_OF = date(2025, 1, 1)


class Told(Record):
    """One telling: who does what to whom, where and when, by whose word."""

    root: Root
    mode: str | None = None
    move: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str | dict[str, Any], ...] = ()
    recipients: tuple[str | dict[str, Any], ...] = ()
    places: tuple[str | dict[str, Any], ...] = ()
    occurred: date | Days | None = _DULL
    status: Status = Status.ACTUAL
    act: SpeechAct = SpeechAct.REPORT
    by: str | dict[str, Any] | None = None
    made_of: tuple[str, ...] = ()
    made_of_status: Status = Status.REPORTED
    made_of_by: str | dict[str, Any] | None = None
    third_party: bool = False
    text: str = "It is told so."
    language: str = "en"


class Held(Record):
    """A statement before the incident that somebody holds a place."""

    place: str
    holder: str
    on: date = date(2023, 2, 1)
    control: str = "controlled"


class RuleCase(Record):
    """One case with its expected verdict; `verdict: null` where the incident is no matter of the provision."""

    id: str = Field(pattern=NAME)
    why: str | None = None
    agreement: str = "libya_2020"
    provision: str
    told: tuple[Told, ...] = Field(min_length=1)
    held: tuple[Held, ...] = ()
    places: tuple[OwnPlace, ...] = ()
    reported: date | None = None
    theatre: str | None = "libya"
    verification: Verification = "reported"
    judgement: dict[str, Any] | None = None
    verdict: str | None
    label: str | None = None
    party: str | None = "-"
    by: tuple[str, ...] | None = None
    missing: tuple[str, ...] = ()
    not_missing: tuple[str, ...] = ()
    settled: bool = Field(default=False, description="nothing is missing")
    says: tuple[str, ...] = ()
    verified_as: str | None = None
    number: int = 1


def load_cases(folder: Path) -> list[RuleCase]:
    """Every case of a folder, by file and order."""
    return [case for path in sorted(folder.glob("*.yml")) for case in load_list(path, RuleCase)]


def answers(case: RuleCase) -> list[Finding]:
    """What the provision of a case says to its incident."""
    evidence = _evidence(case)
    agreement = agreement_named(case.agreement)
    picture = draw_picture(evidence, _AS_OF, (agreement,))
    asked = Asked((agreement,), setting().cast, load_check_rules(), evidence, picture)
    found = [one for one in findings(asked) if one.provision == case.provision and "case" in one.incidents]
    if case.judgement and found:
        judged = Judgement.model_validate(
            {"id": "j1", "author": "reader", "reason": "seen", "made": "2024-01-01T00:00:00Z",
             "about": [found[0].id], **case.judgement}
        )  # fmt: skip
        asked = Asked((agreement,), setting().cast, load_check_rules(), _evidence(case, (judged,)), picture)
        found = [one for one in findings(asked) if one.provision == case.provision]
    return found


def faults(case: RuleCase) -> list[str]:
    """What a case expected and did not get."""
    found = answers(case)
    if case.verdict is None:
        return [f"{one.verdict}: {one.because}" for one in found]
    if len(found) != case.number:
        return [f"{len(found)} findings instead of {case.number}: {[one.verdict for one in found]}"]
    return [fault for fault in _against(case, found[0]) if fault]


def _against(case: RuleCase, one: Finding) -> Iterator[str]:
    told = f"; because: {one.because}; missing: {one.missing}"
    yield "" if one.verdict == case.verdict else f"verdict {one.verdict} instead of {case.verdict}{told}"
    yield "" if case.label in {None, one.label} else f"label {one.label} instead of {case.label}{told}"
    yield "" if case.party in {"-", one.party} else f"party {one.party} instead of {case.party}{told}"
    names = tuple(party.id or party.text for party in one.by)
    yield "" if case.by in {None, names} else f"by {names} instead of {case.by}{told}"
    lacking = [fact for fact in case.missing if not any(fact in given for given in one.missing)]
    yield f"missing lacks {lacking}{told}" if lacking else ""
    told_too = [fact for fact in case.not_missing if any(fact in given for given in one.missing)]
    yield f"missing names {told_too}{told}" if told_too else ""
    yield f"something is missing{told}" if case.settled and one.missing else ""
    unsaid = [words for words in case.says if words not in one.because]
    yield f"does not say {unsaid}{told}" if unsaid else ""
    if case.verified_as and one.verification != case.verified_as:
        yield f"verification {one.verification} instead of {case.verified_as}"


def _evidence(case: RuleCase, judgements: tuple[Judgement, ...] = ()) -> Evidence:
    places = {place.id: place.model_dump(exclude={"id"}) for place in case.places}
    claims: list[Claim] = []
    for number, told in enumerate(case.told):
        report = _report(f"r{number}", told, case.reported or _DULL)
        claims.append(as_claim(_claim(told), report, f"c{number}", places))
        if told.made_of:
            claims.append(as_claim(_made_of(told), report, f"m{number}", places))
    held = [
        as_claim(_control(one), _report(f"h{n}", case.told[0], one.on), f"h{n}", places)
        for n, one in enumerate(case.held)
    ]
    incident = _incident(case, [claim for claim in claims if claim.event])
    return evidence_of([incident], [*claims, *held], (), judgements)


def _report(name: str, told: Told, published: date) -> ReplayReport:
    return ReplayReport.model_validate(
        {
            "id": name,
            "source": _source(),
            "published": published,
            "language": told.language,
            "text": told.text,
            "claims": (),
        }
    )


@cache
def _source() -> LinkSource:
    return LinkSource(
        id="post", name="Kadra Post", language="en", country="KDR", family="post", reliability="C"
    )


def _claim(told: Told) -> ReplayClaim:
    days = told.occurred
    return ReplayClaim(
        text=told.text, start=0, end=len(told.text), root=told.root, mode=told.mode, move=told.move,
        contexts=told.contexts, status=told.status, act=told.act, third_party=told.third_party,
        actors=_people(told.actors), recipients=_people(told.recipients), speakers=_people((told.by,) if told.by else ()),
        places=tuple(ReplayPlace.model_validate({"id": one} if isinstance(one, str) else one) for one in told.places),
        occurred=Days(earliest=days, latest=days) if isinstance(days, date) else days,
    )  # fmt: skip


def _made_of(told: Told) -> ReplayClaim:
    by = told.made_of_by or told.by
    return ReplayClaim(
        text=told.text, start=0, end=len(told.text), content="composition", status=told.made_of_status,
        actors=_people(told.made_of), speakers=_people((by,) if by else ()),
    )  # fmt: skip


def _control(held: Held) -> ReplayClaim:
    return ReplayClaim.model_validate(
        {"text": "It is held.", "start": 0, "end": 11, "content": "control", "status": "state",
         "holder": _person(held.holder), "control": held.control, "places": ({"id": held.place},),
         "occurred": {"earliest": held.on, "latest": held.on}}
    )  # fmt: skip


def _people(given: tuple[Any, ...]) -> tuple[ReplayActor, ...]:
    return tuple(_person(one) for one in given)


def _person(one: str | dict[str, Any]) -> ReplayActor:
    """An id stands for a listed actor; a mapping gives words, sector and kind of one that nobody listed."""
    fields = {"words": one, "id": one} if isinstance(one, str) else one
    words = str(fields.get("words", "somebody"))
    rest = {key: value for key, value in fields.items() if key != "words"}
    return ReplayActor.model_validate({"text": words, "start": 0, "end": len(words), **rest})


def _incident(case: RuleCase, claims: list[Claim]) -> Incident:
    events = [claim.event for claim in claims if claim.event]
    first = events[0]
    places = tuple((place.role, where_of(place)) for event in events for place in event.places)
    days = first.occurred
    counted = any(claim.counts for claim in claims)
    actors = {actor.id or actor.text: party_of(actor) for event in events for actor in event.actors}
    recipients = {actor.id or actor.text: party_of(actor) for event in events for actor in event.recipients}
    return Incident(
        id="case", root=first.root, mode=first.mode, move=first.move, contexts=first.contexts, counts=counted,
        status=claims[0].status, third_party=any(claim.third_party for claim in claims),
        claims=tuple(claim.id for claim in claims), reports=tuple(dict.fromkeys(claim.report for claim in claims)),
        origins=tuple((claim.report,) for claim in claims), actors=tuple(actors.values()), recipients=tuple(recipients.values()),
        place=places[0][1] if places else None, places=places, first_reported=case.reported, last_reported=case.reported,
        occurred=When(earliest=days.earliest, latest=days.latest, precision=days.precision, basis=days.basis) if days else None,
        verification=case.verification, theatre=case.theatre,
    )  # fmt: skip
