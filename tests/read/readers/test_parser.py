"""The parser: which parts it has, and words it must not cut."""

import pytest

from hudna.errors import KnowledgeError
from hudna.read.readers.parser import load_parser, parse, why_not
from hudna.read.schemes.clearnlp.coarse import COARSE
from hudna.read.schemes.clearnlp.lemmas import LEMMAS_KEPT
from hudna.read.sentence import Sentence


def test_the_english_parser_has_no_entity_recogniser():
    parts = load_parser("en").pipe_names
    assert "ner" not in parts
    assert "attribute_ruler" not in parts
    assert parts.index(COARSE) < parts.index(LEMMAS_KEPT)


def test_english_can_be_parsed():
    assert why_not("en") is None


def test_a_language_that_nobody_wrote_is_named():
    with pytest.raises(KnowledgeError, match=r"there is no language 'xx' .*; known: .*en"):
        load_parser("xx")


def test_a_parser_that_is_not_installed_is_named(language):
    language("zz", parser={"scheme": "clearnlp", "models": ["not_there_md", "not_there_sm"]})
    assert why_not("zz") == "the parser of language 'zz' is not installed; one of: not_there_md, not_there_sm"


def test_sentences_come_back_in_order():
    given = [Sentence(text, text, 0) for text in ("The army left.", "Rebels fled.")]
    found = list(parse("en", ((s.text, s) for s in given), frozenset()))
    assert [(doc.text, sentence) for doc, sentence in found] == [(s.text, s) for s in given]
