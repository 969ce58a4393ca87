"""Numbers of several words are one: "خمسة وعشرون جنديا" are twenty-five, and no five besides."""

from collections.abc import Mapping

from hudna.knowledge.inflection import Form
from hudna.read.shallow.words import Words

_TEN, _HUNDRED = 10, 100


def join_numbers(found: Words, values: Mapping[str, int], joints: frozenset[str]) -> None:
    """Joins a number, "and", and the tens that are added to it."""
    at = 0
    while at + 2 < len(found.low):
        first, second = values.get(found.low[at]), values.get(found.low[at + 2])
        if found.low[at + 1] in joints and first and second and _add_up(first, second):
            low = " ".join(found.low[at : at + 3])
            found.join(at, at + 2, (Form("number", low),))
        at += 1


def _add_up(first: int, second: int) -> bool:
    """Ones before tens, or hundreds before less: no two figures told side by side."""
    tens = _TEN < second < _HUNDRED and second % _TEN == 0
    return (first < _TEN and tens) or (first % _HUNDRED == 0 and second < _HUNDRED)
