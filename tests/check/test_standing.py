"""Provisions as they stand, numbers with their denominators, and days of the calendar."""

from datetime import date, timedelta

import pytest

import asking
import factory
from hudna.check import findings, occasions, review
from hudna.check.counts import counts
from hudna.check.heard import longest_gap
from hudna.check.standing import standing
from hudna.knowledge.days import MarkedDay
from hudna.model.judgement import Judgement

DAY = asking.DAY


def stands(*incidents, agreements=None, reports=(), judgements=(), as_of=asking.AS_OF):
    asked = asking.asked(
        *incidents, agreements=agreements, reports=reports, judgements=judgements, as_of=as_of
    )
    found = list(standing(findings(asked), asked))
    return {one.provision: one for one in found}


def with_one(**fields):
    return (asking.agreement(asking.provision(**fields)),)


def weekly(**fields):
    """A report in each week from entry into force on."""
    days = [date(2021, 1, 1) + timedelta(days=7 * n) for n in range(10)]
    return [factory.report(id=f"w{n}", published=day, **fields) for n, day in enumerate(days)]


def test_nothing_told_against_what_is_forbidden_is_consistent_where_somebody_listened_all_the_while():
    one = stands(reports=weekly())["K1"]
    assert (one.verdict, one.label, one.standing, one.missing) == ("consistent", "none", True, ())
    assert "Nothing is told against it" in one.because
    assert "of 10 of 69 days" in one.because
    assert "does not show that nothing happened" in one.because
    assert (one.heard.days, one.heard.days_with_reports, one.heard.longest_gap_days) == (69, 10, 6)


def test_silence_where_nobody_listened_is_not_known_and_says_why():
    one = stands(reports=[factory.report(published=date(2021, 3, 5))])["K1"]
    assert (one.verdict, one.label) == ("undetermined", "none")
    assert one.because == (
        "Whether it was kept is not known: reports were read on 1 of 69 days, and on none from 1 January 2021 to 4 March 2021 (63 days). "
        "Nothing is told against it in those that were read; since 5 March 2021 they leave no gap longer than 7 days."
    )
    assert one.missing == ("reports of the days on which none was read", "who fired")
    assert (one.heard.gap_from, one.heard.gap_until) == (date(2021, 1, 1), date(2021, 3, 4))
    assert one.heard.listening_since == date(2021, 3, 5)


def test_where_nothing_was_read_silence_says_nothing():
    one = stands()["K1"]
    assert one.because == (
        "Whether it was kept is not known: reports were read on 0 of 69 days. Where nobody listened, silence says nothing."
    )


@pytest.mark.parametrize(("missed", "verdict"), [(1, "undetermined"), (0, "consistent")])
def test_one_gap_longer_than_a_week_is_enough(missed, verdict):
    read = weekly()
    assert stands(reports=read[:4] + read[4 + missed :])["K1"].verdict == verdict


def abroad(number, country):
    event = factory.event(actors=(factory.actor(country=country),), places=(factory.place(country=country),))
    return factory.claim(id=f"k{number}", report=f"w{number}", event=event)


def test_a_report_that_tells_of_other_countries_alone_hears_nothing_of_this_one():
    claims = [abroad(n, "XAR") for n in range(10)]
    asked = asking.asked(claims=claims, reports=weekly())
    assert asked.heard_days["kadra"] == ()
    claims[3] = abroad(3, "KDR")
    assert asking.asked(claims=claims, reports=weekly()).heard_days["kadra"] == (date(2021, 1, 22),)


@pytest.mark.parametrize(("reports", "verdict"), [(weekly(), "consistent"), ([], "undetermined")])
def test_what_is_told_for_a_prohibition_does_not_stand_for_days_on_which_nobody_listened(reports, verdict):
    asked = asking.asked(asking.fight(), reports=reports)
    kept = [
        one.model_copy(update={"verdict": "consistent", "label": "none", "missing": ()})
        for one in findings(asked)
    ]
    [one] = standing(kept, asked)
    assert (one.verdict, one.incidents) == (verdict, ("i1",))
    assert (
        "Whether it was kept is not known: reports were read on 1 of 69 days, and on none from 1 January 2021 to 28 February 2021 (59 days). The only finding is consistent"
        in one.because
    ) is (not reports)


