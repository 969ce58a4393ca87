"""Every example of what people know of things holds, and every counter-example too."""

import pytest

from hudna.knowledge.things import load_things, thing_languages, things_in

SHOWN = [
    (language, shown)
    for language in thing_languages()
    for shown in (*load_things(language).examples, *load_things(language).counter)
]


@pytest.mark.parametrize(("language", "shown"), SHOWN, ids=lambda one: one if isinstance(one, str) else None)
def test_things_are_what_the_file_says(language, shown):
    assert things_in(shown.text, language) == set(shown.things)


@pytest.mark.parametrize("language", thing_languages())
def test_each_language_names_the_same_kinds(language):
    assert load_things(language).things.keys() == load_things("en").things.keys()


def test_a_language_without_such_words_names_nothing():
    assert things_in("the bus", "xx") == frozenset()
