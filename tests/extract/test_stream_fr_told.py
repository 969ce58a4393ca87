"""Who tells it, who is meant and where it was, as French wires word it."""

import pytest
from tests.extract.french import coded, told


def names(people):
    return [one.id or one.text for one in people]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "« L'ennemi a bombardé Ber », a écrit Issa Kelmé, porte-parole du FLA.",
            ("Issa Kelmé", "fla", "party"),
        ),
        (
            "« L'ennemi a bombardé Ber », a écrit sur X Issa Kelmé, porte-parole du FLA.",
            ("Issa Kelmé", "fla", "party"),
        ),
        ("Selon Moussa Tolo, préfet du cercle, l'ennemi a bombardé Ber.", ("Moussa Tolo", None, "official")),
        (
            "L'ennemi a bombardé Ber, a précisé Awa Sanou, une habitante de Nara.",
            ("Awa Sanou", None, "official"),
        ),
    ],
)
def test_a_name_speaks_for_whom_the_words_behind_it_say(text, speaker):
    (heard,) = told(text, "bombardé").speakers
    assert (heard.text, heard.actor, heard.kind) == speaker


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Le général Tolo, chef d'état-major du FLA, a affirmé que ses hommes avaient pris Ber.", "pris"),
        ("Le colonel Tolo, porte-parole du FLA, a déclaré que ses combattants avaient repris Ber.", "repris"),
    ],
)
def test_a_rank_is_of_the_force_that_is_named_behind_it(text, trigger):
    claim = told(text, trigger)
    assert names(claim.event.actors) == ["fla"]
    assert claim.status.value == "declared"


def test_a_name_without_words_for_who_he_is_is_a_person():
    claim = told("Selon Moussa Tolo, l'ennemi a bombardé Ber.", "bombardé")
    assert [s.kind for s in claim.speakers] == ["official"]


def test_an_agency_relays_whoever_said_it():
    text = "Le principal parti d'opposition a déclaré que trente soldats avaient été tués à Ber, rapporte l'agence Reuters."
    claim = told(text, "tués")
    assert [s.kind for s in claim.speakers] == ["party", "media"]


def test_nobody_goes_on_speaking_for_any_person():
    text = (
        "Le chef rebelle a visité Ber. Il a dit que toute personne souhaitant partir en était libre. "
        "Il a accusé l'armée malienne d'avoir attaqué Nara."
    )
    assert "toute personne" not in [s.text for c in coded(text) for s in c.speakers]


@pytest.mark.parametrize(
    "text",
    [
        "Des combattants proches du FLA ont attaqué Ber.",
        "Des miliciens alliés au FLA ont attaqué Ber.",
        "Un groupe armé proche du FLA a attaqué Ber.",
    ],
)
def test_who_is_on_somebodys_side_is_not_he(text):
    (claim,) = [c for c in coded(text) if c.event.trigger.text == "attaqué"]
    assert [a.id for a in claim.event.actors] == [None]


def test_who_belongs_to_a_force_is_that_force():
    for text in (
        "Des combattants du FLA ont attaqué Ber.",
        "Des hommes du FLA ont attaqué Ber.",
    ):
        assert names(told(text, "attaqué").event.actors) == ["fla"]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Des hommes lourdement armés ont attaqué Ber.", "UAF"),
        ("Un groupe de miliciens locaux a attaqué Ber.", "UAF"),
        ("Des combattants locaux ont attaqué Ber.", "UAF"),
    ],
)
def test_who_bears_arms_is_no_civilian(text, sector):
    assert [a.sector for a in told(text, "attaqué").event.actors] == [sector]


def test_ours_in_a_quotation_are_the_speakers():
    text = (
        "Dans un message, un porte-parole du FLA a revendiqué le raid. « Des gendarmes sont venus à Ber. "
        "Nos combattants les ont suivis et ont attaqué leur poste », dit-il."
    )
    assert names(told(text, "attaqué").event.actors) == ["fla"]


def test_who_is_trained_is_not_who_trained_him():
    text = "Une milice qui avait été recrutée et entraînée par le groupe Wagner a attaqué Ber."
    assert "wagner-africa-corps" not in names(told(text, "attaqué").event.actors)


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe « Ansar Dine » a attaqué Ber.",
        "Des hommes du groupe « Ansar Dine » ont attaqué Ber.",
        'Le mouvement "Ansar Dine" a attaqué Ber.',
    ],
)
def test_a_listed_name_in_quotes_is_known(text):
    assert names(told(text, "attaqué").event.actors) == ["ansar-dine"]


def test_other_villages_are_not_the_one_told_before():
    text = "À Ber, l'attaque a fait six morts. D'autres villages ont été attaqués par les rebelles du FLA."
    assert not told(text, "attaqués").event.places


def test_the_same_villages_are():
    text = "À Ber, l'attaque a fait six morts. Le village a été attaqué par les rebelles du FLA."
    assert [p.name for p in told(text, "attaqué").event.places] == ["Ber"]


@pytest.mark.parametrize(
    "text",
    [
        "Le FLA a accusé Bamako de saboter le processus d'Alger.",
        "Le FLA a accusé l'armée malienne d'avoir violé l'accord d'Alger.",
    ],
)
def test_what_is_called_after_a_town_is_not_there(text):
    assert "DZA" not in [p.country for c in coded(text) for p in c.event.places]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Les rebelles ont attaqué des villages du Mayo-Sava, au Cameroun.", "CMR"),
        ("Les rebelles ont attaqué des villages du Mayo-Louti, au Cameroun.", "CMR"),
    ],
)
def test_half_a_name_is_no_place_abroad(text, country):
    assert {p.country for c in coded(text) for p in c.event.places} <= {country, None}


