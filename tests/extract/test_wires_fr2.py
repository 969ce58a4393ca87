"""Turns of French wires behind which who acts, who is struck, who tells or where it was once went lost."""

import pytest
from tests.extract.test_wires_fr import called, claims, doers


def first(text, root="ASSAULT"):
    return claims(text, root)[0]


def struck(text):
    return called(first(text).event.recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("L'armée éthiopienne a repris Lalibela aux miliciens Fano. Ces derniers ont fait sauter un pont.", "sauter", "fano"),
        ("L'armée malienne a arrêté trois combattants du JNIM. Ceux-ci avaient tué un chef de village.", "tué", "jnim"),
        ("Les FARDC ont attaqué une position des ADF près de Beni. Ceux-ci ont tué deux soldats.", "tué", "adf"),
    ],
)  # fmt: skip
def test_who_was_named_last_goes_on_and_not_who_headed_the_sentence(text, trigger, actor):
    assert doers(text, trigger) == {actor}


def test_the_town_where_they_met_is_not_the_latter():
    text = "Le gouverneur a reçu le chef rebelle Ali Kony à Bangui. Ce dernier accuse l'armée d'avoir bombardé un marché."
    assert called(first(text, "ACCUSE").event.actors) == {"le chef rebelle"}


@pytest.mark.parametrize(
    "text",
    [
        "Ces dernières attaques ont tué douze soldats maliens à Kidal, selon le JNIM.",
        "Ces derniers jours, le M23 a attaqué la ville de Sake.",
    ],
)
def test_the_last_days_and_the_last_attacks_are_nobody(text):
    assert first(text).event.trigger.text in ("attaques", "attaqué")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Le combat a opposé lundi des militaires sénégalais à des hommes du MFDC près de Bignona.", {"sen-mil", "mfdc"}),
        ("Une guerre oppose le M23 aux FARDC dans le Nord-Kivu.", {"m23", "cod-mil"}),
        ("Un échange de tirs a opposé l'armée libanaise au Hezbollah à Baalbek.", {"lbn-mil", "hezbollah"}),
        ("De violents combats ont opposé mardi le M23 aux wazalendo à Masisi.", {"m23", "wazalendo"}),
    ],
)  # fmt: skip
def test_both_whom_a_fight_pits_against_each_other_fight(text, sides):
    assert called(first(text).event.actors) == sides


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Une embuscade contre des soldats et des policiers a fait six morts à Djibo.", {"des soldats", "des policiers"}),
        ("Des tirs contre des civils et des gendarmes ont fait deux morts à Djibo.", {"des civils", "des gendarmes"}),
        ("L'armée malienne a attaqué des positions du JNIM à Kidal.", {"jnim"}),
        ("L'armée congolaise a repoussé une attaque menée par le M23 à Sake.", {"m23"}),
        ("Une embuscade a causé la mort de sept militaires camerounais à Kumba.", {"cmr-mil"}),
    ],
)  # fmt: skip
def test_whom_an_attack_befalls(text, victims):
    assert struck(text) == victims


def test_no_second_victim_is_the_doer():
    text = "Une embuscade contre des soldats et des policiers a fait six morts à Djibo."
    assert not first(text).event.actors


def test_who_fires_on_a_town_does_not_suffer_it():
    event = first("Le quartier a subi mardi à Saïda des tirs d'artillerie israéliens.").event
    assert (called(event.actors), called(event.recipients)) == ({"isr-mil"}, set())


@pytest.mark.parametrize(
    "text",
    [
        "Le camp a été la cible d'une attaque menée par le M23 à Sake.",
        "Le camp a subi une attaque lancée par le M23 à Sake.",
        "Le camp a fait l'objet d'une attaque attribuée au M23 à Sake.",
        "Les soldats ont essuyé des tirs effectués par le M23 à Sake.",
    ],
)
def test_the_participle_behind_what_is_suffered_says_who_did_it(text):
    assert called(first(text).event.actors) == {"m23"}


@pytest.mark.parametrize(
    "when",
    ["d'abord", "tout d'abord", "la veille", "ce jour-là", "par la suite", "à l'aube", "cette nuit", "par erreur"],
)  # fmt: skip
def test_who_acts_stands_before_what_says_when_or_how(when):
    assert doers(f"Les rebelles du M23 ont {when} tué trois civils à Sake.", "tué") == {"m23"}


