"""What stands behind a noun or a name in Italian, and what no longer belongs to it."""

import pytest

from read.shallow.shallow_reading import clause, core


def test_a_day_behind_a_name_is_no_part_of_it():
    killed = clause("Sei persone sono state uccise da Hezbollah lunedì.", "uccidere")
    assert core(killed.subject) == "Hezbollah"


def test_words_that_describe_together_stand_with_their_noun():
    killed = clause("Individui a volto coperto hanno ucciso sei abitanti.", "uccidere")
    assert core(killed.subject) == "Individui a volto coperto"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Il gruppo «Stella nera» ha ucciso sei abitanti.", "Il gruppo «Stella nera»"),
        ("I «volontari del villaggio» hanno ucciso sei abitanti.", "I «volontari del villaggio»"),
        ("Altri duecento soldati hanno ucciso sei abitanti.", "Altri duecento soldati"),
        ("Ieri, a Orna, dei soldati hanno ucciso sei abitanti.", "soldati"),
    ],
)
def test_a_name_in_quotation_marks_others_counted_and_some_of_them_are_phrases(text, subject):
    assert core(clause(text, "uccidere").subject) == subject


def test_of_whom_somebody_spoke_he_is_no_subject():
    assert core(clause("Il generale ha parlato dei ribelli.", "parlare").subject) == "Il generale"


def test_whoever_can_suffer_it_is_meant_rather_than_the_name_he_belongs_to():
    taken = clause("Due maestre della scuola di Orna, rapite lunedì, sono libere.", "rapire")
    assert [core(o) for o in taken.objects] == ["Due maestre"]


def test_a_day_between_a_deed_and_those_who_did_it_parts_them_not():
    shots = clause("Scambio di colpi venerdì al valico fra le guardie e i contrabbandieri.", "scambio")
    assert {o.preposition for o in shots.obliques} >= {"at", "between"}
