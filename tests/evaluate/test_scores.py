"""Overlap, heads, days and the one-to-one pairing."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.evaluate.scores import (
    Days,
    Tally,
    distance_km,
    head_span,
    heads_stand_first,
    iou,
    pair_up,
    same_words,
)
from hudna.model.record import Span


def span(text, words):
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


@given(
    st.lists(st.lists(st.sampled_from([0.0, 0.3, 0.5, 1.0]), min_size=3, max_size=3), min_size=1, max_size=4)
)
def test_the_pairing_is_the_best_there_is(table):
    rows, columns = range(len(table)), range(3)
    paired = sum(table[i][j] for i, j in pair_up(rows, columns, lambda i, j: table[i][j]))
    size = max(len(table), 3)
    best = max(
        sum(table[i][order[i]] for i in rows if order[i] < 3)
        for order in permutations(range(size), len(table))
    )
    assert paired == pytest.approx(best)


def test_nothing_is_paired_with_nothing():
    assert pair_up([], [1], lambda *_: 1.0) == []
    assert pair_up([1], [1], lambda *_: 0.0) == []


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("Idris's forces", "forces"),
        ("the Kadran army", "army"),
        ("the government of Kadra", "government"),
        ("fighters of the 44th Brigade", "fighters"),
        ("a gang leader known as a baker", "leader"),
        ("an armed group engaged in smuggling", "group"),
        ("l'armée kadrane", "armée"),
        ("les forces armées de Kadra", "forces"),
        ("قوات الجيش الوطني", "قوات"),
        ("Kadra", "Kadra"),
    ],
)
def test_the_head_says_what_a_phrase_is(phrase, head):
    start, end = head_span(phrase)
    assert phrase[start:end] == head


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("Alcuni soldati kadrani hanno lasciato la base di Selen.", "soldati kadrani", "soldati"),
        ("Des soldats kadrans ont quitté la base de Selen.", "soldats kadrans", "soldats"),
        ("Kadran soldiers left the base and the port.", "Kadran soldiers", "soldiers"),
    ],
)
def test_a_head_stands_where_its_language_puts_it(text, phrase, head):
    start, end = head_span(phrase, heads_first=heads_stand_first(text))
    assert phrase[start:end] == head


TEXT = "The Kadran army's third brigade and rebels loyal to General Idris fought in the city of Selen."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Kadran army's third brigade", "third brigade", True),
        ("The Kadran army's third brigade", "The Kadran army", False),
        ("rebels loyal to General Idris", "rebels", True),
        ("rebels loyal to General Idris", "General Idris", False),
        ("the city of Selen", "city", True),
        ("rebels", "Selen", False),
    ],
)
def test_words_are_the_same_when_they_share_the_head(one, other, same):
    assert same_words(span(TEXT, one), span(TEXT, other), TEXT) is same


def test_a_weapon_acts_for_whoever_holds_it():
    text = "Kadran artillery hit Selen."
    assert same_words(span(text, "Kadran artillery"), span(text, "Kadran"), text)


def test_overlap_is_over_the_union():
    assert iou(Span(text="", start=0, end=4), Span(text="", start=2, end=6)) == pytest.approx(2 / 6)
    assert iou(Span(text="", start=1, end=1), Span(text="", start=1, end=1)) == 0


def test_open_intervals_overlap_what_lies_inside():
    assert Days(None, date(2031, 3, 9)).overlaps(Days(date(2031, 1, 1), date(2031, 1, 1)))
    assert not Days(date(2031, 3, 10), None).overlaps(Days(None, date(2031, 3, 9)))


@pytest.mark.parametrize(
    ("days", "grain"), [(1, "day"), (3, "span"), (31, "month"), (365, "year"), (4000, "long")]
)
def test_the_grain_is_the_number_of_days(days, grain):
    assert Days(date(2031, 1, 1), date.fromordinal(date(2031, 1, 1).toordinal() + days - 1)).grain == grain


def test_a_degree_of_latitude_is_111_km():
    assert distance_km(0, 0, 1, 0) == pytest.approx(111.2, abs=0.1)


def test_a_tally_without_cases_has_no_figure():
    assert Tally().f1 is Tally().precision is Tally().recall is None
    assert Tally(2, 1, 1).f1 == pytest.approx(2 / 3)
