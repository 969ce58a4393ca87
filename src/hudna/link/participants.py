"""Whether two claims name the same people: the best match among all who take part, then the best of the rest."""

from dataclasses import dataclass

from hudna.knowledge.affiliations import THIRD_PARTY
from hudna.link.outline import Outline, Who

# Nearest first.
ORDER = ("same", "related", "same_side", "fits", "differs", "opposed")
_OPEN = frozenset({"UNK", None})
_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
# Gunmen may turn out to be police or rebels.
_ARMED = frozenset({"MIL", "COP", "PRM", "REB", "UAF", "CRM", "SPY"})


@dataclass(frozen=True, slots=True)
class Match:
    """Two participants and how they relate."""

    level: str
    one: Who
    other: Who
    swapped: bool  # who acts in one is acted upon in the other


@dataclass(frozen=True, slots=True)
class Matching:
    """The best match and the best of the rest; None where nobody is left to match."""

    first: Match | None
    second: Match | None


def match(one: Outline, other: Outline) -> Matching:
    """Who of the one is whom of the other, best first, each at most once."""
    found: list[Match] = []
    ones, others = _parts(one), _parts(other)
    while ones and others and len(found) < 2:
        ranked = (
            (ORDER.index(relation(a, b)), None not in {p, q} and p != q, i, j)
            for i, (a, p) in enumerate(ones)
            for j, (b, q) in enumerate(others)
        )
        rank, swapped, i, j = min(ranked)
        found.append(Match(ORDER[rank], ones.pop(i)[0], others.pop(j)[0], swapped))
    return Matching(found[0] if found else None, found[1] if len(found) > 1 else None)


def _parts(outline: Outline) -> list[tuple[Who, bool | None]]:
    """Everybody, with whether they are acted upon; None in a two-sided event."""
    acted_upon = None if len(outline.doers) > 1 and not outline.others else False
    return [*((who, acted_upon) for who in outline.doers), *((who, True) for who in outline.others)]


def relation(one: Who, other: Who) -> str:
    """How two participants relate."""
    if one.id and other.id:
        return _listed(one, other)
    if one.words and one.words == other.words and one.country == other.country:
        return "same"
    if one.country and other.country and one.country != other.country:
        return "differs"
    if not _sectors_fit(one.sector, other.sector):
        return "differs"
    shared = set(one.words) & set(other.words)
    return "related" if shared and not (one.id or other.id) else "fits"


def _listed(one: Who, other: Who) -> str:
    if one.id == other.id:
        return "same"
    if one.id in other.line or other.id in one.line:
        return "related"
    if set(one.line) & set(other.line):
        return "related"
    if one.side is None or other.side is None or THIRD_PARTY in {one.side, other.side}:
        return "differs"
    return "same_side" if one.side == other.side else "opposed"


def _sectors_fit(one: str | None, other: str | None) -> bool:
    """Whether reports could use both words for the same people."""
    if one == other or one in _OPEN or other in _OPEN:
        return True
    if "UAF" in {one, other}:
        return {one, other} <= _ARMED
    return {one, other} <= _STATE
