"""What a communiqué tells in nobody's name, its publisher says; other reports have a narrator."""

from datetime import date

import pytest

from hudna.model.claim import Claim
from hudna.model.report import Report
from hudna.pipeline import code_reports


def coded(text: str, trigger: str, *, source: str = "Selen Post", language: str = "en") -> Claim:
    """The one event claim with this trigger, of a text without a speaker of its own."""
    report = Report(id="selen-1", text=text, published=date(2031, 3, 12), source=source, language=language)
    (found,) = code_reports([report])
    claims = [c for c in found.claims if c.event is not None and c.event.trigger.text == trigger]
    assert len(claims) == 1, [c.event.trigger.text for c in found.claims if c.event is not None]
    return claims[0]


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        (
            "PRESS RELEASE\nThe Norland Front condemns the siege of Selen. Army units shelled the market on Monday.",
            "shelled",
            "The Norland Front",
        ),
        (
            "Statement of the Norland Armed Forces\n\nThe artillery shelled two enemy camps near Selen.",
            "shelled",
            "the Norland Armed Forces",
        ),
        (
            "Our movement regrets the losses at Selen. Army units shelled the market on Monday.",
            "shelled",
            "Our movement",
        ),
        (
            "The Norland Front informs the public that it has left Selen. We urge our supporters to lay down their arms.",
            "urge",
            None,
        ),
        ("Army units shelled the market of Selen on Monday.", "shelled", None),
        (
            'The army shelled Selen. "Our movement regrets the losses," a spokesman of the front said.',
            "shelled",
            None,
        ),
    ],
)
def test_a_communique_is_its_publishers_throughout(text: str, trigger: str, speaker: str | None) -> None:
    assert [s.text for s in coded(text, trigger).speakers] == ([speaker] if speaker is not None else [])


def test_a_communique_in_french_speaks_for_who_issues_it() -> None:
    text = "COMMUNIQUÉ DE PRESSE\n\nLa Mission condamne avec fermeté l'attaque de lundi. Des rebelles ont bombardé Kadra."
    assert [s.text for s in coded(text, "bombardé", language="fr").speakers] == ["La Mission"]


def test_the_publisher_of_a_communique_may_be_known_by_its_name_only() -> None:
    text = "COMMUNIQUÉ\nTwo camps near Selen were shelled by the Norland Front on Monday."
    claim = coded(text, "shelled", source="Norland Front media office")
    assert [s.text for s in claim.speakers] == ["the Norland Front"]


def test_what_a_communique_does_in_saying_it_is_done() -> None:
    text = "PRESS RELEASE\nThe Norland Front regrets the losses. We urge both sides to stop the fighting in Selen."
    assert coded(text, "urge").status.value == "actual"
