"""Every phrase that stands for an actor, as the clauses show them."""

from hudna.model.report import Report
from hudna.pipeline import code_reports

TEXT = "The Kadra Liberation Front attacked Bukavu. Its fighters killed five people, and they left. Soldiers fled."


def mentions(*, phrases: bool) -> list[str]:
    report = Report(id="selen-1", text=TEXT, published="2031-03-12", language="en")
    [coded] = code_reports([report], phrases=phrases)
    return [m.text for m in coded.mentions.actors]


def test_names_alone():
    assert mentions(phrases=False) == ["Kadra Liberation Front"]


def test_phrases_with_their_articles_give_way_to_no_name_and_pronouns_are_none():
    found = mentions(phrases=True)
    assert found[0] == "The Kadra Liberation Front"
    assert "Soldiers" in found
    assert "they" not in found


def test_counted_civilians_are_a_toll_and_no_actor():
    assert "five people" not in mentions(phrases=True)
