"""What stands at the end of a French sentence, or joined in it, belongs where a reader puts it: deeds, tolls, tellers, places."""

from datetime import date
from functools import cache

import pytest

from hudna.model.claim import Claim, Root, Status
from hudna.model.report import Report
from hudna.pipeline import code_reports

# Names somebody armed, so that the report is one on conflict.
CONTEXT = "\nDes combats ont opposé l'armée malienne aux rebelles du FLA."


@cache
def coded(text: str, context: str = CONTEXT) -> tuple[Claim, ...]:
    """The events of a French report."""
    report = Report(id="fr-2", text=text + context, published=date(2031, 3, 12), source="Écho", language="fr")
    (found,) = code_reports([report])
    return tuple(c for c in found.claims if c.event is not None and c.start < len(text))


def deadly(text: str) -> Claim:
    """The one event that cost lives or wounds."""
    found = [c for c in coded(text) if c.event.fatalities.best or c.event.injuries.best]
    assert len(found) == 1, [(c.event.trigger.text, c.event.fatalities.best) for c in coded(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "La milice Codeco a attaqué samedi un site de déplacés à Djaiba, tuant quinze civils, dont sept enfants, a annoncé un chef coutumier.",
            ["un chef coutumier"],
        ),
        (
            "Des hommes armés ont attaqué le marché de Kidal, tuant huit commerçants, a indiqué le maire.",
            ["le maire"],
        ),
        (
            "Un drone a frappé une école de Gao, faisant neuf morts, selon deux habitants.",
            ["deux habitants"],
        ),
        ("Des rebelles ont attaqué Gao, tuant sept gendarmes, d'après un élu.", ["un élu"]),
        (
            "Des frappes ont fait 74 morts, ont annoncé les autorités, citées par la chaîne.",
            ["les autorités", "la chaîne"],
        ),
        (
            "Deux soldats ont été tués, a indiqué un officier cité par l'agence Reuters.",
            ["un officier", "l'agence Reuters"],
        ),
    ],
)
def test_who_tells_at_the_end_tells_the_whole_sentence_and_does_none_of_it(text: str, speakers: list[str]):
    claim = deadly(text)
    assert [s.text for s in claim.speakers] == speakers
    assert not {a.text for a in claim.event.actors} & set(speakers)
    assert claim.status is Status.REPORTED


def test_what_is_done_at_once_is_of_the_deed_and_not_of_the_province_it_was_done_in():
    claim = deadly(
        "Des insurgés ont attaqué une base à Macomia, dans la province de Cabo Delgado, tuant onze soldats."
    )
    assert [a.text for a in claim.event.actors] == ["Des insurgés"]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Les assaillants ont tué neuf soldats et deux chauffeurs.", 11),
        ("Des rebelles ont tendu une embuscade à un convoi, tuant neuf soldats et deux chauffeurs.", 11),
        ("Les frappes ont tué deux moines et une fillette, selon un élu.", 3),
        ("Neuf soldats, deux gendarmes et trois civils ont été tués à Gao.", 14),
        ("L'attaque a coûté la vie à sept gendarmes et un guide.", 8),
        ("Les rebelles ont tué trois policiers et détruit deux véhicules.", 3),
        ("Deux missiles se sont abattus sur Gao, tuant cinq personnes, dont deux enfants.", 5),
        ("Neuf combattants wazalendo et deux civils sont morts à Kaziba, ont indiqué des élus.", 11),
    ],
)
def test_those_whom_one_deed_killed_are_added_up_once(text: str, dead: int):
    assert deadly(text).event.fatalities.best == dead


@pytest.mark.parametrize(
    "text",
    [
        "Des hommes armés ont attaqué Gao, a annoncé le gouverneur.",
        "Deux drones piégés ont visé un dépôt de Gao, ont annoncé les autorités maliennes.",
        "Des drones ont frappé un dépôt de Port-Soudan, a annoncé le gouvernement soudanais.",
    ],
)
def test_who_tells_of_an_attack_on_his_own_ground_did_not_make_it(text: str):
    claim = coded(text)[0]
    assert claim.status is not Status.DECLARED
    assert all(a.id is None for a in claim.event.actors)


