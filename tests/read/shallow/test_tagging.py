"""Which reading of a word holds: by its neighbours, by lists, by capitals."""

import pytest

from read.shallow.shallow_reading import tagged


def kind(text: str, word: str) -> str:
    words = tagged(text)
    return words.forms[words.low.index(word)].tag


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("La conquista del porto è durata tre giorni.", "conquista", "noun"),
        ("L'esercito conquista il porto.", "conquista", "verb"),
        ("Hanno rotto le relazioni con Kadra.", "relazioni", "noun"),
        ("Le forze del nord controllano il valico.", "controllano", "verb"),
        ("I serbi hanno lasciato il valico.", "i", "determiner"),
        ("Sono stati uccisi due soldati.", "uccisi", "participle"),
        ("Mosca accusa il governo.", "mosca", "name"),
        ("Droni su Selen nella notte.", "droni", "noun"),
        ("Il governo rifiuta e minaccia di attaccare.", "minaccia", "verb"),
    ],
)
def test_a_word_is_what_its_place_makes_it(text, word, tag):
    assert kind(text, word) == tag


def test_unlisted_verbs_give_way_to_adjectives():
    assert kind("È cominciata un'offensiva su larga scala.", "larga") != "verb"


def test_common_words_that_name_a_country_together_are_names():
    words = tagged("Gli Stati Uniti hanno votato, gli stati no.")
    kinds = [
        (low, form.tag) for low, form in zip(words.low, words.forms, strict=True) if low in {"stati", "uniti"}
    ]
    assert kinds == [("stati", "name"), ("uniti", "name"), ("stati", "noun")]
