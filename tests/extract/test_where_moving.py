"""From where, by what way, to where: movements of forces in four languages."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def moved(language, text):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    (claim,) = [
        c for c in found.claims if c.event is not None and c.event.root.value in {"MOBILIZE", "RETREAT"}
    ]
    return claim.event


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "The army sent reinforcements from Port Sudan to Kassala.", [("from", "Port Sudan"), ("to", "Kassala")]),
        ("fr", "L'armée malienne a envoyé des renforts de Sévaré à Douentza.", [("from", "Sévaré"), ("to", "Douentza")]),
        ("it", "L'esercito sudanese ha inviato rinforzi da Port Sudan a Kassala.", [("from", "Port Sudan"), ("to", "Kassala")]),
        ("ar", "أرسل الجيش السوداني تعزيزات من بورتسودان إلى كسلا.", [("from", "Port Sudan"), ("to", "Kassala")]),
        ("en", "The rebels left Goma for Bukavu on Sunday.", [("from", "Goma"), ("toward", "Bukavu")]),
        ("fr", "Une colonne de véhicules du M23 a quitté Goma pour Sake lundi.", [("from", "Goma"), ("toward", "Sake")]),
        ("en", "A convoy of the Libyan National Army passed through Mizda heading north.", [("along", "Mizda")]),
        ("it", "Un convoglio dell'Esercito nazionale libico ha attraversato Mizda martedì.", [("along", "Mizda")]),
    ],
)  # fmt: skip
def test_a_movement_keeps_where_it_came_from_and_where_it_went(language, text, places):
    assert [(p.role, p.name) for p in moved(language, text).places] == places


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Sudanese army sent reinforcements to Kassala."),
        ("ar", "أرسل الجيش السوداني تعزيزات إلى كسلا."),
        ("fr", "L'armée malienne a envoyé des renforts à Douentza."),
    ],
)
def test_who_sends_his_own_forces_is_named_once(language, text):
    actors = [a.id for a in moved(language, text).actors]
    assert len(actors) == len(set(actors)) == 1
