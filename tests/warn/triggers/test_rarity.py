"""Rarity gives the highest level whose threshold is passed, holds near the lowest, and is said once for an area and its parts."""

from dataclasses import replace

import numpy as np
import pytest

from hudna.warn import stage
from hudna.warn.index import Index
from hudna.warn.triggers.rarity import level_of, triggers
from hudna.warn.units import Unit
from warn import kadra as k

NORTH, SELEN, SOUTH = (Unit("kadra", name) for name in ("north", "selen", "south"))
LIMITS = {"watch": 1.0, "elevated": 2.0, "high": 3.0}  # −log10: one in ten, a hundred, a thousand


def view(scores, limits=LIMITS):
    """Kadra with attacks in its areas, and an index of these scores."""
    incidents = [
        k.incident(f"{at}{n}", on=k.ago(7 * n), at=at)
        for at in ("norhaven", "selen", "marsh")
        for n in range(60)
    ]
    made = stage._view(k.day(incidents), "kadra", [])
    units = tuple(scores)
    index = Index(
        units,
        np.array([[0.0, score] for score in scores.values()]),
        limits,
        dict.fromkeys(units, ("violence", 28)),
    )
    return replace(made, index=index)


@pytest.mark.parametrize(
    ("score", "level"),
    [(0.9, None), (1.01, "watch"), (1.99, "watch"), (2.01, "elevated"), (3.01, "high"), (9.0, "high")],
)
def test_the_highest_threshold_that_is_passed_gives_the_level(score, level):
    assert level_of(SOUTH, view({SOUTH: score})) == level


def test_an_area_without_a_past_or_a_threshold_gives_none():
    assert level_of(SOUTH, view({SOUTH: np.nan})) is None
    assert level_of(SOUTH, view({SOUTH: 9.0}, dict.fromkeys(LIMITS))) is None


@pytest.mark.parametrize(
    ("score", "found"), [(0.4, []), (0.6, [None]), (1.1, ["watch"])], ids=["calm", "near", "passed"]
)
def test_near_the_threshold_it_holds_and_does_not_raise(score, found):
    assert [one.level for one in triggers(view({SOUTH: score}))] == found


def test_what_a_part_says_the_whole_does_not_say_again():
    assert [one.area for one in triggers(view({NORTH: 2.5, SELEN: 2.5}))] == ["selen"]
    assert {one.area: one.level for one in triggers(view({NORTH: 3.5, SELEN: 2.5}))} == {
        "north": "high",
        "selen": "elevated",
    }
