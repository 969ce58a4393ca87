"""A whole report: what is told again is no new event, tolls told alone, order and identity of claims."""

import pytest

from extract.coding import claims, code, told

AGAIN = {
    "the attack that was told": (
        "Rebels attacked Bukavu on Monday. The attack came hours after talks.",
        ["attacked"],
    ),
    "another attack is another": (
        "Rebels attacked Bukavu on Monday. Another attack was reported near Goma.",
        ["attacked", "attack"],
    ),
    "the attack with new dead is told": (
        "Rebels attacked Bukavu on Monday. The attack killed five people.",
        ["attacked", "attack"],
    ),
    "the attack somewhere else is told": (
        "Rebels attacked Bukavu on Monday. The attack on Goma failed.",
        ["attacked", "attack"],
    ),
}


@pytest.mark.parametrize(("text", "triggers"), AGAIN.values(), ids=AGAIN)
def test_what_is_told_again(text, triggers):
    assert [c.event.trigger.text for c in claims(text)] == triggers


def test_a_toll_told_alone_belongs_to_the_attack_before():
    text = "Rebels attacked Bukavu on Monday. Officials put the toll at 14."
    claim = told(text, "put")
    assert (claim.event.root, claim.event.fatalities.best) == ("ASSAULT", 14)
    assert [s.text for s in claim.speakers] == ["Officials"]


def test_a_toll_without_an_attack_is_no_claim():
    assert [c.event.root for c in claims("The general met the envoy. Officials put the toll at 14.")] == [
        "CONSULT"
    ]


def test_claims_stand_in_the_order_of_their_words():
    text = (
        "Rebels attacked Bukavu on Monday. The rebels control Goma. "
        "Troops moved to Goma to protect civilians. The general met the envoy."
    )
    found = code(text).claims
    assert [c.content for c in found] == ["event", "control", "event", "purpose", "event"]
    assert [c.start for c in found] == sorted(c.start for c in found)


def test_the_same_words_make_the_same_ids():
    text = "Rebels attacked Bukavu on Monday."
    first = code(text).claims
    code.cache_clear()
    assert [c.id for c in code(text).claims] == [c.id for c in first]


def test_ids_are_unique_within_a_report():
    ids = [c.id for c in code("Rebels attacked Bukavu and shelled Goma. Rebels attacked Bukavu.").claims]
    assert len(ids) == 3
    assert len(set(ids)) == 3


def test_the_words_of_claims_stand_in_the_report():
    coded = code("Rebels attacked Bukavu on Monday. The governor said that soldiers had killed five people.")
    assert coded.claims
    for claim in coded.claims:
        assert coded.report.text[claim.start : claim.end] == claim.text


# sentence, event word, words of the claim
SPANS = {
    "without who says it": (
        "The governor said that rebels had shelled Bukavu.",
        "shelled",
        "rebels had shelled Bukavu",
    ),
    "with the verb that launches it": (
        "The army launched an attack on the rebels, the governor said.",
        "attack",
        "The army launched an attack on the rebels",
    ),
    "with there was": (
        "There was an attack on Bukavu by rebels.",
        "attack",
        "There was an attack on Bukavu by rebels",
    ),
    "without the second verb": (
        "Rebels captured Bukavu and shelled Goma.",
        "captured",
        "Rebels captured Bukavu",
    ),
    "the second verb without the first": (
        "Rebels captured Bukavu and shelled Goma.",
        "shelled",
        "shelled Goma",
    ),
    "what would follow belongs to it": (
        "The capture of Bukavu by rebels would lead to a war.",
        "capture",
        "The capture of Bukavu by rebels would lead to a war",
    ),
    "without the full stop": ("Rebels shelled Bukavu.", "shelled", "Rebels shelled Bukavu"),
}


@pytest.mark.parametrize(("text", "trigger", "words"), SPANS.values(), ids=SPANS)
def test_words_of_a_claim(text, trigger, words):
    assert told(text, trigger).text == words
