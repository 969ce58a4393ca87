"""Triggers of verbal nouns, made from those of their verbs."""

import pytest

from hudna.knowledge.trigger import Trigger
from hudna.knowledge.verbal_nouns import load_verbal_nouns, verbal_nouns


def verb(**given):
    return Trigger(
        **{"id": "aid.arm", "lemma": ("arm",), "pos": "verb", "root": "AID", "examples": ("x",)} | given
    )


def made(**given):
    return list(verbal_nouns((verb(**given),), {"arm": ("arming",)}))


def test_who_acts_and_whom_it_befalls_stand_behind_the_noun():
    [noun] = made(
        roles={"actor": ("subject",), "recipient": ("object", "to")}, needs={"object": ("militia",)}
    )
    assert (noun.pos, noun.lemma, noun.last, noun.made) == ("noun", ("arming",), True, True)
    assert noun.roles == {"actor": ("by", "possessor"), "recipient": ("of", "to")}
    assert noun.needs == {"of": ("militia",)}


def test_without_an_object_the_owner_acts():
    [noun] = made(roles={"actor": ("subject",)}, needs={"subject": ("army",)})
    assert noun.roles == {"actor": ("by", "possessor", "of")}
    assert noun.needs == {"of": ("army",)}


def test_who_must_act_is_not_asked_of_a_noun_but_makes_it_weak():
    [noun] = made(roles={"recipient": ("object",)}, needs={"subject": ("army",)})
    assert (dict(noun.needs), noun.weak) == ({}, True)


@pytest.mark.parametrize(
    "given", [{"negated": True}, {"particle": "out"}, {"pos": "noun"}, {"lemma": ("load",)}]
)
def test_other_words_give_no_noun(given):
    assert made(**given) == []


def test_a_language_without_a_list_has_none():
    assert load_verbal_nouns("en") == {}
    assert load_verbal_nouns("ar")
