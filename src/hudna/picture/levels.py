"""Causes of one actor in one area → the days on which its posture changed.

A level holds for its half-life and then falls to the next lower one. Tracks are kept
apart: what was seen, what was ordered or announced, what is only alleged. Nobody but
those who saw a withdrawal can lower what was seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

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
    """Until when each level is upheld, and the changes found so far."""

    rules: PictureRules
    upheld: dict[State, date] = field(default_factory=dict)
    down_until: date | None = None
    changes: list[Change] = field(default_factory=list)

    def apply(self, state: State, on: date) -> None:
        """Let a cause act on its day."""
        self.age(on - _DAY)
        if state is State.STANDING_DOWN:
            self.upheld.clear()
            self.down_until = on + timedelta(days=self.rules.half_life(state))
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
            until += timedelta(days=self.rules.half_life(level)) + (_DAY if level is state else timedelta())
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
    """The four tracks of an actor in an area."""

    observed: Sequence[Change]
    ordered: Sequence[Change]
    announced: Sequence[Change]
    alleged: Sequence[Change]


def tracks_of(moves: Sequence[Moved], as_of: date, rules: PictureRules) -> Tracks:
    """The changes of each track up to a day, from causes in the order of their days."""

    def track(*hows: str, announced: bool = False) -> Sequence[Change]:
        return _follow(_on_track(moves, hows, announced=announced), as_of, rules)

    return Tracks(
        observed=track("observed"),
        ordered=track("ordered", "declared"),
        announced=track("ordered", "declared", announced=True),
        alleged=track("alleged"),
    )


def _on_track(moves: Iterable[Moved], hows: tuple[str, ...], *, announced: bool) -> Iterator[Moved]:
    """The causes of these ways of telling; a withdrawal that was seen counts on every track."""
    for moved in moves:
        seen_off = moved.cause.how == "observed" and moved.cause.to is State.STANDING_DOWN
        if (moved.cause.how in hows and (moved.counts or announced)) or (seen_off and moved.counts):
            yield moved


def _follow(moves: Iterable[Moved], as_of: date, rules: PictureRules) -> Sequence[Change]:
    track = Track(rules)
    for moved in moves:
        if moved.on <= as_of:
            track.apply(moved.cause.to, moved.on)
    track.age(as_of)
    return track.changes


def state_on(changes: Sequence[Change], on: date) -> Change | None:
    """The change that holds on a day, None before the first."""
    held = None
    for change in changes:
        if change.on > on:
            break
        held = change
    return held
