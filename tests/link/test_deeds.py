"""Who tells of the deeds of two doers tells of two; who blame each other for one deed, or name its doer late, tell of one."""

from itertools import permutations

import pytest

from hudna.link.deeds import deeds
from hudna.link.pair import pair_of
from hudna.model.told import Told
from link.tellings import joined, link, nameless, stage, told

APART, ONE = "apart", "one"


def report(first: dict, second: dict, name: str = "r") -> list[Told]:
    """Two sentences of one report."""
    text = f"{first['words']}. {second['words']}."
    return [
        told(f"{name}{number}", text=text, report=name, **given)
        for number, given in enumerate((first, second))
    ]


SHELLED = {"words": "The Front shelled Norhaven on Tuesday and killed nine", "by": ("front",), "dead": 9}
BOMBED = {"words": "The Guard hit the town on the same day and killed six", "by": ("guard",), "dead": 6}

TOLD = {
    "one outlet tells of each with its doer": (SHELLED, BOMBED, APART),
    "one speaker does": (
        {**SHELLED, "said_by": ("clinic",)},
        {**BOMBED, "said_by": ("clinic",)},
        APART,
    ),
    "two speakers with figures of their own do": (
        {**SHELLED, "said_by": ("clinic",)},
        {**BOMBED, "said_by": (nameless(),)},
        APART,
    ),
    "each blames the other for one deed": (
        {**SHELLED, "said_by": ("guard",), "status": "alleged"},
        {
            "words": "The Guard itself hit the town",
            "by": ("guard",),
            "said_by": ("front",),
            "status": "alleged",
        },
        ONE,
    ),
    "each blames the other and counts other dead in the same market": (
        {
            **SHELLED,
            "words": "The Front shelled the market of Norhaven, killing nine",
            "said_by": ("guard",),
        },
        {**BOMBED, "words": "The Guard bombed the market and killed six", "said_by": ("front",)},
        ONE,
    ),
    "they fought each other": (
        {**SHELLED, "upon": ("guard",)},
        {**BOMBED, "words": "The Guard shot back and killed six in the town", "upon": ("front",)},
        ONE,
    ),
    "gunmen are named afterwards": (
        {"words": "Gunmen attacked Norhaven on Tuesday and killed nine", "by": ("gunmen",), "dead": 9},
        {
            "words": "Fighters of the Front killed the villagers at dawn",
            "by": ("front",),
            "said_by": ("clinic",),
        },
        ONE,
    ),
    "one denies it and names another": (
        {
            **SHELLED,
            "words": "The Front did not shell Norhaven",
            "dead": None,
            "status": "denied",
            "said_by": ("front",),
        },
        {
            "words": "The guns of the Guard hit the town",
            "by": ("guard",),
            "said_by": ("front",),
            "status": "alleged",
        },
        ONE,
    ),
}


@pytest.mark.parametrize(("first", "second", "comes_to"), TOLD.values(), ids=TOLD)
def test_two_doers_of_one_report(first, second, comes_to):
    pair = report(first, second)
    assert len(link(*pair).incidents) == (2 if comes_to == APART else 1)
    one, other = (telling.outline for telling, _ in stage().tellings(pair))
    answer = deeds(pair_of(one, other, stage().scorer.roots))
    assert (answer.level == "unknown") is (comes_to == ONE)
    assert answer.because


def test_who_harms_civilians_has_a_deed_of_his_own_though_others_hunt_him():
    first = {**SHELLED, "upon": ("civilians",)}
    second = {**BOMBED, "words": "The Guard killed six fighters in the town", "upon": ("front",)}
    assert len(link(*report(first, second)).incidents) == 2


def test_what_one_report_tells_apart_stays_apart_in_others_whatever_comes_first():
    told_apart = report(SHELLED, BOMBED)
    others = [
        told("x", "Shells of the Front killed nine in Norhaven", by=("front",), dead=9),
        told("y", "An attack by the Guard killed six people in Norhaven", by=("guard",), dead=6),
    ]
    parts = {frozenset({"r0", "x"}), frozenset({"r1", "y"})}
    assert all(joined(link(*order)) == parts for order in permutations([*told_apart, *others]))
