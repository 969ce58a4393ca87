"""Every exporter of the folder writes every kind of claim; tables run no formulas."""

import csv
import io
import json

import pytest

import factory
from hudna.publish import find_exporters
from hudna.publish.exporters.csv import COLUMNS

CLAIMS = (factory.claim(), factory.control_claim(), factory.purpose_claim())


def written(name, *claims, report=None):
    return "".join(find_exporters()[name].export([(claim, report or factory.report()) for claim in claims]))


def rows(*claims, report=None):
    return list(csv.DictReader(io.StringIO(written("csv", *claims, report=report), newline="")))


@pytest.mark.parametrize("name", sorted(find_exporters()))
def test_every_exporter_says_what_it_is_and_writes_every_claim(name):
    assert find_exporters()[name].DESCRIPTION
    text = written(name, *CLAIMS)
    assert all(claim.id in text for claim in CLAIMS)
    assert text == written(name, *CLAIMS)


def test_lines_are_claims_again():
    for line, claim in zip(written("jsonl", *CLAIMS).splitlines(), CLAIMS, strict=True):
        assert type(claim).model_validate(json.loads(line)) == claim


def test_a_row_holds_who_what_where_when_and_the_words():
    [row] = rows(factory.claim())
    assert tuple(row) == COLUMNS
    expected = {
        "claim_id": "kadra-1-c1",
        "publisher": "Kadra Post",
        "published": "2021-03-05",
        "claimer": "military sources",
        "claimer_type": "anonymous",
        "root": "ASSAULT",
        "actor": "the Kadra Front",
        "place": "Norhaven",
        "latitude": "12.05",
        "date_from": "2021-03-01",
        "counts": "true",
    }
    assert {name: row[name] for name in expected} == expected
    assert factory.TEXT[int(row["char_start"]) : int(row["char_end"])] == row["quote"]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"])
def test_words_are_no_formulas(words):
    [row] = rows(factory.claim(), report=factory.report(source=words))
    assert row["publisher"] == f"'{words}"


def test_numbers_stay_numbers():
    claim = factory.claim(event=factory.event(places=(factory.place(lat=-12.5, lon=-30.0),)))
    [row] = rows(claim)
    assert (row["latitude"], row["longitude"]) == ("-12.5", "-30.0")
