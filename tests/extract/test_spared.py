"""That nobody was hurt is no denial: the attack is told, once, and nobody is among those it befell."""

from datetime import date

import pytest

from hudna.model.claim import Status
from hudna.model.report import Report
from hudna.pipeline import code_reports

CONTEXT = {
    "en": "\nThe Norland Liberation Army has its own newspaper.",
    "fr": "\nDes combats ont opposé l'armée malienne aux rebelles du FLA.",
    "it": "\nI combattimenti tra l'esercito maliano e i ribelli del FLA continuano.",
    "ar": "\nوتتواصل المعارك بين الجيش السوداني وقوات الدعم السريع.",
}


def coded(language, text):
    report = Report(
        id="r-1", text=text + CONTEXT[language], published=date(2031, 3, 12), source="Echo", language=language
    )
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None and c.start < len(text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels shelled the airport of Goma on Monday without killing anyone, the governor said."),
        ("en", "A drone hit a depot near Kidal on Sunday without causing injuries, an official said."),
        ("en", "Militants attacked a post in Goma on Monday, though no one was hurt."),
        ("en", "Rebels shelled Goma on Monday. None of the soldiers was killed."),
        ("fr", "Les rebelles ont bombardé Goma lundi, mais personne n'a été blessé."),
        ("fr", "Les rebelles ont bombardé lundi l'aéroport de Goma sans tuer personne, selon le gouverneur."),
        ("fr", "Un drone a frappé dimanche un dépôt près de Kidal sans faire de blessés, selon un élu."),
        (
            "it",
            "Un drone ha colpito giovedì un deposito a Kidal senza causare vittime, ha riferito il sindaco.",
        ),
        ("it", "L'attacco a Kosti non ha provocato vittime, ha detto l'esercito."),
        ("ar", "قصف المتمردون مطار كوستي الاثنين دون وقوع قتلى، بحسب المحافظ."),
        ("ar", "لم يسفر الهجوم على كوستي عن سقوط ضحايا، بحسب الجيش السوداني."),
    ],
)
def test_an_attack_that_hurt_nobody_is_one_attack_and_is_not_denied(language, text):
    (claim,) = coded(language, text)
    assert claim.status is not Status.DENIED
    assert claim.event.recipients == ()
    assert claim.event.fatalities.best in (None, 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army denied killing anyone in Goma."),
        ("fr", "L'armée malienne dément avoir tué des civils à Kidal."),
        ("en", "Troops did not kill civilians in Goma, the army said."),
    ],
)
def test_who_denies_having_killed_denies_it(language, text):
    assert Status.DENIED in {c.status for c in coded(language, text) if c.event.root.value == "ASSAULT"}
