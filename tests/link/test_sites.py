"""Two places that lie together are one where reports name the next town for a village, and two where both are named."""

import pytest

from hudna.knowledge.linking import load_roots, load_weights
from hudna.link.features import recall
from hudna.link.outlining import Outliner
from hudna.link.pair import pair_of
from hudna.link.sites import site
from link.tellings import joined, known, link, told

CITY = {
    "name": "Norhaven",
    "id": "norhaven",
    "lat": 12.05,
    "lon": 30.05,
    "precision": "town",
    "radius_km": 12.0,
}
MILLS = {
    "name": "Mill quarter",
    "id": "mills",
    "lat": 12.08,
    "lon": 30.05,
    "precision": "town",
    "radius_km": 2.0,
}
DOCKS = {
    "name": "Dock quarter",
    "id": "docks",
    "lat": 12.02,
    "lon": 30.05,
    "precision": "town",
    "radius_km": 8.0,
}
SOUTH = {"name": "Norhaven (south)", "lat": 12.00, "lon": 30.05, "precision": "area", "radius_km": 5.0}
LAMP = {"name": "Lamp Square", "lat": 12.05, "lon": 30.05, "precision": "area", "radius_km": 60.0}


def claim(name, words, place, **fields):
    return told(name, words.format(place["name"]), place=place, mode="firearms", **fields)


def asked(feature, *given):
    """What a feature finds of two claims."""
    outlines = [Outliner(known()).outline(one, [other.claim for other in given]) for one in given]
    return feature(pair_of(*outlines, load_roots())).level


@pytest.mark.parametrize(
    ("first", "second", "here", "apart"),
    [
        (MILLS, DOCKS, "here_within", "unknown"),
        (CITY, MILLS, "here_within", "unknown"),
        (LAMP, DOCKS, "here_unlisted", "unlisted"),
        (CITY, SOUTH, "unknown", "unknown"),
        (CITY, CITY, "unknown", "unknown"),
    ],
    ids=lambda one: one["name"] if isinstance(one, dict) else one,
)
def test_two_places_are_told_apart_by_their_names(first, second, here, apart):
    one, other = "police fired in {}", "gunmen fought guards in {}"
    text = f"{one.format(first['name'])}. Later {other.format(second['name'])}."
    assert asked(site, claim("a", one, first), claim("b", other, second)) == apart
    together = [
        claim(n, w, p, text=text, report="r") for n, w, p in (("a", one, first), ("b", other, second))
    ]
    assert asked(site, *together) == here


def test_one_report_of_two_quarters_of_a_city_tells_of_two_occurrences():
    one, other = "Police fired into the crowd in {}", "Gunmen fought the guards in {}"
    for first, second in ((MILLS, DOCKS), (LAMP, DOCKS)):
        text = f"{one.format(first['name'])}. {other.format(second['name'])}."
        given = (
            claim("a", one, first, text=text, report="r"),
            claim("b", other, second, text=text, report="r"),
        )
        assert joined(link(*given)) == {frozenset({"a"}), frozenset({"b"})}


@pytest.mark.parametrize(
    ("language", "news", "dating", "between"),
    [
        ("en", "a blast broke the bridge", "an ambush killed three", " two days after "),
        ("fr", "une explosion a détruit le pont", "l'embuscade des trois", " deux jours après "),
        ("it", "uno scoppio ha distrutto il ponte", "l'agguato dei tre", " due giorni dopo "),
        ("ar", "دمر انفجار الجسر", "كمين قتل ثلاثة", " بعد يومين من "),
    ],
)
def test_what_only_dates_the_news_of_a_sentence_is_another_occurrence(language, news, dating, between):
    text = f"{news}{between}{dating}."
    first = told("a", news, text=text, report="r", language=language)
    second = told("b", dating, text=text, report="r", language=language)
    whole = told("c", text.rstrip("."), text=text, report="r", language=language)
    assert asked(recall, first, second) == "dates"
    assert asked(recall, whole, second) == "dates_within"
    apart = f"{news}. {dating}."
    plain = [told(n, w, text=apart, report="r", language=language) for n, w in (("a", news), ("b", dating))]
    assert asked(recall, *plain) == "unknown"


def test_a_report_is_no_more_one_occurrence_for_standing_far_apart_in_it():
    weights = load_weights().features["passage"]
    assert weights["far"] <= min(weights["near"], weights["overlap"])
