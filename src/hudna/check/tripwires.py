"""Other people's conditional statements as watched conditions, with their author and their state.

A wire is the author's, not ours: an onlooker's reading of a red line stays an onlooker's. It
is crossed when the very act is told as having happened; touched when that is only alleged or
disputed, or when the watched force is told of as near; lapsed when nobody repeated it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

from hudna.check.asked import Asked, wheres
from hudna.check.conditions import Condition, conditions
from hudna.check.parties import bind
from hudna.check.tracks import WIDEST_KM
from hudna.model.claim import Claim, Place, Root, Status
from hudna.model.days import on_day
from hudna.model.earth import distance_km, point_of
from hudna.model.evidence import Telling, day_of
from hudna.model.finding import Tripwire, Watch
from hudna.model.incident import Incident, Party, Where

State = Literal["armed", "touched", "crossed", "lapsed"]
_NEARS = frozenset({Root.MOBILIZE, Root.ASSAULT, Root.COERCE})
_HEADS = frozenset({"to", "toward"})


@dataclass(frozen=True, slots=True)
class _Touch:
    """An incident that touched or crossed a wire, and how."""

    incident: str
    on: date | None
    crossed: bool
    why: str


def tripwires(asked: Asked) -> tuple[Tripwire, ...]:
    """Every wire, by day and id."""
    groups: dict[str, list[Condition]] = defaultdict(list)
    for found in conditions(asked.evidence):
        groups[_key(found.claim, asked)].append(found)
    wires = [_wire(name, told, asked) for name, told in groups.items()]
    return tuple(sorted(wires, key=lambda one: (one.since or date.max, one.id)))


def _key(claim: Claim, asked: Asked) -> str:
    """One author, one act, one place: the same wire however often it is repeated."""
    author = claim.speakers[0] if claim.speakers else None
    who = (author.actor or author.text.casefold()) if author else "-"
    watch = watch_of(claim, asked)
    words = "|".join(
        (who, watch.root or "-", watch.mode or "-", watch.place or watch.name or "-", *watch.actors)
    )
    return f"t{sha256(words.encode()).hexdigest()[:15]}"


def watch_of(claim: Claim, asked: Asked) -> Watch:
    """The condition as data: act, forces, place."""
    event = claim.event
    place = _place(event.places if event else ())
    near = asked.rules.constants.near_km.value
    return Watch(
        root=event.root.value if event else None,
        mode=event.mode if event else None,
        actors=_ids(event.actors if event else (), asked, _said(claim, asked)),
        recipients=_ids(event.recipients if event else (), asked, _said(claim, asked)),
        not_side=_side(claim, asked) if event and not event.actors else None,
        place=place.id if place else None,
        name=place.name if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        radius_km=place.radius_km if place else None,
        near_km=near if place and place.lat is not None else None,
    )


def _side(claim: Claim, asked: Asked) -> str | None:
    first = claim.speakers[0] if claim.speakers else None
    return asked.cast.side(Party(id=first.actor, text=first.text)) if first else None


def _place(places: Iterable[Place]) -> Place | None:
    return next((place for place in places if place.precision != "country"), None)


def _ids(actors: Iterable[object], asked: Asked, on: date | None) -> tuple[str, ...]:
    ids = (getattr(actor, "id", None) for actor in actors)
    return tuple(dict.fromkeys(asked.cast.force(name, on) for name in ids if name))


def _said(claim: Claim, asked: Asked) -> date | None:
    report = asked.evidence.reports.get(claim.report)
    incident = asked.evidence.incident_of.get(claim.id)
    return (report.published if report else None) or (incident.first_reported if incident else None)


def _wire(name: str, told: Sequence[Condition], asked: Asked) -> Tripwire:
    claims = [one.claim for one in told]
    days = sorted(day for claim in claims if (day := _said(claim, asked)))
    since, last = (days[0], days[-1]) if days else (None, None)
    watch = watch_of(claims[0], asked)
    touches = sorted(_touches(watch, since, asked), key=lambda one: (one.on or date.min, one.incident))
    state, changed, because = _state(touches, since, last, asked)
    author = claims[0].speakers[0] if claims[0].speakers else None
    speaker = Party(id=author.actor, text=author.text) if author else None
    return Tripwire(
        id=name,
        author=speaker,
        relayed_by=tuple(one.text for one in claims[0].speakers[1:]),
        anonymous=bool(author and author.anonymous),
        is_party=_is_party(speaker, since, asked),
        condition=told[0].condition,
        consequence=told[0].consequence,
        watch=watch,
        state=state,
        since=since,
        changed=changed,
        nearest_km=_nearest(watch, since, asked),
        because=because,
        touched_by=tuple(dict.fromkeys(one.incident for one in touches)),
        claims=tuple(claim.id for claim in claims),
    )


def _is_party(speaker: Party | None, on: date | None, asked: Asked) -> bool:
    return speaker is not None and any(
        bind(speaker, on, agreement, asked.cast).tie == "party" for agreement in asked.agreements
    )


def _state(
    touches: Sequence[_Touch], since: date | None, last: date | None, asked: Asked
) -> tuple[State, date | None, str]:
    crossed = [one for one in touches if one.crossed]
    if crossed:
        return (
            "crossed",
            crossed[0].on,
            f"{crossed[0].why}. The author said what that would bring; whether it did is not told.",
        )
    recent = [
        one
        for one in touches
        if one.on is None or (asked.as_of - one.on).days <= asked.rules.constants.touch_days.value
    ]
    if recent:
        return "touched", recent[-1].on, f"{recent[-1].why}. The act itself is not told as having happened."
    if last and (asked.as_of - last).days > asked.rules.constants.lapse_days.value:
        return "lapsed", None, f"It was last said on {on_day(last)}. Nobody is told of as repeating it."
    before = f" It was touched before, on {_day(touches[-1].on)}." if touches else ""
    return (
        "armed",
        since,
        f"Nothing told so far touches it.{before}"
        if not touches
        else f"Nothing told of late touches it.{before}",
    )


def _touches(watch: Watch, since: date | None, asked: Asked) -> Iterator[_Touch]:
    for incident in _told(watch, since, asked):
        if _counts(incident, watch, asked):
            found = _crosses(incident, watch, asked) or _nears(incident, watch)
            if found:
                yield found
    yield from _holds(watch, since, asked)


def _told(watch: Watch, since: date | None, asked: Asked) -> Iterable[Incident]:
    """What is told since the statement was made of around the place; without a place, anywhere."""
    if not (watch.place or watch.name):
        return (one for one in asked.of_forces(watch.actors, since, None) if one.root.value == watch.root)
    reach = max(watch.near_km or 0, watch.radius_km or 0, WIDEST_KM / 2)
    near = (
        spot for spot in asked.spots if _same_id(spot.where, watch) or _lies_within(spot.where, watch, reach)
    )
    return {one.id: one for spot in near for one in spot.since(since)}.values()


def _same_id(where: Where, watch: Watch) -> bool:
    return where.id is not None and where.id == watch.place


def _lies_within(where: Where, watch: Watch, reach: float) -> bool:
    km = _km(where, watch)
    return km is not None and km <= reach


def _counts(incident: Incident, watch: Watch, asked: Asked) -> bool:
    """Whether a watched force is told of as having done it."""
    told = incident.counts and not incident.third_party
    return told and _is_watched(incident.actors, watch, asked, day_of(incident))


def _is_watched(actors: Iterable[Party], watch: Watch, asked: Asked, on: date | None) -> bool:
    """Whether one of the watched forces acts; a wire that names nobody watches everybody but its author's camp."""
    if not watch.actors:
        sides = {asked.cast.side(party) for party in actors}
        return watch.not_side is None or sides != {watch.not_side}
    forces = [asked.cast.force(party.id, on) for party in actors if party.id]
    return any(asked.cast.are_kin(force, actor) for force in forces for actor in watch.actors)


