"""The gold loader names every fault of a file and locates every word."""

import pytest

from evaluate.factory import TEXT, gold_report, judged_event, written_report
from hudna.errors import KnowledgeError
from hudna.evaluate.command import REPOSITORY_GOLD
from hudna.evaluate.gold import load_gold, locate, read_gold
from hudna.model.record import Span


def test_words_become_spans(tmp_path):
    claim = gold_report(tmp_path).claims[0]
    for span in (claim, *claim.trigger, *claim.actors, *claim.speakers, *claim.places, claim.occurred):
        assert TEXT[span.start : span.end] == span.text


def test_the_second_occurrence_is_numbered():
    assert locate("army @2", "army and army").start == 9


def test_a_part_of_a_longer_word_is_not_an_occurrence():
    assert locate("mine", "undetermined mine").start == 13


def test_words_of_a_claim_are_looked_for_inside_it_first():
    text = "Kadra fell. Then Kadra burnt."
    assert locate("Kadra", text, within=Span(text="Then Kadra burnt", start=12, end=28)).start == 17


def test_an_actor_named_before_the_claim_is_the_nearest_before_it():
    text = "Kadra spoke. Kadra warned it would march."
    assert locate("Kadra", text, within=Span(text="it would march", start=26, end=40)).start == 13


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"claims": [judged_event(trigger="bombed")]},
            "claims.0.trigger: 'bombed' does not stand in the text",
        ),
        ({"claims": [judged_event(words="e")]}, "claims.0.words: 'e' stands"),
        ({"claims": [judged_event(words="medics @3")]}, "'medics @3': the words stand 1 times"),
        ({"claims": [judged_event(root="SHELL")]}, "claims.0.root"),
        ({"claims": [judged_event(status="sure")]}, "claims.0.status"),
        ({"claims": [judged_event(act="shout")]}, "claims.0.act"),
        (
            {"claims": [judged_event(speakers=[{"words": "medics", "kind": "doctor"}])]},
            "claims.0.speakers.0.kind",
        ),
        ({"claims": [judged_event(trigger=[])]}, "an event needs a root and a trigger"),
        ({"claims": [judged_event(plcaes=[])]}, "plcaes"),
        ({"claims": None}, "a report that tells of nothing has claims: []"),
        ({"id": "Not A Name"}, "id: "),
    ],
)
def test_a_fault_is_named(tmp_path, changes, fault):
    with pytest.raises(KnowledgeError, match=r"\.yml: ") as raised:
        read_gold(written_report(tmp_path, **changes))
    assert fault in str(raised.value)


def test_all_faults_of_a_file_are_named_at_once(tmp_path):
    wrong = judged_event(trigger="bombed", actors=[{"words": "The navy"}])
    with pytest.raises(KnowledgeError) as raised:
        read_gold(written_report(tmp_path, claims=[wrong]))
    assert "bombed" in str(raised.value)
    assert "The navy" in str(raised.value)


def test_a_repeated_id_is_refused(tmp_path):
    path = written_report(tmp_path)
    path.with_name("copy.yml").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="two reports have the id 'kadra-port-selen'"):
        load_gold(tmp_path)


def test_a_language_must_be_its_folder(tmp_path):
    path = written_report(tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8").replace("language: en", "language: fr"), encoding="utf-8"
    )
    with pytest.raises(KnowledgeError, match="lies in the folder en"):
        read_gold(path)


def test_an_unknown_half_is_refused(tmp_path):
    with pytest.raises(KnowledgeError, match="unknown half 'test'"):
        load_gold(tmp_path, half="test")


def test_the_projects_gold_is_sound():
    reports = load_gold(REPOSITORY_GOLD)
    assert {report.half for report in reports} == {"dev", "locked"}
    assert any(not report.claims for report in reports)
