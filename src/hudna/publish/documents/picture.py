"""Sections on the picture: posture of forces, movements, who is said to hold what, what eases.

English says them in full sentences; another language says the same records in tables and by the
templates of its documents.yml.
"""

from hudna.model.picture import Holding, Movement, Posture, State, StatedMakeup, StatedPurpose
from hudna.publish.control_section import control_section
from hudna.publish.desk import Desk, is_easing
from hudna.publish.document import Block, Grid, Part, Section, Sentence
from hudna.publish.documents.told import called
from hudna.publish.easing_section import easing_section
from hudna.publish.movement_section import movement_section
from hudna.publish.posture_section import posture_section

# Postures and statements of control beyond these are in the exports.
_ROWS = 40


def forces(desk: Desk) -> Section:
    """The posture of each force, ordered apart from seen."""
    postures = desk.edition.picture.postures
    parts: tuple[Part, ...] = posture_section(postures).blocks if desk.tells_rules else _postures(desk)
    return desk.section("forces", parts, "none_forces")


def _postures(desk: Desk) -> tuple[Grid, ...]:
    shown = [one for one in desk.edition.picture.postures if one.state is not State.NORMAL][:_ROWS]
    if not shown:
        return ()
    head = ("head_actor", "head_area", "head_state", "head_ordered", "head_observed", "head_heard")
    return (
        Grid(
            None,
            tuple(desk.label(name) for name in head),
            tuple(_posture(one, desk) for one in shown),
        ),
    )


def _posture(one: Posture, desk: Desk) -> tuple[Sentence, ...]:
    def state(found: State | None) -> str:
        return desk.words.value(found.value) if found else "–"

    name = desk.say.naming.actor(one.actor) or one.name
    alleged = f" ({desk.words.value('alleged')})" if one.basis == "alleged" else ""
    return (
        Sentence(name, one.claims), Sentence(_area(one, desk)), Sentence(state(one.state) + alleged), Sentence(state(one.ordered)),
        Sentence(state(one.observed)), Sentence(desk.day(one.last_heard)),
    )  # fmt: skip


def _area(one: Posture, desk: Desk) -> str:
    return desk.say.naming.area(one.area, one.area_name) or "–"


def moves(desk: Desk) -> Section:
    """Forces on the move in the period, with every purpose that anybody names."""
    found = [one for one in desk.edition.picture.movements if desk.in_period(one.last_seen)]
    if desk.tells_rules:
        return desk.section("moves", movement_section(found).blocks, "none_moves")
    sentences = tuple(line for one in found for line in _movement(one, desk))
    return desk.section("moves", (Block(None, sentences),) if sentences else (), "none_moves")


def _movement(one: Movement, desk: Desk) -> list[Sentence]:
    pairs = (("from", one.origin), ("toward", one.heading), ("to", one.destination), ("at", one.at))
    way = desk.say.where([(role, where) for role, where in pairs if where is not None]).strip()
    days = tuple(day for day in (one.first_seen, one.last_seen) if day)
    when = (
        f", {desk.day(days[0])}"
        if len(set(days)) == 1
        else f", {desk.label('to_day', first=desk.day(days[0]), last=desk.day(days[1]))}"
        if days
        else ""
    )
    line = desk.label(
        "movement_line",
        force=called(one.force, desk) or desk.words.parts["nobody"],
        way=way or "–",
        when=when,
    )
    return [Sentence(line, one.claims), *(_purpose(purpose, desk) for purpose in one.purposes)]


def _purpose(purpose: StatedPurpose, desk: Desk) -> Sentence:
    text = desk.label("movement_purpose", by=by_whom(purpose, desk), text=desk.words.quoted(purpose.text))
    return Sentence(f"{text}.", purpose.claims)


def by_whom(one: StatedPurpose | StatedMakeup, desk: Desk) -> str:
    """Who says it; reports in their own voice where nobody does."""
    if one.speaker is None:
        return desk.words.parts["own_voice"]
    return desk.say.voice(one.speaker.text, one.speaker.id, anonymous=one.anonymous)


def control(desk: Desk) -> Section:
    """Dated statements of who holds what, with those that cannot hold together marked."""
    shown = [one for one in desk.edition.picture.holdings if desk.in_period(one.as_of)][:_ROWS]
    parts: tuple[Part, ...] = control_section(shown).blocks if desk.tells_rules else _holdings(shown, desk)
    return desk.section("control", parts, "none_control")


def _holdings(shown: list[Holding], desk: Desk) -> tuple[Grid, ...]:
    if not shown:
        return ()
    head = ("head_place", "head_holder", "head_by", "head_day")
    rows = tuple(_holding(one, desk) for one in shown)
    return (Grid(None, tuple(desk.label(name) for name in head), rows),)


def _holding(one: Holding, desk: Desk) -> tuple[Sentence, ...]:
    holder = called((one.holder,), desk) if one.holder else "–"
    says = called((one.claimed_by,), desk) if one.claimed_by else one.source or desk.words.parts["own_voice"]
    against = f" ({desk.label('contradicted')})" if one.contradicts else ""
    return (
        Sentence(desk.say.place(one.place), one.claims), Sentence(f"{holder}: {desk.words.value(one.status)}{against}"),
        Sentence(says), Sentence(desk.day(one.as_of)),
    )  # fmt: skip


def easing(desk: Desk) -> Section:
    """What eases or strains, and whether the channels between the sides are told of."""
    beside = [desk.sentence(one) for one in desk.incidents if is_easing(one)]
    if desk.tells_rules:
        return desk.section("easing", easing_section(desk.edition.picture, beside).blocks, "none_easing")
    channels = tuple(
        _channel(one.name, one.last_contact, one.silent_days, one.claims, desk)
        for one in desk.edition.picture.channels
    )
    parts = [
        Block(title, lines)
        for title, lines in ((None, tuple(beside)), (desk.label("channels"), channels))
        if lines
    ]
    return desk.section("easing", parts, "none_easing")


def _channel(name: str, last: object, silent: int | None, claims: tuple[str, ...], desk: Desk) -> Sentence:
    if last is None:
        return Sentence(desk.label("channel_never", name=name), claims)
    kind = "channel_silent" if silent else "channel_open"
    return Sentence(desk.label(kind, name=name, day=desk.day(last), days=silent), claims)  # type: ignore[arg-type]
