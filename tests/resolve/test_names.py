"""The names of one report: actors, places and dates together, and who a phrase means."""

from dataclasses import replace
from datetime import date

import pytest

from hudna.model.mention import ActorMention, PlaceMention
from hudna.model.report import Report
from hudna.resolve.names import Names, salient_countries


def names(text: str) -> Names:
    """The names of a report of 12 March 2031."""
    report = Report(id="selen-1", text=text, published=date(2031, 3, 12), language="en")
    return Names(report, "en", theatres=())


def test_actors_places_and_dates_are_found():
    found = names("The Kadra Liberation Front attacked Goma on Monday, Reuters said.").mentions
    assert [(m.text, m.id, m.kind) for m in found.actors] == [
        ("Kadra Liberation Front", None, "party"),
        ("Reuters", "reuters", "media"),
    ]
    assert [(m.text, m.country) for m in found.places] == [("Goma", "COD")]
    assert [(m.text, m.earliest) for m in found.times] == [("Monday", date(2031, 3, 10))]


# text, places that are no part of a name
INSIDE = {
    "a town before a government": ("The Tripoli government left Sirte.", ["Sirte"]),
    "a town before a brigade": pytest.param(
        "The Tripoli Brigade left Sirte.",
        ["Sirte"],
        marks=pytest.mark.xfail(
            strict=True, reason="only names of listed actors keep the places inside them"
        ),
    ),
    "a name without a place in it": ("The Kadra Liberation Front left Sirte.", ["Sirte"]),
}


@pytest.mark.parametrize(("text", "places"), INSIDE.values(), ids=INSIDE)
def test_a_place_inside_the_name_of_an_actor_is_no_place_of_its_own(text, places):
    assert [p.text for p in names(text).mentions.places if p.rule != "metonym"] == places


# Arabic as it arrives: vowel signs, a stretched line, marks of direction, presentation forms, another hamza.
ODD_SPELLINGS = {
    "vowel signs": "قال خَلِيفَة حفتر إن قواته انسحبت.",
    "a stretched line": "قال خليفة حفـــتر إن قواته انسحبت.",
    "marks of direction": "قال \u200fخليفة حفتر\u200f إن قواته انسحبت.",
    "presentation forms": "قال خليفة ﺣﻔﺘﺮ إن قواته انسحبت.",
    "another last letter": "قال خليفه حفتر ان قواته انسحبت.",
}


@pytest.mark.parametrize("text", ODD_SPELLINGS.values(), ids=ODD_SPELLINGS)
def test_a_name_is_found_however_its_letters_are_written(text):
    report = Report(id="selen-1", text=text, published=date(2031, 3, 12), language="en")
    (found,) = Names(report, "en", theatres=("libya",)).mentions.actors
    assert found.id == "khalifa-haftar"
    assert text[found.start : found.end] == found.text
    assert found.text.startswith("خ")


def test_a_phrase_with_signs_means_what_it_means_without():
    text = "قوات خَليفة حفـتر"
    report = Report(id="selen-1", text=text, published=date(2031, 3, 12), language="en")
    asked = Names(report, "en", theatres=("libya",))
    (inner,) = asked.mentions.actors
    found = asked.identify(text[inner.start :], "", (replace(inner, start=0, end=len(inner.text)),), 0)
    assert found.id == "khalifa-haftar"


def test_countries_by_how_often_they_are_spoken_of():
    assert names("Rebels in Gao, Goma and Bukavu.").countries == ("COD", "MLI")


def test_of_two_as_often_the_first_comes_first():
    assert names("Rebels in Gao and Goma.").countries == ("MLI", "COD")


def test_a_report_without_places_speaks_of_no_country():
    assert names("Rebels fled.").countries == ()


# text, words, head, id, country, sector
MEANT = {
    "the army of the country of the report": (
        "The army left Goma.",
        "the army",
        "army",
        "cod-mil",
        "COD",
        "MIL",
    ),
    "the government of the country of the report": (
        "The government denied it in Goma.",
        "the government",
        "government",
        "cod-gov",
        "COD",
        "GOV",
    ),
    "an army of no country": ("The army left.", "the army", "army", None, None, "MIL"),
    "rebels are nobody listed, and of no country by their words": (
        "Rebels left Goma.",
        "rebels",
        "rebel",
        None,
        None,
        "REB",
    ),
    "an armed group": ("They left Goma.", "an armed group", "group", None, None, "UAF"),
}


@pytest.mark.parametrize(("text", "words", "head", "id_", "country", "sector"), MEANT.values(), ids=MEANT)
def test_who_a_phrase_means(text, words, head, id_, country, sector):
    found = names(text).identify(words, head, (), len(text))
    assert (found.id, found.country, found.sector) == (id_, country, sector)


def test_a_table_is_nobody():
    assert names("The army left Goma.").identify("the table", "table", (), 10) is None


def test_asking_twice_gives_the_same_answer():
    found = names("The army left Goma.")
    assert found.identify("the army", "army", (), 10) is found.identify("the army", "army", (), 10)


def test_the_outlet_that_tells_is_not_what_the_report_is_about():
    found = names("The army shelled the town, Reuters said.")
    assert found.countries == ()
    assert found.identify("the army", "army", (), 8).id is None


def actor(start: int, country: str | None) -> ActorMention:
    return ActorMention(start, start + 1, "x", None, "x", country, None, "party")


def place(start: int, country: str | None) -> PlaceMention:
    return PlaceMention(start, start + 1, "x", None, "x", None, None, None, "town", country)


SALIENT = {
    "nothing": ((), (), ()),
    "one actor": ((actor(0, "KDR"),), (), ("KDR",)),
    "the more often named first": ((actor(0, "NOR"),), (place(3, "KDR"), place(5, "KDR")), ("KDR", "NOR")),
    "a tie goes to the first named": ((actor(4, "KDR"),), (place(0, "NOR"),), ("NOR", "KDR")),
    "nobody's is none": ((actor(0, None),), (place(2, None),), ()),
    "the United Nations are no country": ((actor(0, "UNO"), actor(2, "UNO")), (place(4, "KDR"),), ("KDR",)),
}


@pytest.mark.parametrize(("actors", "places", "expected"), SALIENT.values(), ids=SALIENT)
def test_salient_countries(actors, places, expected):
    assert salient_countries(actors, places) == expected
