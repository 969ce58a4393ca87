"""Which kind of event a clause's words tell of: slots, needs, exclusions, particles, adjectives."""

import pytest

from hudna.extract import triggers as module
from hudna.extract.scene import At, scene_of
from hudna.extract.slots import slot_phrases
from hudna.extract.triggers import find_trigger, fits, nominal_lemmas, trigger_index
from hudna.knowledge.lexicon import Trigger, load_triggers
from hudna.model.clause import Passage, Reading
from hudna.model.mention import Mentions
from hudna.model.report import Report
from read.reading import clause, read


def at(text: str, predicate: str) -> At:
    """A clause in a scene without names."""
    passage = Passage(0, 0, len(text), text, clauses=read(text), parsed=True)
    reading = Reading("read", "en", (passage,))
    scene = scene_of(Report(id="read", text=text), reading, Mentions(), lambda *_: None)
    return At(scene, passage, clause(text, predicate))


def trigger(**fields) -> Trigger:
    return Trigger.model_validate(
        {"id": "test", "lemma": ["take"], "pos": "verb", "root": "COERCE", "examples": ["x"], **fields}
    )


TOOK = "The army took the town of Selen from rebels."

# conditions, sentence, predicate, do they hold?
FITS = {
    "no conditions": ({}, TOOK, "took", True),
    "a need in the object": ({"needs": {"object": ["town"]}}, TOOK, "took", True),
    "a need that is missing": ({"needs": {"object": ["prisoner"]}}, TOOK, "took", False),
    "a class in the object": ({"needs": {"object": ["@settlement"]}}, TOOK, "took", True),
    "another class": ({"needs": {"object": ["@weapons"]}}, TOOK, "took", False),
    "any place": ({"needs": {"object": ["@place"]}}, TOOK, "took", True),
    "a need after a preposition": ({"needs": {"from": ["rebel"]}}, TOOK, "took", True),
    "two needs, one missing": ({"needs": {"object": ["town"], "from": ["police"]}}, TOOK, "took", False),
    "a need anywhere": ({"needs": {"any": ["rebel"]}}, TOOK, "took", True),
    "a need nowhere": ({"needs": {"any": ["police"]}}, TOOK, "took", False),
    "an exclusion that holds": ({"unless": {"object": ["town"]}}, TOOK, "took", False),
    "an exclusion that does not": ({"unless": {"object": ["photo"]}}, TOOK, "took", True),
    "an exclusion anywhere": ({"unless": {"any": ["selen"]}}, TOOK, "took", False),
    "a compound of two words": (
        {"needs": {"object": ["state alert"]}},
        "The army took state alerts seriously.",
        "took",
        True,
    ),
    "an adjective of the object": (
        {"needs": {"object": ["rebel"]}},
        "The army took the rebel town.",
        "took",
        True,
    ),
    "a second member of the object": (
        {"needs": {"object": ["port"]}},
        "The army took the town and the port.",
        "took",
        True,
    ),
    "the object of a passive": ({"needs": {"object": ["town"]}}, "The town was taken.", "taken", True),
    "a particle": ({"particle": "over"}, "The army took over the town.", "took", True),
    "a particle that is missing": ({"particle": "over"}, TOOK, "took", False),
    "a particle that the parser takes for a preposition": (
        {"particle": "off", "needs": {"object": ["attack"]}},
        "The army took off the attack.",
        "took",
        True,
    ),
}


@pytest.mark.parametrize(("conditions", "text", "predicate", "expected"), FITS.values(), ids=FITS)
def test_conditions(conditions, text, predicate, expected):
    assert fits(trigger(**conditions), at(text, predicate)) is expected


# sentence, predicate, slot, words
SLOTS = {
    "subject": (TOOK, "took", "subject", ["The army"]),
    "object": (TOOK, "took", "object", ["the town of Selen"]),
    "from": (TOOK, "took", "from", ["rebels"]),
    "no such slot in the clause": (TOOK, "took", "with", []),
    "toward and towards": ("The army marched towards Selen.", "marched", "toward", ["Selen"]),
    "on and upon": ("The army fired upon rebels.", "fired", "on", ["rebels"]),
    "near and outside": ("The army camped outside Selen.", "camped", "near", ["Selen"]),
    "possessor of a nominal event": ("The army's attack failed.", "attack", "possessor", ["The army"]),
    "of a nominal event": ("The shelling of Selen went on.", "shelling", "of", ["Selen"]),
}


@pytest.mark.parametrize(("text", "predicate", "slot", "expected"), SLOTS.values(), ids=SLOTS)
def test_slots(text, predicate, slot, expected):
    assert [p.text for p in slot_phrases(clause(text, predicate), slot)] == expected


def test_the_most_demanding_trigger_is_asked_first():
    plain, needs = trigger(id="plain"), trigger(id="needs", needs={"object": ["town"]})
    assert max([plain, needs], key=module._demands) is needs
    for found in trigger_index("en").values():
        demands = [module._demands(t) for t in found]
        assert demands == sorted(demands, reverse=True)


def test_every_trigger_is_in_the_index():
    index = trigger_index("en")
    for item in load_triggers("en"):
        for lemma in item.lemma:
            assert item in index[item.pos, lemma.lower()]


def test_a_noun_finds_no_trigger_of_a_verb():
    assert find_trigger(at("The army's attack failed.", "attack")).pos == "noun"
    assert find_trigger(at("The army attacked Selen.", "attacked")).pos == "verb"


def test_an_adjective_finds_its_trigger_after_be():
    ids = {t.id: t for t in load_triggers("en") if t.pos == "adjective"}
    found = find_trigger(at("The army is ready to strike Selen.", "is"))
    assert found.id in ids


def test_a_word_that_is_no_trigger_finds_none():
    assert find_trigger(at("The army sang.", "sang")) is None


def test_nouns_that_tell_of_events():
    nouns = nominal_lemmas("en")
    assert {"attack", "shelling", "clash"} <= nouns
    assert "town" not in nouns


def found_among(monkeypatch, *known: Trigger) -> Trigger | None:
    """The trigger found for "took" where only these are known."""
    monkeypatch.setattr(module, "load_triggers", lambda _: known)
    module.trigger_index.cache_clear()
    try:
        return find_trigger(at(TOOK, "took"))
    finally:
        module.trigger_index.cache_clear()


def test_a_wide_net_is_asked_last_however_much_it_asks_for(monkeypatch):
    narrow = trigger(id="narrow")
    wide = trigger(id="wide", last=True, needs={"object": ["town"], "from": ["rebel"]})
    found = found_among(monkeypatch, wide, narrow)
    assert found is not None
    assert found.id == "narrow"


def test_a_weak_word_is_weak_no_more_where_another_trigger_says_the_same_outright(monkeypatch):
    weak = trigger(id="weak", weak=True, needs={"object": ["town"], "from": ["rebel"]})
    found = found_among(monkeypatch, weak, trigger(id="plain", needs={"object": ["town"]}))
    assert found is not None
    assert (found.id, found.weak) == ("weak", False)


def test_a_weak_word_stays_weak_beside_a_trigger_of_another_kind(monkeypatch):
    weak = trigger(id="weak", weak=True, needs={"object": ["town"], "from": ["rebel"]})
    other = trigger(id="other", root="ASSAULT", needs={"object": ["town"]})
    found = found_among(monkeypatch, weak, other)
    assert found is not None
    assert found.weak
