"""The toll of an event is no second event, and its dead are those of the event."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


@pytest.mark.parametrize(
    ("language", "text", "dead", "hurt"),
    [
        ("en", "The toll of the raid on Gaza rose to nine dead.", 9, None),
        (
            "fr",
            "Le bilan des affrontements de Kidal, au Mali, est monté à cinq morts et quinze blessés.",
            5,
            15,
        ),
        ("it", "Il bilancio degli scontri di Kidal è salito a cinque morti e 15 feriti.", 5, 15),
        ("it", "È salito a cinque morti il bilancio degli scontri di Kidal, in Mali.", 5, None),
        ("ar", "ارتفعت حصيلة الاشتباكات في كيدال إلى خمسة قتلى و15 جريحا.", 5, 15),
    ],
)
def test_a_toll_is_told_once_with_its_dead(language, text, dead, hurt):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    (event,) = [c.event for c in found.claims if c.event is not None]
    assert (event.fatalities.best, event.injuries.best) == (dead, hurt)
    assert event.actors == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nine soldiers died in an ambush near Gao on Sunday, the army said, the deadliest attack this year."),
        ("it", "Nove soldati sono morti in un'imboscata vicino a Gao, in Mali, l'attacco più sanguinoso dell'anno."),
    ],
)  # fmt: skip
def test_what_only_ranks_an_event_is_no_second_one(language, text):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)
    (found,) = code_reports([report])
    assert len([c for c in found.claims if c.event is not None]) == 1


def test_who_tells_a_lead_stands_before_what_it_adds():
    text = "Four people were killed in clashes in Janzour, a suburb of Tripoli, the Red Crescent said on Friday, the worst fighting this year."
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language="en")
    (found,) = code_reports([report])
    (claim,) = [c for c in found.claims if c.event is not None]
    assert [s.text for s in claim.speakers] == ["the Red Crescent"]
    assert "Janzour" in [p.name for p in claim.event.places]
