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


def join_bounds(
    found: Words,
    bounds: Mapping[str, list[tuple[str, ...]]],
    numbers: frozenset[str],
    times: frozenset[str],
    ands: frozenset[str],
) -> None:
    """ "più di cento", "almeno 12": what bounds a number belongs to it."""
    at = 0
    while at < len(found.low):
        for words in bounds.get(found.low[at], ()):
            behind = at + len(words)
            counts = _is_number(found, behind, numbers) and not _dates(found, behind, times, ands)
            if counts and tuple(found.low[at:behind]) == words:
                found.join(at, behind - 1, (Form("number", " ".join(words)),))
                break
        at += 1


def _is_number(found: Words, at: int, numbers: frozenset[str]) -> bool:
    return at < len(found.low) and (found.low[at][:1].isdigit() or found.low[at] in numbers)


def _dates(found: Words, at: int, times: frozenset[str], ands: frozenset[str]) -> bool:
    """ "بين 14 و21 يناير": two days, no number of anything."""
    behind = found.low[at + 1 : at + 4]
    joined = bool(behind) and behind[0] in ands
    return any(low in times for low in (behind[2:] if joined else behind[:1]))


def _add_up(first: int, second: int) -> bool:
    """Ones before tens, or hundreds before less: no two figures told side by side."""
    tens = _TEN < second < _HUNDRED and second % _TEN == 0
    return (first < _TEN and tens) or (first % _HUNDRED == 0 and second < _HUNDRED)
