"""Spellings in other languages lie over the place they are of."""

import pytest

from hudna.knowledge.files import ROOT, load_list
from hudna.knowledge.folding import fold
from hudna.knowledge.gazetteer import Gazetteer, Spelled, load_gazetteer

ROWS = load_list(ROOT / "places" / "spellings.yml", Spelled)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The packed list with the checked ones over it."""
    return load_gazetteer(())


def test_every_row_is_of_a_place_that_the_lists_have(gazetteer):
    assert [row.name for row in ROWS if gazetteer.spelled(row) is None] == []


def test_every_spelling_may_mean_its_place(gazetteer):
    lost = [
        (row.name, spelling)
        for row in ROWS
        for spelling in row.spellings
        if all(place.id != gazetteer.spelled(row).id for place in gazetteer.meanings(fold(spelling)))
    ]
    assert lost == []


def test_no_row_is_written_twice():
    keys = [(row.name, row.country, row.kind) for row in ROWS]
    assert len(keys) == len(set(keys))
