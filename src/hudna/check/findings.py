"""Incidents against provisions: cases for the rules, and their answers as findings.

An inconsistency is alleged where nobody but those with a stake, or without a name, tell
it; otherwise apparent. It is verified only where a person's judgement says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from hudna.check.asked import Ask, Asked
from hudna.check.case import Answer, Case, MadeOf
from hudna.check.judged import Judged, judged
from hudna.check.labels import deniers, is_alleged
from hudna.check.parties import Bound
from hudna.check.scope import is_after, timing_of
from hudna.check.wording import names_object
from hudna.knowledge.base_map import country_names
from hudna.model.days import on_day
from hudna.model.finding import Finding, Label, Verdict
from hudna.model.incident import Incident, Party, Verification, Where
from hudna.model.view import View
from hudna.model.view import views as views_of

__all__ = ["Asked", "finding_id", "findings", "findings_of"]
_OPEN: frozenset[Verdict] = frozenset({"inconsistent", "undetermined"})
_FIRMEST: tuple[Verdict, ...] = ("inconsistent", "out_of_scope", "consistent", "undetermined")
_NOT_TOLD = frozenset({"denied", "hypothetical", "planned", "demanded", "conditional"})


def findings(asked: Asked) -> tuple[Finding, ...]:
    """The findings on every incident, in the order of incidents and provisions."""
    decided = judged(asked.evidence.judgements)
    return tuple(
        finding for incident in asked.evidence.incidents for finding in findings_of(incident, asked, decided)
    )


def findings_of(incident: Incident, asked: Asked, decided: Judged) -> Iterator[Finding]:
    """What each provision says to one incident; nothing where it is no matter of it.

    Every telling is put to the rule by itself. Tellings that get the same answer for the same
    party are one finding; where somebody answers more firmly, an open answer is dropped.
    """
    asks = asked.by_root.get(incident.root, ())
    views = [view for view in views_of(incident, asked.evidence) if view.telling.counts] if asks else []
    denied = deniers(view.telling for view in views_of(incident, asked.evidence)) if views else ()
    told: dict[tuple[str, int], _Told] = {}
    for ask in asks:
        if incident.third_party and not ask.rule.third_parties:
            continue
        answered: list[tuple[Answer, Case]] = []
        for number, view in enumerate(views):
            if view.root not in ask.rule.roots:
                continue
            key = (ask.agreement.id, number)
            if key not in told:
                told[key] = _told(view, ask, asked)
            case = _case(view, ask, asked, told[key])
            answer = ask.rule.judge(case)
            if answer is not None:
                answered.append((_tempered(answer, case, asked), case))
        for answers in _grouped(answered) if answered else ():
            yield decided.applied(_finding(answers, ask, denied))


def _grouped(answered: list[tuple[Answer, Case]]) -> list[list[tuple[Answer, Case]]]:
    """Answers of one verdict for one party together, the firmest verdicts first."""
    groups: dict[tuple[Verdict, str | None], list[tuple[Answer, Case]]] = {}
    for answer, case in answered:
        groups.setdefault((answer.verdict, answer.party), []).append((answer, case))
    firm = [key for key in groups if key[0] != "undetermined"]
    kept = [key for key in groups if key[0] != "undetermined" or not firm]
    named = [key for key in kept if key[1] is not None]
    # "Somebody not told" adds nothing beside the same answer for a party by name.
    kept = [key for key in kept if key[1] is not None or not any(key[0] == other[0] for other in named)]
    return [groups[key] for key in sorted(kept, key=lambda key: (_FIRMEST.index(key[0]), key[1] or ""))]


def finding_id(agreement: str, provision: str, about: str, party: str | None, verdict: str = "") -> str:
    """The same finding has the same id in every run."""
    words = f"{agreement}|{provision}|{about}|{party}|{verdict}"
    return f"f{sha256(words.encode()).hexdigest()[:15]}"


@dataclass(frozen=True, slots=True)
class _Told:
    """What is the same for every provision of one agreement."""

    doers: tuple[Bound, ...]
    others: tuple[Bound, ...]
    speakers: tuple[Bound, ...]
    places: tuple[tuple[str, Where], ...]
    holders: tuple[str, ...]
    holder_claims: tuple[str, ...]


def _told(view: View, ask: Ask, asked: Asked) -> _Told:
    on, places = view.on, _places(view, asked)
    holders, claims = asked.holders(places, on, ask.agreement)
    speaker = (view.telling.speaker,) if view.telling.speaker else ()
    return _Told(
        asked.bind_all(view.actors, on, ask.agreement),
        asked.bind_all(view.recipients, on, ask.agreement),
        asked.bind_all(speaker, on, ask.agreement),
        places,
        tuple(holders),
        tuple(claims),
    )


def _places(view: View, asked: Asked) -> tuple[tuple[str, Where], ...]:
    """The places smaller than a country; where a telling leaves open from where, as the movement has it."""
    told = tuple((role, one) for role, one in (*view.places, *view.lent) if one.precision != "country")
    origin = asked.origins.get(view.incident.id)
    if origin is None or any(role in {"from", "origin"} for role, _ in told):
        return told
    return (*told, ("from", origin))


def _case(view: View, ask: Ask, asked: Asked, told: _Told) -> Case:
    reach, deadline = asked.rules.constants.undated_reach_days.value, ask.provision.deadline
    return Case(
        view=view,
        provision=ask.provision,
        agreement=ask.agreement,
        doers=told.doers,
        others=told.others,
        places=told.places,
        after_deadline=is_after(view, deadline, reach) if deadline else None,
        holders=told.holders,
        holder_claims=told.holder_claims,
        speakers=told.speakers,
        made_of=_made_of(view, ask, asked),
        object_named=names_object(ask.provision, view.telling),
    )


def _made_of(view: View, ask: Ask, asked: Asked) -> tuple[MadeOf, ...]:
    hosts = {host.actor for host in ask.provision.foreign}
    found = []
    for stated in asked.makeups(view) if hosts else ():
        foreign = [party for party in stated.made_of if party.id in hosts]
        if foreign and stated.status not in _NOT_TOLD:
            found.append(MadeOf(stated, asked.bind_all(foreign, view.on, ask.agreement)))
    return tuple(found)


def _tempered(answer: Answer, case: Case, asked: Asked) -> Answer:
    """The answer with time and country taken into account."""
    countries = {where.country for _, where in (*case.places, *case.view.places) if where.country}
    if countries and countries.isdisjoint(case.agreement.countries):
        known = country_names("en")
        named = ", ".join(sorted(known.get(code, code) for code in countries))
        return _beyond(answer, f"It is told of in {named}.", "The agreement does not hold there.")
    if answer.verdict == "inconsistent" and not countries and _is_of_strangers(case):
        return _beyond(answer, answer.told, "No place is told, and nobody who is bound takes part.")
    start, until = case.provision.start, case.provision.until or case.agreement.ended
    lapsed = f" after {on_day(until)}" if until else ""
    match timing_of(case.view, start, until, asked.rules.constants.undated_reach_days.value):
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


def _is_of_strangers(case: Case) -> bool:
    """Told of another country's people alone, without a place: nothing says that it was where the agreement holds."""
    takes_part = (*case.doers, *case.others)
    return case.view.incident.theatre != case.agreement.theatre and not any(
        one.tie == "party" for one in takes_part
    )


