"""Where sentences begin and end, in text as it really arrives."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge.reading import SentenceWords, load_sentence_words
from hudna.read.sentences import MAX_SENTENCE, split_sentences

ENGLISH = load_sentence_words("en")

CASES = {
    "a full stop ends a sentence": (
        "Kadra is quiet. Norland is not.",
        ["Kadra is quiet.", "Norland is not."],
    ),
    "question and exclamation marks end a sentence": (
        "Who fired? Nobody knows! The front is quiet.",
        ["Who fired?", "Nobody knows!", "The front is quiet."],
    ),
    "a first line in capitals is one, however short the next": (
        "PRESS RELEASE\nThe army left.",
        ["PRESS RELEASE", "The army left."],
    ),
    "a title does not": ("Gen. Orsk spoke to Dr. Hale.", ["Gen. Orsk spoke to Dr. Hale."]),
    "an initial does not": ("Paul M. Orsk left. He will return.", ["Paul M. Orsk left.", "He will return."]),
    "a network that is called by one letter does": (
        "He wrote on X. Norland is quiet.",
        ["He wrote on X.", "Norland is quiet."],
    ),
    "two initials do not": ("A. B. Orsk left Selen.", ["A. B. Orsk left Selen."]),
    "a decimal does not": ("The line moved 3.5 km on Sunday.", ["The line moved 3.5 km on Sunday."]),
    "a thousand with a point does not": ("Some 1.200 people fled.", ["Some 1.200 people fled."]),
    "a month cut short does not": ("On Aug. 9 the army left.", ["On Aug. 9 the army left."]),
    "a web address does not": (
        "See www.selen.example for more. It is free.",
        ["See www.selen.example for more.", "It is free."],
    ),
    "a state's initials before a name do not": (
        "The U.S. Embassy in Selen closed.",
        ["The U.S. Embassy in Selen closed."],
    ),
    "a state's initials before a new sentence do": (
        "He flew to the U.S. The talks went on.",
        ["He flew to the U.S.", "The talks went on."],
    ),
    "an hour before a new sentence ends one": (
        "They met at 9 p.m. The talks failed.",
        ["They met at 9 p.m.", "The talks failed."],
    ),
    "an hour before a small letter does not": (
        "They met at 9 p.m. in the town hall.",
        ["They met at 9 p.m. in the town hall."],
    ),
    "a list number ends nothing when it is a figure at the end": (
        "The toll rose to 14. Two were children.",
        ["The toll rose to 14.", "Two were children."],
    ),
    "sentences glued together are parted": (
        "The town fell.The army fled.",
        ["The town fell.", "The army fled."],
    ),
    "a quotation glued to the next sentence is parted": (
        'He spoke of "tensions".The front is quiet.',
        ['He spoke of "tensions".', "The front is quiet."],
    ),
    "a full stop inside a quotation glued to the next sentence is parted": (
        "He said: “We hold the town.”The front is quiet.",
        ["He said: “We hold the town.”", "The front is quiet."],
    ),
    "a doctorate is not glued": ("Her Ph.D thesis is on Kadra.", ["Her Ph.D thesis is on Kadra."]),
    "capitals with points are not glued": ("The N.L.A. was there.", ["The N.L.A. was there."]),
    "a quotation keeps its marks": (
        '"We hold the town." The army denied it.',
        ['"We hold the town."', "The army denied it."],
    ),
    "who is quoted stays with the quotation": (
        '"Who fired?" he asked.',
        ['"Who fired?" he asked.'],
    ),
    "dots of omission before a small letter go on": (
        "The town ... is quiet.",
        ["The town ... is quiet."],
    ),
    "a heading is a sentence of its own": (
        "Front is quiet\n\nThe army left Selen.",
        ["Front is quiet", "The army left Selen."],
    ),
    "a line end inside a paragraph is no end": (
        "The army left\nSelen on Monday.",
        ["The army left\nSelen on Monday."],
    ),
    "items of a list are sentences": (
        "The parties agreed:\n- to withdraw\n- to meet again",
        ["The parties agreed:", "- to withdraw", "- to meet again"],
    ),
    "numbered items of a list are sentences": pytest.param(
        "Agreed:\n1. Withdrawal\n2. Talks",
        ["Agreed:", "1. Withdrawal", "2. Talks"],
        marks=pytest.mark.xfail(strict=True, reason="the number of an item is taken for a sentence"),
    ),
    "a paragraph of blanks is none": ("Quiet.\n   \n\n  Calm.", ["Quiet.", "Calm."]),
    "an Arabic question mark ends a sentence": ("من أطلق النار؟ لا أحد.", ["من أطلق النار؟", "لا أحد."]),
    "white space around is left out": ("  Quiet.  ", ["Quiet."]),
    "nothing has no sentences": ("", []),
    "blanks have no sentences": (" \n\n ", []),
}


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, ENGLISH)]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_text_is_split(text, expected):
    assert sentences(text) == expected


def test_a_long_run_is_cut_at_white_space():
    text = "word " * 1_000
    parts = sentences(text)
    assert [len(part) for part in parts] == [1_999, 1_999, 999]
    assert all(len(part) <= MAX_SENTENCE for part in parts)


def test_a_long_run_without_white_space_is_cut_all_the_same():
    assert [len(part) for part in sentences("a" * 4_500)] == [2_000, 2_000, 500]


def test_a_language_without_abbreviations_ends_at_each_full_stop():
    assert len(split_sentences("Gen. Orsk left.", SentenceWords())) == 2


@given(st.text(alphabet='aB .\n"”?!-1é؟', max_size=200))
def test_spans_slice_the_text_in_order_and_lose_only_white_space(text):
    spans = split_sentences(text, ENGLISH)
    assert all(text[s:e] == text[s:e].strip() != "" for s, e in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    inside = "".join(text[s:e] for s, e in spans)
    assert "".join(inside.split()) == "".join(text.split())
