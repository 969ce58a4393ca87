"""What touches and what crosses a watched condition: the act itself, a force near the place, or who holds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hudna.check.asked import Asked, wheres
from hudna.check.tracks import WIDEST_KM
from hudna.model.claim import Root, Status
from hudna.model.days import on_day
from hudna.model.earth import distance_km, point_of
from hudna.model.evidence import Telling, day_of
from hudna.model.finding import Watch
from hudna.model.incident import Incident, Party, Where
from hudna.model.picture import Holding

_NEARS = frozenset({Root.MOBILIZE, Root.ASSAULT, Root.COERCE})
_HEADS = frozenset({"to", "toward"})


@dataclass(frozen=True, slots=True)
class Span:
    """The days in which a wire is watched: from its first statement until it lapses."""

    start: date | None
    end: date | None

    def holds(self, on: date | None) -> bool:
        """Whether a day lies in it; a day that is not told may."""
        return on is None or (
            (self.start is None or on >= self.start) and (self.end is None or on <= self.end)
        )


@dataclass(frozen=True, slots=True)
class Touch:
    """An incident that touched or crossed a wire, and how."""

    incident: str
    on: date | None
    crossed: bool
    why: str


def touches(watch: Watch, span: Span, asked: Asked) -> list[Touch]:
    """Everything that touched or crossed it, by day."""
    found = [one for incident in _told(watch, span, asked) if (one := touch_of(incident, watch, asked))]
    found += [
        one for held in asked.held.get(watch.place or "", ()) if (one := hold_of(held, watch, span, asked))
    ]
    return sorted(found, key=by_day)


def by_day(one: Touch) -> tuple[date, str]:
    """Touches by day and incident, those without a day first."""
    return one.on or date.min, one.incident


def touch_of(incident: Incident, watch: Watch, asked: Asked) -> Touch | None:
    """Whether a watched force is told of as doing the act, or as near the place."""
    matters = incident.root.value == watch.root or incident.root in _NEARS
    if not matters or not counts(incident, watch, asked):
        return None
    return _crosses(incident, watch, asked) or _nears(incident, watch)


def _told(watch: Watch, span: Span, asked: Asked) -> Iterable[Incident]:
    """What is told of around the place while the wire is watched; without a place, anywhere."""
    if not (watch.place or watch.name):
        found = (
            one for one in asked.of_forces(watch.actors, span.start, None) if one.root.value == watch.root
        )
        return (one for one in found if span.holds(day_of(one)))
    reach = max(watch.near_km or 0, watch.radius_km or 0, WIDEST_KM / 2)
    near = (
        spot
        for spot in asked.spots.values()
        if _same_id(spot.where, watch) or _lies_within(spot.where, watch, reach)
    )
    return {one.id: one for spot in near for one in spot.between(span.start, span.end)}.values()


def _same_id(where: Where, watch: Watch) -> bool:
    return where.id is not None and where.id == watch.place


def _lies_within(where: Where, watch: Watch, reach: float) -> bool:
    km = _km(where, watch)
    return km is not None and km <= reach


def counts(incident: Incident, watch: Watch, asked: Asked) -> bool:
    """Whether a watched force is told of as having done it."""
    if not incident.happened or incident.third_party:
        return False
    known = asked.did[watch.actors, watch.not_side]
    answer = known.get(incident.id)
    if answer is None:
        answer = known[incident.id] = is_watched(incident.actors, watch, asked, day_of(incident))
    return answer


def is_watched(actors: Iterable[Party], watch: Watch, asked: Asked, on: date | None) -> bool:
    """Whether one of the watched forces acts; a wire that names nobody watches everybody but its author's camp."""
    if not watch.actors:
        sides = {asked.cast.side(party) for party in actors}
        return watch.not_side is None or sides != {watch.not_side}
    forces = [asked.cast.force(party.id, on) for party in actors if party.id]
    return any(asked.cast.are_kin(force, actor) for force in forces for actor in watch.actors)


def _crosses(incident: Incident, watch: Watch, asked: Asked) -> Touch | None:
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
    return Touch(incident.id, day, settled, f"The act is {how} on {told_day(day)}")


def _is_firm(telling: Telling) -> bool:
    return telling.counts and telling.status is not Status.ALLEGED and not telling.anonymous


def _is_disputed(tellings: Iterable[Telling], watch: Watch, asked: Asked) -> bool:
    """Denied by somebody, and since then neither told again nor owned up to by those who did it."""
    told = tuple(tellings)
    denials = [one.said or date.max for one in told if one.status is Status.DENIED]
    if not denials:
        return False
    later = any(_is_firm(one) and one.said and one.said > max(denials) for one in told)
    own = any(one.status is Status.DECLARED and one.speaker and is_watched((one.speaker,), watch, asked, one.said)
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


def _nears(incident: Incident, watch: Watch) -> Touch | None:
    """The watched force is told of near the place, or as heading for it."""
    if incident.root not in _NEARS or watch.near_km is None:
        return None
    for role, where in incident.places or (("at", incident.place),):
        if where is None or where.precision == "country" or (where.radius_km or 0) > WIDEST_KM:
            continue
        km = _km(where, watch)
        heads = role in _HEADS and _same_place(where, watch)
        if heads or (km is not None and km <= watch.near_km):
            there = "at the very place" if km is None or round(km) == 0 else f"{km:.0f} km from it"
            far = "on the way to it" if heads else there
            return Touch(
                incident.id,
                day_of(incident),
                crossed=False,
                why=f"The watched force is told of {far} on {told_day(day_of(incident))}",
            )
    return None


def hold_of(held: Holding, watch: Watch, span: Span, asked: Asked) -> Touch | None:
    """Somebody says that the watched force holds the place: a seizure by its outcome."""
    if (
        watch.root != Root.COERCE.value
        or held.place.id != watch.place
        or held.incidents
        or held.holder is None
    ):
        return None
    if not span.holds(held.as_of) or not is_watched((held.holder,), watch, asked, held.as_of):
        return None
    return Touch(
        held.id, held.as_of, crossed=True, why=f"It is said to hold the place as of {told_day(held.as_of)}"
    )


def told_day(on: date | None) -> str:
    return on_day(on) if on else "a day not told"


def nearest(watch: Watch, span: Span, asked: Asked) -> float | None:
    """How near the watched force was told of, as the place's own radius allows."""
    off = [(km, spot) for spot in asked.spots.values() if (km := off_km(spot.where, watch)) is not None]
    for km, spot in sorted(off, key=lambda pair: pair[0]):
        told = spot.between(span.start, span.end)
        if any(counts(incident, watch, asked) for incident in reversed(told)):
            return round(km, 1)
    return None


def off_km(where: Where, watch: Watch) -> float | None:
    """Kilometres from a place to the watched one, its radius taken off; None for wide areas."""
    km = _km(where, watch)
    radius = where.radius_km or 0
    return None if km is None or radius > WIDEST_KM else max(0.0, km - radius)