def _crosses(incident: Incident, watch: Watch, asked: Asked) -> _Touch | None:
    """The very act at the very place."""
    if incident.root.value != watch.root or (watch.mode and incident.mode != watch.mode):
        return None
    if (watch.place or watch.name) and not any(_same_place(where, watch) for where in wheres(incident)):
        return None
    tellings = asked.evidence.tellings(incident)
    firm = any(_is_firm(telling) for telling in tellings)
    settled = firm and not _is_disputed(tellings, watch, asked)
    how = "told as having happened" if settled else "disputed" if firm else "alleged"
    day = day_of(incident)
    return _Touch(incident.id, day, settled, f"The act is {how} on {_day(day)}")


def _is_firm(telling: Telling) -> bool:
    return telling.counts and telling.status is not Status.ALLEGED and not telling.anonymous


def _is_disputed(tellings: Iterable[Telling], watch: Watch, asked: Asked) -> bool:
    """Denied by somebody, and since then neither told again nor owned up to by those who did it."""
    told = tuple(tellings)
    denials = [one.said or date.max for one in told if one.status is Status.DENIED]
    if not denials:
        return False
    later = any(_is_firm(one) and one.said and one.said > max(denials) for one in told)
    own = any(one.status is Status.DECLARED and one.speaker and _is_watched((one.speaker,), watch, asked, one.said)
              for one in told)  # fmt: skip
    return not later and not own


