"""Headlines of an events file: how many died by their words, and whether the doers are a side of the event."""

import csv
import gzip

import pytest

from hudna.evaluate.ged_headlines import dead_in, read_headlines, sample, tally
from hudna.pipeline import code_reports

FIELDS = (
    "id", "country", "side_a", "side_b", "date_end", "source_headline", "source_date", "deaths_a", "deaths_b", "deaths_civilians",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Nine soldiers killed, 30 hurt in Kadra", 9),
        ("Blast kills at least 12 in Kadra", 12),
        ("Toll of the Kadra blast rises to 1,200 dead", 1200),
        ("Gunmen kill 3 in Kadra", 3),
        ("Killed for 20 years of service", None),
        ("30 wounded in Kadra, none killed", None),
        ("Army kills leader", None),
    ],
)
def test_the_dead_are_read_by_a_plain_pattern(words, number):
    assert dead_in(words) == number


@pytest.fixture
def headlines(tmp_path):
    rows = [
        ("1", "Iraq", "Government of Iraq", "IS", "2015-03-04", "IS kills nine soldiers near Mosul;Hail kills no one", "", "9", "0", "0"),
        ("2", "Iraq", "IS", "Civilians", "2015-03-05", "IS kills nine soldiers near Mosul", "2015-03-05", "0", "0", "9"),
        ("3", "Iraq", "Government of Iraq", "IS", "2015-03-06", "Nine soldiers kill two farmers near Mosul", "", "9", "0", "0"),
    ]  # fmt: skip
    with gzip.open(tmp_path / "ged.csv.gz", "wt", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([FIELDS, *rows])
    return read_headlines(tmp_path / "ged.csv.gz")


def test_a_headline_stands_once_with_all_its_events(headlines):
    assert [(h.report.text, len(h.events)) for h in headlines] == [
        ("IS kills nine soldiers near Mosul", 2),
        ("Nine soldiers kill two farmers near Mosul", 1),
    ]
    assert {h.report.id for h in sample(headlines)} == {h.report.id for h in headlines}


def test_a_doer_whose_side_had_all_the_dead_is_counted(headlines):
    coded = code_reports([h.report for h in headlines])
    sums = tally(zip(headlines, coded, strict=True))
    assert (sums.headlines, sums.counted, sums.stated, sums.right) == (2, 2, 2, 2)
    assert (sums.placed, sums.victims) == (2, 1)
