"""Knowledge of the picture and the check proves itself; every number has its argument."""

from datetime import date

import pytest

from hudna.check.conditions import consequence_in
from hudna.errors import KnowledgeError
from hudna.knowledge.actor_packs import load_actors
from hudna.knowledge.cast import cast_of, load_cast
from hudna.knowledge.checks import load_check_rules
from hudna.knowledge.consequences import load_consequences
from hudna.knowledge.days import load_days
from hudna.knowledge.files import load_list, load_one
from hudna.knowledge.gazetteer import listed_places
from hudna.knowledge.pictures import PictureRules, load_picture_rules
from hudna.knowledge.zones import WatchZone, load_zones
from hudna.model.incident import Party, Where
from hudna.model.picture import State

RULES = load_picture_rules()
LANGUAGES = ("en", "fr", "it", "ar")


@pytest.mark.parametrize("example", [*RULES.examples, *RULES.counter], ids=str)
def test_the_acts_of_the_picture_prove_themselves(example):
    act = RULES.act_of(example.root, example.mode, example.move, (), set(example.against))
    assert (act.id if act else None) == example.act


def test_every_level_has_a_half_life_and_every_number_an_argument():
    assert {one.level for one in RULES.levels} == set(State) - {State.NORMAL}
    assert all(len(one.because.split()) > 10 for one in RULES.levels)
    for constants in (RULES.constants, load_check_rules().constants):
        for name in type(constants).model_fields:
            assert len(getattr(constants, name).because.split()) > 10, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_consequences_prove_themselves(language):
    words = load_consequences(language)
    assert words
    for one in (*words.examples, *words.counter):
        found = consequence_in(one.text, language)
        assert (one.text[found[0] : found[1]] if found else None) == one.words, one.text


def test_a_language_without_such_words_has_none():
    assert load_consequences("de") is None
    assert consequence_in("Das wäre das Ende der Waffenruhe.", "de") is None


ZONES = load_zones(("libya",))


def test_every_zone_names_what_there_is():
    places = list(listed_places(("libya",)))
    ids, districts = {one.id for one in places}, {one.admin1 for one in places}
    known = {zone.id for zone in ZONES.entries}
    for zone in ZONES.entries:
        assert set(zone.places) <= ids, zone.id
        assert set(zone.areas) <= ids, zone.id
        assert set(zone.districts) <= districts, zone.id
        assert zone.part_of is None or zone.part_of in known


def test_every_listed_place_of_the_country_counts_somewhere():
    for place in listed_places(("libya",)):
        if place.country == "LBY" and place.admin1:
            where = Where(id=place.id, name=place.name, precision="town", country="LBY", admin1=place.admin1)
            assert ZONES.of(where) in {zone.id for zone in ZONES.entries}, place.id


@pytest.mark.parametrize(
    ("place", "zone"),
    [("ghadames", "ghadames-basin"), ("sirte", "sirte-jufra"), ("jufra-ab", "sirte-jufra"), ("ghat", "libya-southwest"), ("kufra", "libya-southeast"), ("tobruk", "libya-east")],
)  # fmt: skip
def test_zones_follow_the_conflict_and_not_the_codes(place, zone):
    [entry] = [one for one in listed_places(("libya",)) if one.id == place]
    assert (
        ZONES.of(Where(id=place, name=entry.name, precision="town", country="LBY", admin1=entry.admin1))
        == zone
    )


def test_the_larger_parts_of_a_zone():
    assert ZONES.chain("ghadames-basin") == ("ghadames-basin", "libya-west")
    assert ZONES.name("libya-southwest") == "South-western Libya"
    assert ZONES.name("YEM/Marib") == "Marib"


def test_the_cast_knows_camps_and_chains():
    cast = load_cast(("libya",))
    assert cast.chain("joint-operations-force") == ("joint-operations-force", "gnu")
    assert cast.chain("b444") == ("b444", "libyan-army-gnu", "gnu")
    assert cast.side(Party(id="b444", text="x")) == "west"
    assert cast.side(Party(id=None, text="x", side="east")) == "east"
    assert cast.side(None) is None
    assert cast.force("saddam-haftar", date(2024, 8, 1)) == "lna-general-staff"
    assert cast.force("lna", None) == "lna"
    assert cast.are_kin("b444", "gnu")
    assert not cast.are_kin("b444", "lna")
    assert not cast.are_kin("b444", "b111")


def test_a_circle_of_parents_ends():
    [one, other] = load_actors(())[:2]
    loop = cast_of([one.model_copy(update={"parent": other.id}), other.model_copy(update={"parent": one.id})])
    assert loop.chain(one.id) == (one.id, other.id)


def test_days_of_the_theatre_have_reasons_and_sources():
    days = load_days(("libya",))
    assert date(1940, 8, 9) in {one.on for one in days}
    assert all(one.why and one.source for one in days)


@pytest.mark.parametrize(
    ("text", "model", "words"),
    [
        (
            "- {id: a, name: A, country: KDR, distrcts: [X]}",
            WatchZone,
            ("WatchZone", "0.distrcts", "is no field", "districts"),
        ),
        ("- {id: a, country: KDR}", WatchZone, ("0.name", "is required")),
        ("a: b", WatchZone, ("holds a dict", "a list")),
    ],
)
def test_a_wrong_theatre_file_is_refused_with_file_field_and_remedy(tmp_path, text, model, words):
    path = tmp_path / "zones.yml"
    path.write_text(text)
    with pytest.raises(KnowledgeError) as raised:
        load_list(path, model)
    assert "zones.yml" in str(raised.value)
    assert all(word in str(raised.value) for word in words), str(raised.value)


def test_a_half_life_of_nothing_is_refused(tmp_path):
    path = tmp_path / "picture.yml"
    path.write_text("levels: [{level: alert, half_life_days: 0, because: x}]\nacts: []\n")
    with pytest.raises(KnowledgeError, match=r"picture.yml.*levels.0.half_life_days.*greater than 0"):
        load_one(path, PictureRules)
