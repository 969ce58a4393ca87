"""Whether something is asked, judged or remembered: sentences and what they tell as having happened."""

from datetime import date

import pytest

from hudna.model.claim import COUNTED, Root
from hudna.model.report import Report
from hudna.pipeline import code_reports


def told(text, language="it"):
    """The roots of the events that a text tells as having happened."""
    report = Report(id="asked", text=text, published=date(2031, 3, 14), language=language)
    (coded,) = code_reports([report])
    return {c.event.root for c in coded.claims if c.event and c.status in COUNTED}


@pytest.mark.parametrize(
    "text",
    [
        "L'esercito ha bombardato il villaggio?",
        "I ribelli hanno davvero ucciso sei soldati?",
        "È possibile che i ribelli abbiano ucciso sei soldati.",
        "È falso che l'esercito abbia bombardato il villaggio.",
        "Ricorre oggi l'anniversario del giorno in cui l'esercito ha bombardato il villaggio.",
        "I ribelli stanno per attaccare il villaggio.",
    ],
)
def test_what_is_asked_judged_possible_or_only_remembered_is_not_told(text):
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Perché l'esercito ha bombardato il villaggio?",
        "Oltre a bombardare il villaggio, l'esercito ha distribuito volantini.",
        "Ad attaccare il villaggio sono stati i ribelli.",
        "Attacco dei ribelli contro il villaggio di Kala.",
    ],
)
def test_what_a_question_takes_for_granted_and_turned_sentences_tell_is_told(text):
    assert told(text) == {Root.ASSAULT}


def test_the_dead_that_a_copula_counts_are_one_event_with_the_fighting():
    text = (
        "Tre morti e sei feriti: è il bilancio degli scontri scoppiati a Zawiya tra i ribelli e l'esercito."
    )
    report = Report(id="toll", text=text, published=date(2031, 3, 14), language="it")
    (coded,) = code_reports([report])
    assert [c.event.fatalities.best for c in coded.claims if c.event] == [3]


def test_a_question_in_english_tells_nothing_either():
    assert told("Has the army shelled the village?", "en") == set()
