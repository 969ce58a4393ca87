"""Sentences as words: small words apart, fixed phrases and bounded numbers in one."""

import pytest

from read.shallow.shallow_reading import tagged


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'esercito avanza dall'oasi.", ["l'", "esercito", "avanza", "dall'", "oasi", "."]),
        (
            "Il raid da parte dei ribelli continua.",
            ["il", "raid", "da parte dei", "ribelli", "continua", "."],
        ),
        ("Violato il cessate il fuoco.", ["violato", "il", "cessate il fuoco", "."]),
        ("Caddero più di 30 soldati.", ["caddero", "più di", "30", "soldati", "."]),
    ],
)
def test_words_are_cut_and_joined_as_the_folder_says(text, words):
    assert tagged(text).low == words


def test_what_looks_like_a_bound_stays_a_word_where_no_number_follows():
    assert "più di" not in tagged("Il generale parla più di tutti.").low


def test_every_word_is_a_slice_of_the_report():
    text = "Nell'area di Orna, quest'anno, l'aviazione ha colpito «più volte» i depositi."
    words = tagged(text)
    assert [words.text(i, i) for i in range(len(words))] == [
        text[start:end] for start, end in zip(words.starts, words.ends, strict=True)
    ]