def _same_place(where: Where, watch: Watch) -> bool:
    if _same_id(where, watch):
        return True
    km = _km(where, watch)
    small = (where.radius_km or 0) <= WIDEST_KM / 2
    return km is not None and small and km <= max(watch.radius_km or 0, where.radius_km or 0)


def _km(where: Where, watch: Watch) -> float | None:
    point = point_of(where)
    if point is None or watch.lat is None or watch.lon is None:
        return None
    return distance_km(point, (watch.lon, watch.lat))


def _nears(incident: Incident, watch: Watch) -> _Touch | None:
    """The watched force is told of near the place, or as heading for it."""
    if incident.root not in _NEARS or watch.near_km is None:
        return None
    for role, where in incident.places or (("at", incident.place),):
        if where is None or where.precision == "country" or (where.radius_km or 0) > WIDEST_KM:
            continue
        km = _km(where, watch)
        heads = role in _HEADS and _same_place(where, watch)
        if heads or (km is not None and km <= watch.near_km):
            far = "on the way to it" if heads else f"{km:.0f} km from it"
            return _Touch(
                incident.id,
                day_of(incident),
                crossed=False,
                why=f"The watched force is told of {far} on {_day(day_of(incident))}",
            )
    return None


def _holds(watch: Watch, since: date | None, asked: Asked) -> Iterator[_Touch]:
    """Somebody says that the watched force holds the place: a seizure by its outcome."""
    if watch.root != Root.COERCE.value or watch.place is None:
        return
    for one in asked.held.get(watch.place, ()):
        late = since is None or one.as_of is None or one.as_of >= since
        if late and not one.incidents and one.holder and _is_watched((one.holder,), watch, asked, one.as_of):
            yield _Touch(
                one.id, one.as_of, crossed=True, why=f"It is said to hold the place as of {_day(one.as_of)}"
            )


def _day(on: date | None) -> str:
    return on_day(on) if on else "a day not told"


def _nearest(watch: Watch, since: date | None, asked: Asked) -> float | None:
    """How near the watched force was told of, as the place's own radius allows."""
    off = [(max(0.0, km - (spot.where.radius_km or 0)), spot) for spot in asked.spots
           if (spot.where.radius_km or 0) <= WIDEST_KM and (km := _km(spot.where, watch)) is not None]  # fmt: skip
    for km, spot in sorted(off, key=lambda pair: pair[0]):
        if any(_counts(incident, watch, asked) for incident in reversed(spot.since(since))):
            return round(km, 1)
    return None
