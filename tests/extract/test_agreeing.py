"""Whether a pronoun can mean somebody, where his words begin with no letters at all."""

from datetime import date

import pytest

from hudna.knowledge.inflection import load_inflection
from hudna.knowledge.word_lists import base_of
from hudna.model.report import Report
from hudna.pipeline import code_reports


@pytest.mark.parametrize(
    "text",
    [
        "سيلين ـ «الشرق الأوسط»: قال الجيش إنه قتل تسعة مسلحين قرب غوما.",
        "كادرا ـ «رويترز»: أعلنت الحركة أنها أطلقت سراح أربعة جنود.",
        "   ونؤكد أن قواتنا قصفت موقع المتمردين قرب غوما وأنها عادت إلى قواعدها.",
    ],
)
def test_a_dash_that_lengthens_a_letter_is_no_word(text):
    report = Report(id="d", text=text, published=date(2031, 3, 12), source="Selen Post", language="ar")
    (coded,) = code_reports([report])
    assert all(text[claim.start : claim.end] == claim.text for claim in coded.claims)


@pytest.mark.parametrize("code", ["en", "fr", "it", "ar"])
def test_no_letters_have_no_base_form(code):
    assert base_of("", code) == ""


def test_no_letters_have_no_forms_that_are_listed():
    assert all(form.lemma == "" for form in load_inflection("ar").forms(""))
