"""What moves a posture: each incident as causes, one for each way in which it is told.

An order is no move, a declaration no sighting, an allegation neither. What is planned
counts as announced and as nothing more; what is feared, demanded or denied moves nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from hudna.knowledge.pictures import Act
from hudna.model.claim import Claim, SpeechAct, Status
from hudna.model.evidence import Telling, day_of, heard_on, party_of
from hudna.model.incident import Incident, Party
from hudna.model.picture import Cause, Dimension, Direction, How, State
from hudna.picture.setting import Setting, Sight, places_of
from hudna.picture.subjects import Subject, subjects_of

_OUT = frozenset({State.MOBILISED, State.ENGAGED})
# A withdrawal leaves the place it is told of; any other move is where it leads.
_LEAVES = ("from", "at", "near", "origin", "along", "to", "toward")
_LEADS = ("to", "at", "toward", "near", "along")


@dataclass(frozen=True, slots=True)
class Moved:
    """A cause with the actor and area it counts for. `counts` is false for what is only announced."""

    actor: str
    name: str
    area: str | None
    cause: Cause
    on: date
    heard: date | None
    counts: bool = True
    denied_by: tuple[Party, ...] = ()
    theatre: str | None = None


@dataclass
class Whereabouts:
    """Which forces were told of as out of their bases, since when; recalls are read by it."""

    out: dict[str, date] = field(default_factory=dict)

    def note(self, actor: str, state: State, on: date) -> None:
        """Remember that an actor went out or came back."""
        if state in _OUT:
            self.out[actor] = on
        elif state is State.STANDING_DOWN:
            self.out.pop(actor, None)

    def is_out(self, actor: str, setting: Setting) -> bool:
        """Whether the actor or one above or below it is out."""
        return any(setting.cast.are_kin(actor, other) for other in self.out)


def causes_of(incident: Incident, sight: Sight, setting: Setting, whereabouts: Whereabouts) -> list[Moved]:
    """The causes that an incident makes, for each actor, area and way of telling."""
    on = day_of(incident)
    if incident.third_party or on is None:
        return []
    tellings = sight.evidence.tellings(incident)
    found: list[Moved] = []
    for subject in subjects_of(incident, on, setting):
        act = setting.rules.act_of(
            incident.root, incident.mode, incident.move, incident.contexts, set(subject.against)
        )
        if act:
            found += _for_subject(incident, act, subject, tellings, sight, setting, whereabouts, on)
    return found


def presences(sight: Sight, setting: Setting) -> Iterator[Moved]:
    """The causes that lie in what forces are said to be made of: who is in a force is where it is."""
    for claim in sight.evidence.of_content("composition"):
        incident = host_of(claim, sight)
        how = _how(sight.evidence.telling(claim), None)
        if incident is None or how is None or claim.composition is None:
            continue
        for actor in claim.composition.made_of:
            yield from _presence(claim, party_of(actor), incident, how, sight, setting)


def host_of(claim: Claim, sight: Sight) -> Incident | None:
    """The move whose force a composition is about: the last one told before it in the same report."""
    before = [
        incident
        for other in sight.evidence.in_report.get(claim.report, ())
        if other.start <= claim.start and (incident := sight.evidence.incident_of.get(other.id))
    ]
    return next((one for one in reversed(before) if _is_move(one)), None)


def _is_move(incident: Incident) -> bool:
    return incident.root.value == "MOBILIZE" and not incident.third_party and incident.counts


def _presence(
    claim: Claim, party: Party, incident: Incident, how: How, sight: Sight, setting: Setting
) -> Iterator[Moved]:
    on = day_of(incident)
    if on is None or party.id is None:
        return
    telling = sight.evidence.telling(claim)
    name = setting.cast.name(party.id)
    because = f"{name} is said to be part of a force that moved"
    cause = _cause(incident, on, State.MOBILISED, how, "presence", "escalatory", (telling,), because)
    for area in areas_of(incident, setting):
        yield Moved(party.id, name, area, cause, on, heard_on(incident), theatre=incident.theatre)


def _for_subject(
    incident: Incident, act: Act, subject: Subject, tellings: tuple[Telling, ...], sight: Sight,
    setting: Setting, whereabouts: Whereabouts, on: date,
) -> Iterator[Moved]:  # fmt: skip
    kinds = {claim.purpose.purpose_kind for claim in sight.purposes_of(incident) if claim.purpose}
    state = _level(act, kinds, subject, setting, whereabouts)
    direction = _direction(act, state, kinds, setting)
    denied = tuple(t.speaker for t in tellings if t.status is Status.DENIED and t.speaker)
    for (how, counts), told in _by_how(tellings, act, subject, setting):
        if counts and how != "alleged":
            whereabouts.note(subject.id, state, on)
        because = f"{subject.name} {act.says}{_note(act, state)}"
        cause = _cause(incident, on, state, how, act.dimension, direction, told, because)
        for area in areas_of(incident, setting):
            yield Moved(
                subject.id,
                subject.name,
                area,
                cause,
                on,
                heard_on(incident),
                counts,
                denied,
                incident.theatre,
            )


def _level(
    act: Act, kinds: set[str | None], subject: Subject, setting: Setting, whereabouts: Whereabouts
) -> State:
    """The level an act leads to; a recall ends a move unless a purpose of fighting is told with it."""
    if act.after_move_to is None:
        return act.to
    armed = kinds & {*setting.rules.defensive, *setting.rules.offensive}
    return act.after_move_to if whereabouts.is_out(subject.id, setting) and not armed else act.to


def _note(act: Act, state: State) -> str:
    if act.after_move_to is None:
        return ""
    return " after a move" if state is act.after_move_to else ", which is read as readiness"


def _direction(act: Act, state: State, kinds: set[str | None], setting: Setting) -> Direction:
    if state is State.STANDING_DOWN:
        return "de-escalatory"
    if kinds & set(setting.rules.offensive):
        return "escalatory"
    if act.dimension == "readiness" and kinds & set(setting.rules.defensive):
        return "defensive"
    return act.direction


def _by_how(
    tellings: Iterable[Telling], act: Act, subject: Subject, setting: Setting
) -> list[tuple[tuple[How, bool], tuple[Telling, ...]]]:
    """Tellings by how they tell it, the strongest first; what moves nothing is left out."""
    found: dict[tuple[How, bool], list[Telling]] = {}
    for telling in tellings:
        how = _how(telling, act)
        if how is not None:
            found.setdefault((how, True), []).append(telling)
        elif telling.status is Status.PLANNED and _own(telling, subject, setting):
            found.setdefault(("ordered", False), []).append(telling)
    return [
        (key, tuple(told)) for key, told in sorted(found.items(), key=lambda one: (one[0][0], not one[0][1]))
    ]


def _how(telling: Telling, act: Act | None) -> How | None:
    if telling.status is Status.ALLEGED:
        return "alleged"
    if not telling.counts:
        return None
    if telling.act is SpeechAct.ORDER or (act is not None and act.nature == "order"):
        return "ordered"
    return "declared" if telling.status is Status.DECLARED else "observed"


def _own(telling: Telling, subject: Subject, setting: Setting) -> bool:
    """Whether a plan is the subject's own, or an order of somebody else to it."""
    speaker = telling.speaker.id if telling.speaker else None
    return telling.act is SpeechAct.ORDER or (
        speaker is not None and setting.cast.are_kin(setting.cast.force(speaker, telling.said), subject.id)
    )


def areas_of(incident: Incident, setting: Setting) -> list[str | None]:
    """The parts of the theatre for which an incident counts; [None] where none is named."""
    places = places_of(incident)
    order = _LEAVES if incident.root.value == "RETREAT" else _LEADS
    for role in order:
        areas = [setting.zones.of(where) for had, where in places if had == role]
        named = list(dict.fromkeys(area for area in areas if area))
        if named:
            return list(named)
    return [None]


def _cause(
    incident: Incident, on: date, state: State, how: How, dimension: Dimension, direction: Direction,
    told: tuple[Telling, ...], because: str,
) -> Cause:  # fmt: skip
    speakers = {telling.speaker.text: telling.speaker for telling in told if telling.speaker}
    return Cause(
        incident=incident.id,
        on=on,
        to=state,
        how=how,
        dimension=dimension,
        direction=direction,
        by=tuple(speakers.values()),
        because=because,
        claims=tuple(dict.fromkeys(name for telling in told for name in telling.claims)),
    )
