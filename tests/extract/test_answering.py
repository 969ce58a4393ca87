"""Accusations and denials without words of their own: which deed of the report they are about."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def answered(text, language="en"):
    """The first words of each answer with those of the claim that it is about."""
    report = Report(id="a", text=text, published=date(2031, 3, 12), source="Selen Post", language=language)
    (coded,) = code_reports([report])
    by_id = {claim.id: claim for claim in coded.claims}
    return [(claim.event.trigger.text, by_id[claim.answers].text) for claim in coded.claims if claim.answers]


@pytest.mark.parametrize(
    ("language", "text", "words", "deed"),
    [
        ("en", "A bomb killed six worshippers in a mosque in Quetta on Friday. Police blamed the Pakistani Taliban.",
         "blamed", "A bomb killed six"),
        ("en", "Three drones hit a fuel depot at Port Sudan before dawn. The army accused the Rapid Support Forces, which made no comment.",
         "accused", "Three drones hit"),
        ("en", "Gunmen killed two aid workers near Goma on Monday, the mayor said. The M23 has denied any role.",
         "denied", "Gunmen killed two"),
        ("fr", "Onze personnes ont été tuées jeudi par des roquettes près de Djibo. L'armée met en cause le JNIM.",
         "met en cause", "Onze personnes"),
        ("fr", "Des hommes armés ont enlevé deux infirmiers à Bria. Le préfet accuse l'UPC.", "accuse", "Des hommes armés"),
        ("it", "Tre droni hanno colpito all'alba un deposito di Port Sudan. L'esercito punta il dito contro le Forze di supporto rapido.",
         "punta il dito", "Tre droni"),
        ("it", "Colpi di mortaio hanno ucciso quattro civili a Taiz domenica. Il governatore incolpa gli Houthi.",
         "incolpa", "Colpi di mortaio"),
        ("ar", "استهدفت طائرات مسيرة مستودع وقود في بورتسودان فجر الاثنين. وحمّل الجيش قوات الدعم السريع المسؤولية.",
         "حمّل", "استهدفت طائرات"),
        ("ar", "قتل مسلحون جنديين قرب مقديشو يوم الأحد. وألقت الحكومة باللوم على حركة الشباب.", "ألقت", "قتل مسلحون"),
    ],
)  # fmt: skip
def test_whoever_is_only_accused_is_accused_of_what_was_told_last(language, text, words, deed):
    ((trigger, told),) = answered(text, language)
    assert words in trigger or trigger in words
    assert told.startswith(deed)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Shells fell on a clinic in Taiz on Sunday, killing four. The governor blamed the Houthis. The group denied the accusation."),
        ("fr", "Des obus ont tué neuf personnes lundi à El Obeid. L'armée met en cause les Forces de soutien rapide, qui démentent."),
        ("it", "Una bomba ha ucciso sei persone in un mercato di Mogadiscio. Il governo accusa Al-Shabaab. Il gruppo ha negato ogni responsabilità."),
        ("ar", "انفجرت عبوة ناسفة في سوق بمدينة تعز يوم الجمعة وقتلت ستة أشخاص. واتهمت الشرطة الحوثيين. ونفى الحوثيون ذلك."),
    ],
)  # fmt: skip
def test_whoever_denies_it_denies_what_he_was_just_accused_of(language, text):
    accused, denied = answered(text, language)
    assert accused[0] != denied[0]
    assert accused[1] == denied[1]


def test_each_side_says_that_it_was_the_other():
    text = "The army said rebels had shelled a school in Sittwe on Tuesday. The rebels denied it and blamed the army."
    assert [trigger for trigger, _ in answered(text)] == ["denied", "blamed"]


@pytest.mark.parametrize(
    "text",
    [
        # something else is what they are accused of
        "Shells killed four people in Taiz on Sunday. The governor blamed the Houthis for the collapse of the talks.",
        "Shells killed four people in Taiz on Sunday. The governor accused the Houthis of breaking the truce.",
        "Shells killed four people in Taiz on Sunday. The Houthis denied that they had left the talks.",
        # another did it, as the narrator says
        "Police shot dead two men in Bamenda on Monday. The mayor blamed separatists.",
        # nothing was done
        "Residents fled to the hills. The governor blamed the Houthis.",
        # nobody accuses
        "Shells killed four people in Taiz on Sunday. The governor did not blame the Houthis.",
        # too long ago
        "Shells killed four people in Taiz on Sunday. Rain fell on Monday. Schools stayed shut. The dam held. The governor blamed the Houthis.",
    ],
)
def test_what_is_about_something_else_answers_nothing(text):
    assert answered(text) == []
