"""Words that say no more of somebody than that he is armed."""

import pytest

from hudna.knowledge.people import is_nameless


@pytest.mark.parametrize(
    "words", ["Gunmen", "the assailants", "des hommes armés", "Les assaillants", "uomini armati", "مسلحون"]
)
def test_armed_people_without_a_name_are_nameless(words):
    assert is_nameless(words)


@pytest.mark.parametrize(
    "words",
    [
        "the army",
        "the rebels",
        "Hezbollah",
        "the Selen Brigade",
        "M23",
        "",
        "two gunmen from the Selen Front in Kadra",
    ],
)
def test_who_has_a_name_or_a_side_is_not(words):
    assert not is_nameless(words)
