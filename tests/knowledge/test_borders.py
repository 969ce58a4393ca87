"""Countries and what they touch."""

import pytest

from hudna.knowledge.borders import _countries, country_of, touching


def test_a_border_has_two_sides():
    countries = _countries()
    for country in countries.values():
        for other in country.borders:
            assert country.id in countries[other.lower()].borders, (country.id, other)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("DR Congo (Zaire)", "COD"),
        ("Congo, DRC", "COD"),
        ("Yemen (North Yemen)", "YEM"),
        ("Yemen", "YEM"),
        ("Ivory Coast", "CIV"),
        ("Serbia (Yugoslavia)", "SRB"),
        ("lby", "LBY"),
    ],
)
def test_ucdp_and_views_names_lead_to_their_country(name, code):
    assert country_of(name).id == code


def test_a_name_that_nobody_knows_leads_nowhere():
    assert country_of("Kadra") is None
    assert touching(("Kadra", "Libya")) == ((), ())


def test_only_countries_of_the_table_are_touched():
    assert touching(("Libya", "Chad", "Peru")) == ((1,), (0,), ())
