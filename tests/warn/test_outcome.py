"""Alerts are scored by the criterion written when they were raised; what nobody could see is void."""

import pytest

from hudna.warn.outcome import kept, outcomes, score
from warn import kadra as k

RAISED = k.only(k.alerts([k.incident("fight")]))
READ = [k.report(f"n{n}", k.ago(-n)) for n in range(40)]
LATER = k.ago(-40)


def came(incidents=(), reports=READ, as_of=LATER, alerts=(RAISED,)):
    day = k.day(incidents, as_of, reports=reports)
    return outcomes(alerts, day.evidence, as_of, k.known())


def only(*args, **fields):
    [found] = came(*args, **fields)
    return found


def test_what_it_foretold_came_true_with_the_days_it_took():
    found = only([k.incident("a", on=k.ago(-3)), k.incident("b", on=k.ago(-9))])
    assert (found.result, found.first, found.lead_days) == ("came true", k.ago(-9), 9)
    assert found.incidents == ("a", "b")


def test_one_dead_is_as_much_as_two_acts():
    assert only([k.incident("a", on=k.ago(-3), dead=1)]).lead_days == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"on": k.DAY},
        {"on": k.ago(-30)},
        {"at": "marsh"},
        {"origins": 1},
        {"status": "alleged"},
        {"counts": False},
        {"root": "COERCE"},
        {"theatre": "else"},
    ],
    ids=[
        "the-day-itself",
        "too-late",
        "elsewhere",
        "one-origin",
        "alleged",
        "not-told-as-so",
        "no-force",
        "another-theatre",
    ],
)
def test_what_does_not_count_does_not_make_it_true(fields):
    acts = [k.incident(f"a{n}", **{"on": k.ago(-3), "dead": 4, **fields}) for n in range(3)]
    assert only(acts).result == "did not"


def test_before_its_time_is_over_it_is_open():
    assert only(as_of=k.ago(-20)).result == "open"


def test_without_reports_in_most_weeks_it_is_void():
    assert only(reports=READ[:5]).result == "void"


def test_an_alert_that_foretells_nothing_is_not_judged():
    silent = RAISED.model_copy(update={"criterion": RAISED.criterion.model_copy(update={"judged": False})})
    assert only(alerts=[silent]).result == "not judged"


def test_each_alert_is_judged_once_however_long_it_was_held():
    held = RAISED.model_copy(update={"state": "held", "as_of": k.ago(-1)})
    assert len(came(alerts=[RAISED, held])) == 1


def test_chance_is_how_often_a_day_of_the_same_area_was_followed_by_as_much():
    history = [k.report(f"h{n}", k.ago(n)) for n in range(400)]
    always = [k.incident(f"a{n}", on=k.ago(n)) for n in range(0, 400, 5)]
    never = []
    assert only(always, reports=[*READ, *history]).chance == 1.0
    assert only(never, reports=[*READ, *history]).chance == 0.0
    assert only(always).chance is None


def results(*names):
    base = only()
    return [
        base.model_copy(update={"result": name, "alert": str(n), "chance": 0.25})
        for n, name in enumerate(names)
    ]


def test_precision_leaves_out_what_is_void_or_open_and_shows_how_much_that_is():
    found = score(results("came true", "did not", "void", "open"))
    assert (found.raised, found.judged, found.came_true) == (4, 2, 1)
    assert found.precision == 0.5
    assert found.void_rate == pytest.approx(1 / 3)
    assert found.above_chance == pytest.approx(0.25)
    assert found.low <= found.above_chance <= found.high


def test_nothing_judged_has_no_precision():
    found = score(results("open"))
    assert found.precision is None
    assert found.void_rate is None
    assert found.above_chance is None


def test_the_budget_is_told_beside_what_was_raised_in_vain():
    lines = kept(results("did not", "did not", "came true"), "kadra", 2.0, k.RULES)
    assert (
        lines[0]
        == "kadra, watch or higher: 2 false alarms in 3 areas and 2.0 years, 0.33 an area and year; 1 are accepted"
    )
    assert kept(results("did not"), "kadra", 0.5, k.RULES) == ()
