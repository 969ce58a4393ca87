"""What stands behind a noun or a name in Italian, and what no longer belongs to it."""

from read.shallow.shallow_reading import clause, core


def test_a_day_behind_a_name_is_no_part_of_it():
    killed = clause("Sei persone sono state uccise da Hezbollah lunedì.", "uccidere")
    assert core(killed.subject) == "Hezbollah"


def test_words_that_describe_together_stand_with_their_noun():
    killed = clause("Individui a volto coperto hanno ucciso sei abitanti.", "uccidere")
    assert core(killed.subject) == "Individui a volto coperto"
