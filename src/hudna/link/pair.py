"""Two claims side by side, and the answer of a feature that looks at them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from hudna.knowledge.linking import Roots
from hudna.link.distance import Nearness, nearest
from hudna.link.outline import Outline
from hudna.link.participants import Matching, match
from hudna.link.wording import beginnings
from hudna.model.claim import Root

UNKNOWN = "unknown"
_MOVING = frozenset({Root.MOBILIZE.value, Root.AID.value})


class Answer(NamedTuple):
    """A level and the sentence that explains it; a thousand pairs are weighed for each that is explained."""

    level: str
    why: str | Callable[[], str]

    @property
    def because(self) -> str:
        """The sentence."""
        return self.why if isinstance(self.why, str) else self.why()


@dataclass(slots=True, eq=False)
class Pair:
    """Two outlines with what several features ask of them, worked out once and when first asked."""

    one: Outline
    other: Outline
    roots: Roots
    alike: float | None = None  # cosine of the two claims' words, where it was worked out
    _people: Matching | None = None
    _places: tuple[Nearness | None] | None = None

    @property
    def people(self) -> Matching:
        """Who of the one is whom of the other."""
        if self._people is None:
            self._people = match(self.one, self.other)
        return self._people

    @property
    def places(self) -> Nearness | None:
        """The nearest two places."""
        if self._places is None:
            self._places = (nearest(self.one.spots, self.other.spots),)
        return self._places[0]

    @property
    def lasting(self) -> bool:
        """Whether both are of a kind that goes on for days."""
        return self.roots.lasts(*self.one.kind) and self.roots.lasts(*self.other.kind)

    @property
    def moving(self) -> bool:
        """Whether both are movements, told in different reports: they pass through places far apart."""
        return not self.one_text and {self.one.root, self.other.root} <= _MOVING

    @property
    def on_one_way(self) -> bool:
        """Whether one of two movements names the place of the other: where it left, or where it goes."""
        near = self.places
        return near is not None and bool(
            beginnings(near.one.name) & self.other.way or beginnings(near.other.name) & self.one.way
        )

    @property
    def one_text(self) -> bool:
        """Whether both stand in the same text."""
        return self.one.text == self.other.text


def pair_of(one: Outline, other: Outline, roots: Roots, alike: float | None = None) -> Pair:
    """The pair in an order of its own, so that it is the same pair whichever came first."""
    if order_of(other) < order_of(one):
        one, other = other, one
    return Pair(one, other, roots, alike)


def order_of(outline: Outline) -> tuple[str, int, int, str, str, str]:
    """Its place in the order of a pair."""
    return outline.text, outline.start, outline.end, outline.root, outline.mode or "", outline.claim
