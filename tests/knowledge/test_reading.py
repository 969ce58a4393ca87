"""What the reader must know of a language's sentences."""

from hudna.knowledge.reading import SentenceWords, load_sentence_words


def test_english_words():
    words = load_sentence_words("en")
    assert {"gen", "dr", "aug"} <= words.abbreviations
    assert "u.s" in words.may_end
    assert "is" in words.glued_words
    assert words.irregular["shot"] == "shoot"


def test_what_may_end_a_sentence_is_an_abbreviation():
    words = load_sentence_words("en")
    assert words.may_end <= words.abbreviations


def test_abbreviations_have_no_last_point():
    assert [w for w in load_sentence_words("en").abbreviations if w.endswith(".")] == []


def test_a_language_without_a_file_has_no_words():
    assert load_sentence_words("xx") == SentenceWords()
