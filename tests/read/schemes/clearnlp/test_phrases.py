"""Noun phrases: possessors, prepositions, appositions, coordination; offsets that slice."""

from collections.abc import Iterator

import pytest

from hudna.model.clause import Phrase
from read.reading import clause, read


def phrases(text: str) -> Iterator[Phrase]:
    stack = [
        p
        for c in read(text)
        for p in (c.subject, c.phrase, c.noun, *c.objects, *(o.phrase for o in c.obliques))
        if p is not None
    ]
    while stack:
        phrase = stack.pop()
        yield phrase
        inner = (
            phrase.possessor,
            *(o.phrase for o in phrase.obliques),
            *phrase.appositions,
            *phrase.conjuncts,
        )
        stack.extend(p for p in inner if p is not None)


SENTENCES = (
    "The army's three new brigades, led by Colonel Orsk, took the towns of Selen and Port Orsk from the rebels.",
    "“Most of the fighters” who fled the shelling of a market in Selen by Kadra’s army are foreigners.",
    "On Monday, dozens of soldiers, among them two officers of the 4th Brigade, left for an undisclosed location.",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_offsets_of_all_phrases_slice_the_sentence(text):
    found = list(phrases(text))
    assert len(found) > 5
    for phrase in found:
        assert text[phrase.start : phrase.end] == phrase.text
        assert text[phrase.head_start : phrase.head_end] == phrase.head_text
        assert (
            phrase.start
            <= phrase.core_start
            <= phrase.head_start
            < phrase.head_end
            <= phrase.core_end
            <= phrase.end
        )


def subject(text: str, predicate: str) -> Phrase:
    return clause(text, predicate).subject


def test_possessor():
    found = subject("The army's new brigade left.", "left")
    assert (found.possessor.text, found.modifiers, found.determiner) == ("The army", ("new",), None)


def test_a_possessive_pronoun_is_a_determiner_too():
    found = subject("Its brigade left.", "left")
    assert (found.determiner, found.possessor.pronoun) == ("its", "its")


def test_nested_prepositions():
    found = subject("The governor of the province of Selen left.", "left")
    [of] = found.obliques
    assert (of.preposition, of.phrase.text) == ("of", "the province of Selen")
    assert [o.phrase.text for o in of.phrase.obliques] == ["Selen"]


def test_three_members_without_their_conjuncts():
    found = subject("Soldiers, policemen and militiamen left.", "left")
    assert [p.text for p in found.members()] == ["Soldiers", "policemen", "militiamen"]
    assert [p.conjuncts for p in found.conjuncts] == [(), ()]


def test_a_name_before_a_noun_is_a_compound():
    found = subject("Kadra forces left.", "left")
    assert [(o.preposition, o.phrase.text) for o in found.obliques] == [("compound", "Kadra")]


@pytest.mark.parametrize(
    ("text", "proper", "pronoun", "plural"),
    [
        ("Norland left.", True, None, False),
        ("They left.", False, "they", False),
        ("Soldiers left.", False, None, True),
    ],
    ids=["a name", "a pronoun", "a plural"],
)
def test_what_kind_of_head(text, proper, pronoun, plural):
    found = subject(text, "left")
    assert (found.proper, found.pronoun, found.plural) == (proper, pronoun, plural)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Twelve soldiers left.", "Twelve"),
        ("More than 200 soldiers left.", "More than 200"),
        ("Soldiers left.", None),
    ],
    ids=["a word", "a figure with its bound", "none"],
)
def test_count(text, number):
    found = subject(text, "left").number
    assert (text[slice(*found)] if found is not None else None) == number
