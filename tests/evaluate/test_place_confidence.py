"""How sure a place is against how often it is right, on invented items."""

import pytest

from hudna.evaluate.place_confidence import (
    Judged,
    brier,
    evaluate,
    miscalibration,
    of_gold,
    of_sets,
    reliability,
    shown,
)

ARTICLE = """<article><text>{text}</text><toponyms>{toponyms}</toponyms></article>"""
TOPONYM = "<toponym><start>{start}</start><end>0</end><phrase>{phrase}</phrase><gaztag><lat>{lat}</lat><lon>{lon}</lon></gaztag></toponym>"
TEXT = "Rebels entered Bukavu and then Goma on Monday."
KIVU = {"Bukavu": (-2.5, 28.86), "Goma": (-1.68, 29.22)}


def mark(name, lat, lon):
    """One marked toponym of the text."""
    return TOPONYM.format(start=TEXT.index(name), phrase=name, lat=lat, lon=lon)


@pytest.fixture
def folder(tmp_path):
    """Three sets of two items: in the second Goma is marked far away and Bukavu not at all."""
    right = ARTICLE.format(text=TEXT, toponyms="".join(mark(name, *at) for name, at in KIVU.items()))
    wrong = ARTICLE.format(text=TEXT, toponyms=mark("Goma", 50.0, 8.0))
    (tmp_path / "geoparsing").mkdir()
    for name in ("lgl", "GeoVirus", "TR-News"):
        (tmp_path / "geoparsing" / f"{name}.xml").write_text(f"<articles>{right}{wrong}</articles>")
    return tmp_path


def test_a_place_is_right_where_it_is_marked_and_near(folder):
    assert [one.right for one in of_sets(folder, half=0)] == [True, True] * 3


def test_a_place_is_wrong_where_it_is_marked_elsewhere_or_not_at_all(folder):
    assert [one.right for one in of_sets(folder, half=1)] == [False, False] * 3


def test_both_halves_are_reported(folder):
    figures = evaluate(folder)["figures"]
    assert figures["tuning half: names"] == figures["other half: names"] == 6
    assert figures["other half: Brier"] > figures["tuning half: Brier"]


def test_in_our_own_gold_only_marked_places_are_judged(tmp_path):
    half = tmp_path / "en" / "dev"
    half.mkdir(parents=True)
    (half / "one.yml").write_text(
        "id: one\nconflict: kivu\nlanguage: en\npublished: 2024-01-02\nsource: Lake Wire\ncoder: hand\n"
        f"text: {TEXT}\nclaims: []\nmentions:\n  places:\n  - {{words: Goma, lat: -1.68, lon: 29.22}}\n"
    )
    assert [one.right for one in of_gold(tmp_path)] == [True]


def test_brier_and_miscalibration_of_a_known_case():
    found = [Judged(0.5, 0.8, right, "name") for right in (True, True, True, False)]
    assert brier(found, shown) == pytest.approx((3 * 0.04 + 0.64) / 4)
    sure = [Judged(0.5, 1.0, False, "name")] * 20
    assert miscalibration(sure, shown) == 1.0
    assert reliability("m", sure, shown).cases == (2,) * 10