def test_reports_before_it_came_into_force_do_not_count():
    early, first = (
        factory.report(published=date(2020, 12, 31)),
        factory.report(id="b", published=date(2021, 1, 1)),
    )
    assert "on 1 of 69 days" in stands(reports=[early, first])["K1"].because
    last, late = (
        factory.report(id="c", published=asking.AS_OF),
        factory.report(id="d", published=date(2021, 3, 11)),
    )
    assert "on 2 of 69 days" in stands(reports=[early, first, last, late])["K1"].because


def test_nothing_told_of_what_is_due_stays_undetermined():
    one = stands(agreements=with_one(kind="prisoner_exchange", duty="must"))["K1"]
    assert (one.verdict, one.missing) == ("undetermined", ("who fired",))
    assert "Nothing is told of it" in one.because


def test_what_only_a_person_can_read_stays_undetermined():
    one = stands(agreements=with_one(kind="hostile_propaganda"))["K1"]
    assert one.verdict == "undetermined"
    assert "Nothing is told against it" in one.because


def test_what_an_exception_leaves_out_asks_nothing():
    one = stands(agreements=with_one(kind="exception", duty="exception"))["K1"]
    assert one.verdict == "out_of_scope"
    assert "asks nothing" in one.because


def test_one_inconsistent_finding_outweighs_the_rest():
    open_one = asking.fight(id="i2", claims=("c2",), recipients=())
    one = stands(asking.fight(), open_one)["K1"]
    assert (one.verdict, one.label, one.incidents) == ("inconsistent", "apparent", ("i1",))
    assert one.because.startswith("1 of 2 findings is inconsistent (apparent), the last on 1 March 2021.")
    assert stands(open_one)["K1"].because.startswith("The only finding is undetermined, on 1 March 2021.")


def test_open_findings_list_what_is_missing():
    one = stands(asking.fight(recipients=()), asking.fight(id="i2", claims=("c2",), recipients=()))["K1"]
    assert one.verdict == "undetermined"
    assert one.because.startswith("Both findings are undetermined")
    assert "whom the force was aimed at" in one.missing


def test_the_firmest_label_is_told_and_allegations_name_who_alleges():
    alleged = asking.fight(status="alleged", positions=(factory.position("alleged", asking.army()),))
    one = stands(alleged)["K1"]
    assert (one.label, [party.id for party in one.by]) == ("alleged", ["army"])
    one = stands(alleged, asking.fight(id="i2", claims=("c2",)))["K1"]
    assert (one.label, one.by) == ("apparent", ())


def test_a_verified_finding_makes_it_verified():
    asked = asking.asked(asking.fight())
    [finding] = findings(asked)
    judged = Judgement(
        id="j", act="verify", about=(finding.id,), author="a", made="2021-03-09T00:00:00Z", reason="seen"
    )
    assert stands(asking.fight(), judgements=[judged])["K1"].label == "verified"


def test_a_withdrawn_judgement_holds_no_more():
    [finding] = findings(asking.asked(asking.fight()))
    judged = Judgement(
        id="j", act="verify", about=(finding.id,), author="a", made="2021-03-09T00:00:00Z", reason="seen"
    )
    back = Judgement(
        id="k",
        act="withdraw",
        about=(),
        withdraws="j",
        author="a",
        made="2021-03-10T00:00:00Z",
        reason="erred",
    )
    [one] = findings(asking.asked(asking.fight(), judgements=[judged, back]))
    assert (one.label, one.judgements) == ("apparent", ())


