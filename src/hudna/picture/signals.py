"""Acts that ease or strain without moving a force: talks, releases, joint patrols, calls for restraint.

A call by a third party is never conflict. What was promised, asked for or announced is
kept apart from what was done, and what is feared or denied is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from hudna.knowledge.pictures import SignalAct
from hudna.model.claim import Claim, Status
from hudna.model.evidence import day_of
from hudna.model.incident import Incident, Party
from hudna.model.picture import Signal, SignalKind
from hudna.picture.setting import Setting, Sight, places_of

_PROMISED = frozenset({Status.PLANNED, Status.DEMANDED})
_CALLS = frozenset({"call_for_restraint", "call_for_talks", "support_for_talks"})


def signals(sight: Sight, setting: Setting) -> tuple[Signal, ...]:
    """Every signal, by day and id."""
    found = [*_of_incidents(sight.evidence.incidents, setting), *_reassurances(sight, setting)]
    return tuple(sorted(found, key=lambda one: (one.on or date.max, one.id)))


def _of_incidents(incidents: Iterable[Incident], setting: Setting) -> Iterator[Signal]:
    for incident in incidents:
        act = setting.rules.signal_of(incident)
        if act and (incident.counts or incident.status in _PROMISED) and not _arms_a_force(incident):
            yield _signal(incident, act, setting)


def _arms_a_force(incident: Incident) -> bool:
    """Working together in war is no easing: COOPERATE with an ally whose other side is named."""
    return (
        incident.root.value == "COOPERATE"
        and len({party.side for party in incident.actors if party.side}) == 1
    )


def _signal(incident: Incident, act: SignalAct, setting: Setting) -> Signal:
    places = places_of(incident)
    names = [setting.named(party) for party in incident.actors]
    kind: SignalKind = "joint_body_met" if act.kind == "talks" and _joint(incident, setting) else act.kind
    return Signal(
        id=f"s{incident.id}"[:16],
        kind=kind,
        direction=act.direction,
        by=incident.actors,
        to=incident.recipients,
        third_party=incident.third_party,
        executed=act.executed and incident.counts and kind not in _CALLS,
        alleged=incident.status is Status.ALLEGED,
        on=day_of(incident),
        where=places[0][1] if places else None,
        because=f"{' and '.join(dict.fromkeys(names)) or 'Somebody not named'} {act.says}.",
        incidents=(incident.id,),
        claims=incident.claims,
    )


def _joint(incident: Incident, setting: Setting) -> bool:
    return any(setting.cast.side(party) == "both" for party in incident.actors)


def _reassurances(sight: Sight, setting: Setting) -> Iterator[Signal]:
    """Words that nobody is aimed at: a purpose that is declared by the one who moves."""
    for claim in sight.evidence.of_content("purpose"):
        if (
            claim.purpose
            and claim.purpose.purpose_kind == "no-hostile-intent"
            and claim.status is not Status.DENIED
        ):
            yield _reassurance(claim, sight, setting)


def _reassurance(claim: Claim, sight: Sight, setting: Setting) -> Signal:
    telling = sight.evidence.telling(claim)
    host = sight.evidence.incident_of.get(claim.purpose.of or "") if claim.purpose else None
    by: tuple[Party, ...] = (telling.speaker,) if telling.speaker else ()
    name = setting.named(by[0]) if by else "The report"
    return Signal(
        id=f"s{sha256(claim.id.encode()).hexdigest()[:15]}",
        kind="reassurance",
        direction="easing",
        by=by,
        executed=False,
        on=telling.said or (day_of(host) if host else None),
        because=f"{name} said that nobody is aimed at.",
        incidents=(host.id,) if host else (),
        claims=(claim.id,),
    )
