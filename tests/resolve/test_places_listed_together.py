"""Villages named side by side, or by what they are: all lie where the words behind them say; "the village" is the last so called."""

from datetime import date
from functools import cache

import pytest

from hudna.model.claim import Place
from hudna.model.report import Report
from hudna.pipeline import code_reports


@cache
def places(text: str, language: str = "en") -> dict[str, Place]:
    """The places of the events of a report, by their names."""
    report = Report(id="p-1", text=text, published=date(2026, 3, 6), source="Wire", language=language)
    (coded,) = code_reports([report])
    return {p.name: p for c in coded.claims if c.event is not None for p in c.event.places}


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        (
            "Insurgents raided the villages of Mbau and Mandela in Cabo Delgado's Muidumbe district.",
            "en",
            None,
            "MOZ",
        ),
        ("Rebels burned Paris, a hamlet in Ituri province.", "en", "Paris", "COD"),
        (
            "Fighters seized Mezraa, Sama and Karasa, villages located in the west of Suwayda province.",
            "en",
            "Mezraa",
            "SYR",
        ),
        ("Gunmen raided the village of Santiago in Plateau State, Nigeria.", "en", "Santiago", "NGA"),
        (
            "Des insurgés ont attaqué Mandela, un village situé dans le district de Muidumbe, au Cabo Delgado.",
            "fr",
            "Mandela",
            "MOZ",
        ),
        (
            "Insorti hanno attaccato Mandela, un villaggio situato nel distretto di Muidumbe, a Cabo Delgado.",
            "it",
            "Mandela",
            "MOZ",
        ),
    ],
)
def test_villages_lie_where_the_words_behind_all_of_them_say(text, language, name, country):
    found = places(text, language)
    assert name is None or name in found
    assert {p.country for p in found.values()} == {country}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Shelling hit Kharkiv and Odesa in Ukraine.", "UKR"),
        ("Clashes were heard in Goma, Bukavu and Uvira in eastern Congo.", "COD"),
        ("Militants bombed a barracks in Paris, a city in France.", "FRA"),
    ],
)
def test_towns_that_lie_there_stay_what_they_are(text, country):
    assert {p.country for p in places(text).values()} == {country}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "Gunmen stormed Tola Gari village in Zamfara on Friday. They took 12 women out of the village after "
                "killing a farmer."
            ),
            "Tola Gari village",
        ),
        (
            (
                "Bandits raided Tola Gari village in Zamfara. The men were from Gusau, a resident of Bukkuyum said. They took "
                "nine women from the village."
            ),
            "Tola Gari village",
        ),
        ("Rebels took the village of Mbao. They burned huts in the village on Monday.", "Mbao"),
    ],
)
def test_the_village_is_the_last_that_was_called_so(text, name):
    assert {n for n, p in places(text).items() if p.precision != "region"} == {name}


def test_the_town_may_be_one_that_a_list_has():
    text = "Rebels took the village of Mbao. On Monday the army shelled Goma and burned shops in the town."
    assert set(places(text)) == {"Mbao", "Goma"}


def test_the_village_is_no_town_named_in_between():
    text = (
        "Bandits raided Tola Gari village in Zamfara, a resident of the town of Bukkuyum said. "
        "They took nine women from the village to the forest."
    )
    report = Report(id="p-2", text=text, published=date(2026, 3, 6), source="Wire", language="en")
    (coded,) = code_reports([report])
    (took,) = [c for c in coded.claims if c.event is not None and c.event.trigger.text == "took"]
    assert [p.name for p in took.event.places] == ["Tola Gari village"]
