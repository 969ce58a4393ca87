"""A few lines without anybody who acts: clashes at a place are told, matches, books and gas explosions are none."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def events(language, text):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Clashes erupted in Zawiya on Friday night.", "Zawiya"),
        ("en", "Heavy gunfire was heard near Kadugli.", "Kadugli"),
        ("en", "Armed clashes on Friday night in Zawiya.", "Zawiya"),
        ("fr", "Des tirs nourris ont été entendus lundi matin à Bangui.", "Bangui"),
        ("fr", "Des affrontements ont éclaté vendredi soir à Zaouïa.", "Zawiya"),
        ("it", "Esplosioni a Kharkiv nella notte.", "Kharkiv"),
        ("it", "Si sono uditi spari a Bangui lunedì mattina.", "Bangui"),
        ("it", "Scontri armati venerdì sera a Zawiya.", "Zawiya"),
        ("ar", "اندلعت اشتباكات في الزاوية مساء الجمعة.", "Zawiya"),
        ("ar", "سماع إطلاق نار كثيف في بانغي صباح الاثنين.", "Bangui"),
    ],
)
def test_force_of_arms_at_a_place_is_told_though_nobody_is_named(language, text, place):
    (claim,) = events(language, text)
    assert claim.event.root.value == "ASSAULT"
    assert [(p.name, p.role) for p in claim.event.places] in ([(place, "at")], [(place, "near")])
    assert claim.event.actors == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fans clashed at the football match in Milan."),
        ("en", "A new novel tells of a battle in Dresden."),
        ("en", "A gas explosion destroyed a bakery in Lyon."),
        ("fr", "Le film raconte la bataille d'Alger."),
        ("en", "Clash in parliament in Beirut over the budget law."),
        ("fr", "Affrontement au parlement à Beyrouth sur la loi de finances."),
        ("it", "Scontro in parlamento a Beirut sulla legge di bilancio."),
        ("it", "Esplosione di gioia a Dakar."),
        ("ar", "اشتباك بالأيدي في البرلمان في بيروت حول الموازنة."),
        ("it", "Esplosione di gas in una palazzina a Pavia."),
        ("ar", "يتناول الفيلم اشتباكات في باريس."),
    ],
)
def test_a_few_lines_on_something_else_stay_quiet(language, text):
    assert events(language, text) == []
