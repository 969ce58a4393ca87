"""Words that name a craft or a weapon and nobody whose it is."""

import pytest

from hudna.knowledge.crafts import is_bare_craft


@pytest.mark.parametrize(
    "words",
    [
        "A drone",
        "several tanks",
        "Many drones",
        "fighter jets",
        "Des drones",
        "un avion",
        "Droni",
        "Un carro armato",
    ],
)
def test_a_craft_alone_is_nobody(words):
    assert is_bare_craft(words)


@pytest.mark.parametrize(
    "words",
    [
        "Gunmen",
        "Wagner jets",
        "a Turkish drone",
        "Rapid Support Forces",
        "The militia",
        "a convoy of fighters",
        "M23",
    ],
)
def test_whoever_is_named_or_is_people_is_somebody(words):
    assert not is_bare_craft(words)
