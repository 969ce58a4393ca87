"""Whose deed is it: admitted, charged with, ordered, asked for, gone on from."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

PUBLISHED = date(2031, 3, 12)


def deeds(text: str, root: str) -> list[tuple[list[str], str]]:
    """Who acts in the events of a root, and how they are held."""
    report = Report(id="selen-1", text=text, published=PUBLISHED, language="ar")
    (coded,) = code_reports([report])
    events = [c for c in coded.claims if c.event is not None and c.event.root == root]
    return [([a.text for a in c.event.actors], c.status.value) for c in events]


@pytest.mark.parametrize(
    ("text", "root", "actor", "status"),
    [
        ("أقر المتمردون باختطاف صحفي محلي.", "ASSAULT", "المتمردون", "declared"),
        ("تواجه قوات الدعم السريع اتهامات باختطاف صحفي محلي.", "ASSAULT", "قوات الدعم السريع", "alleged"),
        ("أمرت القيادة العسكرية المتمردين بقصف المدينة.", "ASSAULT", "المتمردين", "planned"),
        ("دعا حزب الله المتمردين إلى مهاجمة البلدة.", "ASSAULT", "المتمردين", "demanded"),
    ],
)
def test_whose_deed_a_noun_tells_of(text, root, actor, status):
    assert deeds(text, root) == [([actor], status)]


def test_whoever_tells_of_deaths_did_not_cause_them():
    assert deeds("أقر الجيش بمقتل ثلاثة من جنوده في كمين.", "ASSAULT")[0][0] != ["الجيش"]
