"""Who fights whom far behind the fight, whose attack is repelled, what came of an act with a purpose, and "the brigade" told of again."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def events(language, text, root="ASSAULT"):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    return [c.event for c in found.claims if c.event is not None and c.event.root.value == root]


def called(actors):
    return {one.id or one.text for one in actors}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Clashes broke out on Sunday in the town of Kidal in northern Mali between Tuareg rebels and the army.", {"Tuareg rebels", "mli-mil"}),
        ("en", "Residents reported clashes on Friday in the Sudanese town of El Obeid between the army and the Rapid Support Forces.", {"sdn-mil", "rsf"}),
        ("fr", "De violents combats ont éclaté dimanche dans le quartier d'Abou Salim, dans la capitale libyenne, entre l'Appareil de soutien à la stabilité et la 444e brigade.", {"ssa", "b444"}),
        ("it", "Scontri sono scoppiati ad Abu Salim, a Tripoli, tra l'Apparato di supporto alla stabilità e la brigata 444.", {"ssa", "b444"}),
    ],
)  # fmt: skip
def test_they_fought_at_the_place_from_which_the_words_hang(language, text, who):
    (event,) = events(language, text)
    assert called(event.actors) == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Clashes erupted on the border between India and Pakistan on Friday."),
        ("en", "Clashes broke out in the hills near Goma in Congo between Sake and Minova."),
        ("fr", "Des combats ont repris sur la route entre Goma et Sake, au Congo."),
    ],
)
def test_a_border_or_a_road_lies_between_them_and_nobody_is_said_to_have_fought(language, text):
    (event,) = events(language, text)
    assert event.actors == ()


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The army in Sudan said it had repulsed an RSF attack on El Fasher.", {"rsf"}),
        ("en", "Rada repelled an attack by the 444th Brigade on the Mitiga base in Tripoli.", {"b444"}),
        (
            "it",
            "A Tripoli la Radaa ha respinto un attacco della brigata 444 contro la base di Mitiga.",
            {"b444"},
        ),
    ],
)
def test_who_made_the_attack_that_is_repelled_is_fought(language, text, who):
    (event,) = events(language, text)
    assert called(event.recipients) == who
    assert not who & called(event.actors)


def test_who_comes_under_fire_does_not_fire():
    (event,) = events("en", "In Tripoli a convoy of the 444th Brigade came under fire, the source said.")
    assert event.actors == ()
    assert called(event.recipients) == {"b444"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "En Syrie l'armée a bombardé le village pour déloger les rebelles, tuant douze civils."),
        (
            "it",
            "In Siria l'esercito ha bombardato il villaggio per sloggiare i ribelli, uccidendo dodici civili.",
        ),
        ("en", "In Syria the army shelled the village to dislodge rebels, killing twelve civilians."),
    ],
)
def test_what_came_of_an_act_is_no_part_of_its_purpose(language, text):
    found = [e for e in events(language, text) if e.fatalities is not None]
    assert [e.fatalities.best for e in found] == [12]


def test_a_participle_that_tells_how_a_purpose_is_to_be_reached_counts_nobody():
    text = "La police a envoyé des renforts pour déloger les rebelles retranchés dans le village, en Syrie."
    assert all(e.fatalities is None for e in events("fr", text))


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The 444th Brigade patrolled Tripoli on Sunday. The brigade withdrew on Monday.", {"b444"}),
        ("fr", "À Tripoli, la 444e brigade a attaqué dimanche une caserne. La brigade s'est retirée lundi.", {"b444"}),
        ("it", "A Tripoli la brigata 444 ha attaccato domenica una caserma. La brigata si è ritirata lunedì.", {"b444"}),
        ("ar", "هاجم اللواء 444 قتال يوم الأحد ثكنة في طرابلس. وانسحب اللواء يوم الاثنين.", {"b444"}),
        ("en", "In Tripoli the 444th Brigade and the 111th Brigade fought on Sunday. The brigade withdrew on Monday.", {"The brigade"}),
    ],
)  # fmt: skip
def test_the_brigade_is_the_only_one_that_was_named(language, text, who):
    (event,) = events(language, text, "RETREAT")
    assert called(event.actors) == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army in Sudan denied reports of a withdrawal from Babanusa."),
        ("ar", "نفى الجيش السوداني الأنباء المتداولة عن انسحاب قواته من بابنوسة."),
        ("ar", "نفت الحكومة السودانية صحة تقارير عن انسحاب الجيش من كتم."),
    ],
)
def test_what_the_reports_are_about_is_denied_with_them(language, text):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    told = [c.status.value for c in found.claims if c.event is not None and c.event.root.value == "RETREAT"]
    assert told == ["denied"]


def test_who_is_exchanged_or_oversees_it_exchanges_nobody():
    text = "تبادلت الحكومة اليمنية والحوثيون 40 أسيرا بوساطة سعودية وبإشراف الصليب الأحمر."
    (event,) = events("ar", text, "RETREAT")
    assert called(event.actors) == {"yemen-irg", "houthis"}
    assert called(event.recipients) == {"40 أسيرا"}


def claims(language, text, published=date(2031, 3, 12)):
    report = Report(id="r-1", text=text, published=published, source="Echo", language=language)
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None]


def test_who_is_told_of_by_an_office_is_who_is_named_behind_it():
    (event,) = events(
        "en",
        "In Sudan, the governor of Darfur, Minni Minnawi, called for an independent investigation.",
        "REQUEST",
    )
    assert called(event.actors) == {"minni-minnawi"}


def test_nobody_attacks_his_own_patrol():
    text = "In Lebanon, UNIFIL peacekeepers reported that an Israeli tank had fired machine-gun rounds at one of their patrols near Sarda."
    (event,) = events("en", text)
    assert called(event.actors) == {"isr-mil"}
    assert called(event.recipients) == {"one of their patrols"}


def test_who_goes_on_acting_is_who_acted():
    (event,) = events(
        "en",
        "Hamas accused Israel of violating the truce in Gaza and called on Egypt to intervene.",
        "REQUEST",
    )
    assert called(event.actors) == {"hamas"}
    assert called(event.recipients) == {"egy-gov"}
    assert event.places == ()


def test_what_is_conceded_beside_a_denial_is_not_denied():
    text = "Ukraine denied that Vovchansk had been lost but conceded that its troops had pulled back from Strilecha."
    told = {c.event.root.value: c.status.value for c in claims("en", text)}
    assert told["RETREAT"] == "declared"


def test_a_day_to_come_is_not_lent_to_what_has_happened():
    text = "Kyiv said it would announce a new arms package on Saturday. In Belgorod, a drone hit a residential building, injuring one person."
    (hit,) = [c for c in claims("en", text, date(2024, 5, 10)) if c.event.root.value == "ASSAULT"]
    assert hit.event.occurred.latest <= date(2024, 5, 10)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The army withdrew from El Fasher in Sudan. Thousands of people fled west toward Tawila. The Sudan Doctors Network accused the RSF of killing dozens of patients.", "El Fasher"),
        ("Israeli forces killed three Palestinians near Rafah on Monday. Medics at Nasser Hospital said two were brothers. Five people were killed later by Israeli fire.", "Rafah"),
    ],
)  # fmt: skip
def test_where_they_fled_to_or_spoke_is_not_lent_while_another_place_is_named(text, where):
    places = [c.event.places for c in claims("en", text) if c.event.root.value == "ASSAULT"]
    assert {p.name for p in places[-1]} == {where}


def test_a_border_city_is_no_border():
    (event,) = events(
        "en", "In the Russian border city of Belgorod, a Ukrainian drone hit a house on Thursday."
    )
    assert [p.name for p in event.places] == ["Belgorod"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Israeli forces killed three Palestinians near Rafah on Monday. At least 236 people have been killed by Israeli fire since the ceasefire began, the ministry said."),
        ("en", "Israeli forces killed three Palestinians near Rafah on Monday. At least 236 people have been killed since October 10, the ministry said."),
    ],
)  # fmt: skip
def test_a_count_of_many_deeds_is_not_put_where_the_last_one_was(language, text):
    found = [c.event for c in claims(language, text) if c.event.fatalities and c.event.fatalities.best == 236]
    assert [e.places for e in found] == [()]
