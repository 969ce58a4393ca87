"""The base map is small, valid, has the countries and divisions it promises, and its Arabic is Arabic."""

import pytest
from shapely.geometry import shape

from hudna.knowledge.base_map import FOLDER, countries, country_names, division_names, divisions, files, towns
from hudna.knowledge.scripts import is_written_in
from hudna.model.incident import Where
from hudna.publish.naming import Naming


def test_the_files_are_small_enough_to_ship():
    shipped = {path for path in FOLDER.iterdir() if path.suffix in {".geojson", ".json"}}
    # Names for documents are no part of what a page is given.
    assert shipped - set(files().values()) == {FOLDER / "names_ar.json"}
    assert sum(path.stat().st_size for path in shipped) < 4_000_000


@pytest.mark.parametrize("features", [countries, divisions])
def test_every_shape_is_valid_and_holds_its_label(features):
    for feature in features():
        outline = shape(feature["geometry"])
        assert outline.is_valid, feature["properties"]
        west, south, east, north = outline.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        at = feature["properties"]
        assert west - 0.01 <= at["x"] <= east + 0.01


def test_libya_has_its_22_districts_under_their_names_of_today():
    libya = {
        one["properties"]["id"]: one["properties"] for one in divisions() if one["properties"]["c"] == "LBY"
    }
    assert len(libya) == 22
    assert (libya["LY-NL"]["n"], libya["LY-NL"]["ar"], libya["LY-NL"]["pcode"]) == (
        "Nalut (incl. Ghadames)",
        "نالوت",
        "LY0209",
    )
    assert not {"LY-GD", "LY-AJ", "LY-QB", "LY-MZ", "LY-TN"} & set(libya)


def test_names_in_arabic_are_in_letters_of_arabic():
    names = [*(town["ar"] for town in towns() if "ar" in town), *division_names("ar").values()]
    assert len(names) > 1_000
    assert all(is_written_in(name, "ar") for name in names)


@pytest.mark.parametrize(
    ("name", "arabic"),
    [
        ("Tripoli", "طرابلس"),
        ("Khartoum", "الخرطوم"),
        ("Ghadames", "غدامس"),
        ("Kidal", "كيدال"),
        ("Marib", None),
        ("Aden", "عدن"),
        ("Beirut", "بيروت"),
        ("El Fasher", "الفاشر"),
    ],
)
def test_well_known_towns_have_the_name_that_is_used(name, arabic):
    found = [town.get("ar") for town in towns() if town["n"] == name]
    assert (found[0] if found else None) == arabic


@pytest.mark.parametrize(
    ("name", "language", "right"),
    [
        ("طرابلس", "ar", True),
        ("ترابلسۍ", "ar", False),
        ("بنغازی", "ar", False),
        ("Tripoli", "ar", False),
        ("Sīnāwin", "en", True),
        ("x", "xx", False),
    ],
)
def test_letters_of_a_language(name, language, right):
    assert is_written_in(name, language) is right


def test_places_are_said_in_arabic_where_a_name_is_known():
    say = Naming("ar")
    assert say.place(Where(id="ghadames", name="Ghadames", precision="town", country="LBY")) == "غدامس"
    assert say.place(Where(name="El Obeid", precision="town", country="SDN")) == "الأبيض"
    assert say.place(Where(name="Norhaven", precision="town", country="LBY")) == "Norhaven"
    assert say.country("LBY") == country_names("ar")["LBY"] == "ليبيا"
    assert Naming("en").place(Where(id="ghadames", name="Ghadames", precision="town")) == "Ghadames"
