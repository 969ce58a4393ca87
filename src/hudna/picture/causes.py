"""What moves a posture: each incident as causes, one for each force, part of the theatre and way of telling.

An order is no move, a declaration no sighting, an allegation neither. What is planned
counts as announced and as nothing more; what is feared, demanded or denied moves nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from hudna.knowledge.pictures import Act
from hudna.model.claim import COUNTED, Claim, Root, SpeechAct, Status
from hudna.model.evidence import Telling, day_of, heard_on, party_of
from hudna.model.incident import Incident, Party
from hudna.model.picture import Cause, Dimension, Direction, How, State
from hudna.model.view import View
from hudna.picture.setting import Setting, Sight
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


@dataclass(frozen=True, slots=True)
class _Draft:
    """One telling of what a force did, before tellings of a kind are put together."""

    subject: Subject
    area: str | None
    how: How
    counts: bool
    state: State
    act: Act
    direction: Direction
    view: View

    @property
    def kind(self) -> tuple[str, str | None, How, bool, State]:
        """Tellings with the same kind are one cause."""
        return self.subject.id, self.area, self.how, self.counts, self.state


def causes_of(incident: Incident, sight: Sight, setting: Setting, whereabouts: Whereabouts) -> list[Moved]:
    """The causes that an incident makes, for each actor, area and way of telling."""
    if incident.third_party or day_of(incident) is None:
        return []
    views = sight.views(incident)
    drafts: dict[tuple[str, str | None, How, bool, State], list[_Draft]] = {}
    for view in views:
        for draft in _drafts(view, sight.kinds_of(view), setting, whereabouts):
            drafts.setdefault(draft.kind, []).append(draft)
    denied = _denials(views)
    return [_moved(incident, told, denied, whereabouts) for told in drafts.values()]


def _denials(views: Iterable[View]) -> tuple[Party, ...]:
    told = [view.telling for view in views]
    return tuple(one.speaker for one in told if one.status is Status.DENIED and one.speaker)


def _drafts(
    view: View, kinds: set[str | None], setting: Setting, whereabouts: Whereabouts
) -> Iterator[_Draft]:
    for subject in subjects_of(view, setting):
        act = setting.rules.act_of(view.root, view.mode, view.move, view.contexts, set(subject.against))
        held = _held(view.telling, act, subject, setting) if act else None
        if act is None or held is None:
            continue
        state = _level(act, kinds, subject, setting, whereabouts)
        direction = _direction(act, state, kinds, setting)
        for area in areas_of(view, setting):
            yield _Draft(subject, area, held[0], held[1], state, act, direction, view)


def _moved(
    incident: Incident, told: list[_Draft], denied: tuple[Party, ...], whereabouts: Whereabouts
) -> Moved:
    first = told[0]
    on = max((day for draft in told if (day := _day(draft))), default=date.min)
    if first.counts and first.how != "alleged":
        whereabouts.note(first.subject.id, first.state, on)
    because = _because(first)
    tellings = tuple(draft.view.telling for draft in told)
    cause = _cause(
        incident, on, first.state, first.how, first.act.dimension, first.direction, tellings, because
    )
    return Moved(
        first.subject.id, first.subject.name, first.area, cause, on, heard_on(incident), first.counts, denied,
        incident.theatre,
    )  # fmt: skip


def _because(draft: _Draft) -> str:
    """What the force did, or what is only announced of it."""
    if not draft.counts:
        return f"Planned or announced, not told as done: {draft.subject.told_as} {draft.act.pending}"
    return f"{draft.subject.told_as} {_deed(draft)}{_note(draft.act, draft.state)}"


def _deed(draft: _Draft) -> str:
    """What it did; who is only acted upon did not use the force that is told of."""
    return draft.act.says if draft.subject.acts else draft.act.suffered or draft.act.says


def _day(draft: _Draft) -> date | None:
    """When it moves a posture: what is announced does so when it is said, not when it is to be."""
    said = draft.view.telling.said
    return draft.view.on if draft.counts else said or draft.view.on


def presences(claims: Iterable[Claim], sight: Sight, setting: Setting) -> Iterator[Moved]:
    """The causes that lie in what forces are said to be made of: who is in a force is where it is."""
    for claim in claims:
        view = host_of(claim, sight)
        how = _how(sight.evidence.telling(claim), None)
        if view is None or how is None or claim.composition is None:
            continue
        for actor in claim.composition.made_of:
            yield from _presence(claim, party_of(actor), view, how, sight, setting)


def host_of(claim: Claim, sight: Sight) -> View | None:
    """The move whose force a composition is about: the last one told before it in the same report."""
    evidence = sight.evidence
    for other in reversed(evidence.in_report.get(claim.report, ())):
        incident = evidence.incident_of.get(other.id)
        if other.start < claim.end and other.event and incident and _is_move(other, incident):
            view = next((one for one in sight.views(incident) if other.id in one.telling.claims), None)
            if view is not None:
                return view
    return None


def _is_move(claim: Claim, incident: Incident) -> bool:
    return bool(
        claim.event
        and claim.event.root is Root.MOBILIZE
        and claim.status in COUNTED
        and not incident.third_party
    )


def _presence(
    claim: Claim, party: Party, view: View, how: How, sight: Sight, setting: Setting
) -> Iterator[Moved]:
    on, incident = view.on, view.incident
    if on is None or party.id is None:
        return
    telling = sight.evidence.telling(claim)
    name = setting.cast.name(party.id)
    because = f"{name} is said to be part of a force that moved"
    cause = _cause(incident, on, State.MOBILISED, how, "presence", "escalatory", (telling,), because)
    for area in areas_of(view, setting):
        yield Moved(party.id, name, area, cause, on, heard_on(incident), theatre=incident.theatre)


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


def _held(telling: Telling, act: Act, subject: Subject, setting: Setting) -> tuple[How, bool] | None:
    """How a telling holds an act, and whether it counts; None where it moves nothing."""
    how = _how(telling, act)
    if how is not None:
        return how, True
    if telling.status is Status.PLANNED and _own(telling, subject, setting):
        return "ordered", False
    return None


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


def areas_of(view: View, setting: Setting) -> list[str | None]:
    """The parts of the theatre for which a telling counts; [None] where none is named."""
    order = _LEAVES if view.root is Root.RETREAT else _LEADS
    for role in order:
        areas = [setting.zones.of(where) for had, where in view.places if had == role]
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
