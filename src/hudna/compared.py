"""What of linking needs no cluster: the units of claims, and what each new one scores enough with.

It depends on the claims and on what is filed alone, so it can be worked out before the reports in
front of these are clustered (`hudna.linking_ahead`), and by another process.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from hudna.link.batch import unit_of
from hudna.link.outline import Outline
from hudna.link.stage import Stage
from hudna.model.told import Told
from hudna.store import Member

Rows = Sequence[tuple[int, Told]]


@lru_cache(maxsize=100_000)
def name_of(unit: int) -> str:
    """A unit's number as linking names it."""
    return f"{unit:016x}"


def number_in(name: str) -> int:
    """The number that a unit's name stands for."""
    return int(name, 16)


@dataclass(frozen=True, slots=True)
class Filed:
    """A unit as it is filed: its outline as JSON, the keys it is found under, and what scores enough with it."""

    outline: str
    keys: frozenset[int]
    near: dict[str, float]


@dataclass(frozen=True, slots=True)
class Units:
    """The claims of some codings, each with the unit it is of, and the units of their events in order."""

    members: list[Member] = field(default_factory=list)
    outlines: dict[str, Outline] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """What another process has worked out for some codings; `names`: of all units, also those that were filed before."""

    members: list[Member]
    names: list[str]
    filed: dict[str, Filed]
    vectors: dict[str, bytes]
    asked: list[str]


def units_of(stage: Stage, tolds: Mapping[int, Rows]) -> Units:
    """What the claims of these codings tell, and of which unit each is."""
    units = Units()
    for coding, rows in tolds.items():
        found = _add(stage, coding, rows, units.members)
        for unit in sorted(found):
            units.outlines.setdefault(unit, found[unit])
    return units


def _add(stage: Stage, coding: int, rows: Rows, members: list[Member]) -> dict[str, Outline]:
    """The claims of one coding, put with the others; the units of its events."""
    row_of = {told.claim.id: row for row, told in rows}
    units: dict[str, Outline] = {}
    for telling, explains in stage.tellings(list(stage.corrected(told for _, told in rows))):
        claim, unit = telling.told.claim.id, None
        if telling.outline:
            unit = unit_of(telling.outline, alone=claim in stage.alone)
            units[unit] = telling.outline
        number = None if unit is None else number_in(unit)
        members.append(Member(claim, row_of[claim], coding, number, explains))
    return units
