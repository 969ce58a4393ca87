"""The index against plain counts: it must see more than the count of events, and its chances must hold."""

import pytest

from hudna.evaluate.index_car import evaluate
from hudna.evaluate.sets import as_score


@pytest.fixture(scope="module")
def score():
    return as_score("index-car", evaluate(None))


def test_the_index_beats_the_plain_count_of_events_at_the_same_false_alarms(score):
    seen = [one for one in score.figures if one.name.startswith("seen")]
    assert len(seen) == 3
    for one in seen:
        assert one.value > one.peers["raw 4-week events"]
    assert score.passed


def test_the_count_of_deaths_that_defines_an_outbreak_is_shown_beside_it(score):
    assert all("raw 4-week deaths" in one.peers for one in score.figures if one.name.startswith("seen"))


@pytest.mark.parametrize(("said", "most"), [("1%", 0.015), ("2%", 0.03), ("5%", 0.07), ("10%", 0.13)])
def test_windows_are_about_as_rare_as_they_are_said_to_be(score, said, most):
    shares = [one.value for one in score.figures if f"said to be {said} or" in one.name]
    assert len(shares) == 2
    assert all(0.5 * float(said.rstrip("%")) / 100 <= share <= most for share in shares)
