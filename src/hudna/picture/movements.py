"""Incidents of one force on the move → movements, with who says what they are for.

Incidents are one movement where the forces are kin, the places touch and no more than a
few days lie between; where one names no place, only the same force joins it, not its kin. A purpose keeps its speaker; none of them wins. What others hold
possible of the same force is listed apart: it has not happened.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from hudna.model.claim import Root, Status
from hudna.model.earth import distance_km, point_of
from hudna.model.evidence import Telling, day_of, order
from hudna.model.incident import Incident, Party, Where
from hudna.model.picture import How, Movement, Sighting
from hudna.model.view import View
from hudna.picture.purposes import Hosted, feared_of, hosted_by, makeup_of, purposes_of
from hudna.picture.setting import Setting, Sight
from hudna.picture.subjects import Subject, subjects_of

_MOVES = frozenset(
    {None, "deploy", "redeploy", "reinforce", "convoy", "airlift", "patrol", "exercise", "fortify"}
)
_HOW: dict[Status, How] = {
    Status.ACTUAL: "observed",
    Status.REPORTED: "observed",
    Status.DECLARED: "declared",
    Status.ALLEGED: "alleged",
    Status.PLANNED: "ordered",
}
# Places in the order in which a force passes them.
_PASSED = ("origin", "from", "along", "at", "near", "to", "toward")
# The firmest first: what a movement as a whole is told as.
_FIRM = (Status.ACTUAL, Status.REPORTED, Status.DECLARED, Status.ALLEGED, Status.PLANNED)


@dataclass
class Draft:
    """A movement while incidents are still being gathered."""

    subjects: list[Subject]
    withdrawal: bool
    first: date
    last: date
    incidents: list[Incident] = field(default_factory=list)
    places: dict[str, Where] = field(default_factory=dict)


class Gathering:
    """Movements while incidents come in, in the order of days."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.drafts: list[Draft] = []
        self._recent: dict[str, list[Draft]] = {}

    def add(self, incident: Incident, sight: Sight) -> Draft | None:
        """The movement that the incident joins or begins; None where it is no move of a force."""
        on = day_of(incident)
        if on is None or not _is_move(incident):
            return None
        views = [view for view in sight.views(incident) if view.telling.status in _HOW]
        subjects = _once(subject for view in views for subject in subjects_of(view, self.setting))
        if not subjects:
            return None
        told = (view for view in views if _tells_of(view, subjects, self.setting))
        places = {_named(where): where for view in told for _, where in view.places}
        draft = self._joined(incident, subjects, places, on)
        draft.incidents.append(incident)
        draft.places |= places
        draft.last = max(draft.last, on)
        return draft

    def _joined(
        self, incident: Incident, subjects: list[Subject], places: dict[str, Where], on: date
    ) -> Draft:
        constants = self.setting.rules.constants
        near = self._recent.setdefault(_root_of(subjects[0], self.setting), [])
        near[:] = [
            one for one in near
            if (on - one.last).days <= constants.movement_gap_days.value
            and (on - one.first).days <= constants.movement_span_days.value
        ]  # fmt: skip
        retreats = incident.root is Root.RETREAT
        for one in reversed(near):
            if one.withdrawal == retreats and _belongs(one, subjects, places, self.setting):
                return one
        draft = Draft(subjects, retreats, on, on)
        self.drafts.append(draft)
        near.append(draft)
        return draft


def movements(sight: Sight, setting: Setting) -> tuple[Movement, ...]:
    """Every movement that is told of, by first day and id."""
    gathering = Gathering(setting)
    for incident in sight.evidence.incidents:
        gathering.add(incident, sight)
    hosted = hosted_by(sight.evidence.of_content("composition"), sight)
    found = [finished(draft, sight, setting, hosted) for draft in gathering.drafts]
    return tuple(sorted(found, key=by_day))


def by_day(one: Movement) -> tuple[date, str]:
    """Movements by first day and id."""
    return one.first_seen or date.max, one.id


def _is_move(incident: Incident) -> bool:
    if incident.third_party or incident.status not in _HOW:
        return False
    return (incident.root is Root.MOBILIZE and incident.move in _MOVES and incident.mode != "police") or (
        incident.root is Root.RETREAT and incident.mode == "withdraw"
    )


def _once(subjects: Iterable[Subject]) -> list[Subject]:
    """The forces of all tellings; bare words beside a force that somebody names are that force."""
    found = {subject.id: subject for subject in subjects}
    listed = [subject for subject in found.values() if subject.party.id]
    return listed or list(found.values())


def _tells_of(view: View, subjects: Iterable[Subject], setting: Setting) -> bool:
    """Whether a telling names the force itself: "forces in the south" are nobody's until somebody says so."""
    own = [subject.id for subject in subjects_of(view, setting)]
    return any(setting.cast.are_kin(one, subject.id) for one in own for subject in subjects)


def _root_of(subject: Subject, setting: Setting) -> str:
    """The top of the chain of command: kin meet under one name."""
    return setting.cast.chain(subject.id)[-1] if subject.party.id else subject.id


