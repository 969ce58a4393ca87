"""Villages side by side of which no list has some, quarters that have a namesake abroad, towns in another transcription."""

import pytest

from hudna.knowledge.theatres import THEATRES
from hudna.model.mention import PlaceMention
from hudna.resolve.places import PlaceFinder


def found(text: str, language: str = "it") -> dict[str, PlaceMention]:
    mentions = PlaceFinder.load(tuple(THEATRES)).find(text, language=language)
    return {m.text: m for m in mentions}


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("I militari sono entrati nelle cittadine di Beit Lura, Deir Samma e Mughara in Cisgiordania.", "it",
         {"Beit Lura", "Deir Samma", "Mughara"}),
        ("I jihadisti hanno bruciato i villaggi di Dangala e Tombuli, nel nord del Mali.", "it", {"Tombuli"}),
        ("Si combatte nelle località di Urmana e Selbaia, in Siria.", "it", {"Selbaia"}),
        ("Fighters burned the villages of Dangala and Tombuli in northern Mali.", "en", {"Tombuli"}),
        ("Des hommes ont incendié les villages de Dangala et Tombuli, au Mali.", "fr", {"Tombuli"}),
    ],
)  # fmt: skip
def test_the_further_names_of_several_villages_are_places(text, language, names):
    assert names <= set(found(text, language))


@pytest.mark.parametrize(
    "text",
    [
        "I ribelli hanno attaccato il villaggio di Dangala e Mamadu ha chiesto aiuto, in Mali.",
        "Nei villaggi di Dangala la gente fugge. Tombuli, il portavoce, tace. In Mali piove.",
    ],
)
def test_somebody_behind_one_village_is_no_place(text):
    assert {"Mamadu", "Tombuli"}.isdisjoint(found(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'esercito ha colpito il quartiere di Daraj a Gaza City, uccidendo due uomini.", "Daraj"),
        ("Un missile ha centrato il quartiere di Sabra a Gaza City.", "Sabra"),
        ("Nel campo profughi di Shati a Gaza City mancano acqua e pane.", "Shati"),
    ],
)
def test_a_quarter_of_a_town_is_none_abroad(text, words):
    assert found(text)[words].country == "PSE"


@pytest.mark.parametrize(
    "text",
    [
        "La milizia ha lasciato la città di Daraj, in Libia.",
        "Il convoglio è partito dalla città di Sabratha per Tunisi.",
    ],
)
def test_a_town_that_lies_in_no_other_stays_where_it_is(text):
    assert any(m.country == "LBY" for m in found(text).values())


def test_a_camp_behind_a_word_that_describes_it_is_a_place():
    camp = found("I soldati sono entrati nel campo profughi di Ulmar in Cisgiordania.")
    assert any("Ulmar" in text for text in camp)


def test_a_village_lies_near_the_town_named_right_behind():
    mention = found("L'esercito israeliano ha perquisito il villaggio palestinese di Durra, a sud di Nablus.")
    assert next(m for text, m in mention.items() if "Durra" in text).country == "PSE"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Mali i jihadisti hanno attaccato la città di Boulkessy.", "Boulikessi"),
        ("In Mali l'esercito ha ripreso la città di Tessalite.", "Tessalit"),
        ("In Sudan la milizia assedia la città di Kadougli.", "Kadugli"),
    ],
)
def test_a_town_may_be_written_with_one_other_letter(text, name):
    assert name in {m.name for m in found(text).values()}


@pytest.mark.parametrize(
    "text",
    [
        "In Mali i jihadisti hanno attaccato la città di Gaoro.",
        "In Ucraina i droni hanno colpito la città di Besolavka.",
    ],
)
def test_what_is_like_no_town_or_like_several_has_no_coordinates_of_one(text):
    assert all(m.precision != "town" for m in found(text).values())


def test_the_south_of_russia_lies_west_of_the_urals():
    (south,) = (
        m for m in found("Il drone è caduto nel sud della Russia.").values() if m.precision == "region"
    )
    assert south.lon is not None
    assert south.lon < 60


@pytest.mark.parametrize(
    "text",
    [
        'Secondo il sito "al Mashad al Libi" le forze di Haftar sono a Sirte.',
        'La nave "Free Gaza" è salpata da Siracusa.',
        'Lo scrive il quotidiano "Corriere di Tunisi" in prima pagina.',
    ],
)
def test_part_of_a_name_between_quotation_marks_is_no_place(text):
    assert {"Mashad", "Gaza", "Tunisi"}.isdisjoint(found(text))


@pytest.mark.parametrize(
    "text",
    [
        'Il ministro ha detto: "I soldati sono a Gao". In Mali si combatte.',
        'I ribelli hanno preso la base di "Gao", in Mali.',
        '"Andiamo via", dicono a Gao "i soldati" del Mali.',
    ],
)
def test_a_place_in_what_is_quoted_stays_one(text):
    assert "Gao" in found(text)
