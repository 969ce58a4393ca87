"""The picture by the templates of a language: postures and holders in tables, movements and signals in lines."""

from collections.abc import Iterable, Iterator, Sequence

from hudna.model.picture import (
    Channel,
    Holding,
    Movement,
    Posture,
    Signal,
    State,
    StatedMakeup,
    StatedPurpose,
)
from hudna.publish.desk import Desk, called
from hudna.publish.document import Block, Grid, Part, Sentence

# Postures beyond these are in the exports.
_ROWS = 40


def postures_in_rows(desk: Desk) -> tuple[Part, ...]:
    """A row for each posture that is not normal, with what brought it about; those that age alone has lowered in a line."""
    held = desk.edition.picture.postures
    shown = [one for one in held if one.state is not State.NORMAL][:_ROWS]
    head = ["head_actor", "head_area", "head_state", "head_ordered", "head_observed", "head_heard"]
    head += ["head_because"] if desk.says_rules else []
    rows = tuple(_posture(one, desk) for one in shown)
    past = tuple(_past(one, desk) for one in held if one.state is State.NORMAL and one.decayed)
    parts: list[Part] = [Grid(None, tuple(desk.label(name) for name in head), rows)] if rows else []
    return (*parts, Block(desk.label("posture_past"), past)) if past and desk.says_rules else tuple(parts)


def _posture(one: Posture, desk: Desk) -> tuple[Sentence, ...]:
    def state(found: State | None) -> str:
        return desk.words.value(found.value) if found else "–"

    alleged = f" ({desk.words.value('alleged')})" if one.basis == "alleged" else ""
    row = (
        Sentence(actor_of(one, desk), one.claims), Sentence(area_of(one, desk)), Sentence(state(one.state) + alleged),
        Sentence(state(one.ordered)), Sentence(state(one.observed)), Sentence(desk.day(one.last_heard)),
    )  # fmt: skip
    return (*row, Sentence(_cause(one, desk))) if desk.says_rules else row


def _cause(one: Posture, desk: Desk) -> str:
    said = [_ended(desk.own(one.causes[-1].because))] if one.causes else []
    said += [desk.label("by_age")] if one.decayed else []
    said += [desk.label("denied_by", by=called(one.denied_by, desk))] if one.denied_by else []
    return " ".join(said) or "–"


def _past(one: Posture, desk: Desk) -> Sentence:
    return Sentence(
        desk.label(
            "past_line", actor=actor_of(one, desk), area=area_after(one, desk), day=desk.day(one.last_heard)
        ),
        one.claims,
    )


def actor_of(one: Posture, desk: Desk) -> str:
    """Whose posture it is."""
    return desk.say.naming.actor(one.actor) or desk.named(one.name)


def area_of(one: Posture, desk: Desk) -> str:
    """Where it holds; a dash where it holds of the force as a whole."""
    return desk.say.naming.area(one.area, one.area_name) or "–"


def area_after(one: Posture, desk: Desk) -> str:
    """', Tripoli'; nothing where it holds of the force as a whole."""
    area = desk.say.naming.area(one.area, one.area_name)
    return f"{desk.words.join[0]}{area}" if area else ""


def movement_lines(one: Movement, desk: Desk) -> list[Sentence]:
    """A movement with how it is held, the purposes that anybody names, what is feared of it and what it is made of."""
    line = desk.label(
        "movement_line", force=called(one.force, desk) or desk.words.parts["force"],
        kind=desk.words.value("withdrawal_of" if one.withdrawal else "movement_of"), way=_way(one, desk), when=_when(one, desk),
        status=desk.words.value(one.status),
    )  # fmt: skip
    purposes = (_purpose(purpose, desk) for purpose in one.purposes)
    if not desk.says_rules:
        return [Sentence(line, one.claims), *purposes]
    feared = (_feared(purpose, desk) for purpose in one.feared)
    made = (_makeup(makeup, desk) for makeup in one.composition)
    return [Sentence(line, one.claims), *purposes, *feared, *made]


def _way(one: Movement, desk: Desk) -> str:
    pairs = (("from", one.origin), ("toward", one.heading), ("to", one.destination), ("at", one.at))
    way = desk.say.where([(role, where) for role, where in pairs if where is not None]).strip()
    return way or desk.label("way_unknown")


def _when(one: Movement, desk: Desk) -> str:
    days = sorted({day for day in (one.first_seen, one.last_seen) if day})
    if not days:
        return desk.label("not_known_day")
    first, last = desk.day(days[0]), desk.day(days[-1])
    return first if len(days) == 1 else desk.label("to_day", first=first, last=last)


def _purpose(one: StatedPurpose, desk: Desk) -> Sentence:
    text = desk.label("movement_purpose", by=by_whom(one, desk), text=desk.words.quoted(one.text))
    return Sentence(f"{text} ({desk.words.value(one.status)}).", one.claims, 1)


