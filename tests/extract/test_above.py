"""What nouns stand over an Arabic event, and when a war is no news."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

CONTEXT = " يملك الجيش السوداني إذاعة محلية."
HAPPENED = {"actual", "declared", "reported", "alleged"}


def told(text: str) -> dict[tuple[str, str], str]:
    """Root and trigger of each event → its status."""
    (coded,) = code_reports([Report(id="r", text=text + CONTEXT, published="2031-03-12", language="ar")])
    return {
        (c.event.root.value, c.event.trigger.text): c.status.value
        for c in coded.claims
        if c.event is not None
    }


def assaults(text: str) -> set[str]:
    return {status for (root, _), status in told(text).items() if root == "ASSAULT"} & HAPPENED


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الشرطة رجلين للاشتباه في تخطيطهم لشن اعتداء على كنيس في كادرا.",
        "أحبطت الشرطة محاولة لتفجير مقر البلدية في كادرا.",
        "كان الضابط قد شارك في الحرب قبل أن ينتقل إلى التدريس.",
        "بعد الحرب عاد الضابط إلى قريته.",
        "تدرب المسلحون على تنفيذ هجوم على الجسر.",
    ],
)
def test_what_is_planned_tried_or_only_names_a_time_did_not_happen(text):
    assert assaults(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "شن المسلحون هجوما على الجسر.",
        "أحبط الجيش محاولة تسلل للمسلحين قرب الجسر.",
        "اندلعت الحرب بين الجيش والحركة المسلحة.",
    ],
)
def test_what_was_carried_out_did(text):
    assert assaults(text)


def test_before_what_is_refused_nothing_is_done():
    refused = told("رفضت الفصائل تسليم أسلحتها قبل انسحاب القوات الأجنبية من البلاد.")
    done = told("أحرق المسلحون المخزن قبل انسحاب القوات الأجنبية من البلاد.")
    assert refused[("RETREAT", "انسحاب")] == "hypothetical"
    assert done[("RETREAT", "انسحاب")] in HAPPENED


def test_a_day_in_a_name_is_no_day():
    assert told("سيطر مقاتلو حركة 23 مايو على البلدة.")[("COERCE", "سيطر")] == "actual"
    assert told("سيطر مقاتلو الحركة يوم 23 مايو على البلدة.")[("COERCE", "سيطر")] != "actual"


def test_where_a_condemned_attack_happened_tells_of_it():
    assert assaults("دان المجلس التفجير الذي وقع أمس في مسجد ببيشاور.")
    assert not assaults("دان المجلس التفجير.")
