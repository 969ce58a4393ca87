"""The lemmas that make a sentence worth reading."""

import pytest

from hudna.knowledge.gate import gate_lemmas
from hudna.knowledge.lexicon import load_triggers
from hudna.model.claim import Root

STRONG, FORCE, WEAK, AGENTS, STATES = gate_lemmas("en")
WORDS = {
    "an airstrike says enough": ("airstrike", STRONG),
    "to assassinate says enough": ("assassinate", STRONG),
    "an ambush has other senses": ("ambush", FORCE),
    "control needs somebody": ("control", WEAK),
    "talks need somebody": ("meet", WEAK),
    "rebels act": ("rebel", AGENTS),
    "soldiers act": ("soldier", AGENTS),
    "a state by name": ("germany", STATES),
}


@pytest.mark.parametrize(("word", "words"), WORDS.values(), ids=WORDS)
def test_words(word, words):
    assert word in words


def test_no_lemma_is_strong_and_something_else():
    assert frozenset() == STRONG & FORCE
    assert frozenset() == STRONG & WEAK


def test_the_lemmas_of_every_trigger_open_the_gate_somehow():
    known = STRONG | FORCE | WEAK
    assert [lemma for t in load_triggers("en") for lemma in t.lemma if lemma.lower() not in known] == []


def test_what_is_strong_needs_nothing_and_speaks_of_force():
    forceful = {Root.ASSAULT, Root.COERCE, Root.MOBILIZE, Root.RETREAT, Root.PROTEST, Root.THREATEN}
    for lemma in STRONG:
        assert any(
            lemma in t.lemma and t.root in forceful and not t.weak and not t.needs and not t.unless
            for t in load_triggers("en")
        ), lemma


FRENCH = gate_lemmas("fr")[3]


@pytest.mark.parametrize("agent", ["homme armé", "casque bleu", "coupeur de route", "colon", "éleveur"])
def test_people_of_several_words_act_and_so_do_settlers_and_herders(agent):
    assert agent in FRENCH


@pytest.mark.parametrize("agent", ["force de sécurité", "convoi de l'armée", "enseignant"])
def test_several_words_of_which_one_acts_count_once(agent):
    assert agent not in FRENCH


def test_teachers_do_not_act():
    assert "teacher" not in AGENTS


def test_words_are_lower_case():
    for words in (STRONG, FORCE, WEAK, STATES):
        assert [w for w in words if w != w.lower()] == []
