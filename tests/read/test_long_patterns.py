"""A long pattern that is made in parts matches what it matches when it is made at once."""

import re

import pytest

from hudna.read.long_patterns import LONG, LongPattern, long_patterns_later

LETTERS = "".join(rf"\\u{code:04X}" for code in range(0x61, 0x7B)) * 4
HEADS = [f"[ée]{first}{second}" for first in "abcdefgh" for second in "ijklmnop"]
PARTS = [f"^{head}[-‐][{LETTERS}]+$" for head in HEADS] + [f"^[{LETTERS}]+[-‐]de[-‐][{LETTERS}]+$"]
PATTERN = "(?iu)" + "|".join(f"(?:{part})" for part in PARTS)
WORDS = (
    "éai-abc",
    "ÉHP-x",
    "eai",
    "eai-",
    "éai-é",
    "saut-de-ski",
    "saut-de-",
    "saut de ski",
    "",
    "-",
    "eai-abc 1",
)


@pytest.mark.parametrize("word", WORDS)
def test_it_matches_the_same(word):
    assert bool(LongPattern(PATTERN).match(word)) == bool(re.compile(PATTERN).match(word))


def test_only_what_a_word_comes_through_is_made_whole():
    made = LongPattern(PATTERN)
    made.match("éai-abc")
    assert [part for part in made._made if LETTERS in part] == [PARTS[0]]


def test_what_is_no_row_of_groups_is_one_part():
    for pattern in (f"(?:a)|(?:b[{LETTERS}])c|d", f"[{LETTERS}]x", f"(?:a|(b[{LETTERS}]))|(?:c)"):
        for word in ("a", "bz", "bzc", "d", "zx", "c", "x"):
            assert bool(LongPattern(pattern).match(word)) == bool(re.compile(pattern).match(word)), (
                pattern,
                word,
            )


def test_brackets_that_are_letters_stay_letters():
    pattern = rf"\[{LETTERS.replace(chr(92), '')[:4]}{'a' * 120}\]"
    inside = rf"[{LETTERS}\]]x"
    for one in (pattern, inside):
        for word in ("[a]", "]x", "ax", pattern.replace("\\", "")):
            assert bool(LongPattern(one).match(word)) == bool(re.compile(one).match(word))


def test_libraries_get_long_patterns_in_parts_and_others_at_once():
    long = PATTERN + "|(?:z)" * LONG
    with long_patterns_later():
        assert isinstance(re.compile(long), LongPattern)
        assert isinstance(re.compile("a"), re.Pattern)
        assert isinstance(re.compile(f"(?!a){PATTERN[5:]}" + "b" * LONG), re.Pattern)
    assert isinstance(re.compile("abc"), re.Pattern)
    assert re.compile.__module__ == "re"


def test_all_else_is_asked_of_the_whole():
    made = LongPattern(PATTERN)
    assert made.pattern == PATTERN
    assert made.fullmatch("éai-abc")
    assert made.groups == 0


@pytest.mark.slow
def test_the_words_that_the_french_tokenizer_keeps_whole_are_the_same():
    words = pytest.importorskip("spacy.lang.fr._tokenizer_exceptions_list").FR_BASE_EXCEPTIONS[::5]
    from spacy.lang.fr import FrenchDefaults

    real = FrenchDefaults.token_match.__self__.pattern
    made = LongPattern(real)
    assert len(made._parts) > 200
    whole = re.compile(real)
    for word in (*words, *(f"d'{word}s" for word in words), *map(str.upper, words)):
        assert bool(made.match(word)) == bool(whole.match(word)), word
