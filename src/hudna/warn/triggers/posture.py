"""Forces that are out: one, several, or rivals facing each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from hudna.model.alert import Level
from hudna.model.claim import Root, Status
from hudna.model.evidence import day_of
from hudna.model.incident import Incident, Party
from hudna.model.picture import Posture, State
from hudna.warn.trigger import Trigger, reason, ruled
from hudna.warn.units import theatre_of
from hudna.warn.view import View

_OUT = frozenset({State.ALERT, State.MOBILISED, State.ENGAGED})
_HOSTILE = frozenset({Root.ASSAULT, Root.COERCE, Root.THREATEN})
_RANK = (State.ALERT, State.MOBILISED, State.ENGAGED)


def triggers(view: View) -> Iterator[Trigger]:
    """Are forces out in an area, and do they face each other?"""
    out = [one for one in view.picture.postures if _is_out(one, view)]
    for area, forces in _by_area(out, view).items():
        rivals = _rivals(forces, view) if area else []
        several = _strangers(forces, view) if area else []
        kind = "rivals-mobilised" if rivals else "forces-mobilised" if several else "force-mobilised"
        yield _trigger(kind, area, rivals or several or forces, view)


def _is_out(posture: Posture, view: View) -> bool:
    """Out by news of late, and in this theatre; what age alone left of it is no news."""
    here = posture.theatre == view.theatre or any(
        theatre_of(one) == view.theatre for one in view.named(cause.incident for cause in posture.causes)
    )
    heard = view.is_news(posture.last_heard, view.rules.trigger("force-mobilised").within_days)
    return here and heard and posture.state in _OUT and not posture.decayed and posture.basis != "none"


def _by_area(postures: Iterable[Posture], view: View) -> dict[str | None, list[Posture]]:
    """The forces of each smallest area, and of each larger one in which those of several smaller ones meet."""
    found: dict[str | None, list[Posture]] = defaultdict(list)
    given = list(postures)
    for posture in given:
        found[view.watched(posture.area)].append(posture)
    for one, other in combinations(given, 2):
        meet = _meet(one, other, view)
        if meet and _face(one, other, view):
            found[meet] += [each for each in (one, other) if each not in found[meet]]
    return dict(found)


def _meet(one: Posture, other: Posture, view: View) -> str | None:
    """The smallest watched area in which both are out."""
    if not one.area or not other.area:
        return None
    wider = view.zones.chain(other.area)
    return view.watched(next((area for area in view.zones.chain(one.area) if area in wider), None))


def _rivals(forces: Sequence[Posture], view: View) -> list[Posture]:
    pairs = [pair for pair in combinations(forces, 2) if _face(*pair, view)]
    return [one for one in forces if any(one in pair for pair in pairs)]


def _strangers(forces: Sequence[Posture], view: View) -> list[Posture]:
    firm = [one for one in forces if one.basis != "alleged"]
    pairs = [pair for pair in combinations(firm, 2) if not _are_kin(*pair, view)]
    return [one for one in forces if any(one in pair for pair in pairs)]


def _are_kin(one: Posture, other: Posture, view: View) -> bool:
    return view.cast.are_kin(one.actor, other.actor)


def _face(one: Posture, other: Posture, view: View) -> bool:
    """Two camps, or two forces of which one acted against the other of late; an allegation makes no rivals."""
    if _are_kin(one, other, view) or "alleged" in (one.basis, other.basis):
        return False
    if one.side and other.side and one.side != other.side:
        return True
    return any(_between(incident, one, other, view) for incident in _hostile(view))


def _hostile(view: View) -> Iterator[Incident]:
    for incident in view.since(view.rules.trigger("rivals-mobilised").within_days):
        told = incident.counts and not incident.third_party and incident.status is not Status.ALLEGED
        if told and incident.root in _HOSTILE:
            yield incident


def _between(incident: Incident, one: Posture, other: Posture, view: View) -> bool:
    does, suffers = incident.actors, incident.recipients or incident.actors
    return (_has(does, one, view) and _has(suffers, other, view)) or (
        _has(does, other, view) and _has(suffers, one, view)
    )


def _has(parties: Iterable[Party], posture: Posture, view: View) -> bool:
    return any(party.id and view.cast.are_kin(party.id, posture.actor) for party in parties)


def _trigger(kind: str, area: str | None, forces: Sequence[Posture], view: View) -> Trigger:
    days = view.rules.trigger(kind).within_days
    news = any(view.is_news(one.since, days) for one in forces)
    level: Level | None = ruled(view, kind, news=news)
    incidents = view.named(
        cause.incident for one in forces for cause in one.causes if view.is_news(cause.on, days)
    )
    heard = max(one.last_heard for one in forces if one.last_heard)
    highest = max((one.state for one in forces), key=_RANK.index)
    return Trigger(
        kind,
        level,
        reason(
            view,
            kind,
            {
                "forces": tuple(dict.fromkeys(one.actor for one in forces)),
                "state": highest.value,
                "area": area or "",
                "on": heard.isoformat(),
            },
            level=level,
            incidents=incidents,
            claims=dict.fromkeys(claim for one in incidents for claim in one.claims),
        ),
        area=area,
        on=max((day for one in incidents if (day := day_of(one))), default=heard),
        ends=(
            f"no force is told of as out in {view.speech.area(area)} for {days} days, or their withdrawal is told of",
        ),
    )