def _feared(one: StatedPurpose, desk: Desk) -> Sentence:
    text = desk.label("movement_feared", by=by_whom(one, desk), text=desk.words.quoted(one.text))
    return Sentence(text, one.claims, 1)


def _makeup(one: StatedMakeup, desk: Desk) -> Sentence:
    share = desk.words.parts["share"].format(share=desk.words.value(one.share)) if one.share else ""
    text = desk.label(
        "movement_makeup", by=by_whom(one, desk), made_of=called(one.made_of, desk), share=share,
        status=desk.words.value(one.status),
    )  # fmt: skip
    return Sentence(text, one.claims, 1)


def by_whom(one: StatedPurpose | StatedMakeup, desk: Desk) -> str:
    """Who says it; reports in their own voice where nobody does."""
    if one.speaker is None:
        return desk.words.parts["own_voice"]
    return desk.say.voice(one.speaker.text, one.speaker.id, anonymous=one.anonymous)


def holdings_in_rows(shown: Sequence[Holding], desk: Desk) -> tuple[Grid, ...]:
    """A row for each statement of who holds what."""
    if not shown:
        return ()
    head = ("head_place", "head_holder", "head_by", "head_day")
    rows = tuple(_holding(one, desk) for one in shown)
    return (Grid(None, tuple(desk.label(name) for name in head), rows),)


def _holding(one: Holding, desk: Desk) -> tuple[Sentence, ...]:
    holder = called((one.holder,), desk) if one.holder else "–"
    says = called((one.claimed_by,), desk) if one.claimed_by else one.source or desk.words.parts["own_voice"]
    held = [desk.words.value(one.status)]
    held += [desk.words.value("alleged")] if one.alleged else []
    held += [desk.label("contradicted")] if one.contradicts else []
    return (
        Sentence(desk.say.place(one.place), one.claims), Sentence(f"{holder}: {desk.words.join[0].join(held)}"),
        Sentence(says), Sentence(desk.day(one.as_of)),
    )  # fmt: skip


def signals_by_kind(desk: Desk, beside: Iterable[Sentence]) -> list[Block]:
    """What eases or strains by how far it is done, what incidents tell beside it, and the channels."""
    picture = desk.edition.picture
    signals = [one for one in picture.signals if desk.in_period(one.on)] if desk.says_rules else []
    own = [one for one in signals if not one.third_party]
    easing = [one for one in own if one.direction == "easing"]
    cited = {name for one in signals for name in one.claims}
    others = [one for one in beside if not cited.issuperset(one.claims)]
    # What an incident tells with its denials is not said once more without them.
    whole = [set(one.claims) for one in others]
    done = [one for one in easing if one.executed and not any(held.issuperset(one.claims) for held in whole)]
    groups = (
        ("easing_done", [*_signals(done, desk), *others]),
        ("easing_promised", _signals([one for one in easing if not one.executed], desk)),
        ("easing_third", _signals([one for one in signals if one.third_party], desk)),
        ("easing_strain", _signals([one for one in own if one.direction == "straining"], desk)),
        ("channels", [channel_line(one, desk) for one in picture.channels]),
    )
    return [Block(desk.label(name), tuple(lines)) for name, lines in groups if lines]


def _signals(signals: Iterable[Signal], desk: Desk) -> list[Sentence]:
    return list(_once(signal_line(one, desk) for one in signals))


def signal_line(one: Signal, desk: Desk) -> Sentence:
    """A signal with its day."""
    alleged = f" ({desk.words.value('alleged')})" if one.alleged else ""
    return Sentence(desk.dated(one.because.rstrip("."), one.on).removesuffix(".") + f"{alleged}.", one.claims)


def _once(lines: Iterable[Sentence]) -> Iterator[Sentence]:
    """Lines of the same words in one, with the claims of all."""
    said: dict[str, dict[str, None]] = {}
    for one in lines:
        said.setdefault(one.text, {}).update(dict.fromkeys(one.claims))
    return (Sentence(text, tuple(claims)) for text, claims in said.items())


def channel_line(one: Channel, desk: Desk) -> Sentence:
    """Whether a channel is told of; by its name alone in what is public."""
    if desk.says_rules:
        return Sentence(_ended(desk.own(one.because)), one.claims)
    name = desk.named(one.name)
    if one.last_contact is None:
        return Sentence(desk.label("channel_never", name=name), one.claims)
    kind = "channel_silent" if one.silent_days else "channel_open"
    return Sentence(
        desk.label(kind, name=name, day=desk.day(one.last_contact), days=one.silent_days), one.claims
    )


def _ended(text: str) -> str:
    return text if text.endswith((".", "؟", "?")) else f"{text}."
