"""Who speaks where the words of saying stand before, behind or beside a quotation or a report."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

# Names somebody armed, so that the report is one on conflict, and tells of no event.
CONTEXT = " L'Armée nationale de Kadra a son propre journal."


def speakers(text: str, trigger: str) -> list[str]:
    """The chain of speakers of the one event with this trigger."""
    report = Report(
        id="selen-1",
        text=text + CONTEXT,
        published=date(2031, 3, 12),
        source="Fil de Selen",
        language="fr",
    )
    (coded,) = code_reports([report])
    found = [c for c in coded.claims if c.event is not None and c.event.trigger.text == trigger]
    assert len(found) == 1, [c.event.trigger.text for c in coded.claims if c.event is not None]
    return [speaker.text for speaker in found[0].speakers]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        (
            "« Notre aviation a détruit trois dépôts. L'opération se poursuit », a assuré le général Sidi.",
            "détruit",
            ["le général Sidi"],
        ),
        (
            "L'armée incrimine des soldats voisins, qui auraient attaqué un poste près de la ligne.",
            "attaqué",
            ["L'armée"],
        ),
        (
            "« On leur avait dit de partir », accuse un habitant : deux villages auraient été attaqués par les militaires.",
            "attaqués",
            ["un habitant"],
        ),
        (
            "Deux villages ont été attaqués, a fait savoir l'administrateur du territoire.",
            "attaqués",
            ["l'administrateur du territoire"],
        ),
        (
            "L'agence officielle Sana, citant une source militaire, rapporte que l'aviation a bombardé un dépôt.",
            "bombardé",
            ["une source militaire", "L'agence officielle Sana"],
        ),
        (
            "Deux soldats ont été tués, selon un bilan provisoire communiqué par l'état-major.",
            "tués",
            ["l'état-major"],
        ),
        (
            "Cinq villageois ont été tués, a-t-on appris auprès de la société civile.",
            "tués",
            ["la société civile"],
        ),
        (
            "Le bataillon a bombardé une dizaine de maisons, rapporte un conseiller municipal.",
            "bombardé",
            ["un conseiller municipal"],
        ),
        (
            "Sur sa chaîne Telegram, le gouverneur Marchenko a précisé que les rebelles avaient attaqué Selen.",
            "attaqué",
            ["le gouverneur Marchenko"],
        ),
        (
            "Trois policiers ont été blessés, l'un d'eux grièvement, a confirmé le maire de la commune.",
            "blessés",
            ["le maire de la commune"],
        ),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_the_speaker_is_found_wherever_he_stands(text, trigger, chain):
    assert speakers(text, trigger) == chain


def test_who_says_a_claim_of_responsibility_did_it():
    assert speakers("Le Front a revendiqué l'attaque contre la base de Selen.", "revendiqué") == ["Le Front"]


def test_what_the_narrator_tells_beside_a_quotation_has_no_speaker():
    assert speakers("Les rebelles ont attaqué Selen. « Tout est calme », a dit le maire.", "attaqué") == []
