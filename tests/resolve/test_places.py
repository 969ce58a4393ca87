"""Places are found by name and by description, with a radius; people, bodies and common words are not places."""

from itertools import pairwise
from math import cos, hypot, radians

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.knowledge.files import language_folders
from hudna.knowledge.gazetteer import load_gazetteer
from hudna.knowledge.place_words import load_cues
from hudna.model.mention import PlaceMention
from hudna.resolve.places import PlaceFinder
from hudna.resolve.places_compass import part
from hudna.resolve.places_text import words_of


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder.load(("libya",))


def km(mention: PlaceMention, lat: float, lon: float) -> float:
    assert mention.lat is not None
    assert mention.lon is not None
    return 111.2 * hypot(mention.lat - lat, (mention.lon - lon) * cos(radians(lat)))


NAMED = [
    # words of the report, the mention, the country it lies in, where, how far off it may be
    ("Shells fell on a market in Omdurman, Sudan, on Friday.", "Omdurman", "SDN", (15.64, 32.48), 20),
    ("Rebels entered Kidal in Mali at dawn.", "Kidal", "MLI", (18.44, 1.41), 20),
    ("The army of Mali left its base.", "Mali", "MLI", (17.6, -4.0), 300),
    ("Gunmen stormed a village near Tinzaouaten, in northern Mali.", "Tinzaouaten", "MLI", (19.96, 2.97), 30),
    ("Tanks moved from Ain Zara into Tripoli, Libya.", "Tripoli", "LBY", (32.89, 13.19), 20),
    ("Two people died in Tripoli, Lebanon, police said.", "Tripoli", "LBN", (34.43, 35.84), 20),
    ("A court in Paris, Texas, sent him to jail.", "Paris", "USA", (33.66, -95.55), 20),
    ("Fighting goes on around Al-Fashir in Darfur.", "Al-Fashir", "SDN", (13.63, 25.35), 20),
    ("Fighting goes on around El Fasher in Darfur.", "El Fasher", "SDN", (13.63, 25.35), 20),
    ("Drones hit the port of Hodeidah in Yemen.", "Hodeidah", "YEM", (14.8, 42.95), 20),
    ("Missiles struck St. Petersburg, Russia.", "St. Petersburg", "RUS", (59.94, 30.31), 20),
    ("The U.S. sent two ships.", "U.S.", "USA", (39.8, -98.5), 300),
    ("Troops crossed the bridge in N'Djamena.", "N'Djamena", "TCD", (12.11, 15.04), 20),
    ("Peacekeepers left Port-au-Prince yesterday.", "Port-au-Prince", "HTI", (18.54, -72.34), 20),
]


@pytest.mark.parametrize(
    ("text", "words", "country", "where", "within"), NAMED, ids=[case[0] for case in NAMED]
)
def test_a_named_place_is_found(finder, text, words, country, where, within):
    mention = next(found for found in finder.find(text) if found.text == words)
    assert mention.country == country
    assert km(mention, *where) <= within
    assert mention.radius_km
    assert mention.radius_km > 0
    assert 0 < mention.confidence <= 1


NOT_PLACES = [
    ("An officer said one man was at the gate as far as he knew.", "small words that are names of towns"),
    ("The Mission hopes for calm.", "a common word at the start"),
    ("Russian and Turkish officers met their Libyan hosts.", "words for people"),
    ("Mr Jordan told Kevin Paris that Nancy Houston had left.", "people named like places"),
    ("They met on Thursday and again in March.", "days and months"),
    ("NATO and the UN urged restraint.", "bodies"),
]


@pytest.mark.parametrize(("text", "why"), NOT_PLACES, ids=[why for _, why in NOT_PLACES])
def test_what_is_no_place_gives_nothing(finder, text, why):
    assert [found.text for found in finder.find(text)] == [], why


def test_part_of_a_longer_name_is_no_place(finder):
    text = "He told the Washington Post that Paris Saint-Germain had won."
    assert not [found for found in finder.find(text) if found.confidence > 0.5]


