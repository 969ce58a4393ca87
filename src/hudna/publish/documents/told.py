"""Sections on what is told: key points, by region, forces, moves, control, statements, easing, what has not happened."""

from hudna.knowledge.base_map import CREDIT
from hudna.model.claim import Root, Status
from hudna.model.incident import Incident, Party
from hudna.model.picture import Holding, Movement, Posture, State, StatedMakeup, StatedPurpose
from hudna.publish.desk import Desk, gravity, is_easing, is_material, is_possible, is_statement
from hudna.publish.document import Block, Figure, Grid, Part, Section, Sentence

_KEY = 5
# Postures and statements of control beyond these are in the exports.
_ROWS = 40


def key_points(desk: Desk) -> Section:
    """The gravest of the period, what eases, what is feared, and the alerts that stand."""
    grave = sorted((one for one in desk.incidents if is_material(one)), key=gravity)[:_KEY]
    easing = [one for one in desk.incidents if is_easing(one)][:2]
    feared = [one for one in desk.incidents if is_possible(one)][:1]
    counted = [one for one in desk.incidents if one.counts]
    alleged = [one for one in counted if one.status is Status.ALLEGED]
    opening = Sentence(
        desk.label("summary", counted=len(counted), all=len(desk.incidents), alleged=len(alleged)),
        tuple(name for one in counted for name in one.claims),
    )
    blocks: list[Part] = []
    if desk.incidents:
        blocks = [Block(None, (opening,)), *desk.block(None, [*grave, *easing, *feared])]
        blocks += _figures(desk)
    return desk.section("key_points", blocks, "none_key")


def _figures(desk: Desk) -> list[Figure]:
    found = []
    if any(one.place and one.place.lat is not None for one in desk.incidents):
        found.append(Figure("map", desk.label("map_caption", credit=CREDIT), desk.label("map")))
    if any(one.counts and one.occurred and one.occurred.latest for one in desk.incidents):
        found.append(Figure("chart", desk.label("chart_caption"), desk.label("chart")))
    return found


def by_region(desk: Desk) -> Section:
    """Material incidents by country and division; then forces, moves and control as the picture has them."""
    groups: dict[tuple[str, str], list[Incident]] = {}
    for incident in (one for one in desk.incidents if is_material(one)):
        groups.setdefault(_region(incident, desk), []).append(incident)
    nowhere = desk.label("place_unknown")
    blocks: list[Part] = []
    for country, division in sorted(groups, key=lambda key: (key[0] == nowhere, key)):
        title = f"{country}: {division}" if division else country
        blocks += desk.block(title, groups[country, division])
    return desk.section("by_region", [*blocks, *forces(desk), *moves(desk), *control(desk)], "none_region")


def _region(incident: Incident, desk: Desk) -> tuple[str, str]:
    place = incident.place or next((where for _, where in incident.places), None)
    if place is None or not place.country:
        return desk.label("place_unknown"), ""
    naming = desk.say.naming
    return naming.country(place.country), naming.division(place.country, place.admin1) if place.admin1 else ""


