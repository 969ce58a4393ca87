"""Each family of triggers: what it warns of, what it must not warn of, and its question."""

from datetime import timedelta

import pytest

from hudna.model.assessment import Assessment, Entry, Weighed
from hudna.model.finding import Declared
from hudna.model.picture import Channel, State
from hudna.warn.triggers import find_families
from warn import kadra as k

MOVED = k.incident("i1", root="MOBILIZE", move="deploy", upon=())


def one(*args, **fields):
    return k.only(k.alerts(*args, **fields))


def kinds(alert):
    return [reason.kind for reason in alert.because]


@pytest.mark.parametrize("name", find_families())
def test_a_family_asks_a_question(name):
    assert find_families()[name].__doc__.strip().partition("\n")[0].endswith("?")


def test_one_force_that_is_out_is_a_watch():
    alert = one([MOVED], postures=[k.posture()])
    assert (alert.area, alert.level, kinds(alert)) == ("north", "watch", ["force-mobilised"])


def test_two_camps_out_in_one_area_within_a_fortnight_are_elevated():
    other = k.incident("i2", root="MOBILIZE", by=("guard",), upon=())
    alert = one([MOVED, other], postures=[k.posture(), k.posture("guard", on=k.ago(10), given=other)])
    assert (alert.area, alert.level, kinds(alert)) == ("north", "elevated", ["rivals-mobilised"])


def test_two_camps_in_two_parts_of_an_area_face_each_other_in_the_larger_one():
    other = k.incident("i2", root="MOBILIZE", by=("guard",), upon=(), at="selen")
    found = k.alerts(
        [MOVED, other], postures=[k.posture(area="north"), k.posture("guard", "selen", given=other)]
    )
    assert {(a.area, a.level) for a in found} == {("north", "elevated"), ("selen", "watch")}


def test_two_camps_far_apart_are_a_watch_each():
    other = k.incident("i2", root="MOBILIZE", by=("guard",), upon=(), at="marsh")
    found = k.alerts([MOVED, other], postures=[k.posture(), k.posture("guard", "south", given=other)])
    assert {(a.area, a.level) for a in found} == {("north", "watch"), ("south", "watch")}


def test_two_forces_without_a_camp_are_rivals_only_where_one_acts_against_the_other():
    other = k.incident("i2", root="MOBILIZE", by=("militia",), upon=())
    out = [k.posture("guard", given=MOVED), k.posture("militia", given=other)]
    assert kinds(one([MOVED, other], postures=out)) == ["forces-mobilised"]
    threat = k.incident("i3", root="THREATEN", by=("militia",), upon=("guard",))
    assert kinds(one([MOVED, other, threat], postures=out)) == ["rivals-mobilised"]


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.HEIGHTENED},
        {"state": State.STANDING_DOWN},
        {"decayed": True},
        {"basis": "none"},
        {"last_heard": k.ago(20), "on": k.ago(20)},
    ],
)
def test_a_posture_that_is_low_old_or_left_by_age_warns_of_nothing(fields):
    assert k.alerts([MOVED], postures=[k.posture(**fields)]) == ()


def test_a_posture_by_allegation_alone_makes_no_rivals():
    other = k.incident("i2", root="MOBILIZE", by=("guard",), upon=())
    alert = one([MOVED, other], postures=[k.posture(basis="alleged"), k.posture("guard", given=other)])
    assert alert.level == "watch"


def test_an_alert_of_no_area_is_one_of_the_theatre():
    alert = one([k.incident("i1", root="MOBILIZE", at=None, upon=())], postures=[k.posture(area=None)])
    assert (alert.area, alert.level) == (None, "watch")


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({}, "elevated"),
        ({"upon": ("civilians",)}, None),
        ({"upon": ("smugglers",)}, None),
        ({"by": ("guard",)}, None),
    ],
    ids=["between-camps", "upon-civilians", "against-criminals", "within-one-force"],
)
def test_fighting_is_between_armed_parties_that_are_no_kin(fields, level):
    found = k.alerts([k.incident(**fields)])
    assert (found[0].level if found else None) == level


@pytest.mark.parametrize(
    "facts", [[{"on": k.ago(n)} for n in range(3)], [{"dead": 10}]], ids=["three-days", "ten-dead"]
)
def test_fighting_that_goes_on_is_high(facts):
    assert one([k.incident(f"f{n}", **fields) for n, fields in enumerate(facts)]).level == "high"


ACT = k.incident("act", root="COERCE", upon=("civilians",))


@pytest.mark.parametrize(
    ("label", "severity", "level", "kind"),
    [
        ("alleged", 5, "watch", "finding-alleged"),
        ("apparent", 2, "watch", "finding-apparent"),
        ("apparent", 4, "elevated", "finding-severe"),
        ("verified", 5, "elevated", "finding-severe"),
    ],
)
def test_a_finding_warns_by_its_label_and_severity(label, severity, level, kind):
    alert = one([ACT], findings=[k.finding(ACT, label, severity, missing=("who gave the order",))])
    assert (alert.level, kinds(alert)) == (level, [kind])
    assert "who gave the order" in alert.missing
    assert ACT.claims[0] in alert.claims


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "undetermined"},
        {"verdict": "consistent"},
        {"verdict": "out_of_scope"},
        {"standing": True},
        {"on": k.ago(30)},
    ],
)
def test_what_is_undetermined_standing_or_old_warns_of_nothing(fields):
    assert k.alerts([ACT], findings=[k.finding(ACT, **fields)]) == ()


