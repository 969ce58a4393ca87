"""A credit says whose text a report carries, whatever else it resembles; which of that text's voices, the figure says."""

import pytest

from hudna.link.spelling import same_by_sound
from link.constellations import Piece, Said, nameless, origins, outlet, person

WIRE, AGENCY = outlet("Selen Wire"), outlet("Norland News Agency")


def two_voices():
    """A wire that hears the guard, and fishermen who count their dead."""
    text = "The guard struck a camp near Norhaven, its staff said. Two fishermen said that eleven men died in the strike."
    return Piece(
        "a", "Selen Wire", "en", text,
        (Said("The guard struck a camp near Norhaven", (person("its staff"),)),
         Said("eleven men died in the strike", (nameless("Two fishermen"),), dead=11)),
    )  # fmt: skip


def test_who_credits_an_outlet_carries_the_voice_whose_figure_it_repeats():
    own = Piece(
        "b", "Kadra Post", "en", "A strike killed eleven fishermen at a camp near Norhaven. Our reporter counted the graves.",
        (Said("A strike killed eleven fishermen at a camp near Norhaven", dead=11),),
    )  # fmt: skip
    words = "Undici pescatori sono morti in un attacco contro un campo vicino a Norhaven"
    credit = Piece(
        "c", "Front Radio", "it", f"{words}, riferisce Selen Wire.", (Said(words, (WIRE,), dead=11),), 1
    )
    assert origins(two_voices(), own, credit) == [("a",), ("a", "c"), ("b",)]


@pytest.mark.parametrize(
    ("language", "words", "speaker"),
    [
        ("en", "a missile hit the station of Norhaven", person("the governor's office")),
        ("fr", "un missile a touché la gare de Norhaven", person("le bureau du gouverneur")),
        ("it", "un missile ha colpito la stazione di Norhaven", person("l'ufficio del governatore")),
        ("ar", "أصاب صاروخ محطة نورهافن", person("مكتب المحافظ")),
    ],
)
def test_an_agency_that_is_credited_and_whom_it_quotes_by_name_are_one(language, words, speaker):
    first = Piece(
        "a", "Kadra Post", "en", "Seventeen people died when a missile hit a station in Norhaven, the Norland News Agency said.",
        (Said("Seventeen people died when a missile hit a station in Norhaven", (AGENCY,), dead=17),),
    )  # fmt: skip
    second = Piece("b", "Selen Wire", language, f"{words}.", (Said(words, (speaker, AGENCY), dead=17),))
    assert origins(first, second) == [("a", "b")]


def test_who_is_heard_by_another_agency_is_somebody_else():
    words = "a missile hit the station of Norhaven"
    first = Piece("a", "Kadra Post", "en", f"{words}.", (Said(words, (AGENCY,)),))
    other = outlet("Westland Press Service")
    second = Piece(
        "b", "Selen Wire", "en", f"{words} again.", (Said(words, (person("the governor's office"), other)),)
    )
    assert origins(first, second) == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("named", "name", "same"),
    [
        ("ساحل واير", "Sahel Wire", True),
        ("وكالة ساحل واير", "Sahel Wire", True),
        ("ساحل بوست", "Sahel Wire", False),
        ("ساحل", "Sahel", False),  # one short word is borne by many
        ("سلام واير", "Sahel Wire", False),
    ],
)
def test_a_short_name_of_two_words_is_known_by_both(named, name, same):
    assert same_by_sound(named, name, "ar") is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the head of the camp, Oren Tal", "Oren Tal, who heads the camp", True),
        ("the miller Oren Tal", "Oren Tal, whose mill burned", True),
        ("Oren Tal, a miller", "Mina Tal, a miller", False),
        ("the mayor of Port Selen", "a baker of Port Selen", False),
        ("Port Selen police", "Port Selen firemen", False),
    ],
)
def test_one_first_and_last_name_is_one_person_whatever_he_is_called_beside(one, other, same):
    first = Piece(
        "a", "Selen Wire", "en", "Ten died at Norhaven.", (Said("Ten died at Norhaven", (person(one),)),)
    )
    second = Piece(
        "b",
        "Kadra Post",
        "en",
        "The toll of Norhaven is 13.",
        (Said("The toll of Norhaven is 13", (person(other),)),),
        1,
    )
    assert (len(origins(first, second)) == 1) is same


@pytest.mark.parametrize("speaker", [person("رئيس القرية"), nameless("رئيس القرية")])
def test_an_office_in_another_language_is_whom_the_credited_outlet_heard(speaker):
    words = "undici abitanti di Norhaven sono morti"
    first = Piece(
        "a", "Selen Wire", "it", f"{words}.", (Said(words, (nameless("Il capo del villaggio"),), dead=11),)
    )
    told = "قتل أحد عشر من سكان نورهافن"
    second = Piece("b", "Kadra Post", "ar", f"{told}.", (Said(told, (speaker, WIRE), dead=11),), 1)
    assert origins(first, second) == [("a", "b")]
