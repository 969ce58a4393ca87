"""The table that turns the finder's sureness into the share that was right."""

import pytest

from hudna.resolve.places import PlaceFinder
from hudna.resolve.places_confidence import Table, load_table

TABLE = Table(((0.4, 0.2), (0.8, 0.6), (0.9, 0.9)), {"border": 0.5})


@pytest.mark.parametrize(
    ("sureness", "share"), [(0.4, 0.2), (0.6, 0.4), (0.8, 0.6), (0.85, 0.75), (0.9, 0.9)]
)
def test_between_two_points_lies_the_line(sureness, share):
    assert TABLE.of_name(sureness) == pytest.approx(share)


@pytest.mark.parametrize(("sureness", "share"), [(0.0, 0.2), (0.1, 0.2), (0.95, 0.9), (1.0, 0.9)])
def test_beyond_the_ends_the_share_of_the_end_holds(sureness, share):
    assert TABLE.of_name(sureness) == share


def test_an_area_has_the_share_of_its_rule_and_else_its_own_number():
    assert TABLE.of_area("border", 0.6) == 0.5
    assert TABLE.of_area("road", 0.6) == 0.6


def test_the_shipped_table_rises_and_never_claims_to_be_certain():
    points = load_table().names
    assert list(points) == sorted(points)
    assert [share for _, share in points] == sorted(share for _, share in points)
    assert points[-1][1] < 1.0
    assert all(0.0 < share < 1.0 for share in load_table().rules.values())


def test_a_finder_without_the_table_gives_its_bare_sureness():
    text = "Shells fell on Kharkiv, in Ukraine, on Monday."
    [bare, *_] = PlaceFinder(("libya",)).find(text)
    [shown, *_] = PlaceFinder.load().find(text)
    assert shown.confidence == round(load_table().of_name(bare.confidence), 3)
    assert (bare.start, bare.id) == (shown.start, shown.id)
