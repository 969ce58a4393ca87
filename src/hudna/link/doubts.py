"""Why a person should look at an incident: each rule asks one question and answers in one sentence or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from hudna.link.distance import between
from hudna.link.facets import Faced
from hudna.link.outline import Outline
from hudna.link.score import Scorer
from hudna.model.claim import Root
from hudna.model.incident import Incident

# Below so many bits a claim would hardly have been joined: one level less in one feature undoes it.
NARROW_BITS = 1.5
# Weakest ties are sought among so many claims; in larger incidents one odd claim weighs little.
MOST_COMPARED = 8
# Tolls that differ by this factor and number are not a rising count any more.
TOLL_FACTOR, TOLL_NUMBER = 2.0, 5
# Exact days and small places that cannot both be right.
DAYS_APART, KM_APART = 2, 60.0
_SEVERE = frozenset({Root.ASSAULT, Root.COERCE})


@dataclass(frozen=True, slots=True)
class Case:
    """An incident with the outlines of its claims."""

    incident: Incident
    outlines: Sequence[Outline]
    scorer: Scorer


Rule = Callable[[Case], str | None]


def joined_narrowly(case: Case) -> str | None:
    """Is a claim joined by a narrow margin?"""
    if not 1 < len(case.outlines) <= MOST_COMPARED:
        return None
    best = dict.fromkeys((outline.claim for outline in case.outlines), float("-inf"))
    for (one, first), (other, second) in combinations(_faced(case), 2):
        if best[one] >= NARROW_BITS and best[other] >= NARROW_BITS:
            continue  # both hang on others well enough, and only who does not is told
        score = case.scorer.score_faced(first, second)
        best[one], best[other] = max(best[one], score), max(best[other], score)
    claim, bits = min(best.items(), key=lambda pair: (pair[1], pair[0]))
    return f"claim {claim} is joined by {bits:.1f} bits only" if bits < NARROW_BITS else None


def _faced(case: Case) -> list[tuple[str, Faced]]:
    return [(outline.claim, case.scorer.faced(outline)) for outline in case.outlines]


def places_apart(case: Case) -> str | None:
    """Is it said to have happened at places that cannot both be right?"""
    exact = {
        (spot.id or spot.name): spot
        for outline in case.outlines
        for spot in outline.spots
        if spot.precision in {"point", "town"} and not spot.from_there
    }
    if case.incident.root in case.scorer.roots.lasting:
        return None
    for one, other in combinations([exact[name] for name in sorted(exact)], 2):
        km = between(one, other).km
        if km is not None and km > KM_APART + one.radius + other.radius:
            return f"placed at {one.name} and at {other.name}, {km:.0f} km apart"
    return None


def days_apart(case: Case) -> str | None:
    """Is it said to have happened on days that cannot both be right?"""
    if case.incident.root in case.scorer.roots.lasting:
        return None
    exact = [
        outline for outline in case.outlines if outline.sure == "exact" and outline.first and outline.last
    ]
    if not exact:
        return None
    first, last = min(o.last or 0 for o in exact), max(o.first or 0 for o in exact)
    return f"dated {last - first} days apart" if last - first > DAYS_APART else None


def tolls_apart(case: Case) -> str | None:
    """Do the tolls differ too much for a count that rises?"""
    low, high = case.incident.fatalities.low, case.incident.fatalities.high
    if low is None or high is None or len(case.incident.fatalities.by) < 2:
        return None
    if high - low >= TOLL_NUMBER and high >= TOLL_FACTOR * max(low, 1):
        return f"between {low} and {high} dead, depending on who counts"
    return None


def happened_after_it_was_told(case: Case) -> str | None:
    """Is it told as having happened on a day after the report?"""
    late = [
        outline.claim
        for outline in case.outlines
        if outline.held == "told"
        and outline.first
        and outline.published
        and outline.first > outline.published + 1
    ]
    return f"claim {late[0]} tells it as past on a day after its report" if late else None


def severe_and_nameless(case: Case) -> str | None:
    """Does something grave rest on voices without a name alone?"""
    if case.incident.counts and case.incident.root in _SEVERE and case.incident.ladder == 0:
        return "grave, and nobody with a name tells it"
    return None


def is_disputed(case: Case) -> str | None:
    """Do some tell it and others deny it?"""
    return "told by some, denied by others" if case.incident.verification == "disputed" else None


RULES: tuple[Rule, ...] = (
    happened_after_it_was_told, places_apart, days_apart, tolls_apart, joined_narrowly, severe_and_nameless, is_disputed,
)  # fmt: skip


def doubts(incident: Incident, outlines: Sequence[Outline], scorer: Scorer) -> str | None:
    """Every doubt in one line; None where there is none."""
    case = Case(incident, outlines, scorer)
    found = [why for rule in RULES if (why := rule(case))]
    return "; ".join(found) or None
