"""Two hands on one report are measured as the coder is, and what a hand allows counts for it."""

import shutil

import pytest

from evaluate.factory import gold_report, judged_event, written_report
from hudna.errors import KnowledgeError
from hudna.evaluate.command import REPOSITORY_GOLD
from hudna.evaluate.gold import load_gold
from hudna.evaluate.hands import Hands, as_coded, differences, load_hands, perfect
from hudna.evaluate.own import score_report

DEATHS = judged_event(words="killing 12 people", trigger="killing", fatalities=None, optional=True)


def events(hand, judge):
    return score_report(judge, as_coded(hand, judge)).board.figures()["events"]


def judged(folder, *claims):
    return gold_report(folder, claims=list(claims))


def test_hands_that_judge_alike_agree_in_everything(tmp_path):
    report = gold_report(tmp_path)
    figures = score_report(report, as_coded(report, report)).board.figures()
    assert {figure for figure in figures.values() if figure is not None} == {1.0}
    assert as_coded(report, report) == perfect(report)


def test_an_optional_claim_that_answers_nothing_is_no_error(tmp_path):
    hand, judge = judged(tmp_path, judged_event(), DEATHS), judged(tmp_path / "judge", judged_event())
    assert events(hand, judge) == 1.0
    assert events(judge, hand) == 1.0


def test_a_required_claim_that_answers_nothing_is_an_error(tmp_path):
    hand = judged(tmp_path, judged_event(), DEATHS | {"optional": False})
    judge = judged(tmp_path / "judge", judged_event())
    assert events(hand, judge) == pytest.approx(2 / 3)
    assert events(judge, hand) == pytest.approx(2 / 3)


def test_an_optional_claim_answers_one_that_the_other_requires(tmp_path):
    hand = judged(tmp_path, judged_event(optional=True))
    assert events(hand, judged(tmp_path / "judge", judged_event())) == 1.0


def test_a_further_root_of_either_hand_will_do(tmp_path):
    hand = judged(tmp_path, judged_event(root="COERCE", or_root=["ASSAULT"]))
    judge = judged(tmp_path / "judge", judged_event())
    assert events(hand, judge) == 1.0
    assert events(judge, hand) == 1.0


def test_a_further_trigger_of_the_hand_will_do(tmp_path):
    hand = judged(tmp_path, judged_event(trigger=["killing", "shelled"]))
    judge = judged(tmp_path / "judge", judged_event())
    assert score_report(judge, as_coded(hand, judge)).board.figures()["events.loose"] == 1.0


def test_differences_are_counted_by_kind(tmp_path):
    first = judged(tmp_path, judged_event(), DEATHS)
    second = judged(tmp_path / "second", judged_event(status="actual", speakers=[], optional=True))
    found = differences([Hands(first, second, first)])
    assert found["both hands"] == found["status"] == found["speakers"] == 1
    assert found["required by one, optional for the other"] == found["first hand only, optional"] == 1
    assert not found["root"]
    assert not found["actors"]


def test_a_report_that_one_hand_alone_judged_is_named(tmp_path):
    path = written_report(tmp_path)
    for folder in (tmp_path / "second" / "en", tmp_path / "en" / "locked"):
        folder.mkdir(parents=True)
        shutil.copy(path, folder)
    with pytest.raises(KnowledgeError, match="kadra-port-selen: judged by one hand only"):
        load_hands(tmp_path)


def test_the_projects_hands_judged_the_text_that_is_scored():
    hands = load_hands(REPOSITORY_GOLD)
    assert {one.first.language for one in hands} == {"ar", "en", "fr", "it"}
    assert all(one.first.text == one.second.text == one.settled.text for one in hands)


def test_what_two_hands_judged_is_no_gold_of_its_own():
    scored = {report.id for report in load_gold(REPOSITORY_GOLD, half="locked")}
    assert {one.second.id for one in load_hands(REPOSITORY_GOLD)} <= scored
    assert all(report.coder != "gold-reader-l" for report in load_gold(REPOSITORY_GOLD))
