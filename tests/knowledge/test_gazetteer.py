"""One town in two lists is one place."""

from hudna.knowledge.gazetteer import load_gazetteer


def test_a_checked_town_stands_for_the_same_town_of_the_pack_and_lies_where_that_lies():
    towns = [
        p for p in load_gazetteer(("libya",)).meanings("tessit") if p.country == "MLI" and p.kind == "town"
    ]
    assert [town.id for town in towns] == ["tessit-mli"]
    assert towns[0].parents


def test_towns_of_one_name_in_other_countries_stay():
    towns = [p for p in load_gazetteer(("libya",)).meanings("baga") if p.kind == "town"]
    assert {town.country for town in towns} >= {"NGA", "IND"}
    assert len([town for town in towns if town.country == "NGA"]) == 1