def test_a_name_inside_a_known_actor_is_no_place(finder):
    text = "The Libya Observer wrote that Misrata was calm."
    assert "Libya" not in [found.text for found in finder.find(text, taken=[(4, 18)])]
    assert "Misrata" in [found.text for found in finder.find(text, taken=[(4, 18)])]


AREAS = [
    ("Clashes broke out in northern Mali.", "northern Mali", (19.0, 0.5), 161, "part"),
    (
        "Columns left for the southwestern regions of Libya.",
        "the southwestern regions of Libya",
        (26.6, 12.2),
        50,
        "part",
    ),
    ("Libya is divided. The army holds the east of Libya.", "the east of Libya", (29.5, 21.8), 50, "part"),
    (
        "Libya reported a patrol along the southwestern border.",
        "the southwestern border",
        (24.3, 11.8),
        60,
        "border",
    ),
    (
        "A convoy was hit 20 km south of Ansongo in Mali.",
        "20 km south of Ansongo",
        (15.48, 0.5),
        15,
        "distance",
    ),
    (
        "Homes burned on the outskirts of Khiam, Lebanon.",
        "the outskirts of Khiam",
        (33.33, 35.61),
        10,
        "outskirts",
    ),
    (
        "In Lebanon jets struck Beirut's southern suburbs.",
        "Beirut's southern suburbs",
        (33.85, 35.51),
        12,
        "part",
    ),
    (
        "Libya reopened the road between Sirte and Misrata.",
        "the road between Sirte and Misrata",
        (31.8, 15.85),
        20,
        "road",
    ),
    ("Libya closed the border with Tunisia.", "the border with Tunisia", (31.6, 10.9), 50, "border"),
    ("Libya is calm. Guards patrol the capital.", "the capital", (32.89, 13.19), 20, "anaphor"),
]


@pytest.mark.parametrize(("text", "words", "where", "within", "rule"), AREAS, ids=[case[0] for case in AREAS])
def test_a_described_place_gets_a_circle(finder, text, words, where, within, rule):
    mention = next(found for found in finder.find(text) if found.text == words)
    assert km(mention, *where) <= within
    assert mention.rule == rule
    assert mention.radius_km
    assert mention.radius_km >= 1


def test_two_directions_are_two_areas(finder):
    found = finder.find("He controls the east and south of Libya.")
    assert [mention.id for mention in found] == ["libya-east", "libya-south"]
    assert found[0].end <= found[1].start


def test_the_country_and_these_areas_go_back_to_what_was_named(finder):
    found = finder.find(
        "Chad sent troops to the eastern regions. The country has warned of raids in these areas."
    )
    by_words = {mention.text: mention for mention in found}
    assert by_words["The country"].country == "TCD"
    assert by_words["these areas"].name == by_words["the eastern regions"].name
    # What goes back was right as often as what is named, among judged places.
    assert by_words["these areas"].confidence <= by_words["the eastern regions"].confidence


def test_a_government_named_by_its_capital_is_marked(finder):
    (mention,) = finder.find("Khartoum accused the rebels of looting.")
    assert mention.rule == "metonym"


def test_the_hint_settles_an_ambiguous_name(finder):
    text = "Gunfire was heard in Tripoli overnight."
    assert finder.find(text, near_countries=("LBY",))[0].country == "LBY"
    assert finder.find(text, near_countries=("LBN",))[0].country == "LBN"


def test_an_unlisted_village_is_vague_not_elsewhere(finder):
    text = "Armenia said shells hit the village of Zzyrtak near Vardenis, Armenia."
    mention = next(found for found in finder.find(text) if "Zzyrtak" in found.text)
    assert mention.id is None
    assert mention.radius_km
    assert mention.radius_km >= 50
    assert mention.country == "ARM"


