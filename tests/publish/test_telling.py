"""An incident in one sentence: nobody befalls himself, and a place is taken from those who could hold it."""

import pytest

import factory
from hudna.model.incident import Toll
from hudna.publish.telling import told
from hudna.publish.wording import wording

CIVILIANS = factory.party(None, text="eleven civilians", sector="CVL")
SAME_PEOPLE = factory.party(None, text="onze civils", sector="CVL")
ARMY = factory.party("army")


def in_english(**fields):
    return told(factory.incident(move=None, **fields), wording("en"))


def test_a_place_is_taken_from_those_who_could_hold_it():
    taken = in_english(root="COERCE", mode="seize", recipients=(CIVILIANS, ARMY))
    assert "from the army" in taken
    assert "civilians" not in taken
    assert "from" not in in_english(root="COERCE", mode="seize", recipients=(CIVILIANS,))


def test_who_does_it_in_one_account_and_suffers_it_in_another_does_not_befall_himself():
    said = in_english(root="ASSAULT", mode="heavy-weapons", recipients=(factory.party(), CIVILIANS))
    assert said.count("front") == 1
    assert "eleven civilians" in said


def test_people_whom_every_account_counts_in_its_own_words_are_told_once():
    said = in_english(root="ASSAULT", mode=None, recipients=(CIVILIANS, ARMY, SAME_PEOPLE))
    assert "eleven civilians" in said
    assert "the army" in said
    assert "onze" not in said


def test_a_listed_force_told_in_many_words_is_called_by_its_name():
    many = factory.party("lna", text="a convoy of some forty vehicles of the Libyan National Army")
    said = told(factory.incident(actors=(many,)), wording("en"))
    assert said.startswith("Libyan National Army ")
    few = told(
        factory.incident(actors=(factory.party("lna", text="the Libyan army of the east"),)), wording("en")
    )
    assert few.startswith("The Libyan army of the east ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the army", "Libyan National Army "),
        ("a Libyan air strike", "Libyan National Army "),
        ("Haftar's forces", "Haftar's forces "),
        ("two of them", "Two of them "),
        ("five soldiers", "Five soldiers "),
    ],
)
def test_words_that_do_not_say_who_it_is_give_way_to_the_name(text, said):
    found = told(factory.incident(actors=(factory.party("lna", text=text),)), wording("en"))
    assert found.startswith(said)


def says(text, status="reported", **fields):
    """What somebody called so says."""
    one = factory.position(status, factory.party(None, text=text, sector="CVL"))
    return one.model_copy(update={"says": one.says.model_copy(update=fields)})


def test_what_one_account_alleges_of_somebody_is_not_said_by_those_who_name_nobody():
    said = in_english(
        root="ASSAULT", mode=None, status="reported", recipients=(CIVILIANS,),
        positions=(says("residents"), says("a spokesman", "alleged", who=(factory.party(),), whom=(CIVILIANS,))),
    )  # fmt: skip
    first, beside = said.split(". ", 1)
    assert "residents" in first
    assert "front" not in first
    assert "eleven civilians" not in first
    assert "a spokesman" in beside
    assert "the front attacked eleven civilians" in beside


def test_of_those_who_tell_it_alike_only_who_names_the_one_who_did_it_is_said_to():
    said = in_english(
        root="ASSAULT", mode=None, status="reported",
        positions=(says("residents"), says("medics", who=(factory.party(),))),
    )  # fmt: skip
    assert "medics" in said
    assert "residents" not in said


def test_a_toll_is_told_as_deaths_and_attacked_by_nobody():
    toll = factory.party(None, text="onze morts", sector="CVL")
    assert "onze" not in in_english(root="ASSAULT", mode=None, recipients=(toll, CIVILIANS))


def test_two_who_may_have_fought_each_other_are_not_told_as_having_attacked_together():
    both = (factory.party(), ARMY)
    assert "fought" in in_english(root="ASSAULT", mode=None, actors=both)
    harmed = in_english(root="ASSAULT", mode=None, actors=both, recipients=(CIVILIANS,))
    assert "used force by which eleven civilians came to harm" in harmed
    assert "attacked eleven civilians" in in_english(root="ASSAULT", mode=None, recipients=(CIVILIANS,))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_who_was_harmed_beside_a_fight_is_told_as_harmed_by_nobody_named(language):
    both = (factory.party(), ARMY)
    fight = says("residents", who=both, harmed=(CIVILIANS,))
    told_of = factory.incident(
        root="ASSAULT", mode=None, move=None, status="reported", actors=both, recipients=(CIVILIANS,), positions=(fight,)
    )  # fmt: skip
    first, harmed = told(told_of, wording(language)).split(". " if language == "en" else ".", 1)
    assert "eleven civilians" not in first
    assert "eleven civilians" in harmed


def test_whom_those_name_who_say_nothing_of_who_did_it_is_told_beside_accounts_that_do():
    rebels, army = says("residents", who=(factory.party(),)), says("a spokesman", who=(ARMY,))
    victim = says("medics", whom=(CIVILIANS,))
    said = in_english(root="ASSAULT", mode=None, status="reported", positions=(rebels, army, victim))
    assert said.endswith("Harmed there, with no word on who did it: eleven civilians.")


def test_who_is_called_by_no_name_is_not_told_beside_those_who_are():
    named, nameless = (
        says("residents", who=(factory.party(),)),
        says("medics", who=(factory.party(None, text="gunmen"),)),
    )
    said = in_english(root="ASSAULT", mode=None, status="reported", positions=(named, nameless))
    assert "unmen" not in said


def test_deaths_that_only_those_give_who_name_nobody_are_told_where_accounts_differ():
    rebels, army = says("residents", who=(factory.party(),)), says("a spokesman", who=(ARMY,))
    told_of = factory.incident(
        root="ASSAULT", mode=None, move=None, status="reported", positions=(rebels, army), fatalities=Toll(low=17, best=None, high=700),
    )  # fmt: skip
    assert told(told_of, wording("en")).endswith("With deaths given as 17 to 700.")


def test_a_force_is_not_told_as_having_attacked_its_own():
    state = factory.party(None, text="the government", country="LBY", sector="GOV")
    soldiers = factory.party(None, text="a hundred soldiers", country="LBY", sector="MIL")
    operation, count = says("a ministry", who=(state,)), says("a monitor", whom=(soldiers, CIVILIANS))
    said = in_english(
        root="ASSAULT",
        mode=None,
        status="reported",
        actors=(state,),
        recipients=(soldiers, CIVILIANS),
        positions=(operation, count),
    )
    first, _, harmed = said.partition("Harmed there")
    assert "soldiers" not in first
    assert "civilians" not in first
    assert "a hundred soldiers" in harmed
    others = says("a monitor", whom=(CIVILIANS,))
    plain = in_english(
        root="ASSAULT",
        mode=None,
        status="reported",
        actors=(state,),
        recipients=(CIVILIANS,),
        positions=(operation, others),
    )
    assert "eleven civilians" in plain.partition("Harmed there")[0]
