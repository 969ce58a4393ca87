"""A quoted name belongs to the noun before it."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def read(text, language):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)]
    )
    return found


def phrases_of(text, language):
    clauses = [c for p in read(text, language).reading.passages for c in p.clauses]
    tops = [
        p for c in clauses for p in (c.subject, *c.objects, *(o.phrase for o in c.obliques)) if p is not None
    ]
    return {p.text for p in tops}


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("fr", "La brigade « Bouclier de Harun » a attaqué le camp de Bara.", "La brigade « Bouclier de Harun »"),
        ("fr", "Des heurts opposent depuis lundi les membres de la brigade « Harun Al-Sour » à des soldats.", "les membres de la brigade « Harun Al-Sour »"),
        ("en", 'The brigade "Sons of Harun" attacked the camp in Bara.', 'The brigade "Sons of Harun"'),
        ("it", 'La brigata "Scudo di Harun" ha attaccato il campo di Bara.', 'La brigata "Scudo di Harun"'),
        ("ar", 'هاجمت كتيبة "رحبة الوادي" معسكر الجيش في زرمة.', 'كتيبة "رحبة الوادي"'),
        ("ar", "هاجمت كتيبة «رحبة الجبل» معسكر الجيش في زرمة.", "كتيبة «رحبة الجبل»"),
        ("ar", 'اندلعت اشتباكات بين كتيبتي "درع الوادي" و"الشهيد سالم" في زرمة.', 'كتيبتي "درع الوادي" و"الشهيد سالم"'),
    ],
)  # fmt: skip
def test_the_name_is_part_of_the_phrase(language, text, phrase):
    assert phrase in phrases_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'The commander said "we will attack" in Bara.'),
        ("fr", "L'armée « a pris position » à Bara."),
        ("fr", "Le porte-parole de l'armée : « Nous avons attaqué Bara lundi. »"),
        ("ar", 'قال قائد الكتيبة "سنهاجم المدينة غدا".'),
    ],
)
def test_what_somebody_says_is_no_name(language, text):
    assert not any(
        "we will" in p or "pris" in p or "Nous" in p or "سنهاجم" in p for p in phrases_of(text, language)
    )


def test_nothing_inside_a_name_acts_or_suffers():
    claims = [
        c
        for c in read('أسرت كتيبة "درع الوادي" 12 جنديا من كتيبة "الشهيد سالم" في زرمة.', "ar").claims
        if c.event
    ]
    (told,) = claims
    assert [a.text for a in told.event.actors] == ['كتيبة "درع الوادي"']
    assert all("12" in r.text for r in told.event.recipients)
