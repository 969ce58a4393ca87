"""Records made fast are the records made in the usual way."""

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest

from hudna.model.clause import Cue, Oblique, Phrase
from hudna.model.making import maker

QUICK_PHRASE, QUICK_OBLIQUE = maker(Phrase), maker(Oblique)


def test_a_record_made_fast_is_equal_to_one_made_as_usual():
    fast = QUICK_PHRASE(0, 4, "army", "army", 0, 4, "army", plural=True)
    usual = Phrase(0, 4, "army", "army", 0, 4, "army", plural=True)
    assert (fast, hash(fast), repr(fast)) == (usual, hash(usual), repr(usual))
    assert type(fast) is Phrase


def test_a_record_made_fast_is_frozen():
    oblique = QUICK_OBLIQUE("in", Phrase(0, 4, "army", "army", 0, 4, "army"), 0)
    with pytest.raises(FrozenInstanceError):
        oblique.start = 3


def test_a_record_made_fast_can_be_copied_and_sent():
    cue = maker(Cue)("not", 3, 6)
    assert copy.deepcopy(cue) == cue == pickle.loads(pickle.dumps(cue))


def test_a_field_without_a_default_is_asked_for():
    with pytest.raises(TypeError, match="start"):
        QUICK_OBLIQUE("in", Phrase(0, 4, "army", "army", 0, 4, "army"))
