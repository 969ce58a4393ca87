"""Who answers in an interview says what the answer tells."""

from datetime import date
from functools import cache

import pytest

from hudna.model.claim import Claim
from hudna.model.report import Report
from hudna.pipeline import code_reports


@cache
def coded(text: str, language: str) -> tuple[Claim, ...]:
    """The events of a report."""
    report = Report(id="q-1", text=text, published=date(2025, 6, 30), source="Eco", language=language)
    (found,) = code_reports([report])
    return tuple(c for c in found.claims if c.event is not None)


def said_by(text: str, language: str, trigger: str) -> list[str]:
    """Who says the one event with this trigger word."""
    (found,) = [c for c in coded(text, language) if c.event.trigger.text == trigger]
    return [speaker.text for speaker in found.speakers]


FRENCH = """Entretien avec le général Omar Diallo.
Question : Les rebelles ont attaqué Gao samedi. Et après ?
Réponse : L'armée malienne a repris Ansongo dimanche. Les rebelles ont tué deux soldats."""
ITALIAN = """Intervista a Omar Diallo.
Domanda: I ribelli hanno attaccato Gao sabato. E poi?
Risposta: L'esercito maliano ha ripreso Ansongo domenica. I ribelli hanno ucciso due soldati."""


@pytest.mark.parametrize(
    ("text", "language", "trigger", "speakers"),
    [
        (FRENCH, "fr", "attaqué", []),
        (FRENCH, "fr", "repris", ["le général Omar Diallo"]),
        (FRENCH, "fr", "tué", ["le général Omar Diallo"]),
        (ITALIAN, "it", "attaccato", []),
        (ITALIAN, "it", "ripreso", ["Omar Diallo"]),
        (ITALIAN, "it", "ucciso", ["Omar Diallo"]),
    ],
)
def test_an_answer_is_told_by_who_is_interviewed(
    text: str, language: str, trigger: str, speakers: list[str]
) -> None:
    assert said_by(text, language, trigger) == speakers


def test_where_nobody_is_named_as_interviewed_nobody_is_guessed() -> None:
    text = FRENCH.replace("Entretien avec le général Omar Diallo.", "Le Mali aujourd'hui.")
    assert said_by(text, "fr", "repris") == []
