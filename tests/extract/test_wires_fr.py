"""Turns of French wires and headlines that once lost who acts, named a victim or a teller for him, or told of nothing."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def claims(text, root="ASSAULT"):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Écho", language="fr")
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None and c.event.root.value == root]


def called(people):
    return {getattr(one, "id", None) or one.text for one in people}


def doers(text, trigger):
    return next(called(c.event.actors) for c in claims(text) if c.event.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Une attaque a été menée jeudi par les rebelles du M23 sur un marché de Sake.", "attaque", "m23"),
        (
            "Une triple attaque a été perpétrée par des djihadistes près de Tera.",
            "attaque",
            "des djihadistes",
        ),
        (
            "Un raid de drones a été lancé dans la nuit par les Forces de soutien rapide sur un dépôt de Kosti.",
            "raid",
            "rsf",
        ),
    ],
)
def test_who_carries_out_an_attack_stands_behind_the_verb(text, trigger, actor):
    assert doers(text, trigger) == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "L'attaque a été condamnée par les rebelles du M23 dans un communiqué publié à Goma.",
        "L'attaque du marché de Sake a été annoncée par les rebelles du M23.",
    ],
)
def test_who_speaks_of_an_attack_did_not_carry_it_out(text):
    assert all("m23" not in called(c.event.actors) for c in claims(text))


@pytest.mark.parametrize(
    ("text", "root", "trigger", "actor"),
    [
        ("Les villages occupés depuis mardi par le M23 ont été évacués.", "COERCE", "occupés", "m23"),
        (
            "Neuf bergers ont été enlevés à Tourou, bourgade nichée dans la région des monts, par des membres de Boko Haram.",
            "ASSAULT",
            "enlevés",
            "boko-haram",
        ),
        (
            "Neuf bergers ont été enlevés à Tourou, située dans la région du nord, par des membres de Boko Haram.",
            "ASSAULT",
            "enlevés",
            "boko-haram",
        ),
    ],
)
def test_who_acts_stands_behind_times_and_asides(text, root, trigger, actor):
    claim = next(c for c in claims(text, root) if c.event.trigger.text == trigger)
    assert called(claim.event.actors) == {actor}


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Deux Libanais ont été tués dans une frappe de drone israélien près de Tyr.", "Deux Libanais"),
        ("Au moins 12 Palestiniens ont été tués à Jénine par l'armée israélienne.", "12 Palestiniens"),
        ("Une dizaine de Syriens ont été tués près d'Idleb par des jihadistes.", "Une dizaine de Syriens"),
    ],
)
def test_nationals_who_are_counted_are_people_and_no_state(text, victim):
    (claim,) = claims(text)
    assert [one.text.removeprefix("Au moins ") for one in claim.event.recipients] == [victim]
    assert {one.sector for one in claim.event.recipients} == {"CVL"}


@pytest.mark.parametrize(
    "text",
    [
        "Quatre morts dans des frappes israéliennes au Liban",
        "Des frappes israéliennes ont visé un pont au Liban.",
    ],
)
def test_where_an_attack_was_is_no_state_that_suffers_it(text):
    assert all("lbn-mil" not in called(c.event.recipients) for c in claims(text))


def test_the_drones_of_a_force_are_its_own_whatever_the_parser_calls_them():
    assert doers("Des tirs de drones ukrainiens ont tué un garde près de Briansk.", "tirs") == {"ukr-mil"}


def test_who_dies_of_an_attack_did_not_carry_it_out():
    text = "Un vieil homme est mort à l'hôpital, ce qui porte le bilan de l'attaque russe à huit morts."
    assert all("Un vieil homme" not in called(c.event.actors) for c in claims(text))


def test_who_tells_of_a_fight_with_rifles_is_no_side_of_it():
    text = "L'armée mexicaine a précisé que deux bandes se sont affrontées avec des fusils dans le port de Manzanillo."
    assert all("mex-mil" not in called(c.event.actors) for c in claims(text))


def test_an_attack_that_was_violent_beats_nobody():
    assert not [
        c
        for c in claims("L'attaque des rebelles du M23 a été particulièrement violente.")
        if c.event.mode == "beat"
    ]


def test_a_patrol_that_comes_upon_rebels_agrees_to_nothing():
    text = "La patrouille est tombée sur des rebelles du M23 et de violents combats se sont engagés, a dit l'armée."
    assert not claims(text, "AGREE")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mali : neuf soldats tués dans une embuscade à Diapaga (armée)", ["armée"]),
        ("Syrie : deux morts dans une frappe de drone (ONG)", ["ONG"]),
        ("Ukraine : deux morts dans une frappe russe à Soumy (sources médicales)", ["sources médicales"]),
        ("Mali : neuf soldats tués dans une embuscade à Diapaga (est)", []),
    ],
)
def test_who_tells_stands_in_brackets_at_the_end_of_a_headline(text, speakers):
    (claim,) = claims(text)
    assert [one.text for one in claim.speakers] == speakers
    assert all("(" not in one.text for one in claim.event.recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Des militants du Hezbollah ont attaqué un poste près de Tyr.", "attaqué", "hezbollah"),
        ("Des inconnus ont tué deux gendarmes près de Tera.", "tué", "Des inconnus"),
        ("Un convoi de l'ONU a été attaqué par un groupe antibalaka près de Bria.", "attaqué", "anti-balaka"),
        (
            "Les volontaires pour la défense de la patrie ont repoussé une attaque de jihadistes à Boulsa.",
            "repoussé",
            "vdp-burkina",
        ),
        ("La guérilla de l'ELN a tué deux policiers près d'Arauca.", "tué", "eln"),
        ("Les Forces soudanaises de soutien rapide ont bombardé Nyala.", "bombardé", "rsf"),
        (
            "Dans le quartier de Nazon, des habitants ont tué deux membres d'un gang.",
            "tué",
            "des habitants",
        ),
        (
            "L'armée du maréchal Haftar, maître de l'est du pays, a bombardé le port de Syrte.",
            "bombardé",
            "lna",
        ),
        ("Ce matin, l'armée malienne, appuyée par l'aviation, a bombardé Kidal.", "bombardé", "mli-mil"),
    ],
)
def test_who_acts_is_found_by_what_he_is_and_where_he_stands(text, trigger, actor):
    assert doers(text, trigger) == {actor}


@pytest.mark.parametrize("men", ["Des inconnus", "Des hommes masqués", "Des militants islamistes"])
def test_men_in_arms_are_no_civilians(men):
    (claim,) = claims(f"{men} ont tué deux gendarmes près de Tera.")
    assert claim.event.actors[0].sector in ("UAF", "REB")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Selon des chiffres communiqués par l'ONU, 800 civils ont fui Masisi.", "COOPERATE"),
        ("L'Armée de libération nationale a tué deux policiers à Arauca.", "RETREAT"),
        ("Un avion de la coalition a bombardé un dépôt des Houthis à Hodeïda.", "COOPERATE"),
        ("La rébellion du M23 a tué deux soldats près de Sake.", "RETREAT"),
    ],
)
def test_words_that_name_a_body_or_a_source_tell_of_nothing(text, root):
    assert not claims(text, root)


def test_an_insurrection_may_still_break_out():
    assert claims("Une insurrection a éclaté vendredi à Kidal contre l'armée malienne.")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Six bergers ont été tués par des hommes armés au Nord-Ouest du Mozambique.", ["MOZ"]),
        ("Deux soldats israéliens ont été tués par le Hamas dans le sud de la bande de Gaza.", ["PSE"]),
        (
            "Les Forces de soutien rapide ont bombardé El-Facher, ville martyre de l'ouest du Soudan.",
            ["SDN", "SDN"],
        ),
    ],
)
def test_parts_of_a_land_are_where_the_words_say(text, places):
    (claim,) = claims(text)
    assert [p.country for p in claim.event.places] == places


def test_the_hurt_are_not_the_dead_of_others_whom_nobody_has_counted():
    text = "Deux soldats ont été blessés et un nombre inconnu de rebelles du M23 ont été tués dans un accrochage à Sake."
    assert {c.event.fatalities.best for c in claims(text)} == {None}
    assert {c.event.injuries.best for c in claims(text)} <= {None, 2}


def test_one_body_is_not_those_whom_a_pronoun_of_several_means():
    text = (
        "La hiérarchie militaire dit avoir intercepté une colonne du M23. "
        "La colonne a été repérée par les avions de l'armée, qui les ont frappés."
    )
    hit = next(c for c in claims(text) if c.event.trigger.text == "frappés")
    assert "La hiérarchie militaire" not in {one.text for one in hit.event.recipients}


def test_who_opened_fire_and_not_those_who_died_of_it():
    text = "Trois gardes sont morts après que des soldats azerbaïdjanais eurent ouvert le feu sur leur poste."
    assert doers(text, "ouvert") == {"aze-mil"}


def test_a_civil_war_is_not_waged_by_civilians():
    text = "La guerre civile qui ravage le Soudan continue. L'armée a bombardé Nyala."
    assert all("civile" not in called(c.event.actors) for c in claims(text))


def test_whom_a_fight_involves_fights():
    (claim,) = claims("Des combats impliquant l'armée congolaise et le M23 ont éclaté près de Sake.")
    assert called(claim.event.actors) == {"cod-mil", "m23"}


def test_who_raises_a_toll_killed_nobody():
    text = "Le gouverneur a porté à dix le nombre de morts dans l'attaque du M23 à Sake."
    assert all(not called(c.event.actors) - {"m23"} for c in claims(text))


def test_who_makes_dead_in_a_raid_made_it():
    (claim,) = claims("Les rebelles du M23 ont fait six morts dans une attaque à Sake.")
    assert called(claim.event.actors) == {"m23"}
