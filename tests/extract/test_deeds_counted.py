"""How many deeds an event counts, and what such a number is not."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.model.told import Told
from hudna.pipeline import code_reports, linking_stage


def coded(text, language="en"):
    report = Report(id=text[:40], text=text, published=date(2031, 3, 12), source=text[:12], language=language)
    (found,) = code_reports([report])
    return found


def counted(text, language="en"):
    return [c.event.deeds.low for c in coded(text, language).claims if c.event and c.event.deeds.low]


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "The president said rebel forces had carried out 26 attacks since the truce began.", [26]),
        ("en", "The ministry accused the rebels of violating the ceasefire over 300 times.", [300]),
        ("en", "The army executed more than 90 drone strikes on rebel positions near Goma.", [90]),
        ("fr", "Le rapport signale 38 bombardements par les forces rebelles.", [38]),
        ("it", "L'esercito ha violato la tregua oltre duecento volte.", [200]),
        ("it", "Il governo ha accusato i ribelli di aver lanciato 46 attacchi.", [46]),
        ("ar", "نفذ الجيش 40 غارة جوية على مواقع المتمردين قرب غوما.", [40]),
    ],
)  # fmt: skip
def test_deeds_are_counted(language, text, numbers):
    assert counted(text, language) == numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen attacked three villages near Djibo on Monday."),
        ("en", "The 21 May shelling of the camp killed nine people."),
        ("en", "Gunners fired forty rounds on a hideout near Goma."),
        ("it", "Tredici i morti nell'attacco di venerdì al campo di Drodro."),
        ("ar", "خطف مسلحون سبعة عمال زراعيين قرب غوما."),
    ],
)
def test_people_days_and_rounds_are_no_deeds(language, text):
    assert counted(text, language) == []


def test_a_sum_is_joined_with_no_single_deed():
    sums = "The governor said rebels had carried out 46 attacks near Goma on Monday."
    one = "Rebels attacked a police post near Goma on Monday, the governor said."
    told = [Told(claim, found.report) for found in map(coded, (sums, one)) for claim in found.claims]
    incidents = linking_stage().link(told).incidents
    assert sorted(len(incident.claims) for incident in incidents) == [1, 1]
    assert [row.says.deeds.best for i in incidents for row in i.positions if row.says.deeds] == [46]
