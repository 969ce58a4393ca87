"""What people know of linking: kinds of event that can be one occurrence, and the weights of its features.

The files lie in `linking/`; `weights.yml` is made by tools/train_links.py and says how.
"""

from functools import cache, cached_property
from typing import Literal

from pydantic import Field, model_validator

from hudna.knowledge.files import ROOT, load_one
from hudna.model.claim import Root
from hudna.model.record import Record

FOLDER = ROOT / "linking"
Likeness = Literal["same_mode", "akin_mode", "same_root", "other_mode", "akin_root", "unlike"]
Kind = tuple[str, str | None]


class Akin(Record):
    """Two kinds of event that reports use for one another."""

    pair: tuple[str, str]
    because: str


class Judged(Record):
    """An example: how alike a pair of kinds is."""

    pair: tuple[str, str]
    level: Likeness


class Roots(Record):
    """Which kinds of event can be two tellings of one occurrence."""

    about: str
    sources: tuple[str, ...]
    families: dict[str, tuple[Root, ...]]
    lasting: frozenset[Root]
    brief: frozenset[str] = frozenset()
    spoken: frozenset[Root]
    statements: tuple[frozenset[Root], ...] = ()
    akin: tuple[Akin, ...]
    modes: tuple[frozenset[str], ...]
    plain: frozenset[str]
    moves: tuple[frozenset[str], ...]
    opposed: tuple[frozenset[str], ...]
    examples: tuple[Judged, ...]
    counter: tuple[Judged, ...]

    @model_validator(mode="after")
    def _akin_are_compared(self) -> "Roots":
        for one in self.akin:
            first, second = (set(self.families_of(Root(kind_of(name)[0]))) for name in one.pair)
            if not first & second:
                raise ValueError(f"{one.pair} share no family, so they are never compared")
        return self

    def families_of(self, root: Root) -> tuple[str, ...]:
        """The families whose events it is compared with."""
        return tuple(name for name, roots in self.families.items() if root in roots)

    def lasts(self, root: str, mode: str | None) -> bool:
        """Whether events of this kind go on for days."""
        return Root(root) in self.lasting and mode not in self.brief

    def are_statements(self, one: str, other: str) -> bool:
        """Whether one statement may hold both kinds."""
        pair = {Root(one), Root(other)}
        return any(pair <= group for group in self.statements)

    def likeness(self, one: Kind, other: Kind) -> Likeness:
        """How alike two kinds are."""
        if (one, other) not in self._found:
            self._found[one, other] = self._likeness(one, other)
        return self._found[one, other]

    @cached_property
    def _found(self) -> dict[tuple[Kind, Kind], Likeness]:
        """Answers given before: the same few kinds are asked about a thousand times a second."""
        return {}

    def _likeness(self, one: Kind, other: Kind) -> Likeness:
        if one[0] != other[0]:
            return "akin_root" if self._are_akin(one, other) else "unlike"
        if one[1] is None or other[1] is None:
            return "same_root"
        if one[1] == other[1]:
            return "same_mode"
        if {one[1], other[1]} & self.plain:
            return "unlike"
        return "akin_mode" if {one[1], other[1]} in self.modes else "other_mode"

    def _are_akin(self, one: Kind, other: Kind) -> bool:
        return any(
            (_fits(one, first) and _fits(other, second)) or (_fits(one, second) and _fits(other, first))
            for first, second in (akin.pair for akin in self.akin)
        )


def kind_of(name: str) -> Kind:
    """`COERCE/seize` as root and mode."""
    root, _, mode = name.partition("/")
    return root, mode or None


def _fits(kind: Kind, name: str) -> bool:
    root, mode = kind_of(name)
    return kind[0] == root and (mode is None or kind[1] == (None if mode == "-" else mode))


class Weights(Record):
    """How much each level of each feature speaks for one occurrence, in bits.

    One bit doubles the odds that two claims tell of the same occurrence. `start` is
    what is added to every sum. Two claims are joined from `join` on; from `sure` on
    nothing else is asked.
    """

    how: str = Field(description="from what, by what, and with which result the weights were found")
    start: float
    join: float
    sure: float
    features: dict[str, dict[str, float]]


@cache
def load_roots() -> Roots:
    """Kinds of event and their likeness."""
    return load_one(FOLDER / "roots.yml", Roots)


@cache
def load_weights() -> Weights:
    """The weights as learned."""
    return load_one(FOLDER / "weights.yml", Weights)
