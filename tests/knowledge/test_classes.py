"""Named classes of words."""

import pytest

from hudna.errors import KnowledgeError
from hudna.knowledge.classes import known_class, word_class
from hudna.knowledge.files import language_folder, read_yaml

CLASSES = read_yaml(language_folder("en") / "classes.yml")
TWICE = pytest.mark.xfail(strict=True, reason="'student' stands twice among the civilians")


def test_a_class_has_its_words():
    assert {"rocket", "mine"} <= word_class("en", "weapons")
    assert "town" in word_class("en", "settlement")
    assert "town" not in word_class("en", "weapons")


def test_an_unknown_class_lists_the_known_ones():
    with pytest.raises(KnowledgeError, match=r"has no class 'wepons'\. Known: .*weapons"):
        word_class("en", "wepons")


def test_a_class_may_be_missing_where_nobody_insists():
    assert known_class("en", "wepons") == frozenset()


def test_a_language_without_classes_has_none():
    assert known_class("xx", "weapons") == frozenset()


@pytest.mark.parametrize("words", CLASSES.values(), ids=CLASSES)
def test_words_are_lower_case(words):
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=TWICE) if name == "civilians" else name for name in CLASSES]
)
def test_a_word_stands_once_in_its_class(name):
    words = CLASSES[name]
    assert sorted(set(words)) == sorted(words)
