"""The parser: which parts it has, and words it must not cut."""

import pytest

from hudna.errors import InputError
from hudna.read.coarse import COARSE
from hudna.read.parser import load_parser, parse


def test_the_english_parser_has_no_entity_recogniser():
    parts = load_parser("en").pipe_names
    assert "ner" not in parts
    assert "attribute_ruler" not in parts
    assert parts.index(COARSE) < parts.index("lemmatizer")


def test_a_language_without_a_parser_is_named():
    with pytest.raises(InputError, match="no parser is installed for language 'xx'; known: en"):
        load_parser("xx")


def test_sentences_come_back_in_order():
    docs = list(parse("en", ["The army left.", "Rebels fled."], frozenset()))
    assert [doc.text for doc in docs] == ["The army left.", "Rebels fled."]
