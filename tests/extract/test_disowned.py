"""What nobody claims: whose act it is stays open, and the act is neither denied nor anybody's."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

CASES = {
    "en": [
        "No group has claimed responsibility for {}",
        "Nobody claimed {}",
        "The Norland Front has not claimed {}",
    ],
    "fr": [
        "Aucun groupe n'a revendiqué {}",
        "Personne n'a assumé la responsabilité de {}",
        "Le Front n'a pas revendiqué {}",
    ],
    "it": ["Nessun gruppo ha rivendicato {}", "Il Fronte non ha rivendicato {}"],
    "ar": ["لم تعلن أي جهة مسؤوليتها عن {}", "لم تتبن أي جماعة {}"],
}
DEEDS = {
    "en": "a bombing that killed nine soldiers in Tripoli.",
    "fr": "un attentat qui a tué neuf soldats à Tripoli.",
    "it": "un attentato che ha ucciso nove soldati a Tripoli.",
    "ar": "التفجير الذي أودى بحياة تسعة جنود في طرابلس.",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [(code, case.format(DEEDS[code])) for code, cases in CASES.items() for case in cases],
)
def test_what_nobody_claims_has_happened_and_is_nobodys(language: str, text: str) -> None:
    report = Report(
        id="selen-1", text=text, published=date(2031, 3, 12), source="Selen Post", language=language
    )
    (coded,) = code_reports([report])
    told = [c for c in coded.claims if c.event is not None]
    assert [(c.event.root.value, c.status.value, c.event.actors, c.speakers) for c in told if c.event] == [
        ("ASSAULT", "actual", (), ())
    ]
