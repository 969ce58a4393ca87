"""Causes → one posture for each actor and area, as of a day or day by day.

`Book` keeps the causes by actor and area, so that one new incident touches only the lines
it concerns. `state` never rests on an allegation where anything better is told; where
nothing better is told, `basis` says so.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import Literal

from hudna.model.evidence import day_of
from hudna.model.incident import Incident, Party
from hudna.model.picture import Cause, Posture, State
from hudna.picture.causes import Moved, Whereabouts, causes_of, presences
from hudna.picture.levels import RANK, Change, Following, Tracks, state_on, tracks_of
from hudna.picture.setting import Setting, Sight

Key = tuple[str, str | None]
Basis = Literal["observed", "declared", "ordered", "alleged", "none"]
# More causes than a person reads; the line's claims name all of them.
_SHOWN = 12
_ON = attrgetter("on")
# Causes of the last days are applied anew for each line: news of one day comes in any order.
_UNSETTLED = timedelta(days=7)


class Lane:
    """The causes of one actor in one area by day, and the tracks as far as they are settled."""

    def __init__(self, setting: Setting) -> None:
        self._rules = setting.rules
        self.moves: list[Moved] = []
        self._settled, self._done = Following(self._rules), 0

    def enter(self, moved: Moved) -> None:
        """Add a cause; where it belongs to settled days the tracks begin anew."""
        at = bisect_right(self.moves, _order(moved), key=_order)
        self.moves.insert(at, moved)
        if at < self._done:
            self._settled, self._done = Following(self._rules), 0

    def until(self, as_of: date) -> list[Moved]:
        """The causes up to a day."""
        return self.moves[: bisect_right(self.moves, as_of, key=_ON)]

    def tracks(self, as_of: date) -> Tracks:
        """The changes of each track up to a day."""
        moves = self.until(as_of)
        settled = bisect_right(moves, moves[-1].on - _UNSETTLED, key=_ON) if moves else 0
        if settled < self._done:
            return tracks_of(moves, as_of, self._rules)
        for moved in moves[self._done : settled]:
            self._settled.apply(moved)
        self._done = settled
        following = self._settled.copy()
        for moved in moves[settled:]:
            following.apply(moved)
        return following.aged(as_of)


class Book:
    """The causes of every actor and area. Filled in the order of days."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._lanes: dict[Key, Lane] = defaultdict(lambda: Lane(setting))
        self._areas: dict[str, set[str | None]] = defaultdict(set)
        self._below: dict[str, set[str]] = defaultdict(set)
        self._whereabouts = Whereabouts()

    def add(self, incident: Incident, sight: Sight) -> list[Key]:
        """Add an incident's causes; the keys whose lines may have changed."""
        return self.enter(causes_of(incident, sight, self.setting, self._whereabouts))

    def enter(self, moves: Iterable[Moved]) -> list[Key]:
        """Add causes; a withdrawal also counts for the parts of the force and for areas left unnamed."""
        touched: dict[Key, None] = {}
        for moved in moves:
            for key in self._keys(moved):
                self._lanes[key].enter(moved)
                touched[key] = None
        return list(touched)

    def _keys(self, moved: Moved) -> list[Key]:
        self._know(moved.actor, moved.area)
        if moved.cause.to is not State.STANDING_DOWN or moved.cause.how != "observed":
            return [(moved.actor, moved.area)]
        everywhere = moved.area is None
        keys = {
            (actor, area)
            for actor in (moved.actor, *self._below[moved.actor])
            for area in self._areas[actor]
            if everywhere or area == moved.area
        }
        return sorted({*keys, (moved.actor, moved.area)}, key=_key_order)

    def _know(self, actor: str, area: str | None) -> None:
        self._areas[actor].add(area)
        for above in self.setting.cast.chain(actor)[1:]:
            self._below[above].add(actor)

    def subjects(self) -> list[Key]:
        """Every actor and area of which something is told, in order."""
        return sorted(self._lanes, key=_key_order)

    def settle(self) -> None:
        """Follow every lane as far as it is settled, so that the next line of each is quick."""
        for lane in self._lanes.values():
            lane.tracks(date.max)

    def line(self, key: Key, as_of: date) -> Posture | None:
        """The posture of an actor in an area as of a day; None before anything is told."""
        lane = self._lanes[key]
        moves = lane.until(as_of)
        return self._posture(key, moves, lane.tracks(as_of), as_of) if moves else None

    def series(self, key: Key, as_of: date) -> Iterator[Posture]:
        """The posture on each day on which it changed, the first of them first."""
        moves = self._lanes[key].until(as_of)
        tracks = tracks_of(moves, as_of, self.setting.rules)
        days = sorted({change.on for track in _all(tracks) for change in track})
        for on in days:
            told = [moved for moved in moves if moved.on <= on]
            yield self._posture(key, told, tracks, on)

    def _posture(self, key: Key, moves: Sequence[Moved], tracks: Tracks, as_of: date) -> Posture:
        actor, area = key
        found = _combined(tracks, as_of)
        last, cast = moves[-1], self.setting.cast
        within = cast.chain(actor)[1:]
        announced = state_on(tracks.announced, as_of)
        observed, alleged = (state_on(track, as_of) for track in (tracks.observed, tracks.alleged))
        return Posture(
            actor=actor,
            name=last.name,
            side=cast.side(Party(id=actor, text=last.name)),
            within=within,
            within_names=tuple(cast.name(one) for one in within),
            area=area,
            area_name=self.setting.zones.name(area) if area else None,
            state=found.state,
            basis=_said_itself(moves) if found.basis == "ordered" else found.basis,
            ordered=announced.state if announced else None,
            observed=observed.state if observed else None,
            alleged=alleged.state if alleged else None,
            since=found.since,
            last_heard=max((moved.heard for moved in moves if moved.heard), default=None),
            decayed=found.decayed,
            as_of=as_of,
            denied_by=_once(party for moved in moves for party in moved.denied_by),
            theatre=last.theatre,
            causes=_causes(moves),
            claims=tuple(dict.fromkeys(name for moved in moves for name in moved.cause.claims)),
        )


