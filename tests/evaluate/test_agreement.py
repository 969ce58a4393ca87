"""Agreement of languages on the same facts: what is counted as alike, and what is left out."""

from hudna.evaluate.agreement import compared, evaluate, told_in
from hudna.evaluate.command import REPOSITORY_GOLD
from hudna.evaluate.parallel import load_parallel
from hudna.pipeline import code_reports


def _told(report, language):
    gold = report.reports[language]
    (coded,) = code_reports([gold.as_report()])
    return told_in(gold, coded)


def test_a_language_agrees_with_itself_in_every_field():
    report = next(r for r in load_parallel(REPOSITORY_GOLD) if r.id == "parallel-mli-gao-convoy")
    told = _told(report, "en")
    fields = list(compared(told, told))
    assert told.answers
    assert all(alike for _, alike in fields)
    assert {name for name, _ in fields} == {"found", "root", "actors", "status", "place", "date"}


def test_what_only_one_language_answers_is_not_found_and_not_compared_further():
    report = next(r for r in load_parallel(REPOSITORY_GOLD) if r.id == "parallel-mli-gao-convoy")
    told = _told(report, "en")
    silent = told_in(report.reports["fr"], next(iter(code_reports([report.reports["fr"].as_report()]))))
    silent = type(silent)(silent.gold, {})
    assert list(compared(told, silent)) == [("found", False)] * len(told.answers)


def test_a_folder_without_parallel_reports_gives_no_figure_of_a_pair(tmp_path):
    assert {figure.value for figure in evaluate(tmp_path).figures} <= {None}
