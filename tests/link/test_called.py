"""Places that no list has are compared by name; statements in reports on two countries are two."""

import pytest

from hudna.knowledge.linking import load_roots
from hudna.link.candidates import keys_of
from hudna.link.distance import between, is_called
from hudna.link.outline import as_json, from_json
from hudna.link.outlining import Outliner, spot_of
from hudna.model.claim import Place, Root
from link.tellings import known, link, only, told

VILLAGE = {"name": "Zarfana", "precision": "area", "lat": 12.3, "lon": 30.3, "radius_km": 60.0}
NOWHERE = {"name": "Zarfana", "precision": "area"}


def spot(**fields):
    return spot_of(
        Place(text=fields["name"], start=0, end=1, **{"country": "KDR", "precision": "area", **fields})
    )


def level(one, other):
    return between(spot(**one), spot(**other)).level


@pytest.mark.parametrize("name", ["Zarfana", "Zerfana", "زرفانة"])
def test_one_name_is_one_place_in_whatever_spelling(name):
    assert level(VILLAGE, {**VILLAGE, "name": name}) == "same"
    assert level(NOWHERE, {**VILLAGE, "name": name}) == "same"


def test_two_names_are_two_places_though_both_lie_round_one_town():
    assert level(VILLAGE, {**VILLAGE, "name": "Tikoro"}) == "beside"


def test_a_name_made_of_directions_is_none():
    assert not is_called(spot(**{**VILLAGE, "name": "Norhaven (north)"}))
    assert not is_called(spot(**{**VILLAGE, "name": "north of Norhaven"}))


def keys(name, words, by, place):
    return keys_of(Outliner(known()).outline(told(name, words, by=(by,), place=place)), load_roots())


def test_what_no_list_has_meets_its_like_though_nothing_else_is_shared():
    one = keys("a", "shells fell there at dawn", "front", NOWHERE)
    other = keys("b", "قصفت القرية عند الفجر", "guard", {**VILLAGE, "name": "زرفانة"})
    apart = keys("c", "mortar rounds hit houses", "guard", {**NOWHERE, "name": "Tikoro"})
    assert one.filed & other.sought
    assert other.filed & one.sought
    assert not one.filed & apart.sought


def test_two_reports_of_one_village_are_one_incident():
    only(
        link(
            told("a", "shells fell on Zarfana", place=VILLAGE),
            told("b", "mortar fire hit Zarfana", place=NOWHERE),
        )
    )


WORDS = {
    "a": "The mission condemned the killing",
    "b": "All sides were blamed by the mission for such attacks",
}


def statement(name, country, by=("mission",)):
    """A condemnation without a place, in a report that tells of a strike in a country."""
    text = f"{WORDS[name]}. Shells fell in {country}, said {name}."
    given = {"root": "ACCUSE", "by": by, "at": None, "text": text, "report": f"report-{name}"}
    strike = {"name": country, "country": country, "precision": "country"}
    return (
        told(name, WORDS[name], **given),
        told(f"{name}-strike", f"Shells fell in {country}", text=text, report=f"report-{name}", place=strike),
    )


def statements(linked):
    return [one for one in linked.incidents if one.root is Root.ACCUSE]


def test_statements_on_two_countries_are_two():
    assert len(statements(link(*statement("a", "KDR"), *statement("b", "ZZZ")))) == 2
    assert len(statements(link(*statement("a", "KDR"), *statement("b", "KDR")))) == 1


def test_a_party_talks_of_its_conflict_wherever_it_is_received():
    assert len(statements(link(*statement("a", "KDR", ("front",)), *statement("b", "ZZZ", ("front",))))) == 1


def test_where_a_report_plays_is_kept_with_an_outline_that_has_no_place():
    claim, strike = statement("a", "KDR")
    outline = Outliner(known()).outline(claim, [claim.claim, strike.claim])
    assert outline.setting == ("KDR",)
    assert from_json(as_json(outline)) == outline
    placed = Outliner(known()).outline(strike, [claim.claim, strike.claim])
    assert placed.setting == ()
    assert from_json(as_json(placed)) == placed
