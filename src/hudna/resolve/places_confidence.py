"""How often is a place right that the finder is so sure of? Read off a table made of judged places.

The finder's own sureness is the product of two likelihoods and, for areas, a number set
with the rule; `knowledge/places/confidence.yml` turns both into the share that was right
among judged places about as sure (docs/evaluation/places.md).
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hudna.knowledge.files import ROOT, read_yaml


@dataclass(frozen=True, slots=True)
class Table:
    """`names`: sureness → share right, both rising; between two points the line. `rules`: shares right by rule of area."""

    names: tuple[tuple[float, float], ...]
    rules: Mapping[str, float]

    def of_name(self, sureness: float) -> float:
        """The share right among names about as sure; beyond the ends it is that of the end."""
        number = bisect_right(self.names, (sureness, 2.0))
        if number in (0, len(self.names)):
            return self.names[min(number, len(self.names) - 1)][1]
        (left, low), (right, high) = self.names[number - 1], self.names[number]
        return low + (high - low) * (sureness - left) / (right - left)

    def of_area(self, rule: str, sureness: float) -> float:
        """The rule's share right; its own number where too few were judged."""
        return self.rules.get(rule, sureness)


@cache
def load_table() -> Table:
    """The table as it is written."""
    written = read_yaml(ROOT / "places" / "confidence.yml")
    return Table(tuple((float(x), float(y)) for x, y in written["names"]), dict(written["rules"]))
