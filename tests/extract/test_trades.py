"""People known by a trade or a role alone act like anybody, in a report on conflict."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

WAR = {
    "en": "Clashes between the army and rebels near Sake killed ten fighters on Monday.",
    "fr": "De violents combats opposent l'armée aux rebelles près de Sake depuis lundi.",
    "it": "Da lunedì sono in corso combattimenti tra l'esercito e i ribelli vicino a Sake.",
    "ar": "تدور منذ الاثنين معارك بين الجيش والمتمردين قرب ساكي.",
}


def actors(language, sentence):
    text = f"{WAR[language]} {sentence}"
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)]
    )
    after = len(WAR[language])
    return [
        actor.text
        for c in found.claims
        if c.event and c.event.trigger.start > after
        for actor in c.event.actors
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "actor"),
    [
        ("en", "Loggers ambushed a patrol of rangers near Rutshuru.", "Loggers"),
        ("en", "Islanders set fire to two patrol boats of the coastguard.", "Islanders"),
        ("en", "Motorcycle riders opened fire on the market.", "Motorcycle riders"),
        ("fr", "Des bûcherons ont attaqué une patrouille de gardes près de Rutshuru.", "Des bûcherons"),
        ("fr", "Des piroguiers ont incendié deux bateaux de la police à Goma.", "Des piroguiers"),
        ("it", "I barcaioli hanno incendiato due battelli della polizia a Goma.", "I barcaioli"),
        ("it", "Predoni hanno ucciso due commercianti vicino a Bunia.", "Predoni"),
        ("ar", "وهاجم حطابون دورية للشرطة قرب روتشورو.", "حطابون"),
    ],
)
def test_a_trade_is_enough_to_be_somebody(language, sentence, actor):
    assert actors(language, sentence) == [actor]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A landslide killed four loggers near Rutshuru."),
        ("fr", "Un éboulement a tué quatre bûcherons près de Rutshuru."),
        ("it", "Una frana ha ucciso quattro taglialegna vicino a Rutshuru."),
    ],
)
def test_what_kills_by_itself_stays_nobody(language, sentence):
    assert actors(language, sentence) == []
