"""Both sides are the two named before; one noun with two peoples is two forces; where a third is named nobody is guessed."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def doers(language, text, root):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    events = [c.event for c in found.claims if c.event is not None and c.event.root.value == root]
    return [a.id for a in events[-1].actors]


@pytest.mark.parametrize(
    ("language", "text", "root", "who"),
    [
        ("en", "The Syrian army and the Syrian Democratic Forces clashed near Raqqa. Both sides signed a truce on Tuesday.", "AGREE", {"syr-mil", "sdf"}),
        ("en", "The M23 and the Congolese army clashed near Masisi. Rwanda called for calm. The two sides exchanged 12 detainees.", "RETREAT", {"m23", "cod-mil"}),
        ("fr", "Combats entre l'armée malienne et le JNIM à Diafarabé. Les deux parties ont échangé des prisonniers mardi.", "RETREAT", {"mli-mil", "jnim"}),
        ("it", "Scontri tra l'esercito sudanese e le Forze di supporto rapido a El Fasher. Le due parti hanno firmato una tregua martedì.", "AGREE", {"sdn-mil", "rsf"}),
        ("ar", "اشتبك الجيش السوداني مع قوات الدعم السريع في الفاشر. ووقع الطرفان اتفاقا في جدة الثلاثاء.", "SUPPORT", {"sdn-mil", "rsf"}),
    ],
)  # fmt: skip
def test_both_sides_are_the_two_who_fought(language, text, root, who):
    assert set(doers(language, text, root)) == who


@pytest.mark.parametrize(
    "text",
    [
        "The army fought a tribal militia near Nyala in Sudan. The RSF did not comment. Both sides signed a truce on Friday.",
        "The Syrian army, the SDF and Hezbollah sent troops to Raqqa. Both sides signed a truce on Friday.",
        "Shells fell on Goma on Monday. Both sides signed a truce on Friday.",
    ],
)
def test_nobody_is_guessed_where_it_could_be_another(text):
    assert doers("en", text, "AGREE") == [None]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Thai and Cambodian soldiers clashed near the border on Sunday.", {"tha-mil", "khm-mil"}),
        ("en", "Israeli and American jets bombed a base near Isfahan.", {"isr-mil", "usa-mil"}),
        ("fr", "Des soldats indiens et pakistanais ont échangé des tirs lundi au Cachemire.", {"ind-mil", "pak-mil"}),
        ("it", "Soldati indiani e pachistani si sono scontrati lunedì nel Kashmir.", {"ind-mil", "pak-mil"}),
        ("ar", "تبادلت القوات الهندية والباكستانية إطلاق النار في كشمير الاثنين.", {"ind-mil", "pak-mil"}),
        ("en", "Malian soldiers and allied fighters attacked Kidal on Sunday.", {"mli-mil"}),
    ],
)  # fmt: skip
def test_one_noun_with_two_peoples_is_two_forces(language, text, who):
    assert set(doers(language, text, "ASSAULT")) - {None} == who
