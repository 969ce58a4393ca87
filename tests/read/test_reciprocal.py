"""Who accuse each other, and what of: each of them is said to have done it, and "each other" is nobody."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def deeds(text, language):
    report = Report(id="r", text=text, published=date(2031, 3, 12), source="Selen Post", language=language)
    (coded,) = code_reports([report])
    events = [claim for claim in coded.claims if claim.event and claim.event.root == "ASSAULT"]
    return [(claim.status.value, sorted(a.text for a in claim.event.actors)) for claim in events]


@pytest.mark.parametrize(
    ("language", "text", "both"),
    [
        ("en", "Pakistan and India accused each other on Friday of shelling villages near Poonch.", ["India", "Pakistan"]),
        ("en", "Armenia and Azerbaijan have accused one another of shelling a village near Tegh.", ["Armenia", "Azerbaijan"]),
        ("fr", "Les deux factions s'accusent d'avoir incendié le marché de Kaga-Bandoro.", ["Les deux factions"]),
        ("it", "Kabul e Islamabad si accusano a vicenda di aver bombardato villaggi di confine.", ["Islamabad", "Kabul"]),
    ],
)  # fmt: skip
def test_whoever_accuses_each_other_is_said_to_have_done_it(language, text, both):
    assert ("alleged", both) in deeds(text, language)


def test_each_other_is_nobody_who_acts_or_is_to_blame():
    told = deeds("The two armies blamed each other for the attack on the convoy near Goma.", "en")
    assert all(not actors for _, actors in told)


def test_who_accuses_another_did_nothing():
    told = deeds("Pakistan accused India on Friday of shelling villages near Poonch.", "en")
    assert told == [("alleged", ["India"])]
