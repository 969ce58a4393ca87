"""Who is said to hold what: dated statements with their speakers, never a map of the truth.

Statements come from control claims, from seizures told as having happened (taken, and lost
by whom it was taken from) and from withdrawals (lost). A statement keeps the area it was
made for: "the east" is not handed down to its towns.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Literal

from hudna.model.claim import Root, Status
from hudna.model.evidence import Telling, party_of, where_of
from hudna.model.incident import Incident, Party, Where
from hudna.model.picture import Holding
from hudna.model.view import View
from hudna.picture.setting import Setting, Sight

Standing = Literal["controlled", "nominal", "contested", "influence", "none", "lost", "taken"]
# These say that the holder is there; the others that it is not.
_HELD = frozenset({"controlled", "nominal", "taken"})
_GONE = frozenset({"none", "lost"})


def holdings(sight: Sight, setting: Setting) -> tuple[Holding, ...]:
    """Every statement, by place and day, with what contradicts it."""
    found = [*_claimed(sight, setting), *_from_incidents(sight, setting)]
    once = {one.id: one for one in found}
    tense = _tensions(once.values(), sight, setting)
    against = _contradictions(once.values(), setting)
    marked = [
        one.model_copy(
            update={"contradicts": against.get(one.id, ()), "sits_ill_with": tense.get(one.id, ())}
        )
        for one in once.values()
    ]
    return tuple(sorted(marked, key=_order))


def _order(one: Holding) -> tuple[str, date, str]:
    return one.place.id or one.place.name, one.as_of or date.min, one.id


def _claimed(sight: Sight, setting: Setting) -> Iterator[Holding]:
    for claim in sight.evidence.of_content("control"):
        if claim.control and claim.control.area:
            holder = party_of(claim.control.holder) if claim.control.holder else None
            telling = sight.evidence.telling(claim)
            status: Standing = claim.control.status
            if claim.status is Status.DENIED:
                status = "none"
            where = where_of(claim.control.area)
            yield _holding(where, claim.control.as_of or telling.said, holder, status, telling, setting, ())


def _from_incidents(sight: Sight, setting: Setting) -> Iterator[Holding]:
    for incident in sight.evidence.incidents:
        if incident.third_party:
            continue
        if incident.root is Root.COERCE and incident.mode == "seize":
            yield from _seizure(incident, sight, setting)
        elif incident.root is Root.RETREAT and incident.mode == "withdraw":
            yield from _departure(incident, sight, setting)


def _seizure(incident: Incident, sight: Sight, setting: Setting) -> Iterator[Holding]:
    """Taken by those who act, lost by those it was taken from; a denial says that it is not held."""
    for view in sight.views(incident):
        takers = [party for party in view.actors if setting.cast.is_armed(party) or party.id]
        for where in _whole_places(view, "at", "to"):
            if view.telling.status is Status.DENIED:
                yield from _each(where, view, takers, "none", setting)
            elif view.telling.counts:
                yield from _each(where, view, takers, "taken", setting)
                yield from _each(where, view, list(view.recipients), "lost", setting)


def _departure(incident: Incident, sight: Sight, setting: Setting) -> Iterator[Holding]:
    for view in sight.views(incident):
        for where in _whole_places(view, "from", "at", "origin"):
            if view.telling.counts:
                yield from _each(where, view, list(view.actors), "lost", setting)


def _whole_places(view: View, *roles: str) -> list[Where]:
    return [where for role, where in view.places if role in roles and where.precision != "country"]


def _each(
    where: Where, view: View, holders: list[Party], status: Standing, setting: Setting
) -> Iterator[Holding]:
    for holder in holders:
        yield _holding(where, view.on, holder, status, view.telling, setting, (view.incident.id,))


def _holding(
    where: Where, as_of: date | None, holder: Party | None, status: Standing, telling: Telling,
    setting: Setting, incidents: tuple[str, ...],
) -> Holding:  # fmt: skip
    who = holder.id or holder.text if holder else "-"
    words = "|".join((where.id or where.name, str(as_of), who, status, *telling.claims))
    return Holding(
        id=f"h{sha256(words.encode()).hexdigest()[:15]}",
        place=where,
        as_of=as_of,
        holder=holder,
        side=setting.cast.side(holder),
        status=status,
        claimed_by=telling.speaker,
        source=telling.source,
        alleged=telling.status is Status.ALLEGED,
        incidents=incidents,
        claims=telling.claims,
    )


def _contradictions(found: Iterable[Holding], setting: Setting) -> dict[str, tuple[str, ...]]:
    """By statement, the others on the same place and about the same time that cannot hold with it."""
    by_place: dict[str, list[Holding]] = defaultdict(list)
    for one in found:
        by_place[one.place.id or one.place.name].append(one)
    against: dict[str, list[str]] = defaultdict(list)
    for statements in by_place.values():
        ordered = sorted(statements, key=_order)
        for number, one in enumerate(ordered):
            for other in ordered[number + 1 :]:
                if _too_far(one, other, setting):
                    break
                if _contradict(one, other, setting):
                    against[one.id].append(other.id)
                    against[other.id].append(one.id)
    return {name: tuple(sorted(others)) for name, others in against.items()}


def _too_far(one: Holding, other: Holding, setting: Setting) -> bool:
    if one.as_of is None or other.as_of is None:
        return False
    return (other.as_of - one.as_of).days > setting.rules.constants.contradiction_days.value


def _contradict(one: Holding, other: Holding, setting: Setting) -> bool:
    """Two camps both there, one camp there and not there, or held and contested at once.

    A later loss or taking is no contradiction: it is what changed.
    """
    if one.as_of != other.as_of and other.status in {"taken", "lost"}:
        return False
    same = _same_camp(one, other, setting)
    if one.status in _HELD and other.status in _HELD:
        return not same
    if {one.status, other.status} <= _HELD | _GONE:
        return same and one.status != other.status
    return "contested" in {one.status, other.status} and one.status != other.status


def _same_camp(one: Holding, other: Holding, setting: Setting) -> bool:
    if one.holder is None or other.holder is None:
        return one.holder is other.holder
    if one.side is not None and other.side is not None:
        return one.side == other.side
    if one.holder.id and other.holder.id:
        return setting.cast.are_kin(one.holder.id, other.holder.id)
    return setting.cast.same(one.holder, other.holder)


def _tensions(found: Iterable[Holding], sight: Sight, setting: Setting) -> dict[str, tuple[str, ...]]:
    """Moves of a holder into an area it is said to hold already, at about the same time."""
    held = [one for one in found if one.status == "controlled"]
    moves = _moves_by_zone(sight, setting) if held else {}
    tense = {
        one.id: dict.fromkeys(view.incident.id for view in _moves_into(one, moves, setting)) for one in held
    }
    return {name: tuple(incidents) for name, incidents in tense.items() if incidents}


@dataclass(frozen=True, slots=True)
class _Moves:
    """Moves into one part of the theatre, by day, and those of which no day is told."""

    days: list[date]
    views: list[View]
    undated: list[View]

    def near(self, on: date | None, days: float) -> Iterable[View]:
        """The moves within so many days of a day; all where it is not told."""
        if on is None:
            return (*self.views, *self.undated)
        first = bisect_left(self.days, on - timedelta(days=days))
        last = bisect_right(self.days, on + timedelta(days=days))
        return (*self.views[first:last], *self.undated)


def _moves_by_zone(sight: Sight, setting: Setting) -> dict[str, _Moves]:
    """Every move that is told as having happened, by the parts of the theatre it leads into."""
    moves: dict[str, list[View]] = defaultdict(list)
    for incident in sight.evidence.incidents:
        if incident.root is not Root.MOBILIZE or not incident.counts or incident.third_party:
            continue
        for view in sight.views(incident):
            if view.telling.counts:
                zones = {setting.zones.of(where) for _, where in view.places} - {None}
                for part in {part for zone in zones for part in setting.zones.chain(str(zone))}:
                    moves[part].append(view)
    return {part: _by_day(views) for part, views in moves.items()}


def _by_day(views: Iterable[View]) -> _Moves:
    given = [(view.on, view) for view in views]
    dated = sorted(((on, view) for on, view in given if on), key=lambda pair: pair[0])
    return _Moves(
        [on for on, _ in dated], [view for _, view in dated], [view for on, view in given if not on]
    )


def _moves_into(one: Holding, moves: dict[str, _Moves], setting: Setting) -> Iterator[View]:
    found = moves.get(setting.zones.of(one.place) or "")
    for view in found.near(one.as_of, setting.rules.constants.contradiction_days.value) if found else ():
        if any(_is_holder(party, one, setting) for party in view.actors):
            yield view


def _is_holder(party: Party, one: Holding, setting: Setting) -> bool:
    if party.id is None or one.holder is None or one.holder.id is None:
        return False
    holder = setting.cast.force(one.holder.id, one.as_of)
    return setting.cast.are_kin(setting.cast.force(party.id, one.as_of), holder)


def latest(found: Iterable[Holding], as_of: date) -> dict[str, tuple[Holding, ...]]:
    """By place, the statements of the last day on which anything was said of it."""
    by_place: dict[str, list[Holding]] = defaultdict(list)
    for one in found:
        if one.as_of is None or one.as_of <= as_of:
            by_place[one.place.id or one.place.name].append(one)
    last = {place: max((one.as_of or date.min) for one in ones) for place, ones in by_place.items()}
    return {
        place: tuple(one for one in ones if (one.as_of or date.min) == last[place])
        for place, ones in sorted(by_place.items())
    }
