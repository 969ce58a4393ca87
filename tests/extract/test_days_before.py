"""Behind "two days after" stands what happened two days before the day of the sentence."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def days_of(text, language):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2025, 1, 30), source="Echo", language=language)]
    )
    return {c.event.trigger.text: c.event.occurred for c in found.claims if c.event is not None}


@pytest.mark.parametrize(
    ("language", "text", "deed", "day"),
    [
        ("en", "Two days after an air strike that killed nine people in Bara, the army shelled Goma on Wednesday.", "strike", 27),
        ("en", "A week after gunmen killed 20 villagers in Yelwata, the army shelled the hills on Friday.", "killed", 17),
        ("en", "The army shelled Bara on Tuesday, three days after the RSF attacked El Obeid.", "attacked", 25),
        ("fr", "Deux jours après une frappe aérienne qui a tué neuf personnes à El Obeid, l'armée a bombardé Bara mercredi.", "frappe", 27),
        ("fr", "Une semaine après l'attaque de Yelwata, l'armée a bombardé les collines vendredi.", "attaque", 17),
    ],
)  # fmt: skip
def test_so_many_days_before(language, text, deed, day):
    when = days_of(text, language)[deed]
    assert (when.earliest, when.latest) == (date(2025, 1, day), date(2025, 1, day))


def test_hours_after_is_the_same_day():
    when = days_of("Hours after the clashes in Goma, the M23 shelled Sake on Monday.", "en")["clashes"]
    assert when.earliest == date(2025, 1, 27)


def test_where_the_sentence_has_no_day_the_deed_has_none():
    when = days_of("Two days after an air strike killed nine people in Bara, the army shelled Goma.", "en")
    assert all(one is None or one.basis == "published" or one.earliest != one.latest for one in when.values())