class _Found:
    """The level that holds, what it rests on and since when."""

    def __init__(self, state: State, basis: Basis, since: date | None, *, decayed: bool) -> None:
        self.state, self.basis, self.since, self.decayed = state, basis, since, decayed


def postures(sight: Sight, setting: Setting, as_of: date) -> tuple[Posture, ...]:
    """The posture of every actor in every area of which something is told, in order."""
    book = filled(sight, setting)
    lines = (book.line(key, as_of) for key in book.subjects())
    return tuple(line for line in lines if line is not None)


def posture_series(sight: Sight, setting: Setting, as_of: date) -> Iterator[Posture]:
    """Each posture on each day on which it changed."""
    book = filled(sight, setting)
    for key in book.subjects():
        yield from book.series(key, as_of)


def filled(sight: Sight, setting: Setting) -> Book:
    """A book with every incident of the evidence."""
    book = Book(setting)
    for incident in sight.evidence.incidents:
        if day_of(incident) is not None:
            book.add(incident, sight)
    book.enter(presences(sight.evidence.of_content("composition"), sight, setting))
    return book


def _combined(tracks: Tracks, on: date) -> _Found:
    """The highest of what was seen and what was ordered; allegations only where neither says anything.

    `since`: from when on this level held, on whatever basis. Read backwards from the day asked about.
    """
    state, basis, change = _at(tracks, on)
    found = _Found(state, basis, None, decayed=bool(change and change.decayed))
    same_basis = True
    for day in _days_back(tracks, on):
        before, on_what, held = _at(tracks, day)
        if before is not state:
            return found
        same_basis = same_basis and on_what == basis
        if same_basis:
            found.decayed = bool(held and held.decayed)
        found.since = day
    if state is State.NORMAL:  # nothing else was ever told
        found.since = None
    return found


def _days_back(tracks: Tracks, on: date) -> Iterator[date]:
    """The days on which any track changed, the last first."""
    each = ((change.on for change in reversed(track)) for track in _all(tracks))
    days = (day for day, _ in groupby(merge(*each, reverse=True)))
    return (day for day in days if day <= on)


def _at(tracks: Tracks, on: date) -> tuple[State, Basis, Change | None]:
    seen, told = state_on(tracks.observed, on), state_on(tracks.ordered, on)
    best = max((change for change in (seen, told) if change), key=_rank, default=None)
    alleged = state_on(tracks.alleged, on)
    if alleged and (best is None or best.state is State.NORMAL) and alleged.state is not State.NORMAL:
        return alleged.state, "alleged", alleged
    if best is None:
        return State.NORMAL, "none", alleged
    return best.state, "observed" if best is seen else "ordered", best


def _said_itself(moves: Sequence[Moved]) -> Basis:
    """Whether the last word on it was a declaration of its own or an order."""
    told = [moved.cause.how for moved in moves if moved.cause.how in {"ordered", "declared"} and moved.counts]
    return "declared" if told and told[-1] == "declared" else "ordered"


def _rank(change: Change) -> int:
    return RANK[change.state]


def _all(tracks: Tracks) -> tuple[Sequence[Change], ...]:
    return tracks.observed, tracks.ordered, tracks.announced, tracks.alleged


def _causes(moves: Sequence[Moved]) -> tuple[Cause, ...]:
    return tuple(moved.cause for moved in moves[-_SHOWN:])


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({(party.id or party.text): party for party in parties}.values())


def _order(moved: Moved) -> tuple[date, date, str]:
    return moved.on, moved.heard or date.max, moved.cause.incident


def _key_order(key: Key) -> tuple[str, bool, str]:
    return key[0], key[1] is not None, key[1] or ""