def test_what_stands_between_commas_hides_nobody():
    text = "L'armée malienne a, dans la nuit de lundi à mardi, bombardé un camp du JNIM à Kidal."
    claim = first(text)
    assert called(claim.event.actors) == {"mli-mil"}
    assert str(claim.event.occurred.earliest) == "2031-03-10"


@pytest.mark.parametrize(
    "text",
    [
        "Ce sont des combattants du M23 qui ont attaqué le camp de Sake.",
        "C'est le M23 qui a attaqué le camp de déplacés de Sake.",
    ],
)
def test_whom_a_cleft_sets_apart_acts(text):
    assert doers(text, "attaqué") == {"m23"}


def test_an_ambush_that_a_cleft_sets_apart_has_its_dead():
    text = "C'est une embuscade dressée par les combattants du JNIM qui a coûté la vie à neuf villageois."
    event = first(text).event
    assert (called(event.actors), event.fatalities.best) == ({"jnim"}, 9)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kinshasa et le M23 ont signé une trêve en présence de l'émir du Qatar.", {"cod-gov", "m23"}),
        ("Sous la pression de l'ONU, le gouvernement et la faction de Riek Machar ont signé une trêve à Juba.", {"ssd-gov", "spla-io"}),
    ],
)  # fmt: skip
def test_who_stands_by_or_presses_signs_nothing(text, parties):
    assert called(first(text, "AGREE").event.actors) == parties


def test_their_withdrawal_is_of_whom_the_sentence_goes_on_to_name():
    text = "Après leur retrait de Khartoum, les paramilitaires des FSR ont attaqué Nyala."
    assert called(first(text, "RETREAT").event.actors) == {"rsf"}


def test_who_is_called_something_is_asked_for_nothing():
    text = "Les résistants locaux, appelés Wazalendo, ont attaqué le M23 à Masisi."
    assert not claims(text, "REQUEST")


def test_who_is_asked_for_help_is_asked():
    assert claims("Le gouvernement congolais, appelé par l'ONU à négocier avec le M23, a refusé.", "REQUEST")


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("« Le M23 a pris Sake », nous confient des habitants.", "des habitants"),
        ("« Le M23 a attaqué Sake », nous a confié un notable de Goma.", "un notable de Goma"),
    ],
)
def test_who_tells_us_something_tells_it(text, teller):
    found = claims(text, "COERCE") or claims(text)
    assert {one.text for one in found[0].speakers} == {teller}


def test_who_denounces_an_attack_leaves_no_organisation():
    assert not claims("La commission a dénoncé des pillages commis par le M23 à Sake.", "SANCTION")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Le M23 a attaqué un convoi à l'est de la ville portuaire de Mocha, au Yémen.",
            "east of Mocha",
        ),
        ("Le M23 a attaqué un convoi dans l'ouest de la ville de Hodeida, au Yémen.", "Hodeidah (west)"),
    ],
)
def test_beside_a_town_and_inside_it(text, place):
    assert place in {p.name for p in first(text).event.places}


def test_beside_a_hill_is_no_part_of_the_country():
    text = "Les rebelles maliens du FLA ont attaqué un convoi à l'ouest de Tindarosko, au Mali."
    assert all("west" not in p.name for p in first(text).event.places)


@pytest.mark.parametrize(
    ("text", "army"),
    [
        ("L'armée a tué dix djihadistes venus du Mali, dans le nord du Burkina Faso.", "bfa-mil"),
        ("Avec l'appui de la Russie, l'armée et les miliciens ont repris Ségou, au Mali.", "mli-mil"),
    ],
)
def test_the_army_is_not_that_of_a_country_named_in_passing(text, army):
    assert army in called(claims(text, "ASSAULT" if "tué" in text else "COERCE")[0].event.actors)


def test_who_blows_something_up_acts():
    assert doers("Des insurgés ont fait sauter un pylône électrique à Quetta, au Pakistan.", "sauter") == {
        "Des insurgés"
    }


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("L'enlèvement, lundi, de cinq enseignants par le JNIM a choqué Djibo.", "enlèvement", "jnim"),
        ("L'attaque, la veille, d'un convoi par le JNIM à Kidal a fait dix morts.", "attaque", "jnim"),
        ("Des combattants du M23, que l'armée accuse de pillages, ont attaqué Goma.", "attaqué", "m23"),
    ],
)
def test_an_aside_hides_nobody_who_acts(text, trigger, actor):
    assert doers(text, trigger) == {actor}
