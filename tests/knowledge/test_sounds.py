"""Names across scripts: what is heard alike is one name, and short names are not heard into long ones."""

import pytest

from hudna.knowledge.sounds import consonants, may_be, one_name


@pytest.mark.parametrize(
    ("eastern", "western"),
    [
        ("كورينتو", "Corinto"), ("طالقان", "Taloqan"), ("غوادر", "Gwadar"), ("تيرا", "Téra"), ("زالنجي", "Zalingei"),
        ("كوالالمبور", "Kuala Lumpur"), ("بانكيلاري", "Bankilaré"), ("هيتاديبا", "Hitadipa"),
    ],
)  # fmt: skip
def test_a_name_in_arabic_letters_is_heard_as_its_latin_spelling(eastern, western):
    assert may_be(eastern, western)


@pytest.mark.parametrize(
    ("eastern", "western"),
    [
        ("الخوي", "Al Lagowa"),
        ("كورينتو", "Quito"),
        ("تيرا", "Tahrir"),
        ("غوادر", "Qadir"),
        ("خورمالة", "Khurmal"),
    ],
)
def test_another_name_is_not(eastern, western):
    assert not may_be(eastern, western)


@pytest.mark.parametrize(
    ("one", "other"), [("Choueiref", "Shwayrif"), ("Kouri Bougoudi", "Kuri Bugudi"), ("Mucojo", "موكوجو")]
)
def test_spellings_of_one_name_agree(one, other):
    assert one_name(one, other)
    assert one_name(other, one)


@pytest.mark.parametrize(("one", "other"), [("Titigi", "Tadago"), ("Bara", "Beri"), ("Mucojo", "كورينتو")])
def test_names_of_few_consonants_agree_only_by_their_vowels(one, other):
    assert not one_name(one, other)


def test_what_languages_take_for_one_another_is_one_class():
    assert consonants("Zinder") == consonants("سيندر")
    assert consonants("Gao") != consonants("Mao")
