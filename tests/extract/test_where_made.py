"""Where and when an agreement was made is not where and when it is kept or broken."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def coded(language, text):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    return [c.event for c in found.claims if c.event is not None]


@pytest.mark.parametrize(
    ("language", "text", "root", "places"),
    [
        ("en", "Rebels shelled Kutum days after both sides had signed a truce in Juba.", "ASSAULT", ["Kutum"]),
        ("en", "Rebels shelled Kutum after the signing of the peace deal in Juba and Khartoum.", "ASSAULT", ["Kutum"]),
        ("en", "The rebels withdrew from Kutum under a deal brokered by elders of Juba and Bor.", "RETREAT", ["Kutum"]),
        ("fr", "Les rebelles ont bombardé Kidal après la signature d'un accord de paix à Alger.", "ASSAULT", ["Kidal"]),
        ("it", "I ribelli hanno bombardato Kidal dopo la firma di un accordo ad Algeri.", "ASSAULT", ["Kidal"]),
        ("ar", "قصف المتمردون مدينة كادقلي بعد ساعات من توقيع اتفاق لوقف إطلاق النار في جوبا.", "ASSAULT", ["Kadugli"]),
    ],
)  # fmt: skip
def test_where_an_agreement_was_made_is_not_where_it_is_broken(language, text, root, places):
    (event,) = [e for e in coded(language, text) if e.root.value == root]
    assert [p.name for p in event.places] == places


def test_the_making_itself_took_place_there():
    (event,) = coded("en", "The army and the rebels signed a truce in Juba.")
    assert [p.name for p in event.places] == ["Juba"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army accused the rebels of breaking the truce of October 2028 by shelling Kutum."),
        ("en", "The army accused the rebels of breaking the 2028 peace agreement by shelling Kutum."),
        ("en", "The army accused the rebels of breaking the truce in force since May 2028 by shelling Kutum."),
        ("fr", "L'armée accuse les rebelles d'avoir violé l'accord d'octobre 2028 en bombardant Kidal."),
        ("it", "L'esercito accusa i ribelli di aver violato la tregua in vigore dal maggio 2028 bombardando Kidal."),
        ("ar", "اتهم الجيش المتمردين بانتهاك اتفاق عام 2028 بقصف كتم."),
    ],
)  # fmt: skip
def test_an_agreements_own_date_dates_nothing_that_breaks_it(language, text):
    found = coded(language, text)
    assert {e.root.value for e in found} >= {"ACCUSE", "ASSAULT"}
    assert all(
        e.occurred is None or e.occurred.earliest is None or e.occurred.earliest.year == 2031 for e in found
    )


def test_since_when_a_truce_is_broken_dates_the_breach():
    (event,) = coded("en", "The rebels have violated the truce since January, the army said.")
    assert event.occurred.earliest == date(2031, 1, 1)