def test_the_drones_that_struck_the_enemies_of_who_tells_it_are_his():
    (claim,) = (
        c
        for c in coded("Des drones ont détruit deux convois rebelles, a annoncé l'armée malienne.")
        if c.counts
    )
    assert [a.id for a in claim.event.actors] == ["mli-mil"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("L'Armée de l'Arakan a pris un poste.", "arakan-army"),
        ("L'Armée de libération oromo a pris un poste.", "ola"),
        ("Les Forces démocratiques alliées ont pris un poste.", "adf"),
        ("L'armée malienne a pris un poste.", "mli-mil"),
        ("L'Armée de libération du Kadra a pris un poste.", None),
    ],
)
def test_an_army_of_liberation_is_not_the_army_of_the_state(text: str, actor: str | None):
    assert [a.id for a in coded(text)[0].event.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "trigger", "root"),
    [
        ("Des combattants du PKK ont brûlé leurs armes lors d'une cérémonie.", "brûlé", Root.RETREAT),
        ("Des rebelles ont brûlé des maisons à Gao.", "brûlé", Root.ASSAULT),
        ("Une colonne de l'armée a quitté Gao et a atteint Kidal lundi.", "quitté", Root.MOBILIZE),
        ("L'armée a quitté Gao lundi.", "quitté", Root.RETREAT),
        ("Les gardes-côtes libyens ont intercepté 82 migrants.", "intercepté", Root.COERCE),
        ("Le gouvernement a suspendu la trêve avec les rebelles.", "suspendu", Root.SANCTION),
        ("Les assaillants ont emporté des armes.", "emporté", Root.COERCE),
        ("Des soldats ont pris position autour de l'hôpital de Gao.", "pris", Root.MOBILIZE),
        ("Les rebelles ont pris deux positions de l'armée près de Gao.", "pris", Root.COERCE),
        ("L'Iran a qualifié le raid de crime.", "qualifié", Root.ACCUSE),
        ("L'armée a qualifié ces accusations de mensonges.", "qualifié", Root.REJECT),
    ],
)
def test_what_kind_of_act_it_is(text: str, trigger: str, root: Root):
    assert {c.event.root for c in coded(text) if c.event.trigger.text == trigger} == {root}


def test_bodies_taken_out_of_ruins_are_no_withdrawal():
    text = "Les secours ont retiré neuf corps des décombres, a précisé le Croissant-Rouge."
    assert not [c for c in coded(text) if c.event.root is Root.RETREAT]


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        (
            "L'armée israélienne a visé un entrepôt en réponse au tir de deux roquettes vers Kiryat Shmona.",
            "visé",
            [],
        ),
        ("L'armée a pilonné Tessit après l'attaque d'un convoi à Gao.", "pilonné", ["Tessit"]),
        ("Deux soldats sont morts après une attaque à Gao.", "attaque", ["Gao"]),
        (
            "Des miliciens ont attaqué un site de déplacés à Djamaïba, près de Bunia.",
            "attaqué",
            ["Djamaïba", "Bunia"],
        ),
    ],
)
def test_where_the_deed_before_was_is_not_where_its_answer_was(text: str, trigger: str, places: list[str]):
    (claim,) = (c for c in coded(text) if c.event.trigger.text == trigger)
    assert [p.text for p in claim.event.places] == places


def test_a_denied_capture_leaves_no_scene_for_what_follows():
    text = "Le M23 a pris Goma lundi. Il a nié vouloir prendre Bukavu. Deux soldats sont morts de leurs blessures."
    found = [c for c in coded(text, "") if c.event.trigger.text == "morts"]
    assert found
    assert all(p.text != "Bukavu" for c in found for p in c.event.places)


def test_a_second_act_of_the_same_subject_is_told_too():
    found = coded("Boko Haram a pillé deux villages, puis incendié une chapelle.")
    assert [(c.event.trigger.text, c.event.actors[0].id) for c in found] == [
        ("pillé", "boko-haram"),
        ("incendié", "boko-haram"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le film a bombardé la Croisette d'images. La réalisatrice y raconte la prise de Mossoul par l'armée irakienne. Le jury a capitulé. Les acteurs ont envahi la scène.",
        "Son nouvel album attaque fort. Le chanteur y tire sur l'armée, et chaque refrain explose. Les chansons racontent le bombardement d'Alep.",
        "L'exposition ouvre mardi. Le peintre y montre des soldats qui tuent des civils à Marioupol. Sur une toile, des blindés envahissent la ville. La galerie vend aussi ses clichés.",
        "Dans ce roman, l'armée massacre un village. La romancière suit trois personnages. Le narrateur a tué son frère au premier chapitre.",
    ],
)
def test_wars_told_in_films_songs_pictures_and_books_are_no_events(text: str):
    assert not [c for c in coded(text, "") if c.counts]


def test_an_attack_on_a_concert_hall_is_one():
    text = "Des hommes armés ont ouvert le feu dans une salle de concert, tuant douze spectateurs, a annoncé la police. Le chanteur a été blessé."
    assert deadly(text).event.fatalities.best == 12
