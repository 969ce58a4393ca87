"""Pairs of headlines from an events file, and how a ranking of them is scored."""

import csv
import gzip

import pytest

from hudna.evaluate.ged_links import HeadlinePair, average_precision, read_events, sample

FIELDS = ("id", "dyad_name", "date_start", "source_headline", "source_date", "source_office")


@pytest.fixture
def events(tmp_path):
    rows = [
        (
            "1",
            "A - B",
            "2021-03-04",
            "Shells fall on Kadra;Kadra shelled",
            "2021-03-05;2021-03-06",
            "Post;Wire",
        ),
        ("2", "A - B", "2021-03-06", "Clash near Selen", "2021-03-07", "Post"),
        ("3", "A - B", "2021-06-06", "Clash in June", "2021-06-07", "Post"),
        ("4", "C - D", "2021-03-04", "Other war", "2021-03-04", "Post"),
        ("5", "A - B", "2021-03-05", "No day", "soon", "Post"),
    ]
    with gzip.open(tmp_path / "ged.csv.gz", "wt", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerows([FIELDS, *rows])
    return list(read_events(tmp_path / "ged.csv.gz"))


def test_an_event_without_a_dated_headline_is_left_out(events):
    assert [event.id for event in events] == ["1", "2", "3", "4"]


def test_a_pair_is_one_event_or_of_one_dyad_and_week(events):
    reports, pairs = sample(events)
    told = [(reports[pair.one].text, reports[pair.other].text, pair.same) for pair in pairs]
    assert told == [
        ("Shells fall on Kadra", "Kadra shelled", True),
        ("Shells fall on Kadra", "Clash near Selen", False),
    ]


def test_average_precision_falls_with_each_wrong_pair_above_a_right_one():
    pairs = [
        HeadlinePair("a", "b", same=True),
        HeadlinePair("a", "c", same=False),
        HeadlinePair("a", "d", same=True),
    ]
    assert average_precision(pairs, {("a", "b"): 3.0, ("a", "c"): 1.0, ("a", "d"): 2.0}) == 1.0
    assert average_precision(pairs, {("a", "b"): 3.0, ("a", "c"): 2.0, ("a", "d"): 1.0}) == pytest.approx(
        5 / 6
    )
    assert average_precision(pairs, {("a", "b"): 1.0, ("a", "c"): 1.0, ("a", "d"): 1.0}) == pytest.approx(
        2 / 3
    )
