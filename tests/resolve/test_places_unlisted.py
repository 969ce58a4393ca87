"""Villages that no list has: what stands round their names tells them, and where nothing does they lie nowhere."""

import pytest

from hudna.knowledge.theatres import THEATRES
from hudna.resolve.places import PlaceFinder


def found(text: str, language: str) -> dict[str, bool]:
    """Each place of a text that no list has, and whether it was put on the map."""
    mentions = PlaceFinder.load(tuple(THEATRES)).find(text, language=language)
    return {m.name: m.lat is not None for m in mentions if m.rule in {"unlisted", "unlocated"}}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen shot two teachers at Zarfana, near Gao in Mali."),
        ("en", "The market of Zarfana, near Gao in Mali, was burned."),
        ("fr", "Deux enseignants ont été tués à Zarfana, près de Gao, au Mali."),
        ("fr", "Les habitants de Zarfana, près de Gao, au Mali, ont fui."),
        ("it", "Due insegnanti sono stati uccisi presso Zarfana, vicino a Gao, in Mali."),
        ("it", "Il mercato di Zarfana, vicino a Gao, in Mali, è bruciato."),
    ],
)
def test_a_name_behind_a_word_for_where_is_a_place_round_what_is_named_beside_it(language, text):
    assert found(text, language) == {"Zarfana": True}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers searched Zarfana in Mali. Two men died at Zarfana."),
        ("fr", "Zarfana, au Mali, est vide. Deux hommes sont morts à Zarfana."),
    ],
)
def test_in_a_wide_country_alone_it_is_named_and_lies_nowhere(language, text):
    assert found(text, language) == {"Zarfana": False}


def test_what_is_told_to_be_a_place_once_is_one_throughout():
    finder = PlaceFinder.load(tuple(THEATRES))
    mentions = finder.find(
        "Zarfana was burned, a man from Gao in Mali said. Shells fell near Zarfana.", language="en"
    )
    assert [m.start for m in mentions if m.name == "Zarfana"] == [0, 66]


def test_what_joins_two_names_ends_none():
    assert set(found("Two men were shot in Zarfana and said to be dead, Gao police in Mali said.", "en")) == {
        "Zarfana"
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Deux hommes sont morts », a déclaré à Zarfana un médecin de Gao, au Mali."),
        ("it", "Lo ha confermato a Zarfana un medico di Gao, in Mali."),
        ("en", "General Zarfana spoke in Gao in Mali. Nobody stands above Zarfana."),
    ],
)
def test_who_is_told_something_and_who_has_a_title_is_none(language, text):
    assert "Zarfana" not in found(text, language)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انفجرت قنبلة في مدينة كورينتو في كولومبيا.", "Corinto"),
        ("سقطت قذائف على سوق كادقلي في السودان.", "Kadugli"),
        ("قتل جنديان قرب بانكيلاري في النيجر.", "Bankilaré"),
    ],
)
def test_in_arabic_a_town_of_the_country_is_known_by_how_it_sounds(text, name):
    mentions = PlaceFinder.load(tuple(THEATRES)).find(text, language="ar")
    assert name in {m.name for m in mentions}