def _belongs(draft: Draft, subjects: list[Subject], places: dict[str, Where], setting: Setting) -> bool:
    """Is it the same force, and the same way?

    A place that is not named could be any: then only the force itself is the same, no other part of an army.
    """
    if not draft.places or not places:
        return not {one.id for one in draft.subjects}.isdisjoint(one.id for one in subjects)
    kin = any(setting.cast.are_kin(one.id, other.id) for one in draft.subjects for other in subjects)
    return kin and _touch(draft.places, places, setting)


def _touch(known: dict[str, Where], new: dict[str, Where], setting: Setting) -> bool:
    """Named places must overlap or lie in one part of the theatre."""
    if not known.keys().isdisjoint(new):
        return True
    return any(_reach(one, other, setting) for one in known.values() for other in new.values())


def _named(where: Where) -> str:
    return where.id or where.name


def _reach(one: Where, other: Where, setting: Setting) -> bool:
    zone = setting.zones.of(one)
    if zone is not None and zone == setting.zones.of(other):
        return True
    here, there = point_of(one), point_of(other)
    if here is None or there is None:
        return one.name == other.name
    return distance_km(here, there) <= (one.radius_km or 0) + (other.radius_km or 0)


def finished(draft: Draft, sight: Sight, setting: Setting, hosted: Hosted) -> Movement:
    """The movement that a draft has become."""
    incidents = sorted(draft.incidents, key=order)
    seen = sightings(incidents, draft.subjects, sight, setting)
    days = [
        view.on for one in incidents for view in sight.views(one) if view.on and view.telling.status in _HOW
    ]
    purposes, makeup = purposes_of(incidents, sight), makeup_of(incidents, hosted)
    feared = feared_of(draft.subjects, incidents, sight, setting)
    own = [name for incident in incidents for name in incident.claims]
    stated = [name for one in purposes for name in one.claims]
    stated += [name for one in makeup for name in one.claims]
    return Movement(
        id=f"m{sha256('|'.join(one.id for one in incidents[:1]).encode()).hexdigest()[:15]}",
        force=_force(draft, incidents),
        side=setting.cast.side(draft.subjects[0].party),
        withdrawal=draft.withdrawal,
        composition=makeup,
        origin=_place(seen, "origin", "from"),
        heading=_place(seen, "toward"),
        destination=_place(seen, "to"),
        at=_place(seen, "at", "near", "along"),
        sightings=seen,
        purposes=purposes,
        feared=feared,
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        line=_line(seen),
        uncertainty_km=max((one.where.radius_km or 0 for one in seen), default=None),
        status=min((one.status for one in incidents), key=_FIRM.index).value,
        theatre=next((one.theatre for one in incidents if one.theatre), None),
        incidents=tuple(one.id for one in incidents),
        claims=tuple(dict.fromkeys([*own, *stated])),
    )


def _force(draft: Draft, incidents: list[Incident]) -> tuple[Party, ...]:
    parties = [subject.party for subject in draft.subjects]
    parties += [party for incident in incidents for party in incident.actors if party.id]
    return tuple({(party.id or party.text): party for party in parties}.values())


def sightings(
    incidents: Iterable[Incident], subjects: list[Subject], sight: Sight, setting: Setting
) -> tuple[Sighting, ...]:
    """Every place at which a force is told of, by day, with who says so and how."""
    found: dict[tuple[date | None, str, str, How], Sighting] = {}
    views = [view for incident in incidents for view in sight.views(incident)]
    for view in views:
        how = _HOW.get(view.telling.status)
        if how is None or not view.own_place or not _tells_of(view, subjects, setting):
            continue
        for role, where in view.places:
            key = (view.on, where.id or where.name, role, how)
            found[key] = _seen(found.get(key), key, where, view.telling)
    return tuple(sorted(found.values(), key=_passed))


def _seen(
    known: Sighting | None, key: tuple[date | None, str, str, How], where: Where, telling: Telling
) -> Sighting:
    by = {party.text: party for party in (known.by if known else ())}
    if telling.speaker:
        by[telling.speaker.text] = telling.speaker
    claims = dict.fromkeys([*(known.claims if known else ()), *telling.claims])
    return Sighting(
        on=key[0], where=where, role=key[2], how=key[3], by=tuple(by.values()), claims=tuple(claims)
    )


def _passed(one: Sighting) -> tuple[date, int, str, str]:
    return one.on or date.max, _PASSED.index(one.role), one.where.id or one.where.name, one.how


def _place(seen: Iterable[Sighting], *roles: str) -> Where | None:
    """The last place of these roles that is no country."""
    found = [one.where for one in seen if one.role in roles]
    return next((where for where in reversed(found) if where.precision != "country"), None)


def _line(seen: Iterable[Sighting]) -> tuple[tuple[float, float], ...]:
    """The points passed, each once; fewer than two are no line.

    Places of one day and role ("in the south and the west") have no order and are left out.
    """
    stops: dict[tuple[date | None, str], dict[tuple[float, float], None]] = {}
    for one in sorted(seen, key=_passed):
        point = point_of(one.where)
        if point and one.where.precision != "country":
            stops.setdefault((one.on, one.role), {})[point] = None
    ordered = [points for (_, role), points in stops.items() if len(points) == 1 or role == "along"]
    line = list(dict.fromkeys(point for points in ordered for point in points))
    return tuple(line) if len(line) > 1 else ()
