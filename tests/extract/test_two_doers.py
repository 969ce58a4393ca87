""" "The rebels killed four and the army killed nine": two deeds of one sentence, each with its doer and its dead."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

# words, what each event has: its doers and its dead
TWO = {
    ("en", "The rebels killed four soldiers and the army killed nine rebels near Selen on Monday."): [4, 9],
    ("en", "The army killed nine rebels and the rebels killed four soldiers, a mayor said."): [9, 4],
    ("en", "Russian forces shelled Izium, wounding five people, and Ukrainian gunners hit a depot, killing two."): [None, 2],
    ("fr", "Les rebelles ont tué quatre soldats et l'armée a tué neuf rebelles, selon un maire."): [4, 9],
    ("fr", "Les combattants du M23 ont tué quatre personnes et ceux-ci fuyaient ; l'armée a tué deux éleveurs."): [4, 2],
    ("it", "I ribelli hanno ucciso quattro soldati e l'esercito ha ucciso nove ribelli."): [4, 9],
    ("it", "I combattenti dell'M23 hanno ucciso quattro persone e l'esercito congolese ha ucciso due pastori."): [4, 2],
    ("ar", "قتل المتمردون أربعة جنود وقتل الجيش تسعة متمردين."): [4, 9],
}  # fmt: skip
ONE = {
    ("en", "Gunmen stormed a village and the attackers killed nine people."): [9],
    ("en", "Rebels of the M23 shelled the town and the shells killed two women."): [2],
    ("en", "The army killed nine rebels and wounded four soldiers of the other side."): [9],
    ("en", "The militia killed two soldiers and a policeman who guarded the bridge."): [3],
    ("fr", "L'armée a tué neuf rebelles et blessé quatre soldats."): [9],
    ("fr", "La milice a tué deux soldats et un policier qui gardait le pont."): [3],
    ("ar", "قصف المتمردون المدينة وقتلت القذائف امرأتين."): [2],
}  # fmt: skip


def deeds(language, text):
    report = Report(id="r", text=text, published=date(2031, 3, 12), source="Selen Post", language=language)
    (coded,) = code_reports([report])
    return [claim.event for claim in coded.claims if claim.event and claim.event.root.value == "ASSAULT"]


@pytest.mark.parametrize(("said", "dead"), TWO.items(), ids=str)
def test_each_doer_has_his_own_dead(said, dead):
    found = deeds(*said)
    assert [event.fatalities.best for event in found] == dead
    assert all(len(event.actors) == 1 for event in found)
    one, other = (event.actors[0] for event in found)
    assert (one.id or one.text) != (other.id or other.text)


@pytest.mark.parametrize(("said", "dead"), ONE.items(), ids=str)
def test_one_deed_told_with_two_verbs_is_one(said, dead):
    assert [event.fatalities.best for event in deeds(*said)] == dead


RISEN = {
    ("en", "The number of people killed in Monday's shelling of Kherson has risen to 12, the governor said."): 12,
    ("fr", "Le nombre de morts dans le bombardement de Kherson lundi est monté à douze, selon le gouverneur."): 12,
    ("it", "Il numero dei morti nel bombardamento di Kherson è salito a dodici."): 12,
    ("ar", "ارتفع عدد قتلى الغارة التي استهدفت محطة في الأبيض يوم الاثنين إلى تسعة، بحسب مستشفى المدينة."): 9,
}  # fmt: skip


@pytest.mark.parametrize(("said", "dead"), RISEN.items(), ids=str)
def test_a_toll_that_rises_is_told_and_the_dead_did_nothing(said, dead):
    found = deeds(*said)
    assert dead in {event.fatalities.best for event in found}
    assert not any(event.actors for event in found)


@pytest.mark.parametrize(
    ("language", "text", "doer"),
    [
        ("fr", "Un certain nombre de rebelles ont attaqué la ville de Kidal lundi.", "Un certain nombre de rebelles"),
        ("it", "Un numero imprecisato di ribelli ha attaccato la città di Kidal lunedì.", "ribelli"),
    ],
)  # fmt: skip
def test_a_number_of_rebels_is_no_toll(language, text, doer):
    assert [[one.text for one in event.actors] for event in deeds(language, text)] == [[doer]]
