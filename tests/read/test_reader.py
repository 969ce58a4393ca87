"""Report → sentences; sentences that the gate wants → clauses."""

from dataclasses import replace

import factory
from hudna.read.reader import MAX_PARSED, opening, read_clauses, sketch

TEXT = "SELEN (SP) - The army left Selen. It is raining.\n\nRebels shelled the port. “We left,” they said."


def test_a_sketch_has_the_sentences_with_their_paragraphs():
    passages = sketch(factory.report(TEXT), "en").passages
    assert [p.text for p in passages] == [
        "SELEN (SP) - The army left Selen.",
        "It is raining.",
        "Rebels shelled the port.",
        "“We left,” they said.",
    ]
    assert [p.paragraph for p in passages] == [0, 0, 1, 1]
    assert [p.index for p in passages] == [0, 1, 2, 3]
    assert all(TEXT[p.start : p.end] == p.text for p in passages)


def test_only_wanted_sentences_are_parsed():
    draft = replace(sketch(factory.report(TEXT), "en"), wanted=frozenset({2}))
    (reading,) = read_clauses([draft])
    assert [p.parsed for p in reading.passages] == [False, False, True, False]
    assert [[c.lemma for c in p.clauses] for p in reading.passages] == [[], [], ["shell"], []]


def test_offsets_of_clauses_are_into_the_report():
    draft = replace(sketch(factory.report(TEXT), "en"), wanted=frozenset({0, 2}))
    (reading,) = read_clauses([draft])
    found = [c for p in reading.passages for c in p.clauses]
    assert [TEXT[c.start : c.end] for c in found] == ["left", "shelled"]
    assert TEXT[found[1].subject.start : found[1].subject.end] == "Rebels"


def test_a_reading_has_the_quotations():
    (reading,) = read_clauses([sketch(factory.report(TEXT), "en")])
    assert [TEXT[q.start : q.end] for q in reading.quotes] == ["We left,"]


def test_reports_keep_their_own_sentences():
    drafts = [
        replace(sketch(factory.report(text, id=text[:3]), "en"), wanted=frozenset({0}))
        for text in ("The army left.", "Rebels fled.")
    ]
    readings = list(read_clauses(drafts))
    assert [(r.report, r.passages[0].clauses[0].lemma) for r in readings] == [
        ("The", "leave"),
        ("Reb", "flee"),
    ]


def test_no_sketches_give_no_readings():
    assert list(read_clauses([])) == []


def test_a_very_long_sentence_is_parsed_only_so_far():
    text = "The army left " + "and left " * 200 + "and Rebels fled."
    assert len(text) > MAX_PARSED
    draft = replace(sketch(factory.report(text), "en"), wanted=frozenset({0}))
    (reading,) = read_clauses([draft])
    found = {c.lemma for p in reading.passages for c in p.clauses}
    assert "leave" in found
    assert "flee" not in found


def test_a_sentence_opens_after_its_dateline():
    passages = sketch(factory.report(TEXT), "en").passages
    assert TEXT[opening(passages[0]) :].startswith("The army left")
    assert opening(passages[1]) == passages[1].start
