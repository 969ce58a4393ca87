"""A source added or lost is no surge and no calm; silence is told and is never calm."""

from datetime import timedelta

import pytest

from hudna.knowledge.warning_rules import Expected
from hudna.warn.coverage import Gap, gaps, heard_between, patience, readings
from hudna.warn.stage import measure
from warn import kadra as k

SILENCE = k.RULES.silence


def daily(source, first, last=0, every=1):
    return [k.report(f"{source}-{age}", k.ago(age), source) for age in range(first, last - 1, -every)]


def told(source, first, last=0, every=7, at="norhaven"):
    """An attack each week, told by one source, with its reports."""
    return [
        k.incident(f"{source}-i{age}", on=k.ago(age), at=at, reports=(f"{source}-{age}",))
        for age in range(first, last - 1, -every)
    ]


def violence(incidents, reports, area="north"):
    found = measure(k.day(incidents, reports=reports))
    return next(
        one for one in found if one.indicator == "violence" and one.area == area and one.window_days == 28
    )


def test_the_same_number_as_always_is_nothing_rare():
    found = violence(told("post", 700), daily("post", 700))
    assert found.number == 4
    assert found.exceedance > 0.3
    assert found.coverage.within == ("post",)


def test_more_from_the_same_source_is_rare():
    surge = [k.incident(f"s{n}", on=k.ago(n), reports=(f"post-{n}",)) for n in range(20)]
    found = violence([*told("post", 700), *surge], daily("post", 700))
    assert found.exceedance < 0.01
    # The window asked about is no part of the past it is held against.
    assert found.highest == 4


def test_a_source_that_was_added_is_no_surge_and_is_named():
    incidents = [*told("post", 700), *told("wire", 27, every=1)]
    found = violence(incidents, [*daily("post", 700), *daily("wire", 27)])
    assert found.number == 32
    assert found.compared == 4
    assert found.exceedance > 0.3
    assert found.coverage.added == ("wire",)
    assert "newly read: wire" in found.text


def test_a_source_that_was_lost_is_no_calm_and_is_named():
    incidents = [*told("post", 700), *told("wire", 700, 35, every=1)]
    found = violence(incidents, [*daily("post", 700), *daily("wire", 700, 35)])
    assert found.compared == 4
    assert found.baseline == pytest.approx(4, abs=0.2)
    assert found.exceedance > 0.3
    assert found.coverage.lost == ("wire",)


def test_without_reports_everything_is_compared_and_the_reading_says_so():
    found = violence(told("post", 700), [])
    assert not found.coverage.known
    assert found.exceedance is not None
    assert "cannot be told" in found.how


def test_a_record_of_weeks_gives_no_chance():
    found = violence(told("post", 60), daily("post", 60))
    assert found.exceedance is None
    assert found.baseline is None
    assert "no baseline yet" in found.how


def test_when_no_source_reported_throughout_nothing_can_be_compared():
    incidents = [*told("post", 700, 35), *told("wire", 27)]
    found = violence(incidents, [*daily("post", 700, 35), *daily("wire", 27)])
    assert found.exceedance is None
    assert "nothing can be compared" in found.how


def read(*reports):
    return readings([one for given in reports for one in given], lambda name: name or "?", k.DAY, 530)


def test_a_source_that_falls_silent_is_told_with_what_was_usual():
    [gap] = gaps(read(daily("post", 200, 12), daily("wire", 200)), (), SILENCE)
    assert (gap.source, gap.days) == ("post", 12)
    assert gap.per_week == pytest.approx(7, abs=0.1)
    assert "not calm" in gap.text


def test_a_rare_source_may_be_silent_for_longer():
    assert gaps(read(daily("monthly", 400, 20, every=28)), (), SILENCE) == ()
    assert gaps(read(daily("daily", 400, 5)), (), SILENCE) != ()


def test_an_expected_source_that_was_never_read_is_a_gap():
    assert gaps(read(daily("post", 30)), [Expected(source="wire", per_week=5)], SILENCE) == (
        Gap("wire", None, None, 5),
    )


def test_a_source_read_for_a_few_weeks_is_not_expected_yet():
    assert gaps(read(daily("post", 60, 30)), (), SILENCE) == ()


def test_patience_is_what_chance_allows_and_no_less_than_a_weekend():
    assert patience(7, SILENCE) == pytest.approx(4.6, abs=0.01)
    assert patience(100, SILENCE) == SILENCE.least_days


def test_whether_anything_was_heard_between_two_days():
    given = read(daily("post", 60, 30))
    assert heard_between(given, k.ago(40), k.ago(30))
    assert not heard_between(given, k.ago(20), k.DAY)


def test_all_sources_silent_is_an_alert_of_its_own_that_foretells_nothing():
    alert = k.only(
        k.alerts(
            [k.incident("old", on=k.ago(100), first_reported=k.ago(100))], reports=daily("post", 300, 20)
        )
    )
    assert (alert.subject, alert.level) == ("silence", "watch")
    assert not alert.criterion.judged
    assert "gap" in alert.because[0].text


def test_one_source_that_still_reports_is_no_silence():
    given = [*daily("post", 300, 20), *daily("wire", 300)]
    assert k.alerts([k.incident("old", on=k.ago(100), first_reported=k.ago(100))], reports=given) == ()


def test_days_that_have_not_come_are_not_read():
    assert read([k.report("x", k.DAY + timedelta(days=1))]).names == ()
