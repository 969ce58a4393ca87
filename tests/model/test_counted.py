"""A number picks the form of the word that stands with it."""

import pytest

from hudna.model.counted import Counted

ENGLISH = "{number:# act is|# acts are} told of"
ARABIC = "{number:عمل واحد|عملين|# أعمال|# عملاً}"

HUNDREDS = "{days:يوم واحد|يومان|# أيام|# يوماً|# يوم}"


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [
        ("0", "0 acts are told of", "0 عملاً"),
        ("1", "1 act is told of", "عمل واحد"),
        ("2", "2 acts are told of", "عملين"),
        ("3", "3 acts are told of", "3 أعمال"),
        ("10", "10 acts are told of", "10 أعمال"),
        ("11", "11 acts are told of", "11 عملاً"),
        ("105", "105 acts are told of", "105 أعمال"),
        ("1.5", "1.5 acts are told of", "1.5 عملاً"),
    ],
)
def test_each_number_has_its_form(number, english, arabic):
    assert ENGLISH.format(number=Counted(number)) == english
    assert ARABIC.format(number=Counted(number)) == arabic


@pytest.mark.parametrize(
    ("number", "said"),
    [("2", "يومان"), ("99", "99 يوماً"), ("100", "100 يوم"), ("102", "102 يوم"), ("1603", "1603 أيام"), ("1611", "1611 يوماً"), ("0", "0 يوماً"), ("1.5", "1.5 يوماً")],
)  # fmt: skip
def test_hundreds_have_a_form_of_their_own_where_it_is_given(number, said):
    assert HUNDREDS.format(days=Counted(number)) == said


def test_without_forms_the_number_stands_as_it_is():
    assert "{number}".format(number=Counted("7")) == "7"