def test_what_is_out_of_scope_does_not_weigh():
    inside = asking.fight(actors=(asking.army(),), recipients=(factory.party("guard", sector="MIL"),))
    assert stands(inside, reports=weekly())["K1"].verdict == "consistent"


def test_what_was_done_is_done():
    done = {"on": date(2021, 2, 1), "what": "a room was opened", "source": "the mission"}
    one = stands(agreements=with_one(kind="milestone", duty="must", done=done))["K1"]
    assert (one.verdict, one.because) == (
        "consistent",
        "Done on 1 February 2021: a room was opened. Recorded by the mission.",
    )


def test_what_was_done_later_is_not_known_yet():
    for day, told in ((asking.AS_OF, True), (asking.AS_OF + timedelta(days=1), False)):
        done = {"on": day, "what": "a room was opened", "source": "the mission"}
        one = stands(agreements=with_one(kind="milestone", duty="must", done=done))["K1"]
        assert ("Done" in one.because) is told


@pytest.mark.parametrize(
    ("until", "verdict"), [(date(2021, 3, 9), "out_of_scope"), (date(2021, 3, 10), "consistent")]
)
def test_what_has_lapsed_is_out_of_scope(until, verdict):
    assert stands(agreements=with_one(until=until), reports=weekly())["K1"].verdict == verdict


def test_the_end_of_the_agreement_ends_its_provisions():
    ended = (asking.agreement(ended=date(2021, 3, 9)),)
    assert stands(agreements=ended)["K1"].verdict == "out_of_scope"


def test_what_lapsed_but_was_told_against_before_is_told():
    one = stands(asking.fight(), agreements=with_one(until=date(2021, 3, 5)))["K1"]
    assert one.verdict == "inconsistent"


@pytest.mark.parametrize(("start", "there"), [(asking.AS_OF, True), (date(2021, 3, 11), False)])
def test_what_is_not_in_force_yet_does_not_stand(start, there):
    assert bool(stands(agreements=with_one(**{"from": start}))) is there


def counted(*incidents, reports=()):
    asked = asking.asked(*incidents, reports=reports)
    return counts(findings(asked), asked)


def test_counts_go_by_party_provision_and_label():
    told = [
        asking.fight(),
        asking.fight(id="i2", claims=("c2",)),
        asking.fight(id="i3", claims=("c3",), actors=(asking.army(),), recipients=(factory.party(),)),
    ]
    assert [(one.party, one.verdict, one.label, one.number) for one in counted(*told)] == [
        ("n", "inconsistent", "apparent", 2),
        ("s", "inconsistent", "apparent", 1),
    ]


def test_what_is_told_of_nobody_is_counted_too():
    told = [asking.fight(), asking.fight(id="i2", claims=("c2",), actors=(factory.party("cult"),))]
    assert [(one.party, one.verdict) for one in counted(*told)] == [
        (None, "out_of_scope"),
        ("n", "inconsistent"),
    ]


def test_counts_have_denominators():
    reports = [factory.report(id=str(day), published=date(2021, 3, day)) for day in (1, 5)]
    reports += [
        factory.report(id="early", published=date(2020, 12, 31)),
        factory.report(id="late", published=date(2021, 3, 11)),
    ]
    [one] = counted(asking.fight(), reports=reports)
    assert (one.since, one.days, one.days_with_reports, one.longest_gap_days) == (date(2021, 1, 1), 69, 2, 59)
    assert (one.first_report, one.last_report) == (date(2021, 3, 1), date(2021, 3, 5))


def test_reports_of_the_first_and_the_last_day_count():
    reports = [
        factory.report(id="a", published=date(2021, 1, 1)),
        factory.report(id="b", published=asking.AS_OF),
    ]
    [one] = counted(asking.fight(), reports=reports)
    assert (one.days_with_reports, one.longest_gap_days) == (2, 67)


