"""Events whose words tell enough by themselves, though nobody a list knows acts or suffers."""

import pytest

from extract.coding import claims, texts, told

ARMED = "The Norland Liberation Army fought the army in the east. "

# sentence, root, event word
PLAIN = {
    "who lies dead was killed": ("Fifteen shopkeepers lay dead in the bazaar.", "ASSAULT", "lay"),
    "behind a verb of lying stands who lies": (
        "Among the ruins of the school lay the bodies of six pupils.",
        "ASSAULT",
        "lay",
    ),
    "a participle behind its noun befalls it": (
        "The clinic, hit twice in a week, has closed its doors.",
        "ASSAULT",
        "hit",
    ),
    "a place is taken by nobody named": ("The bridge was taken at dawn.", "COERCE", "taken"),
    "a pact is signed by nobody named": (
        "A memorandum was signed on the return of the displaced.",
        "SUPPORT",
        "signed",
    ),
    "a march that ends in clashes": ("The march ended with clashes.", "ASSAULT", "clashes"),
    "talks that are under way": ("Ceasefire talks are under way in a hotel.", "CONSULT", "talks"),
    "a deed that came first": ("Soldiers held the bridge after a dawn assault.", "ASSAULT", "assault"),
    "a deed that goes on": ("The quarter emptied amid heavy shelling.", "ASSAULT", "shelling"),
    "several deeds": ("Activists were beaten in a wave of arrests.", "COERCE", "arrests"),
}


@pytest.mark.parametrize(("text", "root", "trigger"), PLAIN.values(), ids=PLAIN)
def test_what_is_told_in_a_report_on_force_needs_no_listed_doer(text, root, trigger):
    found = [(c.event.root.value, c.event.trigger.text) for c in claims(ARMED + text)]
    assert (root, trigger) in found


QUIET = {
    "a toll and its deed are one": ("Two drivers are dead after an ambush.", 1),
    "what is counted before the verb": ("A series of blasts killed nine people in Goma.", 1),
    "a question put to somebody": ("Asked about it, the envoy smiled.", 0),
    "an interview is no meeting": ("Reuters spoke to General Malo.", 0),
}


@pytest.mark.parametrize(("text", "count"), QUIET.values(), ids=QUIET)
def test_what_tells_nothing_more(text, count):
    assert len(claims(ARMED + text)) == count + 1


# sentence, event word, who acts
DOERS = {
    "a past tense taken for an adjective": (
        "India and Pakistan traded fire across the frontier on Friday.",
        "traded",
        ["India", "Pakistan"],
    ),
    "of two subjects the one that is not denied": (
        "Not the rebels but the army shelled Goma.",
        "shelled",
        ["the army"],
    ),
}


@pytest.mark.parametrize(("text", "trigger", "actors"), DOERS.values(), ids=DOERS)
def test_slips_of_the_parser_leave_the_doer(text, trigger, actors):
    assert texts(told(text, trigger).event.actors) == actors


def test_what_is_over_is_no_attack_of_today():
    found = [c for c in claims(ARMED + "The army stopped shelling Goma on Monday.") if c.start >= len(ARMED)]
    assert any(c.event.root.value == "RETREAT" for c in found)
    assert not [c for c in found if c.event.root.value == "ASSAULT" and c.counts]


def test_who_is_interviewed_is_he():
    text = 'Reuters spoke to General Malo. "The rebels shelled Goma," he said.'
    assert texts(told(text, "shelled").speakers) == ["General Malo"]
