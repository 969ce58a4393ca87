"""The verb of a sentence that begins with a noun and its relative clause."""

from datetime import date

from hudna.model.report import Report
from hudna.pipeline import code_reports


def read(text):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language="ar")]
    )
    return found


def test_whoever_struck_is_not_whom_the_verb_behind_is_about():
    found = read("الضابط سالم الذي استهدفته عصابة مسلحة أصيب في زرمة بجروح.")
    assert not [c for c in found.claims if c.event and any("عصابة" in r.text for r in c.event.recipients)]
    heads = [c for p in found.reading.passages for c in p.clauses if c.link == "root"]
    assert [c.lemma for c in heads] == ["اصاب"]


def test_those_who_were_besieged_withdrew():
    found = read("الجنود الذين حاصرتهم قوات الدعم السريع انسحبوا من الحامية.")
    (left,) = [c.event for c in found.claims if c.event and c.event.root == "RETREAT"]
    assert [a.text for a in left.actors] == ["الجنود"]
