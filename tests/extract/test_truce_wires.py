"""Wires of a truce that each side says the other breaks: what is told, of whom, and where."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def coded(text, language="en"):
    report = Report(id="t", text=text, published=date(2031, 3, 12), source="Selen Post", language=language)
    (found,) = code_reports([report])
    return [claim for claim in found.claims if claim.event]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels seized nearly the whole city of Goma on Monday."),
        ("fr", "L'armée a repris presque toute la ville de Bria."),
        ("it", "I ribelli hanno conquistato quasi tutta la città di Goma."),
    ],
)
def test_what_is_taken_almost_whole_is_taken(language, text):
    assert [claim.status.value for claim in coded(text, language)] == ["actual"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The rebels nearly took the town of Bria."),
        ("fr", "Les rebelles ont presque pris la ville de Bria."),
        ("it", "I ribelli hanno quasi preso la città di Goma."),
    ],
)
def test_what_was_almost_taken_is_not(language, text):
    assert [claim.status.value for claim in coded(text, language)] == ["hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the air force had executed more than 40 strikes near Gao on Sunday.",
        "Raiders killed 300 cattle near Bor on Monday.",
        "The army said it had executed 900 drone strikes near Goma.",
    ],
)
def test_strikes_and_cattle_are_no_dead(text):
    assert all(claim.event.fatalities.best is None for claim in coded(text))


def places(text):
    return {place.name for claim in coded(text) for place in claim.event.places}


def test_where_the_news_is_written_is_not_where_it_happened():
    told = " The army said rebels were shelling positions along the front line."
    assert places(f"JUBA, South Sudan: Both sides broke the truce on Sunday.{told}") == set()
    assert places(f"JUBA, South Sudan (AP) - Both sides broke the truce on Sunday.{told}") == set()


def test_seats_that_accuse_are_not_where_it_happened():
    told = " The president said Pakistani forces had carried out 26 attacks."
    assert places(f"Both Kabul and Islamabad say that it was the other who broke it.{told}") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Le gouverneur Lamine Sarr a reçu des blessés. L'armée a rompu la trêve plus de 40 fois, a-t-il ajouté sur Télégram.",
        "Le gouverneur Lamine Sarr a reçu des blessés. L'armée a bombardé le camp plus de dix fois, a-t-il déclaré sur X.",
    ],
)
def test_what_stands_before_a_turned_verb_of_saying_is_said(text):
    assert all(claim.speakers for claim in coded(text, "fr") if claim.event.root == "ASSAULT")
