"""Spans between paired quotation marks, without the marks."""

import pytest

from hudna.read.quotes import MAX_QUOTE, find_quotes

CASES = {
    "straight marks": ('He said "we left" and left.', ["we left"]),
    "curly marks": ("He said “we left” and left.", ["we left"]),
    "angled marks": ("He said «we left» and left.", ["we left"]),
    "low and high marks": ("He said „we left“ and left.", ["we left"]),
    "two quotations": ('"We left," he said. "Today."', ["We left,", "Today."]),
    "kinds of marks in the order of the text": ('“One” and "two" and «three»', ["One", "two", "three"]),
    "a quotation over sentences": ('"We left. They came."', ["We left. They came."]),
    "a mark that was never closed": ('He said "we left.', []),
    "a mark closed only in the next paragraph": ('He said "we left.\n\nThe "front" is quiet.', ["front"]),
    "a quotation over a line end": ('"We\nleft"', ["We\nleft"]),
    "empty marks": ('""', []),
    "an apostrophe is no quotation": ("Kadra's army and Norland's", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_quotations_are_found(text, expected):
    assert [text[q.start : q.end] for q in find_quotes(text)] == expected


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("«", "»")], ids=["straight", "curly", "angled"]
)
def test_a_quotation_has_a_greatest_length(opening, closing):
    assert len(find_quotes(opening + "a" * MAX_QUOTE + closing)) == 1
    assert find_quotes(opening + "a" * (MAX_QUOTE + 1) + closing) == ()
