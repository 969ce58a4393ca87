"""What is told enough though nobody acts."""

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports

CONTEXT = " L'Esercito di liberazione di Kadra ha un suo giornale."


def told(text: str) -> set[tuple[str, str, str]]:
    (coded,) = code_reports([Report(id="r", text=text + CONTEXT, published="2031-03-12", language="it")])
    return {
        (c.event.root.value, c.event.trigger.text, c.status.value)
        for c in coded.claims
        if c.event is not None
    }


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Più di duecento i morti.", "morti"), ("Oltre mille vittime dal 13 febbraio.", "vittime")],
)
def test_a_toll_is_told_by_its_noun_alone(text, trigger):
    assert ("ASSAULT", trigger, "actual") in told(text)


def test_the_dead_without_a_number_are_not_told():
    assert told("Il paese ricorda i morti.") == set()


def test_what_is_denied_is_named():
    assert ("ASSAULT", "golpe", "denied") in told("Il comando delle forze di Kadra nega qualsiasi golpe.")


def english(text: str) -> set[str]:
    (coded,) = code_reports([Report(id="r", text=text, published="2031-03-12", language="en")])
    return {c.event.root.value for c in coded.claims if c.event is not None}


@pytest.mark.parametrize("whose", ["allied with Damascus", "backed by the army", "supported by Ankara"])
def test_words_that_say_which_fighters_are_no_support(whose):
    assert english(f"Fighters {whose} shelled the town on Monday.") == {"ASSAULT"}


def test_support_that_is_said_outright_is_told():
    assert "SUPPORT" in english("The rebels are backed by Ankara, the minister said on Monday.")
