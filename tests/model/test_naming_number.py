"""A name is read as one or as many."""

import pytest

from hudna.model.naming_number import is_plural


@pytest.mark.parametrize(
    "name",
    [
        "Rapid Support Forces", "Armed Forces of the Russian Federation", "“two fighters”", "“quatre soldats”",
        "Misrata forces: 166, Mahjoub", "“armed men”", "police", "United Nations peacekeepers",
        "Central Reserve Police (Sudan)", "“the militia and its allies”", "“residents of the town”",
    ],
)  # fmt: skip
def test_many(name):
    assert is_plural(name)


@pytest.mark.parametrize(
    "name",
    [
        "Kadra Front", "Government of National Unity", "Africa Corps", "United States", "United Nations", "UNITAMS",
        "BRICS", "Ministry of Foreign Affairs", "Hamas", "“a gang of traffickers”", "a column from Abbas",
        "“الرتل”", "somebody not named", "Libyan Army – General Staff (Tripoli)", "",
    ],
)  # fmt: skip
def test_one(name):
    assert not is_plural(name)
