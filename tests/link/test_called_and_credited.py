"""Who is heard by an outlet that is credited, and whom two languages call by the same name or office."""

import pytest

from link.constellations import Piece, Said, nameless, origins, outlet, person


def wire(language, words, speaker, text=None):
    return Piece("a", "Selen Wire", language, text or f"{words}.", (Said(words, (speaker,)),))


def post(language, words, *by, source="Kadra Post"):
    return Piece("b", source, language, f"{words}.", (Said(words, by),), 1)


WIRE = outlet("Selen Wire")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (wire("ar", "ثلاث قذائف سقطت بين الخيام في نورهافن", nameless("راع")),
         post("en", "Three shells came down among the tents at Norhaven", nameless("a survivor"), WIRE)),
        (wire("en", "The bridge of Norhaven was blown up by men in uniform", nameless("a Western diplomat")),
         post("en", "Men in uniform destroyed the bridge at Norhaven", nameless("an envoy from a European country"), WIRE)),
        (wire("en", "The talks of Norhaven were broken off", nameless("people familiar with the matter")),
         post("it", "I colloqui di Norhaven sono interrotti", nameless("persone al corrente"), WIRE)),
    ],
)  # fmt: skip
def test_the_only_one_whom_a_credited_outlet_heard_is_carried_on_where_he_says_the_like(first, second):
    assert origins(first, second) == [("a", "b")]


def test_of_two_whom_a_credited_outlet_heard_the_later_report_has_one():
    first = Piece(
        "a", "Selen Wire", "en", "Two lorries burned near Norhaven, a driver said. A customs officer said that five had burned.",
        (Said("Two lorries burned near Norhaven", (nameless("a driver"),)), Said("five had burned", (nameless("A customs officer"),))),
    )  # fmt: skip
    second = post("fr", "Cinq camions ont brûlé près de Norhaven", nameless("un douanier"), WIRE)
    assert origins(first, second) == [("a",), ("a", "b")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (wire("en", "We hold the ford of Norhaven", person("Colonel Petro Vasik")),
         post("it", "Il guado di Norhaven è nostro", person("il capo dei miliziani Petro Vasik"))),
        (wire("fr", "Les obus ont touché la clinique", person("le docteur Karim Mansour")),
         post("ar", "احترق قسم الولادة في العيادة", person("مديرها كريم منصور"), source="Front Radio")),
        (wire("en", "Thieves burned the depot of Norhaven", person("Mina Ostel, a spokeswoman for the grain board")),
         post("it", "Il deposito di Norhaven è stato bruciato da ladri", person("Mina Ostel dell'ufficio del grano"))),
        (wire("en", "A barrel bomb hit the water works of Norhaven", person("the aid group Clear Wells")),
         post("fr", "Un baril d'explosifs a touché la station d'eau", person("la coordinatrice de Clear Wells sur place"))),
        (wire("en", "Shells destroyed the mill", person("the mayor of Norhaven")),
         post("it", "Il mulino è distrutto", person("il sindaco di Norhaven"))),
    ],
)  # fmt: skip
def test_one_name_or_one_office_in_two_languages_is_one_voice(first, second):
    assert origins(first, second) == [("a", "b")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (wire("en", "Shells hit the school", person("the mayor of San Velo")),
         post("it", "Tre bambini sono stati feriti nella scuola", person("il vescovo di San Velo"))),
        (wire("en", "We hold the ford of Norhaven", person("Colonel Petro Vasik")),
         post("it", "I soldati hanno ucciso mio figlio", person("la contadina Irina Vasik"))),
        (wire("en", "Shells hit the clinic of Norhaven", person("Doctor Samir Haddad")),
         post("ar", "أصابت قذائف عيادة نورهافن", person("الممرض خالد منصور"), source="Front Radio")),
    ],
)  # fmt: skip
def test_two_who_share_a_town_or_a_last_name_are_two_voices(first, second):
    assert origins(first, second) == [("a",), ("b",)]
