"""Small words by canonical name: the inventory, a language's own file, and how a wrong one is refused."""

import pytest

from hudna.errors import KnowledgeError
from hudna.knowledge.forms import load_forms
from hudna.knowledge.function_words import (
    SECTIONS,
    UNLISTED,
    inventory,
    load_function_words,
    read_function_words,
)
from hudna.knowledge.language import claimed_languages, load_language
from hudna.knowledge.lexicon import ANYWHERE, PARTICIPANTS


def file(tmp_path, text):
    path = tmp_path / "function_words.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_inventory_says_of_every_name_what_it_means():
    assert set(inventory()) == set(SECTIONS)
    assert all(meaning for names in inventory().values() for meaning in names.values())


def test_no_preposition_bears_the_name_of_a_participant():
    assert not inventory()["prepositions"].keys() & (PARTICIPANTS | {ANYWHERE, UNLISTED})


@pytest.mark.parametrize("code", claimed_languages())
def test_every_language_has_the_words_that_rules_cannot_do_without(code):
    words = load_function_words(code)
    # Where an owner stands behind what is owned without a word between, none says "of".
    of = set() if load_language(code).construct_state else {"of"}
    assert of | {"in", "to", "from", "with", "against", "according to"} <= set(words.prepositions.values())
    assert {"that", "if", "to"} <= set(words.conjunctions.values())
    assert "not" in words.negations.values()
    # A language that does not tell persons from things has one word for both.
    pronouns = {name.partition(" ")[0] for name in words.pronouns.values()}
    glued = load_forms(code).enclitics.values() if load_language(code).shallow else ()
    behind = [name for names in glued for name in names]
    assert {"he", "they"} <= pronouns
    assert {"his", "their"} <= pronouns or "their" in behind


def test_words_of_english():
    words = load_function_words("en")
    assert (words.preposition("towards"), words.preposition("according to")) == ("toward", "according to")
    assert (words.determiner("an"), words.pronoun("himself"), words.negation("n't")) == ("a", "self", "not")
    assert (words.marker("whilst"), words.marker("who"), words.marker("amid")) == ("while", "who", "amid")
    assert (words.adverb("where"), words.adverb("reportedly")) == ("where", "reportedly")


def test_a_word_that_nobody_listed_is_unlisted():
    words = load_function_words("en")
    assert {words.preposition("vis-à-vis"), words.determiner("umpteen"), words.marker("lo")} == {UNLISTED}


def test_an_unknown_canonical_name_lists_the_known_ones(tmp_path):
    path = file(tmp_path, "prepositions: {dans: [dans]}\n")
    with pytest.raises(KnowledgeError, match=r"unknown name in prepositions: dans\. Known: .*, in, "):
        read_function_words(path)


def test_an_unknown_section_lists_the_known_ones(tmp_path):
    path = file(tmp_path, "postpositions: {in: [ssa]}\n")
    with pytest.raises(KnowledgeError, match=r"unknown section: postpositions\. Known: .*prepositions"):
        read_function_words(path)


def test_a_word_under_two_names_is_refused_with_both(tmp_path):
    path = file(tmp_path, "prepositions: {of: [de], from: [de]}\n")
    with pytest.raises(KnowledgeError, match="'de' stands under 'of' and under 'from'"):
        read_function_words(path)


def test_a_language_need_not_have_every_relation(tmp_path):
    words = read_function_words(file(tmp_path, "prepositions: {in: [fi, bi]}\n"))
    assert (words.preposition("bi"), words.preposition("min"), words.modals) == ("in", UNLISTED, {})
