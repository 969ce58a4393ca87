"""What drove people out, what ranks a deed among others, on whom a strike is blamed: in every language alike."""

from datetime import date

import pytest

from hudna.model.claim import Claim, Root, Status
from hudna.model.report import Report
from hudna.pipeline import code_reports

PUBLISHED = date(2025, 6, 30)


def coded(text: str, language: str) -> tuple[Claim, ...]:
    """Every claim of a report."""
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=PUBLISHED, source="Eco", language=language)]
    )
    return found.claims


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thousands were forced to flee after clashes between M23 rebels and the army in Walikale."),
        (
            "fr",
            "Des milliers d'habitants ont été forcés de fuir après des combats entre le M23 et l'armée à Walikale.",
        ),
        (
            "it",
            "Migliaia di abitanti sono stati costretti a fuggire dopo gli scontri fra l'M23 e l'esercito a Walikale.",
        ),
        (
            "it",
            "Mille abitanti sono stati costretti a lasciare le case a causa dei combattimenti fra l'M23 e i Wazalendo.",
        ),
    ],
)
def test_what_people_were_forced_to_flee_from_was_nobodys_aim(language, text):
    claims = coded(text, language)
    assert not [c for c in claims if c.content == "purpose"]
    fights = [c.event for c in claims if c.event is not None and c.event.root is Root.ASSAULT]
    assert [a.id for a in fights[0].actors][:1] == ["m23"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The army shelled Sake. The M23 rebels released 300 prisoners, the first release since October.",
        ),
        (
            "it",
            "L'esercito ha bombardato Sake. I ribelli dell'M23 hanno liberato 300 prigionieri, il primo rilascio da ottobre.",
        ),
        (
            "fr",
            "L'armée a bombardé Sake. Les rebelles du M23 ont libéré 300 prisonniers, le premier geste depuis octobre.",
        ),
    ],
)
def test_when_it_was_last_so_is_not_when_it_was(language, text):
    released = [c for c in coded(text, language) if c.event is not None and c.event.root is Root.RETREAT]
    assert [c.status for c in released] == [Status.ACTUAL]


def test_what_lasts_since_a_day_keeps_that_day():
    (claim,) = [c for c in coded("The army has shelled Kidal since May.", "en") if c.event is not None]
    assert claim.event.occurred.earliest == date(2025, 5, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Une frappe de drone attribuée au Hezbollah a fait quarante morts à Haïfa.",
        "Une attaque à la voiture piégée attribuée aux shebab a fait dix morts à Mogadiscio.",
    ],
)
def test_only_a_deed_is_blamed_on_somebody_whatever_noun_stands_last(text):
    (claim,) = [c for c in coded(text, "fr") if c.event is not None]
    assert next(a.id for a in claim.event.actors) in {"hezbollah", "al-shabaab"}
    assert claim.status is Status.ALLEGED


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Fighting broke out between rebels and the army in Walikale.", "Walikale"),
        ("fr", "Des combats ont éclaté entre des rebelles et l'armée à Walikale.", "Walikale"),
    ],
)
def test_where_the_second_side_is_named_is_where_they_fought(language, text, place):
    (claim,) = [c for c in coded(text, language) if c.event is not None]
    assert [p.name for p in claim.event.places] == [place]
