"""Where Italian puts a place: parts of provinces, quarters, borders, kinds before a name, peoples written small."""

import pytest

from hudna.knowledge.theatres import THEATRES
from hudna.model.mention import PlaceMention
from hudna.resolve.places import PlaceFinder


def found(text: str, language: str = "it") -> dict[str, PlaceMention]:
    mentions = PlaceFinder.load(tuple(THEATRES)).find(text, language=language)
    return {m.text: m for m in mentions}


def near(mention: PlaceMention, lat: float, lon: float, degrees: float = 1.0) -> bool:
    assert mention.lat is not None
    assert mention.lon is not None
    return abs(mention.lat - lat) < degrees and abs(mention.lon - lon) < degrees


@pytest.mark.parametrize(
    ("text", "words", "lat", "lon"),
    [
        ("Nel Nord Kivu si combatte. Nella parte sud della provincia i ribelli avanzano.",
         "Nella parte sud della provincia", -1.4, 29.0),
        ("A Idlib si spara ancora. Si combatte nella zona orientale della provincia di Aleppo.",
         "nella zona orientale della provincia di Aleppo", 36.2, 37.4),
        ("Granate nel sud del governatorato di Marib, in Yemen.", "nel sud del governatorato di Marib", 15.1, 45.6),
        ("Spari nell'est della capitale libica.", "est della capitale libica", 32.9, 13.3),
        ("A nord della città di Raqqa, in Siria, una mina ha ucciso due pastori.", "nord della città di Raqqa", 36.0, 39.0),
    ],
)  # fmt: skip
def test_a_part_is_of_what_stands_behind_of_with_its_article_and_its_kind(text, words, lat, lon):
    mentions = found(text)
    mention = next(
        m for told, m in mentions.items() if words.lower() in told.lower() or told.lower() in words.lower()
    )
    assert near(mention, lat, lon), mention


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Un pastore è morto nella provincia settentrionale di Cabo Delgado, in Mozambico.", "Cabo Delgado"),
        ("Sei agenti uccisi nella regione settentrionale di Tillabéri, in Niger.", "Tillabéri"),
        ("Un'autobomba nella provincia nord-orientale afghana di Kunduz.", "Kunduz"),
    ],
)
def test_the_northern_province_of_somewhere_is_that_province(text, name):
    assert name in {m.name for m in found(text).values()}
    assert not any("(north)" in m.name or m.name.startswith("North") for m in found(text).values())


def test_the_northern_part_of_a_country_stays_a_part():
    assert (
        "Libya"
        in found("Si combatte nelle regioni orientali della Libia.")[
            "nelle regioni orientali della Libia"
        ].name
    )


def test_a_quarter_lies_in_the_town_told_before():
    text = "I ribelli sono entrati a Beni, nella provincia del Nord Kivu. I corpi erano nel quartiere di Ngadimbo."
    [quarter] = [m for m in found(text).values() if m.name == "Ngadimbo"]
    assert near(quarter, 0.5, 29.47, 0.2)


def test_the_border_between_the_two_countries_is_theirs():
    text = "L'Azerbaigian e l'Armenia hanno ripreso gli scontri al confine fra i due Paesi."
    [border] = [m for m in found(text).values() if m.rule == "border"]
    assert near(border, 39.9, 45.7)


def test_what_lies_beyond_a_border_is_not_where_an_unlisted_village_is():
    text = "Soldati del Burkina Faso sono caduti presso Zarfanou, località al confine con il Mali."
    [village] = [m for m in found(text).values() if m.name == "Zarfanou"]
    assert village.country == "BFA"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Due caserme maliane sono state assaltate nel villaggio di Zarfanou, dice lo stato maggiore maliano.", "Zarfanou", "MLI"),
        ("Nello stato regionale dell'Oromia, presso il distretto di Amuru, alcuni armati hanno sparato.", "Amuru", "ETH"),
        ("Un agente è caduto nel distretto di Muqur della provincia di Badghis.", "Muqur", "AFG"),
        ("Razzi lanciati in territorio russo da droni ucraini.", "Russia", "RUS"),
    ],
)  # fmt: skip
def test_peoples_written_small_and_units_told_say_which_namesake(text, name, country):
    assert {m.country for m in found(text).values() if m.name == name} == {country}


def test_a_region_of_another_point_is_no_part_of_the_region_told_before():
    text = "A Odessa due feriti. Un uomo è morto nella regione nord-orientale ucraina di Kharkiv."
    assert {m.name for m in found(text).values()} == {"Odessa", "Kharkiv"}
