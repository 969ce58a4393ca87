"""Label schemes are found by their folder, and every parser's scheme is there."""

import pytest

from hudna.errors import KnowledgeError
from hudna.knowledge.language import claimed_languages, load_language
from hudna.read.schemes import load_scheme, scheme_names

WITH_PARSER = [code for code in claimed_languages() if load_language(code).parser is not None]


@pytest.mark.parametrize("code", WITH_PARSER)
def test_the_scheme_of_every_parser_is_there(code):
    assert load_language(code).parser.scheme in scheme_names()


@pytest.mark.parametrize("name", scheme_names())
def test_a_scheme_offers_what_readers_ask_for(name):
    scheme = load_scheme(name)
    assert isinstance(scheme.EXCLUDED, tuple)
    assert callable(scheme.prepare)
    assert callable(scheme.clauses)


def test_an_unknown_scheme_lists_the_known_ones():
    with pytest.raises(KnowledgeError, match="unknown label scheme 'runes'; known: clearnlp"):
        load_scheme("runes")