@pytest.mark.parametrize(
    ("days", "gap"),
    [
        ((), 10),
        ((1,), 9),
        ((10,), 9),
        ((5,), 5),
        ((1, 10), 8),
        ((1, 2, 3), 7),
        ((3, 4, 9), 4),
        (tuple(range(1, 11)), 0),
    ],
)
def test_the_longest_time_without_a_report(days, gap):
    assert longest_gap([date(2021, 3, day) for day in days], date(2021, 3, 1), date(2021, 3, 10)) == gap


def test_a_span_that_has_not_begun_has_no_gap():
    assert longest_gap([], date(2021, 3, 2), date(2021, 3, 1)) == 0
    assert longest_gap([], date(2021, 3, 1), date(2021, 3, 1)) == 1


def marked(**fields):
    return MarkedDay(
        **{
            "name": "founding",
            "on": date(1940, 8, 9),
            "recurs": True,
            "why": "parades",
            "source": "invented",
            "evidence": "V",
            **fields,
        }
    )


@pytest.mark.parametrize(
    ("as_of", "away"), [(date(2024, 8, 9), 0), (date(2024, 7, 30), 10), (date(2024, 8, 19), -10)]
)
def test_an_anniversary_comes_round(as_of, away):
    [one] = occasions([marked()], (), as_of, 10)
    assert (one.years, one.days_away, one.kind) == (84, away, "anniversary")
    assert occasions([marked()], (), as_of, 9) == () or away == 0


def test_an_anniversary_is_seen_across_the_turn_of_the_year():
    assert [one.on for one in occasions([marked(on=date(1951, 12, 24))], (), date(2024, 1, 3), 30)] == [
        date(2023, 12, 24)
    ]
    assert [one.on for one in occasions([marked(on=date(1951, 1, 3))], (), date(2023, 12, 24), 30)] == [
        date(2024, 1, 3)
    ]


def test_a_day_is_kept_only_once_it_has_happened():
    assert occasions([marked(on=date(2024, 8, 12))], (), date(2023, 8, 9), 10) == ()
    assert occasions([marked(on=date(2024, 8, 12))], (), date(2024, 8, 9), 10) == ()
    assert occasions([marked(on=date(2024, 8, 12), recurs=False)], (), date(2024, 8, 9), 10) == ()
    assert [one.years for one in occasions([marked(on=date(2024, 8, 9))], (), date(2024, 8, 9), 10)] == [0]


def test_a_day_that_is_not_kept_does_not_come_round():
    assert occasions([marked(recurs=False)], (), date(2024, 8, 9), 10) == ()
    assert occasions([marked(recurs=False, on=date(2024, 8, 1))], (), date(2024, 8, 9), 10)


def test_a_leap_day_is_kept_on_the_last_of_february():
    assert [one.on for one in occasions([marked(on=date(2020, 2, 29))], (), date(2023, 2, 25), 10)] == [
        date(2023, 2, 28)
    ]
    assert [one.on for one in occasions([marked(on=date(2020, 1, 29))], (), date(2023, 1, 25), 10)] == [
        date(2023, 1, 29)
    ]
    assert [one.on for one in occasions([marked(on=date(2020, 2, 20))], (), date(2023, 2, 18), 10)] == [
        date(2023, 2, 20)
    ]


def test_agreements_bring_anniversaries_and_deadlines():
    kadra = asking.agreement(asking.provision(deadline=date(2022, 1, 5)))
    found = occasions([], [kadra], date(2022, 1, 2), 10)
    assert [(one.kind, one.on, one.days_away) for one in found] == [
        ("anniversary", date(2022, 1, 1), -1),
        ("deadline", date(2022, 1, 5), 3),
    ]
    assert occasions([], [asking.agreement()], date(2021, 1, 1), 10) == ()


def test_the_review_holds_everything():
    asked = asking.asked(asking.fight())
    found = review(asked, [marked(on=asking.AS_OF - timedelta(days=365))])
    assert {one.standing for one in found.findings} == {True, False}
    assert found.counts
    assert found.occasions
    assert found.as_of == asking.AS_OF