def forces(desk: Desk) -> tuple[Grid, ...]:
    """The posture of each force that is not normal, with what was ordered and what was seen."""
    shown = [one for one in desk.edition.picture.postures if one.state is not State.NORMAL][:_ROWS]
    if not shown:
        return ()
    head = ("head_actor", "head_area", "head_state", "head_ordered", "head_observed", "head_heard")
    return (
        Grid(
            desk.label("forces"),
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


def moves(desk: Desk) -> tuple[Block, ...]:
    """Forces on the move, with what they are said to be for and made of, by whom."""
    found = [one for one in desk.edition.picture.movements if desk.in_period(one.last_seen)]
    sentences = [line for one in found for line in _movement(one, desk)]
    return (Block(desk.label("moves"), tuple(sentences)),) if sentences else ()


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


def control(desk: Desk) -> tuple[Grid, ...]:
    """Dated statements of who holds what, with those that cannot hold together marked."""
    shown = [one for one in desk.edition.picture.holdings if desk.in_period(one.as_of)][:_ROWS]
    if not shown:
        return ()
    head = ("head_place", "head_holder", "head_by", "head_day")
    rows = tuple(_holding(one, desk) for one in shown)
    return (Grid(desk.label("control"), tuple(desk.label(name) for name in head), rows),)


def _holding(one: Holding, desk: Desk) -> tuple[Sentence, ...]:
    holder = called((one.holder,), desk) if one.holder else "–"
    says = called((one.claimed_by,), desk) if one.claimed_by else one.source or desk.words.parts["own_voice"]
    against = f" ({desk.label('contradicted')})" if one.contradicts else ""
    return (
        Sentence(desk.say.place(one.place), one.claims), Sentence(f"{holder}: {desk.words.value(one.status)}{against}"),
        Sentence(says), Sentence(desk.day(one.as_of)),
    )  # fmt: skip


def statements(desk: Desk) -> Section:
    """What parties and mediators say, and what is denied."""
    spoken = [one for one in desk.incidents if is_statement(one) and one.counts]
    parts = (
        *desk.block(desk.label("parties"), [one for one in spoken if not one.third_party]),
        *desk.block(desk.label("third_parties"), [one for one in spoken if one.third_party]),
        *desk.block(desk.label("denials"), [one for one in desk.incidents if one.status is Status.DENIED]),
    )
    return desk.section("statements", parts, "none_statements")


def easing(desk: Desk) -> Section:
    """What eases, and whether the channels between the sides are told of."""
    channels = tuple(
        _channel(one.name, one.last_contact, one.silent_days, one.claims, desk)
        for one in desk.edition.picture.channels
    )
    parts = [*desk.block(None, [one for one in desk.incidents if is_easing(one)])]
    if channels:
        parts.append(Block(desk.label("channels"), channels))
    return desk.section("easing", parts, "none_easing")


def _channel(name: str, last: object, silent: int | None, claims: tuple[str, ...], desk: Desk) -> Sentence:
    if last is None:
        return Sentence(desk.label("channel_never", name=name), claims)
    kind = "channel_silent" if silent else "channel_open"
    return Sentence(desk.label(kind, name=name, day=desk.day(last), days=silent), claims)  # type: ignore[arg-type]


def not_happened(desk: Desk) -> Section:
    """What is planned, feared, conditional, demanded or background: never counted."""

    def held(*statuses: Status) -> list[Incident]:
        return [one for one in desk.incidents if one.status in statuses and one.root is not Root.REJECT]

    parts = (
        *desk.block(desk.label("planned"), held(Status.PLANNED)),
        *desk.block(desk.label("feared"), held(Status.HYPOTHETICAL)),
        *desk.block(desk.label("conditional"), held(Status.CONDITIONAL)),
        *desk.block(desk.label("demanded"), held(Status.DEMANDED)),
        *desk.block(desk.label("background"), held(Status.HISTORICAL, Status.STATE)),
    )
    return desk.section("not_happened", parts, "none_not_happened")


def purposes(desk: Desk) -> Section:
    """What is said of purposes and of what forces are made of, claim by claim."""
    claims = [one for one in desk.edition.evidence.claims.values() if _is_recent(one.report, desk)]
    parts = [
        Block(
            desk.label(name),
            tuple(Sentence(desk.say.claim(one), (one.id,)) for one in claims if one.content == content),
        )
        for name, content in (("purposes_for", "purpose"), ("makeup", "composition"))
    ]
    return desk.section("purposes", [part for part in parts if part.sentences], "none_purposes")


def _is_recent(name: str, desk: Desk) -> bool:
    report = desk.edition.evidence.reports.get(name)
    return report is None or desk.in_period(report.published)


def called(parties: tuple[Party, ...], desk: Desk) -> str:
    """Names in a row, each once."""
    return desk.words.listed(list(dict.fromkeys(desk.say.called(one.text, one.id) for one in parties)))
