"""How a picture is drawn: levels with their half-lives, what moves them, which acts ease or strain."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Literal, TypeVar

from pydantic import Field

from hudna.knowledge.files import ROOT, load_one
from hudna.model.claim import Root
from hudna.model.picture import Dimension, Direction, SignalKind, State
from hudna.model.record import Record
from hudna.model.view import View

_Entry = TypeVar("_Entry", bound="Pattern")


class Level(Record):
    """A level of posture and for how long it is held without news."""

    level: State
    half_life_days: int = Field(gt=0)
    because: str


class Pattern(Record):
    """Which incidents an entry is about; an empty list means any."""

    root: Root
    modes: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()

    def fits(self, root: Root, mode: str | None, move: str | None, contexts: Iterable[str]) -> bool:
        """Whether root, mode, move and contexts are of this kind."""
        return (
            self.root is root
            and (not self.modes or mode in self.modes)
            and (not self.moves or move in self.moves)
            and (not self.contexts or not set(self.contexts).isdisjoint(contexts))
        )


class Act(Pattern):
    """What an incident does to the posture of those who act."""

    id: str
    to: State
    after_move_to: State | None = Field(default=None, description="level where the same force was out before")
    dimension: Dimension
    direction: Direction = "escalatory"
    nature: Literal["deed", "order"] = "deed"
    against: tuple[str, ...] = Field(default=(), description="sectors of the other side")
    says: str
    pending: str = Field(description="the same as something yet to be done: 'to move forces'")
    suffered: str | None = Field(
        default=None, description="what is said of who is acted upon and answers, as armed forces do"
    )


class SignalAct(Pattern):
    """An act that eases or strains."""

    kind: SignalKind
    direction: Literal["easing", "straining"]
    third_party: bool = False
    executed: bool = True
    says: str
    pending: str = Field(description="the same as something yet to be done: 'to release people'")


class Argued(Record):
    """A number and the argument for it."""

    value: float
    because: str


class Constants(Record):
    """Numbers of the picture."""

    movement_gap_days: Argued
    movement_span_days: Argued
    contradiction_days: Argued
    channel_silence_days: Argued


class PictureExample(Record):
    """An incident in short and the act it must be; null: none."""

    root: Root
    mode: str | None = None
    move: str | None = None
    against: tuple[str, ...] = ()
    act: str | None


class PictureRules(Record):
    """The whole of picture.yml."""

    levels: tuple[Level, ...]
    acts: tuple[Act, ...]
    defensive: tuple[str, ...]
    offensive: tuple[str, ...]
    signals: tuple[SignalAct, ...]
    constants: Constants
    examples: tuple[PictureExample, ...]
    counter: tuple[PictureExample, ...]

    def half_life(self, level: State) -> int:
        """Days for which a level is held without news; normal needs none."""
        return next((entry.half_life_days for entry in self.levels if entry.level is level), 0)

    def act_of(
        self, root: Root, mode: str | None, move: str | None, contexts: Iterable[str], against: set[str]
    ) -> Act | None:
        """The first act that fits; `against` holds the sectors of the other side."""
        for act in self._acts.get(root, ()):
            if act.fits(root, mode, move, contexts) and (not act.against or against & set(act.against)):
                return act
        return None

    def signal_of(self, view: View, *, third_party: bool) -> SignalAct | None:
        """The first signal that fits a telling."""
        for signal in self._signals.get(view.root, ()):
            fits = signal.fits(view.root, view.mode, view.move, view.contexts)
            if fits and (third_party or not signal.third_party):
                return signal
        return None

    @cached_property
    def _acts(self) -> dict[Root, list[Act]]:
        return _by_root(self.acts)

    @cached_property
    def _signals(self) -> dict[Root, list[SignalAct]]:
        return _by_root(self.signals)


def _by_root(entries: Iterable[_Entry]) -> dict[Root, list[_Entry]]:
    found: dict[Root, list[_Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.root].append(entry)
    return dict(found)


@cache
def load_picture_rules() -> PictureRules:
    """The rules, which are the same for every theatre."""
    return load_one(ROOT / "picture.yml", PictureRules)
