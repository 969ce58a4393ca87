"""When an alert is raised, held, lowered and stood down, and what silence, people and age do to it."""

from datetime import UTC, datetime, timedelta

import pytest

from hudna.model.alert import Alert
from hudna.model.judgement import Judgement
from hudna.warn.decide import standing
from hudna.warn.stage import warn
from warn import kadra as k

FIGHT = k.incident("fight")
READ = [
    k.report(f"n{days}", k.ago(-days), source)
    for days in range(60)
    for source in ("Kadra Post", "Selen Wire")
]


def through(days, history=(), **facts):
    """The alerts of each of the coming days in turn."""
    lines = list(history)
    for number in days:
        on = k.ago(-number)
        given = {name: make(on) if callable(make) else make for name, make in facts.items()}
        read = [one for one in given.pop("reports", READ) if one.published <= on]
        incidents = [one for one in given.pop("incidents", ()) if one.first_reported <= on]
        lines += warn(k.day(incidents, on, reports=read, **given), lines)
    return lines


def on_day(lines, number):
    return [one for one in lines if one.as_of == k.ago(-number)]


def test_fighting_between_camps_raises_an_elevated_alert_with_its_reasons():
    alert = k.only(k.alerts([FIGHT]))
    assert (alert.area, alert.level, alert.state) == ("north", "elevated", "raised")
    assert alert.incidents == ("fight",)
    assert alert.claims == FIGHT.claims
    assert alert.baseline == "no baseline yet"
    assert alert.ends_when
    assert alert.expires > k.DAY
    assert alert.criterion.until > k.DAY


def test_nothing_told_raises_nothing():
    assert k.alerts([]) == ()
    assert k.alerts([k.incident(root="CONSULT")]) == ()


@pytest.mark.parametrize("fields", [{"counts": False}, {"third_party": True}, {"status": "alleged"}])
def test_what_did_not_happen_or_is_only_alleged_raises_no_alert_of_fighting(fields):
    assert k.alerts([k.incident(**fields)]) == ()


def test_a_single_origin_gives_no_more_than_a_watch_and_says_what_is_missing():
    alert = k.only(k.alerts([k.incident(origins=1)]))
    assert alert.level == "watch"
    assert "single origin" in alert.note
    assert "a second origin, independent of the first" in alert.missing


def test_what_a_party_says_against_its_own_interest_needs_no_second_origin():
    assert k.only(k.alerts([k.incident(origins=1, verification="documented")])).level == "elevated"


def test_an_alert_is_held_under_its_id_while_its_reasons_are_news():
    lines = through(range(7), incidents=[FIGHT])
    assert {one.id for one in lines} == {lines[0].id}
    assert [one.state for one in lines] == ["raised"] + ["held"] * 6


def test_it_goes_down_after_its_calm_days_and_never_flickers():
    lines = through(range(40), incidents=[FIGHT])
    assert [one.state for one in lines if one.state != "held"] == ["raised", "stood_down"]
    stood_down = lines[-1]
    # news for a week, then ten calm days
    assert stood_down.as_of == k.ago(-17)
    assert "reports were read" in stood_down.note


def test_a_day_without_its_reason_does_not_lower_it():
    held = through(range(10), incidents=[FIGHT])[-1]
    assert (held.level, held.state) == ("elevated", "held")
    assert held.calm_since == k.ago(-7)
    assert held.because == through(range(7), incidents=[FIGHT])[-1].because


def test_a_higher_level_is_raised_at_once_and_names_the_one_before():
    later = [k.incident(f"f{n}", on=k.ago(-n)) for n in (1, 2, 3)]
    lines = through(range(4), incidents=[FIGHT, *later])
    raised = [one for one in lines if one.state == "raised"]
    assert [one.level for one in raised] == ["elevated", "high"]
    assert raised[1].supersedes == raised[0].id
    assert raised[1].began == raised[0].raised


def test_no_cool_down_silences_what_begins_again():
    lines = through(range(18), incidents=[FIGHT])
    assert lines[-1].state == "stood_down"
    again = through(range(18, 20), lines, incidents=[FIGHT, k.incident("again", on=k.ago(-18))])
    assert [one.state for one in on_day(again, 18)] == ["raised"]


def test_an_easing_act_that_comes_later_lowers_by_one_level_and_says_so():
    left = k.signal("withdrawal", k.ago(-1))
    lines = through(range(3), incidents=[FIGHT], signals=lambda on: [left] if on >= left.on else [])
    lowered = on_day(lines, 1)[0]
    assert (lowered.level, lowered.state) == ("watch", "held")
    assert lowered.note.startswith("Lowered from elevated")
    assert any(one.kind == "eased" for one in lowered.against)
    assert on_day(lines, 2)[0].level == "watch"


@pytest.mark.parametrize(
    "fields", [{"executed": False}, {"alleged": True}, {"third_party": True}, {"on": k.ago(5)}]
)
def test_promises_allegations_calls_and_what_came_before_lower_nothing(fields):
    alert = k.only(k.alerts([FIGHT], signals=[k.signal(**{"on": k.DAY, **fields})]))
    assert alert.level == "elevated"


def test_talk_is_shown_and_lowers_nothing():
    talk = k.signal("talks", k.DAY + timedelta(days=1))
    alert = k.only(k.alerts([FIGHT], k.DAY + timedelta(days=1), signals=[talk]))
    assert alert.level == "elevated"
    assert [one.values["signal"] for one in alert.against] == ["talks"]


