"""CAP messages keep to the schema, stay exercises until a person releases them, and tell civilians nothing to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.model.alert import Reason
from publish import alerts as a
from warn import kadra as k


def test_a_message_keeps_to_the_schema_and_says_it_in_two_languages():
    root = a.parsed(a.message().cap)
    assert a.texts(root, "language") == ["en", "ar"]
    assert a.texts(root, "category") == ["Security"] * 2
    assert "الشمال" in a.texts(root, "headline")[1]
    assert "قتال" in a.texts(root, "description")[1]
    assert "Fighting is told of in the north" in a.texts(root, "description")[0]


def test_it_is_an_exercise_until_a_person_releases_it():
    exercise = a.parsed(a.message().cap)
    actual = a.parsed(a.message(a.alert(released_by="desk")).cap)
    assert a.texts(exercise, "status") == ["Exercise"]
    assert a.texts(exercise, "headline")[0].startswith("[EXERCISE]")
    assert a.texts(actual, "status") == ["Actual"]
    assert "EXERCISE" not in a.message(a.alert(released_by="desk")).cap


def test_the_scope_is_restricted_and_nobody_is_told_what_to_do():
    root = a.parsed(a.message().cap)
    assert a.texts(root, "scope") == ["Restricted"]
    assert a.texts(root, "restriction")[0]
    assert a.texts(root, "instruction") == []


@pytest.mark.parametrize(
    ("level", "severity", "urgency"),
    [("watch", "Minor", "Future"), ("elevated", "Moderate", "Future"), ("high", "Severe", "Expected")],
)
def test_levels_as_severity_and_urgency(level, severity, urgency):
    root = a.parsed(a.message(a.alert(level=level)).cap)
    assert set(a.texts(root, "severity")) == {severity}
    assert set(a.texts(root, "urgency")) == {urgency}


@pytest.mark.parametrize(
    ("ground", "certainty"),
    [
        ("documented", "Observed"),
        ("established", "Observed"),
        ("corroborated", "Likely"),
        ("reported", "Possible"),
        ("disputed", "Possible"),
    ],
)
def test_certainty_is_how_firmly_it_is_known(ground, certainty):
    assert set(a.texts(a.parsed(a.message(a.alert(ground=ground)).cap), "certainty")) == {certainty}


def test_a_change_updates_and_an_end_cancels_what_was_sent():
    first = a.message()
    update = a.parsed(a.message(a.alert(id="a-2", level="high", supersedes="a-1"), earlier=[first]).cap)
    cancel = a.parsed(a.message(a.alert(state="stood_down"), earlier=[first]).cap)
    wanted = f"desk@kadra.example,{first.identifier},2031-03-10T12:00:00-00:00"
    assert a.texts(update, "msgType") == ["Update"]
    assert a.texts(cancel, "msgType") == ["Cancel"]
    assert a.texts(update, "references") == a.texts(cancel, "references") == [wanted]
    assert set(a.texts(cancel, "urgency")) == {"Past"}


def test_an_actual_message_does_not_refer_to_exercises():
    actual = a.parsed(a.message(a.alert(released_by="desk"), earlier=[a.message()]).cap)
    assert a.texts(actual, "msgType") == ["Alert"]
    assert a.texts(actual, "references") == []


def test_areas_are_coarse_and_carry_the_codes_that_are_known():
    area = {
        "id": "north",
        "lat": 12.3456,
        "lon": 30.9876,
        "radius_km": 120,
        "codes": {"P-code": ["KD01", "KD02"]},
    }
    given = k.rules(areas=[area])
    from hudna.publish.alert_message import compose

    cap = compose(a.alert(), "desk", [k.said("en", given)], sender="d@x", now=a.NOW).cap
    root = a.parsed(cap)
    assert a.texts(root, "circle") == ["12.3,31.0 120"]
    assert [value for value in a.texts(root, "value") if value in ("KD01", "KD02")] == ["KD01", "KD02"]


def test_an_area_that_nobody_drew_has_a_name_and_no_circle():
    root = a.parsed(a.message(a.alert(area=None, area_name=None)).cap)
    assert a.texts(root, "circle") == []
    assert a.texts(root, "areaDesc")[0] == "the theatre as a whole (kadra)"


def test_text_of_feeds_stays_text():
    hostile = Reason(text="x", kind="tripwire-touched", values={
        "by": (f"unlisted: {a.HOSTILE}",), "condition": a.HOSTILE, "consequence": a.HOSTILE, "on": "2031-03-10"})  # fmt: skip
    message = a.message(a.alert(because=(hostile,), note=a.HOSTILE))
    root = a.parsed(message.cap)
    assert "<script>" in a.texts(root, "description")[0]
    assert list(root.iter("script")) == []
    assert "\u202e" not in message.cap
    assert "\x1b" not in message.cap


@given(st.text(max_size=60))
def test_whatever_a_note_holds_the_message_is_valid(note):
    a.parsed(a.message(a.alert(note=note)).cap)


def test_the_same_alert_gives_the_same_bytes():
    assert a.message().cap == a.message().cap