def test_two_towns_joined_are_both():
    claim = told("Les rebelles du M23 ont attaqué un convoi sur l'axe Goma-Sake.", "attaqué")
    assert {p.country for p in claim.event.places} == {"COD"}


def test_the_country_is_that_of_who_counts_the_dead():
    text = (
        "Le ministère libanais de la Santé fait savoir qu'une frappe israélienne avait tué trois bergers dans l'est du pays. "
        "La frappe a visé le Hezbollah, mouvement pro-iranien."
    )
    places = [p.country for c in coded(text) for p in c.event.places]
    assert "LBN" in places
    assert not {"ISR", "IRN"} & set(places)


def test_what_lies_near_a_town_is_held_and_not_the_town():
    from datetime import date

    from hudna.model.report import Report
    from hudna.pipeline import code_reports

    text = "Les FSR ont pillé le camp de Zamzam près d'El-Fasher, tombé sous leur contrôle."
    report = Report(id="s-1", text=text, published=date(2031, 3, 12), source="Écho", language="fr")
    (found,) = code_reports([report])
    areas = {c.control.area.name for c in found.claims if c.control is not None}
    assert areas == {"Zamzam"}


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("« L'ennemi a repris le village de Ber », dit une marchande.", "repris", "une marchande"),
        (
            "« Des miliciens ont incendié nos greniers », dit Issa Kelmé, doyen de Ber.",
            "incendié",
            "Issa Kelmé",
        ),
        ("« Les rebelles ont bombardé Ber », écrit la ligue dans une note.", "bombardé", "la ligue"),
        ("« Les rebelles ont bombardé Ber », écrit l'amicale dans une note.", "bombardé", "l'amicale"),
        (
            "« L'ennemi a bombardé Ber », dit au téléphone un conseiller municipal.",
            "bombardé",
            "un conseiller municipal",
        ),
        ("« L'ennemi a bombardé Ber », dit au téléphone Issa Kelmé, un berger.", "bombardé", "Issa Kelmé"),
    ],
)
def test_whoever_stands_behind_a_quotation_says_it(text, trigger, speaker):
    assert [s.text for s in told(text, trigger).speakers] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "L'armée a arrêté à Ber le chef rebelle Issa, dit Barbe, un ancien berger.",
        "L'armée a arrêté à Ber le chef rebelle, dit « Barbe ».",
    ],
)
def test_nobody_speaks_where_somebody_is_only_called_so(text):
    assert told(text, "arrêté").speakers == ()


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("« Les combats se poursuivent à Ber, Gao, Kidal et Ménaka », dit une infirmière.", "combats"),
        ("Les rebelles ont attaqué lundi à Ber, Gao, Kidal et Ménaka.", "attaqué"),
        ("« L'armée a repris Ber, Gao, Kidal et Ménaka », affirme un sergent.", "repris"),
        ("“Les tirs ont repris à Ber, Gao, Kidal et Ménaka”, raconte une institutrice.", "tirs"),
    ],
)
def test_a_row_of_places_is_where_it_was(text, trigger):
    assert {p.text for p in told(text, trigger).event.places} == {"Ber", "Gao", "Kidal", "Ménaka"}


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Réunis à Ber, Issa et Moussa ont appelé à une trêve.", "appelé", {"Ber"}),
        ("À Ber, Gao et Kidal ont été bombardées par l'armée.", "bombardées", None),
    ],
)
def test_whoever_acts_is_in_no_row_of_places(text, trigger, places):
    claim = told(text, trigger)
    assert claim.event.actors
    assert places is None or {p.text for p in claim.event.places} == places


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Des combattants fidèles au M23 ont attaqué Goma.", "m23"),
        ("Des éléments loyaux au M23 ont attaqué Goma.", "m23"),
        ("Les forces loyales à Haftar ont attaqué Syrte.", "lna"),
    ],
)
def test_whoever_is_loyal_to_somebody_is_of_his_side(text, who):
    assert names(told(text, "attaqué").event.actors) == [who]


def test_whoever_is_loyal_to_an_agreement_is_of_nobody_else():
    claim = told("Les soldats fidèles à leur serment ont attaqué Goma.", "attaqué")
    assert [a.id for a in claim.event.actors] in ([None], ["cod-mil"])


@pytest.mark.parametrize(
    "text",
    [
        "L'armée congolaise a repris Uvira. La frontière de la République démocratique du Congo reste fermée.",
        "Des soldats congolais ont repris Uvira. La frontière de la République démocratique du Congo est close.",
        "Le ministre congolais a visité Uvira. L'armée tient la frontière de la République démocratique du Congo.",
    ],
)
def test_congolese_is_whoever_lives_in_the_larger_congo(text):
    assert "COG" not in {p.country for c in coded(text) for p in c.event.places}


@pytest.mark.parametrize(
    "text",
    [
        "Les assaillants du Niger se sont repliés vers Anderamboukane au Mali.",
        "Au Niger, des rebelles ont attaqué Banibangou puis se sont repliés vers Anderamboukane, au Mali.",
    ],
)
def test_another_spelling_is_a_place_of_a_country_that_is_named(text):
    claim = told(text, "repliés")
    assert "Anderamboukane" in {p.text for p in claim.event.places}
