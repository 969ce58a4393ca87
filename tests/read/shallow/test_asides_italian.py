"""Who acts in Italian where something stands between him and his verb, or before him."""

import pytest

from read.shallow.shallow_reading import clause, core


@pytest.mark.parametrize(
    "text",
    [
        "Il generale, che ieri era giunto a Orna, ha accusato i ribelli.",
        "Il generale della guardia, dopo una visita al fronte, ha accusato i ribelli.",
        "Il generale, il quale aveva visto i mediatori, ha accusato i ribelli.",
        "Il generale, secondo il quale la tregua è morta, ha accusato i ribelli.",
    ],
)
def test_who_stands_before_an_aside_acts_behind_it(text):
    told = clause(text, "accusare")
    assert (core(told.subject) or "").startswith("Il generale")
    assert [core(o) for o in told.objects] == ["i ribelli"]


@pytest.mark.parametrize("opening", ["Da ieri", "Da sempre", "Fino a oggi", "Da qui", "Da stamane"])
def test_a_preposition_and_its_adverb_take_nobody_with_them(opening):
    assert core(clause(f"{opening} i ribelli attaccano la base.", "attaccare").subject) == "i ribelli"


def test_a_helping_verb_is_shared_beyond_what_is_described():
    text = "I soldati hanno attaccato una colonna uscita da Orna e arrestato dodici uomini."
    assert core(clause(text, "arrestare").subject) == "I soldati"


def test_what_came_down_goes_on_being_what_came_down():
    text = "I soldati hanno trovato un razzo caduto nel fiume ed esploso sulla riva."
    assert core(clause(text, "esplodere").subject) == "un razzo"


def test_a_participle_of_going_tells_in_a_headline():
    assert core(clause("Due razzi caduti ieri sulla città.", "cadere").subject) == "Due razzi"


def test_rights_accuse_nobody():
    text = "Una rete per i diritti umani, che accusa i ribelli, chiede aiuto."
    assert core(clause(text, "accusare").subject) == "Una rete"