def test_the_same_text_gives_the_same_mentions(finder):
    text = "Troops moved from Gao to Kidal, 60 miles north of the town, and into eastern Niger."
    assert finder.find(text) == finder.find(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_hold(text):
    for mention in PlaceFinder.load(("libya",)).find(text):
        assert text[mention.start : mention.end] == mention.text


WORDS = st.sampled_from(
    "The the southern Libya of and Mali border with 20 km north between Tripoli Misrata road to 's , . - \n (the U.S. "
    "St. Port-au-Prince Al-Jufra outskirts capital these areas Russian village of Ǆ ﷺ طرابلس \u0301 İstanbul ß".split(
        " "
    )
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_order_of_place_words_is_read_and_spans_hold(text):
    mentions = PlaceFinder.load(("libya",)).find(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        # What only a wide country is known of, or a doubtful namesake, is named and put nowhere on the map.
        assert mention.radius_km is not None or mention.rule == "unlocated" or mention.id is None
    for one, other in pairwise(mentions):
        # "areas of Libya" names the country as well.
        assert one.end <= other.start or one.rule == "some part"


def test_words_keep_their_place_in_the_text():
    text = "N'Djamena’s port, St. Kitts; Ain al-Asad’s"
    assert all(text[word.start : word.end] == word.text for word in words_of(text, load_cues("en")))


def test_the_gazetteer_knows_names_in_other_scripts():
    gazetteer = load_gazetteer(("libya",))
    assert gazetteer.meanings("غدامس")[0].id == "ghadames"
    assert any(place.country == "SDN" for place in gazetteer.meanings("الفاشر"))


def test_every_listed_area_has_a_country_or_members():
    gazetteer = load_gazetteer(("libya",))
    for place in gazetteer.by_id.values():
        assert -90 <= place.lat <= 90, place.id
        assert -180 <= place.lon <= 180, place.id
        assert place.radius_km > 0, place.id


def test_a_part_of_a_country_lies_in_that_direction():
    gazetteer = load_gazetteer(())
    country = gazetteer.country("KAZ")
    assert country
    assert part(gazetteer, country, "north").lat > part(gazetteer, country, "south").lat
    assert part(gazetteer, country, "east").lon > part(gazetteer, country, "west").lon


WITH_PLACES = [folder.name for folder in language_folders("places.yml")]
PROVED = [(code, example) for code in WITH_PLACES for example in load_cues(code).examples]
QUIET = [(code, text) for code in WITH_PLACES for text in load_cues(code).counter]


@pytest.mark.parametrize("code", WITH_PLACES)
def test_every_language_proves_its_words_for_places(code):
    assert load_cues(code).examples


@pytest.mark.parametrize(("code", "example"), PROVED, ids=[f"{c}-{n}" for n, (c, _) in enumerate(PROVED)])
def test_a_language_finds_the_places_of_its_examples(finder, code, example):
    found = {mention.text: mention.country for mention in finder.find(example.text, language=code)}
    for words, country in example.places.items():
        assert found.get(words, "nothing") == country, found


@pytest.mark.parametrize(("code", "text"), QUIET, ids=[f"{c}-{n}" for n, (c, _) in enumerate(QUIET)])
def test_a_language_finds_no_place_in_its_counter_examples(finder, code, text):
    assert finder.find(text, language=code) == ()


@pytest.mark.parametrize("language", ["fr", "it", "ar"])
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "le sud du Mali l'Algérie d' il confine con la Libia nel وشمال ليبيا للخرطوم لل و ب البلاد , .".split(
                " "
            )
        ),
        max_size=25,
    ).map(" ".join)
)
def test_other_languages_keep_their_spans(language, text):
    for mention in PlaceFinder.load(("libya",)).find(text, language=language):
        assert text[mention.start : mention.end] == mention.text


