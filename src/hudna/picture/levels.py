"""Causes of one actor in one area → the days on which its posture changed.

A level holds for its half-life and then falls to the next lower one. Tracks are kept
apart: what was seen, what was ordered or announced, what is only alleged. Nobody but
those who saw a withdrawal can lower what was seen.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from operator import attrgetter

from hudna.knowledge.pictures import PictureRules
from hudna.model.picture import State
from hudna.picture.causes import Moved

FALLS = (State.ENGAGED, State.MOBILISED, State.ALERT, State.HEIGHTENED)
RANK = {
    State.NORMAL: 0, State.STANDING_DOWN: 1, State.HEIGHTENED: 2, State.ALERT: 3, State.MOBILISED: 4,
    State.ENGAGED: 5,
}  # fmt: skip
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Change:
    """From this day on the track stood so; `decayed`: by age alone."""

    on: date
    state: State
    decayed: bool


@dataclass
class Track:
    """Until when each level is upheld, and the changes found so far. `half_lives` in days."""

    half_lives: Mapping[State, int]
    upheld: dict[State, date] = field(default_factory=dict)
    down_until: date | None = None
    changes: list[Change] = field(default_factory=list)

    def copy(self) -> "Track":
        """One that can go on by itself."""
        return Track(self.half_lives, {**self.upheld}, self.down_until, [*self.changes])

    def apply(self, state: State, on: date) -> None:
        """Let a cause act on its day."""
        self.age(on - _DAY)
        if state is State.STANDING_DOWN:
            self.upheld.clear()
            self.down_until = on + timedelta(days=self.half_lives.get(state, 0))
        else:
            self._uphold(state, on)
        self._note(on, decayed=False)

    def age(self, until: date) -> None:
        """Let levels fall that nobody renewed, up to and with that day."""
        while self.changes and (after := self._end()) is not None and after < until:
            self._note(after + _DAY, decayed=True)

    def _uphold(self, state: State, on: date) -> None:
        until = on - _DAY
        for level in FALLS[FALLS.index(state) :]:
            until += timedelta(days=self.half_lives.get(level, 0)) + (_DAY if level is state else timedelta())
            self.upheld[level] = max(until, self.upheld.get(level, until))

    def _end(self) -> date | None:
        """The last day of the present state, None where it does not end."""
        state = self.changes[-1].state
        return self.down_until if state is State.STANDING_DOWN else self.upheld.get(state)

    def _at(self, on: date) -> State:
        for level in FALLS:
            if level in self.upheld and self.upheld[level] >= on:
                return level
        return State.STANDING_DOWN if self.down_until and self.down_until >= on else State.NORMAL

    def _note(self, on: date, *, decayed: bool) -> None:
        state = self._at(on)
        if not self.changes or self.changes[-1].state is not state:
            self.changes.append(Change(on, state, decayed))


@dataclass(frozen=True, slots=True)
class Tracks:
    """The four tracks of an actor in an area: the changes of each, in the order of days."""

    observed: Sequence[Change]
    ordered: Sequence[Change]
    announced: Sequence[Change]
    alleged: Sequence[Change]


class Following:
    """The four tracks as they are being written, cause by cause in the order of days."""

    def __init__(self, rules: PictureRules) -> None:
        lives = {level: rules.half_life(level) for level in State}
        self._observed, self._ordered, self._announced, self._alleged = (Track(lives) for _ in range(4))

    def copy(self) -> "Following":
        """One that can go on by itself."""
        other = object.__new__(Following)
        other.__dict__ = {name: track.copy() for name, track in self.__dict__.items()}
        return other

    def apply(self, moved: Moved) -> None:
        """Let a cause act on each track it counts on."""
        for track in self._touched(moved):
            track.apply(moved.cause.to, moved.on)

    def _touched(self, moved: Moved) -> Iterable[Track]:
        """A withdrawal that was seen counts on every track; what is only announced on that track alone."""
        how = moved.cause.how
        if how == "observed":
            seen_off = moved.cause.to is State.STANDING_DOWN
            every = (self._observed, self._ordered, self._announced, self._alleged)
            return (every if seen_off else (self._observed,)) if moved.counts else ()
        if how == "alleged":
            return (self._alleged,) if moved.counts else ()
        return (self._ordered, self._announced) if moved.counts else (self._announced,)

    def aged(self, as_of: date) -> Tracks:
        """The tracks with what fell by age up to a day. It ends here: go on from a copy."""
        every = self._observed, self._ordered, self._announced, self._alleged
        for track in every:
            track.age(as_of)
        return Tracks(*(track.changes for track in every))


def tracks_of(moves: Iterable[Moved], as_of: date, rules: PictureRules) -> Tracks:
    """The changes of each track up to a day, from causes in the order of their days."""
    following = Following(rules)
    for moved in moves:
        if moved.on <= as_of:
            following.apply(moved)
    return following.aged(as_of)


_bisect_day = partial(bisect_right, key=attrgetter("on"))


def state_on(changes: Sequence[Change], on: date) -> Change | None:
    """The change that holds on a day, None before the first."""
    until = _bisect_day(changes, on)
    return changes[until - 1] if until else None
