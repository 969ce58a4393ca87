"""The own scorer: a perfect coder gets 1.0, and each fault lowers the measure it belongs to."""

from datetime import date

import pytest

from evaluate.factory import gold_report, judged_event, spoilt
from hudna.evaluate.command import REPOSITORY_GOLD, summarise
from hudna.evaluate.gold import load_gold
from hudna.evaluate.hands import perfect
from hudna.evaluate.misses import error_lines
from hudna.evaluate.own import MEASURES, score_gold, score_report
from hudna.model.claim import COUNTED, Actor, Count, Occurred, Place, Root, Speaker, Status
from hudna.model.coded import Coded


def figures(report, coded):
    return score_report(report, coded).board.figures()


def test_a_perfect_coder_errs_in_nothing(tmp_path):
    report = gold_report(tmp_path)
    measured = {
        name: figure for name, figure in figures(report, perfect(report)).items() if figure is not None
    }
    assert measured == dict.fromkeys(measured, 1.0)
    assert {"events", "status", "speakers", "places.161km", "dates.right", "fatalities"} <= set(measured)


def test_a_perfect_coder_errs_in_nothing_on_the_projects_gold():
    gold = {report.id: report for report in load_gold(REPOSITORY_GOLD)}
    scored = score_gold(
        REPOSITORY_GOLD, coder=lambda reports: (perfect(gold[report.id]) for report in reports)
    )
    whole = summarise(scored).figures["all"]["both"]
    low = {name: figure for name, figure in whole.items() if figure is not None and figure < 0.99}
    assert not low


ARMY_ELSEWHERE = Actor(text="medics", start=65, end=71)
LATER = Occurred(earliest=date(2031, 3, 20), latest=date(2031, 3, 20), precision="day", basis="stated")


@pytest.mark.parametrize(
    ("changes", "measure"),
    [
        ({"root": Root.PROTEST}, "events"),
        ({"actors": ()}, "events"),
        ({"actors": (ARMY_ELSEWHERE,)}, "events"),
        ({"status": Status.PLANNED}, "events"),
        ({"status": Status.PLANNED}, "status.class"),
        ({"status": Status.ACTUAL}, "status"),
        ({"mode": "firearms"}, "events.strict"),
        ({"recipients": ()}, "events.strict"),
        ({"speakers": ()}, "speakers"),
        ({"speakers": (Speaker(text="medics", start=65, end=71, kind="official"),)}, "speakers.accuracy"),
        ({"speech_act": "deny"}, "act"),
        ({"occurred": LATER}, "dates.right"),
        ({"occurred": None}, "dates.found"),
        ({"fatalities": Count(best=13)}, "fatalities"),
        ({"places": ()}, "places.found"),
        (
            {
                "places": (
                    Place(
                        text="Port Selen", start=23, end=33, name="x", lat=14.0, lon=30.0, precision="town"
                    ),
                )
            },
            "places.161km",
        ),
    ],
)
def test_a_fault_lowers_its_measure(tmp_path, changes, measure):
    report = gold_report(tmp_path)
    assert figures(report, spoilt(perfect(report), **changes))[measure] == 0.0


def test_a_reported_event_told_as_actual_is_still_the_event(tmp_path):
    report = gold_report(tmp_path)
    assert figures(report, spoilt(perfect(report), status=Status.ACTUAL))["events"] == 1.0


def test_an_optional_event_is_neither_rewarded_nor_punished(tmp_path):
    report = gold_report(tmp_path, claims=[judged_event(optional=True)])
    assert figures(report, perfect(report))["events"] is None
    assert figures(report, Coded(report.as_report()))["events"] is None


def test_an_event_on_a_report_without_events_is_counted(tmp_path):
    quiet = gold_report(tmp_path, claims=[])
    coded = perfect(gold_report(tmp_path / "other"))
    board = score_report(quiet, Coded(quiet.as_report(), coded.claims)).board
    assert board.false_events == 1
    assert board.figures()["quiet"] == 0.0
    assert board.figures()["counted.precision"] == 0.0


def test_a_second_record_of_one_event_is_false(tmp_path):
    report = gold_report(tmp_path)
    once = perfect(report)
    twice = Coded(once.report, once.claims * 2, once.mentions)
    assert figures(report, twice)["events"] == pytest.approx(2 / 3)


def test_the_misses_are_told_in_words(tmp_path):
    report = gold_report(tmp_path)
    missed = "\n".join(error_lines(score_report(report, Coded(report.as_report())).alignment))
    assert "MISS" in missed
    assert "shelled" in missed
    assert "MISSED-ACTOR\t'medics'" in missed


def test_a_false_event_is_told_with_its_rule(tmp_path):
    quiet = gold_report(tmp_path, claims=[])
    coded = Coded(quiet.as_report(), perfect(gold_report(tmp_path / "other")).claims)
    assert "rule=judged" in "\n".join(error_lines(score_report(quiet, coded).alignment))


def test_every_measure_says_what_it_counts():
    assert all(kind in {"f1", "share"} and meaning for kind, meaning in MEASURES.values())
    assert Status.ALLEGED in COUNTED