def test_several_provisions_on_one_act_are_one_reason():
    both = [k.finding(ACT, provision=name, id=name) for name in ("P1", "P2")]
    alert = one([ACT], findings=both)
    assert kinds(alert) == ["finding-severe"]
    assert "P1 and P2" in alert.because[0].text


@pytest.mark.parametrize(
    ("state", "of_party", "level"),
    [
        ("touched", False, "watch"),
        ("touched", True, "elevated"),
        ("crossed", False, "elevated"),
        ("crossed", True, "high"),
    ],
)
def test_a_trip_wire_warns_by_its_state_and_its_author(state, of_party, level):
    alert = one([MOVED], wires=[k.tripwire(state, by=MOVED, of_party=of_party)])
    assert (alert.area, alert.level) == ("north", level)
    assert "would end the truce" in alert.because[0].text
    assert {"t1-c", "i1-c"} <= set(alert.claims)


@pytest.mark.parametrize("state", ["armed", "lapsed"])
def test_a_trip_wire_that_nothing_touches_warns_of_nothing(state):
    assert k.alerts([MOVED], wires=[k.tripwire(state, by=MOVED)]) == ()


def test_a_declaration_that_does_not_match_is_a_watch():
    found = Declared(
        id="d1", declarer=k.party("front"), on=k.DAY, field="destination", declared="to Selen", observed="at Norhaven",
        verdict="mismatch", because="told of", incidents=("i1",), claims=("i1-c",), would_settle=("where it is now",),
    )  # fmt: skip
    alert = one([MOVED], declared=[found])
    assert (alert.level, kinds(alert)) == ("watch", ["declared-otherwise"])
    assert k.alerts([MOVED], declared=[found.model_copy(update={"verdict": "partial"})]) == ()


ASKED = k.rules(questions=[{"question": "kadra-move", "hypotheses": ["H1"], "area": "north"}])


def assessed(likelihood, confidence="moderate", prior=0.1, **fields):
    weighed = [
        Weighed(id=name, text=name, prior=p, likelihood=share, low=0, high=1, words="")
        for name, p, share in (("H1", prior, likelihood), ("H0", 1 - prior, 1 - likelihood))
    ]
    return Assessment(**{
        "id": "a1", "question": "kadra-move", "text": "What is it for?", "as_of": k.DAY, "hypotheses": tuple(weighed),
        "confidence": confidence, "ledger": (), "incidents": ("i1",), "claims": ("i1-c",), **fields,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("likelihood", "confidence", "level"),
    [
        (0.15, "high", None),
        (0.3, "moderate", "watch"),
        (0.6, "moderate", "elevated"),
        (0.9, "high", "high"),
        (0.9, "low", "watch"),
    ],
)
def test_a_dreaded_answer_warns_by_its_band_and_low_confidence_caps_it(likelihood, confidence, level):
    found = k.alerts([MOVED], assessments=[assessed(likelihood, confidence)], given=ASKED)
    assert (found[0].level if found else None) == level


def told_line(indicator, seen):
    return Entry(indicator=indicator, question="Is it?", seen=seen, adds={}, low={}, high={}, because="told")


@pytest.mark.parametrize(("seen", "warns"), [("seen", False), ("disputed", False), ("absent", True)])
def test_a_dreaded_answer_that_has_come_true_is_told_and_no_more_feared(seen, warns):
    feared = {"question": "kadra-move", "hypotheses": ["H1"], "happened": {"H1": "fire"}}
    assessment = assessed(0.9, "high", ledger=(told_line("fire", seen),))
    assert bool(k.alerts([MOVED], assessments=[assessment], given=k.rules(questions=(feared,)))) == warns


def test_a_prior_that_lies_in_the_band_already_warns_of_nothing():
    assert k.alerts([MOVED], assessments=[assessed(0.3, prior=0.25)], given=ASKED) == ()


def test_an_answer_that_remains_unlikely_speaks_against_the_areas_alert():
    alert = one([MOVED], postures=[k.posture()], assessments=[assessed(0.05)], given=ASKED)
    assert [reason.kind for reason in alert.against] == ["unlikely"]


def test_a_question_of_another_country_warns_of_nothing_here():
    assert k.alerts([MOVED], assessments=[assessed(0.9, unit="ELS")], given=ASKED) == ()


def test_silence_of_a_channel_is_context_and_no_alert():
    silent = Channel(
        id="channel:rebels-government", name="rebels and government", between=("rebels", "government"), silent=True,
        because="No contact is told of.", as_of=k.DAY, claims=(),
    )  # fmt: skip
    given = k.rules(camps={"rebels": {"en": "the rebels"}})
    assert k.alerts([k.incident(root="CONSULT")], channels=[silent], given=given) == ()
    alert = one([k.incident()], channels=[silent], given=given)
    assert "No contact is told of." in alert.missing


def test_what_warned_a_month_ago_warns_no_more():
    later = k.DAY + timedelta(days=40)
    assert (
        k.alerts([k.incident(), MOVED], later, wires=[k.tripwire(by=MOVED)], findings=[k.finding(ACT)]) == ()
    )
