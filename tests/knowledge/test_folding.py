"""One spelling for the same letters, and offsets that always lead back."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge.folding import fold, letters, plain, written

# Letters of four scripts with everything that may stand on, between or around them.
SIGNS = "\u064b\u064e\u0650\u0651\u0652\u0670\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad\u0301\u0308"
SHAPED = "\ufefb\ufef5\ufe8d\ufee0\ufdf2\ufb01\ufb02\ufe94"
texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("aeiouABC éèüñß ,.'’-0159" + "اأإآبتةىيؤئكلمن٠٥٩،؛؟" + "шкеї" + "שלום"),
        st.sampled_from(SIGNS + SHAPED),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@given(texts)
def test_letters_keep_the_length(text):
    assert len(letters(text)) == len(text)
    assert letters(letters(text)) == letters(text)


@given(texts)
def test_spans_of_the_plain_text_are_in_the_text_and_in_order(text):
    found = plain(text)
    spans = [found.span(at, at + 1) for at in range(len(found.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    # The letters of one ligature share its place.
    assert all(one[0] <= other[0] and one[1] <= other[1] for one, other in pairwise(spans))
    assert found.span(0, len(found.text))[1] <= len(text)


@given(texts)
def test_the_words_behind_a_span_read_as_the_span(text):
    found = plain(text)
    for at in range(len(found.text)):
        start, end = found.span(at, at + 1)
        assert found.text[at] in plain(text[start:end]).text


@given(texts)
def test_plain_text_is_plain_already(text):
    once = plain(text).text
    assert plain(once).text == once or unicodedata.normalize("NFC", once) != once


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_nothing_happens_to_plain_english(text):
    assert plain(text).text == text
    assert plain(text).starts is None
    assert letters(text) == text
    assert written(text) == text.lower()


PLAIN = {
    "vowel signs": ("قُتِلَ جُنْدِيّ", "قتل جندي"),
    "tatweel": ("الجيـــش", "الجيش"),
    "marks of direction": ("\u202bقصف\u202c الجيش\u200f", "قصف الجيش"),
    "joiners": ("ال\u200cجيش", "الجيش"),
    "presentation forms": ("ﺍﻟﺠﻴﺶ", "الجيش"),
    "a ligature of two letters": ("ﻻ", "لا"),
    "a ligature of Latin": ("oﬃcer", "officer"),
    "an accent of its own": ("Je\u0301rusalem", "Jérusalem"),
    "a soft hyphen": ("cease\u00adfire", "ceasefire"),
    "nothing odd": ("L'armée", "L'armée"),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain(text, expected):
    assert plain(text).text == expected


def test_a_word_with_signs_leads_back_to_the_whole_of_it():
    text = "أن الجَيْـشُ انسحب"
    found = plain(text)
    start = found.text.index("الجيش")
    begin, end = found.span(start, start + len("الجيش"))
    assert text[begin:end] == "الجَيْـشُ"


def test_a_mark_of_direction_before_a_word_is_no_part_of_it():
    text = "في \u200fسرت\u200f."
    found = plain(text)
    start = found.text.index("سرت")
    begin, end = found.span(start, start + 3)
    assert text[begin:end] == "سرت"


def test_the_way_there_and_back():
    text = "أن الجَيْـشُ انسحب"
    found = plain(text)
    start = found.text.index("الجيش")
    assert found.within(*found.span(start, start + 5)) == (start, start + 5)
    assert plain("plain").within(1, 3) == (1, 3)


def test_an_empty_span_stays_empty():
    assert plain("الجَيش").span(3, 3) == (4, 4)
    assert plain("الجَيش").span(5, 5) == (6, 6)


LETTERS = {
    "hamza": ("أحمد إلى آخر", "احمد الي اخر"),
    "the last letter": ("غزة مستشفى", "غزه مستشفي"),
    "Persian letters": ("کابل ایران", "كابل ايران"),
    "Eastern digits": ("١٢ و ۳", "12 و 3"),
    "Eastern punctuation": ("نعم، لا؛ متى؟", "نعم, لا; متي?"),
    "nothing of Latin": ("É, ß, ø", "É, ß, ø"),
}


@pytest.mark.parametrize(("text", "expected"), LETTERS.values(), ids=LETTERS)
def test_letters(text, expected):
    assert letters(text) == expected


def test_words_as_compared():
    assert written("L'Armée") == "l'armée"
    assert written("الأُولَى") == "الاولي"


def test_keys_of_names():
    assert fold("Ra’s Lānūf") == fold("Ras Lanuf") == "ras lanuf"
    assert fold("غزّة") == fold("غزه")