def test_a_language_without_cues_still_finds_names(finder):
    assert load_cues("xx").within == frozenset()
    assert any(found.country == "LBY" for found in finder.find("Soldati a Bengasi, Libia.", language="xx"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Clashes hit various areas of Libya on Friday.", ["various areas of Libya", "Libya"]),
        ("Rebels hold large swathes of Sudan.", ["large swathes of Sudan", "Sudan"]),
        ("Some say that most of Mali is calm.", ["Mali"]),
    ],
)
def test_some_part_of_a_country_is_told_beside_the_country(finder, text, words):
    assert [m.text for m in finder.find(text)] == words


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("I soldati hanno attaccato ieri una base in Ucraina.", "it", "Ucraina", "UKR"),
        ("Il generale è tornato ieri dagli Stati Uniti.", "it", "Stati Uniti", "USA"),
        (
            "I soldati hanno attaccato ieri una base nella Repubblica centrafricana.",
            "it",
            "Repubblica centrafricana",
            "CAF",
        ),
        ("I soldati hanno attaccato ieri una base nel Sud Sudan.", "it", "Sud Sudan", "SSD"),
        ("I soldati hanno attaccato ieri una base in Costa d'Avorio.", "it", "Costa d'Avorio", "CIV"),
        ("Gli Usa hanno attaccato ieri una base.", "it", "Usa", "USA"),
        ("Les soldats ont attaqué hier une base en Côte d'Ivoire.", "fr", "Côte d'Ivoire", "CIV"),
        ("Les soldats ont attaqué hier une base en Arabie saoudite.", "fr", "Arabie saoudite", "SAU"),
    ],
)
def test_a_country_is_found_by_what_the_language_calls_it(finder, text, language, name, country):
    found = [(m.text, m.country) for m in finder.find(text, language=language)]
    assert (name, country) in found


def test_an_adjective_of_a_country_is_no_place(finder):
    assert finder.find("La stampa ucraina e la brigata eritrea tacciono.", language="it") == ()


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ossezia del Sud", "GEO"),
        ("Galilea", "ISR"),
        ("Golfo di Aden", None),
        ("Port-au-Prince", "HTI"),
        ("Betlemme", "PSE"),
    ],
)
def test_regions_and_seas_have_italian_names(finder, name, country):
    text = f"I soldati hanno attaccato ieri una base nel {name} e tre civili sono morti."
    assert [(m.text, m.country) for m in finder.find(text, language="it")] == [(name, country)]


def test_a_town_behind_of_is_no_government(finder):
    [mention] = finder.find("L'esplosione al mercato di Goma ha ucciso cinque soldati.", language="it")
    assert (mention.text, mention.rule) == ("Goma", "name")


def test_a_capital_that_opens_a_clause_stands_for_its_government(finder):
    [mention] = finder.find("Kigali ha smentito ogni accusa.", language="it")
    assert mention.rule == "metonym"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Raid su Tripoli, nel nord del Libano, nella notte.", "Tripoli", "LBN"),
        ("Raid su Palma, nel nord del Mozambico, nella notte.", "Palma", "MOZ"),
        ("Il premier è volato da Tripoli in Egitto.", "Tripoli", "LBY"),
    ],
)
def test_a_town_lies_in_the_country_told_behind_small_words(finder, text, words, country):
    found = {text[m.start : m.end]: m.country for m in finder.find(text, language="it")}
    assert found[words] == country


def test_a_village_is_no_large_town_of_a_country_never_spoken_of(finder):
    text = "A Raqqa, in Siria, un emiro è stato catturato nel villaggio di al-Mansura."
    assert {m.country for m in finder.find(text, language="it")} == {"SYR"}


def test_those_who_rule_from_a_capital_are_not_where_something_happens(finder):
    text = "Scontri a Taiz. Il governo di Sana'a, secondo il ministero della Difesa di Aden, mente."
    rules = {m.text: m.rule for m in finder.find(text, language="it")}
    assert rules["Sana'a"] == "metonym"
    assert rules["Taiz"] == "name"


def test_the_town_is_where_something_just_happened(finder):
    text = "Il ministro è atterrato a Delhi. Un drone è caduto a Lahore. L'India ha colpito i dintorni della città."
    towns = [m for m in finder.find(text, language="it") if m.rule in {"outskirts", "anaphor"}]
    assert {m.country for m in towns} == {"PAK"}


def test_a_ship_in_quotation_marks_is_no_town(finder):
    text = "La nave «Catania» è stata colpita al largo di Misurata."
    assert [m.name for m in finder.find(text, language="it")] == ["Misrata"]