def _beyond(answer: Answer, told: str, so: str) -> Answer:
    return Answer("out_of_scope", told, so, answer.party, claims=answer.claims)


def _finding(answers: list[tuple[Answer, Case]], ask: Ask, denied: tuple[Party, ...]) -> Finding:
    answer, case = answers[-1]
    incident, provision = case.view.incident, ask.provision
    cases = [one for _, one in answers]
    label = _label(answers)
    return Finding(
        id=finding_id(ask.agreement.id, provision.id, incident.id, answer.party, answer.verdict),
        agreement=ask.agreement.id,
        provision=provision.id,
        kind=provision.kind,
        basis=provision.basis,
        question=ask.rule.question,
        party=answer.party,
        on=max((one.view.on for one in cases if one.view.on), default=None),
        verdict=answer.verdict,
        label=label,
        by=_by(answers) if label == "alleged" else (),
        denied_by=denied,
        because=answer.because,
        missing=tuple(dict.fromkeys(fact for one, _ in answers for fact in one.missing)),
        severity=provision.severity if answer.verdict in _OPEN else None,
        verification=_verification(incident, denied),
        origins=incident.independent_origins,
        theatre=incident.theatre,
        incidents=(incident.id,),
        claims=_claims(answers),
    )


def _claims(answers: list[tuple[Answer, Case]]) -> tuple[str, ...]:
    names = [name for _, case in answers for name in case.view.telling.claims]
    return tuple(dict.fromkeys([*names, *(name for answer, _ in answers for name in answer.claims)]))


def _label(answers: list[tuple[Answer, Case]]) -> Label:
    """Alleged where every telling is no more than an allegation."""
    if answers[0][0].verdict != "inconsistent":
        return "none"
    return "alleged" if all(_is_alleged(answer, case) for answer, case in answers) else "apparent"


def _is_alleged(answer: Answer, case: Case) -> bool:
    return answer.alleged if answer.alleged is not None else is_alleged(case)


def _by(answers: list[tuple[Answer, Case]]) -> tuple[Party, ...]:
    named = [party for answer, _ in answers for party in answer.by]
    told = [case.view.telling.speaker for answer, case in answers if not answer.by]
    return tuple({(one.id or one.text): one for one in (*named, *told) if one}.values())


def _verification(incident: Incident, denied: tuple[Party, ...]) -> Verification:
    """The incident's place on the ladder; a denial disputes what no person has settled."""
    if denied and incident.verification not in {"established", "refuted"}:
        return "disputed"
    return incident.verification
