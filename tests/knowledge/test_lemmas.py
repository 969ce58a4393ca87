"""Base forms of words without a parser."""

import pytest

from hudna.knowledge.lemmas import lemmas, mended

LEMMAS = {
    "a plain word": ("town", {"town"}),
    "a plural": ("towns", {"towns", "town"}),
    "a verb in the past": ("attacked", {"attacked", "attack"}),
    "capitals": ("Attacked", {"attacked", "attack"}),
    "a straight possessive": ("army's", {"army"}),
    "a curly possessive": ("army’s", {"army"}),
    "an irregular form": ("shot", {"shot", "shoot"}),
    "parts at a hyphen": ("rebel-held", {"rebel-held", "rebel", "held", "hold"}),
    "short parts at a hyphen are none": ("re-arm", {"re-arm"}),
}


@pytest.mark.parametrize(("word", "expected"), LEMMAS.values(), ids=LEMMAS)
def test_base_forms(word, expected):
    assert expected <= lemmas(word, "en")
    assert all(found == found.lower() for found in lemmas(word, "en"))


def test_short_parts_at_a_hyphen_are_left_out():
    assert "re" not in lemmas("re-arm", "en")
    assert "arm" not in lemmas("re-arm", "en")


MENDED = {
    "a lemma that is a word": ("attack", "attacked", "attack"),
    "a lemma that is none": ("cordone", "cordoned", "cordon"),
}


@pytest.mark.parametrize(("lemma", "word", "expected"), MENDED.values(), ids=MENDED)
def test_a_parsers_lemma_is_mended(lemma, word, expected):
    assert mended(lemma, word, "en") == expected
