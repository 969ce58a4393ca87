"""Acts that ease or strain without moving a force: talks, releases, joint patrols, calls for restraint.

A call by a third party is never conflict. What was promised, asked for or announced is
kept apart from what was done, and what is feared or denied is left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from hudna.knowledge.pictures import SignalAct
from hudna.model.claim import Claim, Root, Status
from hudna.model.evidence import day_of
from hudna.model.incident import Incident, Party
from hudna.model.picture import Signal, SignalKind
from hudna.model.view import View, views
from hudna.picture.setting import Setting, Sight

_PROMISED = frozenset({Status.PLANNED, Status.DEMANDED})
_CALLS = frozenset({"call_for_restraint", "call_for_talks", "support_for_talks"})


def signals(sight: Sight, setting: Setting) -> tuple[Signal, ...]:
    """Every signal, by day and id."""
    found = [one for incident in sight.evidence.incidents for one in signals_of(incident, sight, setting)]
    found += reassurances(sight.evidence.of_content("purpose"), sight, setting)
    return tuple(sorted(found, key=by_day))


def by_day(one: Signal) -> tuple[date, str]:
    """Signals by day and id, those without a day last."""
    return one.on or date.max, one.id


def signals_of(incident: Incident, sight: Sight, setting: Setting) -> Iterator[Signal]:
    """One signal for each kind that an incident is told as."""
    kinds: dict[SignalKind, list[tuple[SignalAct, View]]] = {}
    # A call or a promise strains or eases by being told at all, however unsurely it is read.
    for view in views(incident, sight.evidence):
        act = setting.rules.signal_of(view, third_party=incident.third_party)
        if act and _is_told(view) and not _arms_a_force(view, setting):
            kinds.setdefault(_kind(act, view, setting), []).append((act, view))
    for kind, told in kinds.items():
        yield _signal(incident, kind, told, setting)


def _is_told(view: View) -> bool:
    return view.telling.counts or view.telling.status in _PROMISED


def _arms_a_force(view: View, setting: Setting) -> bool:
    """Working together in war is no easing: COOPERATE within one camp."""
    sides = {setting.cast.side(party) for party in view.actors} - {None}
    return view.root is Root.COOPERATE and len(sides) == 1 and sides != {"both"}


def _kind(act: SignalAct, view: View, setting: Setting) -> SignalKind:
    joint = any(setting.cast.side(party) == "both" for party in (*view.actors, *view.recipients))
    return "joint_body_met" if act.kind == "talks" and joint else act.kind


def _signal(
    incident: Incident, kind: SignalKind, told: list[tuple[SignalAct, View]], setting: Setting
) -> Signal:
    act, first = told[0]
    views = [view for _, view in told]
    by = {(party.id or party.text): party for view in reversed(views) for party in reversed(view.actors)}
    to = {(party.id or party.text): party for view in reversed(views) for party in reversed(view.recipients)}
    done = any(view.telling.counts for view in views)
    names = dict.fromkeys(setting.named(party) for party in by.values())
    return Signal(
        id=f"s{sha256(f'{incident.id}|{kind}'.encode()).hexdigest()[:15]}",
        kind=kind,
        direction=act.direction,
        by=tuple(reversed(by.values())),
        to=tuple(reversed(to.values())),
        third_party=incident.third_party,
        executed=act.executed and done and kind not in _CALLS,
        alleged=all(view.telling.status is Status.ALLEGED for view in views),
        on=first.on,
        where=next((where for view in views for _, where in view.places), None),
        because=_because(" and ".join(names), act, views),
        incidents=(incident.id,),
        claims=tuple(dict.fromkeys(name for view in views for name in view.telling.claims)),
    )


def _because(names: str, act: SignalAct, views: list[View]) -> str:
    """What was done; of what is only planned or asked for, never a sentence that says it was."""
    if any(view.telling.counts for view in views):
        return f"{names or 'Somebody not named'} {act.says}."
    planned = any(view.telling.status is Status.PLANNED for view in views)
    how = "Planned or announced" if planned else "Asked for"
    return f"{how}, not told as done: {names or 'somebody not named'} {act.pending}."


def reassurances(claims: Iterable[Claim], sight: Sight, setting: Setting) -> Iterator[Signal]:
    """Words that nobody is aimed at: a purpose that is declared by the one who moves."""
    for claim in claims:
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