def test_a_denial_stands_beside_the_alert():
    position = {
        "speaker": k.party("front"),
        "says": {"stance": "denies", "status": "denied"},
        "said": k.DAY,
        "claims": ("d",),
    }
    alert = k.only(k.alerts([k.incident(positions=(position,))]))
    assert [(one.kind, one.claims) for one in alert.against] == [("denied", ("d",))]


def test_silence_of_those_who_told_of_it_is_a_gap_and_no_calm():
    told = [k.report(f"b{n}", k.ago(n), "Selen Wire") for n in range(1, 100)]
    fight = k.incident("fight", reports=("fight-r0", "fight-r1"))
    of_it = [k.report("fight-r0", k.DAY, "Selen Wire"), k.report("fight-r1", k.DAY, "Selen Wire")]
    others = [k.report(f"o{n}", k.ago(-n), "Kadra Post") for n in range(60)]
    lines = through(range(40), incidents=[fight], reports=[*told, *of_it, *others])
    late = on_day(lines, 30)[0]
    assert (late.state, late.level) == ("held", "elevated")
    assert "not calm" in late.note
    assert any("Selen Wire" in gap for gap in late.gaps)


def test_what_nobody_reports_on_is_stood_down_in_the_end_with_other_words():
    told = [k.report(f"b{n}", k.ago(n), "Selen Wire") for n in range(1, 100)]
    fight = k.incident("fight", reports=("fight-r0", "fight-r1"))
    of_it = [k.report("fight-r0", k.DAY, "Selen Wire"), k.report("fight-r1", k.DAY, "Selen Wire")]
    lines = [one for one in through(range(70), incidents=[fight], reports=[*told, *of_it]) if one.area]
    assert lines[-1].state == "stood_down"
    assert lines[-1].as_of == k.ago(-60)
    assert "not because of calm" in lines[-1].note


def judged(act, alert, author="monitor-a", number=1, **fields):
    made = datetime(2031, 3, 11, 8, number, tzinfo=UTC)
    return Judgement(
        id=f"j{number}", act=act, about=(alert,), author=author, made=made, reason="seen there", **fields
    )


def test_one_persons_judgement_that_it_is_unfounded_stands_it_down_until_something_new_is_told():
    raised = k.only(k.alerts([FIGHT]))
    rejected = judged("reject", raised.id)
    next_day = k.alerts([FIGHT], k.ago(-1), judgements=[rejected], before=[raised])
    assert k.only(next_day).state == "stood_down"
    assert "seen there" in k.only(next_day).note
    assert k.only(next_day).judgements == ("j1",)
    new = k.incident("new", on=k.ago(-1))
    again = k.alerts([FIGHT, new], k.ago(-1), judgements=[rejected], before=[raised])
    assert k.only(again).state == "held"


def test_contradicting_judgements_are_both_shown_and_neither_is_followed():
    raised = k.only(k.alerts([FIGHT]))
    both = [judged("reject", raised.id), judged("confirm", raised.id, "monitor-b", 2)]
    alert = k.only(k.alerts([FIGHT], k.ago(-1), judgements=both, before=[raised]))
    assert (alert.state, alert.level) == ("held", "elevated")
    assert "differently" in alert.note
    assert [one.kind for one in alert.because if one.kind.startswith("judged")] == ["judged-sound"]
    assert [one.kind for one in alert.against] == ["judged-unfounded"]


def test_a_judgement_that_was_withdrawn_counts_no_more():
    raised = k.only(k.alerts([FIGHT]))
    given = [judged("reject", raised.id), judged("withdraw", "j1", number=2, withdraws="j1")]
    assert k.only(k.alerts([FIGHT], k.ago(-1), judgements=given, before=[raised])).state == "held"


def test_the_clock_moved_back_looks_only_at_what_lies_before():
    lines = through(range(5), incidents=[FIGHT, k.incident("late", on=k.ago(-3))])
    then = warn(k.day([FIGHT], k.ago(-1), reports=[one for one in READ if one.published <= k.ago(-1)]), lines)
    assert list(then) == on_day(lines, 1)


def test_a_lowered_level_stays_released_and_a_higher_one_does_not():
    raised = k.only(k.alerts([FIGHT])).model_copy(update={"released_by": "desk"})
    left = k.signal("withdrawal", k.ago(-1))
    lowered = k.only(k.alerts([FIGHT], k.ago(-1), signals=[left], before=[raised]))
    assert (lowered.level, lowered.released_by) == ("watch", "desk")
    worse = [FIGHT, *(k.incident(f"f{n}", on=k.ago(n)) for n in (1, 2))]
    higher = k.only(k.alerts(worse, k.ago(-1), before=[raised]))
    assert (higher.level, higher.released_by) == ("high", None)


def test_the_order_of_records_changes_nothing():
    facts = [FIGHT, k.incident("b", on=k.ago(1)), k.incident("c", root="MOBILIZE", at="marsh")]
    assert k.alerts(facts) == k.alerts(facts[::-1])


def test_only_the_latest_line_of_an_area_stands():
    lines = through(range(20), incidents=[FIGHT])
    assert standing(lines) == ()
    assert [one.state for one in standing(lines[:5])] == ["held"]


def test_an_alert_is_written_and_read_back_the_same():
    alert = k.only(k.alerts([FIGHT]))
    assert Alert.model_validate_json(alert.model_dump_json(by_alias=True)) == alert
