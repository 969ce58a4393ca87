"""Whom an Italian verb waits for behind words put in between, and what a bare noun behind "da" says."""

import pytest

from read.shallow.shallow_reading import clause, core


@pytest.mark.parametrize(
    ("text", "lemma", "whom"),
    [
        ("È stato rapito ieri, mentre tornava a Orna, padre Pietro Santi.", "rapire", "padre Pietro Santi"),
        ("Sono stati uccisi ieri a Orna, in un agguato, quattro soldati.", "uccidere", "quattro soldati"),
        (
            "Uccisi, in due distinti agguati, quattro soldati nello Stato di Orna.",
            "uccidere",
            "quattro soldati",
        ),
        (
            "Arrestati, nella capitale, tre attivisti che distribuivano volantini.",
            "arrestare",
            "tre attivisti",
        ),
    ],
)
def test_whom_it_befalls_may_stand_behind_an_aside(text, lemma, whom):
    assert [core(o) for o in clause(text, lemma).objects] == [whom]


def test_a_verb_between_that_lacks_somebody_itself_keeps_him():
    killed = clause("Sono fuggiti dopo aver ucciso, nella notte, quattro soldati.", "uccidere")
    assert [core(o) for o in killed.objects] == ["quattro soldati"]


def test_behind_a_place_and_an_aside_who_acts_is_who_stands_between():
    killed = clause("Ieri, nel quartiere, la polizia, aiutata dai soldati, ha ucciso due uomini.", "uccidere")
    assert core(killed.subject) == "la polizia"


def test_what_is_more_so_than_all_others_is_one_phrase():
    attacked = clause("Il più potente gruppo armato ha attaccato la base.", "attaccare")
    assert core(attacked.subject) == "Il più potente gruppo armato"


@pytest.mark.parametrize("modal", ["hanno dovuto", "hanno potuto"])
def test_what_had_to_be_done_was_done(modal):
    left = clause(f"I soldati {modal} abbandonare la base.", "abbandonare")
    assert (left.tense, left.modals) == ("past", ())


def test_what_should_have_been_done_was_not():
    assert clause("I soldati avrebbero dovuto abbandonare la base.", "abbandonare").modals


def test_a_vehicle_for_fighting_is_no_fight():
    destroyed = clause("I soldati hanno distrutto undici veicoli da combattimento.", "distruggere")
    assert not [o for o in destroyed.obliques if o.preposition in ("by", "from")]
