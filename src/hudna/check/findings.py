"""Incidents against provisions: cases for the rules, and their answers as findings.

An inconsistency is alleged where nobody but those with a stake, or without a name, tell
it; otherwise apparent. It is verified only where a person's judgement says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from hudna.check.asked import Ask, Asked
from hudna.check.case import Answer, Case, MadeOf
from hudna.check.judged import Judged, judged
from hudna.check.labels import accusers, deniers, is_alleged
from hudna.check.parties import Bound
from hudna.check.scope import is_after, timing_of
from hudna.check.wording import names_object
from hudna.model.days import on_day
from hudna.model.evidence import Telling, day_of
from hudna.model.finding import Finding, Label, Verdict
from hudna.model.incident import Incident, Party, Verification, Where

__all__ = ["Asked", "finding_id", "findings", "findings_of"]
_OPEN: frozenset[Verdict] = frozenset({"inconsistent", "undetermined"})


def findings(asked: Asked) -> tuple[Finding, ...]:
    """The findings on every incident, in the order of incidents and provisions."""
    decided = judged(asked.evidence.judgements)
    return tuple(
        finding for incident in asked.evidence.incidents for finding in findings_of(incident, asked, decided)
    )


def findings_of(incident: Incident, asked: Asked, decided: Judged) -> Iterator[Finding]:
    """What each provision says to one incident; nothing where it is no matter of it."""
    asks = asked.by_root.get(incident.root, ())
    if not asks or not incident.counts:
        return
    tellings = asked.evidence.tellings(incident)
    told: dict[str, _Told] = {}
    for ask in asks:
        if incident.third_party and not ask.rule.third_parties:
            continue
        if ask.agreement.id not in told:
            told[ask.agreement.id] = _told(incident, ask, asked, tellings)
        case = _case(incident, ask, asked, told[ask.agreement.id])
        answer = ask.rule.judge(case)
        if answer is not None:
            yield _finding(case, ask, _tempered(answer, case, asked), decided)


def finding_id(agreement: str, provision: str, about: str, party: str | None) -> str:
    """The same finding has the same id in every run."""
    return f"f{sha256(f'{agreement}|{provision}|{about}|{party}'.encode()).hexdigest()[:15]}"


@dataclass(frozen=True, slots=True)
class _Told:
    """What is the same for every provision of one agreement."""

    tellings: tuple[Telling, ...]
    doers: tuple[Bound, ...]
    others: tuple[Bound, ...]
    speakers: tuple[Bound, ...]
    places: tuple[tuple[str, Where], ...]
    holders: tuple[str, ...]
    holder_claims: tuple[str, ...]


def _told(incident: Incident, ask: Ask, asked: Asked, tellings: tuple[Telling, ...]) -> _Told:
    on = day_of(incident)
    holders, claims = asked.holders(incident, on, ask.agreement)
    speakers = (telling.speaker for telling in tellings if telling.speaker)
    return _Told(
        tellings,
        asked.bind_all(incident.actors, on, ask.agreement),
        asked.bind_all(incident.recipients, on, ask.agreement),
        asked.bind_all(speakers, on, ask.agreement),
        _places(incident),
        tuple(holders),
        tuple(claims),
    )


def _case(incident: Incident, ask: Ask, asked: Asked, told: _Told) -> Case:
    on, reach = day_of(incident), asked.rules.constants.undated_reach_days.value
    deadline = ask.provision.deadline
    return Case(
        incident=incident,
        provision=ask.provision,
        agreement=ask.agreement,
        tellings=told.tellings,
        doers=told.doers,
        others=told.others,
        places=told.places,
        on=on,
        after_deadline=is_after(incident, deadline, reach) if deadline else None,
        holders=told.holders,
        holder_claims=told.holder_claims,
        speakers=told.speakers,
        made_of=_made_of(incident, ask, asked, on),
        object_named=names_object(ask.provision, told.tellings),
    )


def _places(incident: Incident) -> tuple[tuple[str, Where], ...]:
    """The places smaller than a country, with their roles."""
    given = incident.places or ((("at", incident.place),) if incident.place else ())
    return tuple((role, where) for role, where in given if where.precision != "country")


def _made_of(incident: Incident, ask: Ask, asked: Asked, on: date | None) -> tuple[MadeOf, ...]:
    hosts = {host.actor for host in ask.provision.foreign}
    found = []
    for stated in asked.makeups.get(incident.id, ()) if hosts else ():
        foreign = [party for party in stated.made_of if party.id in hosts]
        if foreign and stated.status not in {"denied", "hypothetical", "planned", "demanded", "conditional"}:
            found.append(MadeOf(stated, asked.bind_all(foreign, on, ask.agreement)))
    return tuple(found)


def _tempered(answer: Answer, case: Case, asked: Asked) -> Answer:
    """The answer with time and country taken into account."""
    countries = {where.country for _, where in case.places if where.country}
    if countries and countries.isdisjoint(case.agreement.countries):
        return _beyond(
            answer, f"It is told of in {', '.join(sorted(countries))}.", "The agreement does not hold there."
        )
    start, until = case.provision.start, case.provision.until or case.agreement.ended
    lapsed = f" after {on_day(until)}" if until else ""
    match timing_of(case.incident, start, until, asked.rules.constants.undated_reach_days.value):
        case "before":
            return _beyond(
                answer, answer.told, f"It lies before {on_day(start)}, when the provision came into force."
            )
        case "lapsed":
            return _beyond(answer, answer.told, f"It lies{lapsed}, when the provision lapsed.")
        case "straddles" | "undated" if answer.verdict in _OPEN | {"consistent"}:
            return Answer(
                "undetermined", answer.told, f"Whether it lies after {on_day(start)}, when the provision came into force, is not told.",
                answer.party, ("the day", *answer.missing), answer.by, answer.alleged, answer.claims,
            )  # fmt: skip
        case _:
            return answer


def _beyond(answer: Answer, told: str, so: str) -> Answer:
    return Answer("out_of_scope", told, so, answer.party, claims=answer.claims)


def _finding(case: Case, ask: Ask, answer: Answer, decided: Judged) -> Finding:
    incident, provision = case.incident, case.provision
    name = finding_id(case.agreement.id, provision.id, incident.id, answer.party)
    denied = deniers(case.tellings)
    finding = Finding(
        id=name,
        agreement=case.agreement.id,
        provision=provision.id,
        kind=provision.kind,
        basis=provision.basis,
        question=ask.rule.question,
        party=answer.party,
        on=case.on,
        verdict=answer.verdict,
        label=_label(answer, case),
        by=_by(answer, case),
        denied_by=denied,
        because=answer.because,
        missing=tuple(dict.fromkeys(answer.missing)),
        severity=provision.severity if answer.verdict in _OPEN else None,
        verification=_verification(incident, denied),
        origins=len(incident.origins),
        theatre=incident.theatre,
        incidents=(incident.id,),
        claims=tuple(dict.fromkeys([*incident.claims, *answer.claims])),
    )
    return decided.applied(finding)


def _label(answer: Answer, case: Case) -> Label:
    if answer.verdict != "inconsistent":
        return "none"
    alleged = answer.alleged if answer.alleged is not None else is_alleged(case)
    return "alleged" if alleged else "apparent"


def _by(answer: Answer, case: Case) -> tuple[Party, ...]:
    if _label(answer, case) != "alleged":
        return ()
    return answer.by or accusers(case.tellings)


def _verification(incident: Incident, denied: Iterable[Party]) -> Verification:
    """The incident's place on the ladder; a denial disputes what no person has settled."""
    if tuple(denied) and incident.verification not in {"established", "refuted"}:
        return "disputed"
    return incident.verification
