"""What counts as seen, by whom, and when silence means anything."""

from datetime import timedelta

import pytest

from hudna.model.hypothesis import Pattern
from hudna.weigh.fitting import fits
from hudna.weigh.observe import Watch, observe, watch_over, window_of
from weigh import record as r
from weigh.questions import question


def one(*incidents, **fields):
    return r.told(*incidents, **fields)[0]


MOVE = {"roots": ["MOBILIZE"]}


@pytest.mark.parametrize(
    ("pattern", "fields", "expected"),
    [
        ({"roots": ["MOBILIZE"]}, {}, True),
        ({"roots": ["ASSAULT"]}, {}, False),
        ({"roots": ["MOBILIZE"], "moves": ["patrol"]}, {"move": "patrol"}, True),
        ({"roots": ["MOBILIZE"], "moves": ["patrol"]}, {"move": None}, False),
        ({"actors": ["front"]}, {"actors": (r.party("front-staff"),)}, True),
        ({"actors": ["front-staff"]}, {"actors": (r.party("front"),)}, False),
        ({"actors": ["side:plain"]}, {"actors": (r.party("army"),)}, True),
        ({"actors": ["side:plain"]}, {"actors": (r.party("front"),)}, False),
        ({"actors": ["sector:CRM"]}, {"actors": (r.party(None, sector="CRM"),)}, True),
        ({"recipients": ["army"]}, {"recipients": (r.party("army"),)}, True),
        ({"recipients": ["army"]}, {"recipients": ()}, False),
        ({"between": ["front", "army"]}, {"actors": (r.party("army"),), "recipients": (r.party("front"),)}, True),
        ({"between": ["side:plain", "side:plain"]}, {"actors": (r.party("army"),)}, False),
        ({"between": ["side:plain", "side:plain"]}, {"actors": (r.party("army"), r.party("guard"))}, True),
        ({"within": ["norhaven"]}, {}, True),
        ({"within": ["south"]}, {}, False),
        ({"within": ["KDR"]}, {}, True),
        ({"within": ["south"]}, {"place": r.where("camp", 9.5, 30.2)}, True),
        ({"within": ["norhaven"]}, {"place": r.where("north", 12.1, 30.0, radius_km=300, precision="region")}, False),
        ({"towards": ["south"]}, {"places": (("toward", r.where("south", 9.0, 30.0)),)}, True),
        ({"towards": ["south"]}, {"places": (("at", r.where("south", 9.0, 30.0)),)}, False),
        ({"within": ["south"]}, {"places": (("toward", r.where("south", 9.0, 30.0)),)}, False),
        ({"dead": 5}, {"fatalities": r.dead(6)}, True),
        ({"dead": 5}, {"fatalities": r.dead(4)}, False),
        ({"roots": ["MOBILIZE"]}, {"counts": False, "status": "planned"}, False),
        ({"statuses": ["denied"]}, {"positions": (r.denial(),)}, True),
        ({"statuses": ["denied"]}, {}, False),
    ],
)  # fmt: skip
def test_a_pattern_fits_what_it_means(pattern, fields, expected):
    assert fits(Pattern.model_validate(pattern), one(r.incident(**fields)), r.GROUND) is expected


def test_a_purpose_fits_by_kind_and_speaker():
    stated = one(movements=[r.purpose("offensive")])
    assert fits(Pattern(content="purpose", purposes=("offensive",), speakers=("army",)), stated, r.GROUND)
    assert not fits(
        Pattern(content="purpose", purposes=("offensive",), speakers=("front",)), stated, r.GROUND
    )
    assert not fits(Pattern(content="purpose", purposes=("border-security",)), stated, r.GROUND)


def test_a_statement_of_control_fits_by_its_standing():
    held = one(holdings=[r.holding("taken")])
    assert fits(Pattern(content="control", standing=("taken",), within=("norhaven",)), held, r.GROUND)
    assert not fits(Pattern(content="control", standing=("lost",)), held, r.GROUND)


def asked(**fields):
    indicator = {
        "id": "patrols", "question": "Are patrols reported?", "seen_when": [{"roots": ["MOBILIZE"], "moves": ["patrol"]}],
        "probability": {"H1": [0.8, 0.9], "H2": [0.2, 0.3], "H0": [0.3, 0.5]}, "observable": "residents",
        "because": "they differ", "horizon_days": 30, **fields,
    }  # fmt: skip
    raw = question().model_dump(mode="json")
    raw |= {"indicators": [indicator], "about": [{"roots": ["MOBILIZE"]}], "examples": [{"favours": "H1"}]}
    return type(question()).model_validate(raw)


def seen_in(given, *incidents, days=10, **fields):
    told = r.told(*incidents, **fields)
    window = window_of(given, told, r.GROUND, r.DAY + timedelta(days=days))
    return observe(given, told, r.GROUND, window, watch_over(told))["patrols"]


def test_an_indicator_is_seen_with_its_origins_incidents_and_claims():
    found = seen_in(asked(), r.incident("i1"), r.incident("i2", 3, move="patrol"))
    assert found.state == "seen"
    assert [o.reports for o in found.says] == [("r-i2",)]
    assert found.says[0].letter == "B"
    assert found.says[0].sources == ("Post r-i2",)
    assert found.incidents == ("i2",)
    assert found.claims == ("c-i2",)
    assert "4 March 2031" in found.because


def test_copies_are_one_origin():
    copied = r.incident("i2", move="patrol", reports=("a", "b", "c"), origins=(("a", "b", "c"),))
    assert len(seen_in(asked(), copied).says) == 1


def test_a_side_s_own_denial_cannot_be_judged():
    found = seen_in(asked(), r.incident("i1", move="patrol", positions=(r.denial(),)))
    assert found.state == "disputed"
    assert [o.letter for o in found.denies] == ["F"]


def test_so_many_times_means_so_many_incidents():
    given = asked(seen_when=[{"roots": ["MOBILIZE"], "moves": ["patrol"], "times": 2}])
    assert seen_in(given, r.incident("i1", move="patrol")).state != "seen"
    assert seen_in(given, r.incident("i1", move="patrol"), r.incident("i2", 2, move="patrol")).state == "seen"


def test_what_comes_after_the_day_is_not_known_on_it():
    assert seen_in(asked(), r.incident("i1"), r.incident("i2", 20, move="patrol"), days=10).state != "seen"


def test_silence_of_an_area_nobody_reports_from_is_no_absence():
    given = asked(looking=["south"])
    assert seen_in(given, r.incident("i1")).state == "not observable"


def test_reports_from_the_area_make_absence_count_by_the_days_they_cover():
    given = asked(looking=["norhaven"])
    few = seen_in(given, r.incident("i1"), days=30)
    many = seen_in(given, *(r.incident(f"i{n}", n) for n in range(0, 30, 3)), days=30)
    assert few.state == many.state == "absent"
    assert 0 < few.looked < many.looked <= 1


def test_silence_of_those_who_cannot_be_judged_is_no_absence():
    given = asked(looking=["norhaven"])
    daily = [r.incident(f"i{n}", n, origin_letters=("F",)) for n in range(0, 30, 3)]
    assert seen_in(given, *daily, days=30).state == "not observable"


def test_half_of_the_horizon_is_half_of_an_absence():
    given = asked(looking=["norhaven"])
    daily = [r.incident(f"i{n}", n) for n in range(31)]
    assert seen_in(given, *daily[:16], days=15).looked == pytest.approx(15 / 30)
    assert seen_in(given, *daily, days=30).looked == pytest.approx(1)


def test_a_question_that_nothing_raised_is_not_asked():
    told = r.told(r.incident(root="CONSULT"))
    assert window_of(asked(), told, r.GROUND, r.DAY) is None


def test_a_question_raised_long_ago_is_asked_anew():
    told = r.told(r.incident("i1"), r.incident("i2", 200))
    assert window_of(asked(), told, r.GROUND, r.DAY + timedelta(days=150)) is None
    anew = window_of(asked(), told, r.GROUND, r.DAY + timedelta(days=201))
    assert anew.opened == r.DAY + timedelta(days=200)


def test_the_clock_moved_back_shows_what_was_known_then():
    told = r.told(r.incident("i1"), r.incident("i2", 5, move="patrol"))
    early = window_of(asked(), told, r.GROUND, r.DAY + timedelta(days=1))
    found = observe(asked(), told, r.GROUND, early, Watch(()))["patrols"]
    assert found.state != "seen"


def test_no_reports_at_all_leave_everything_open():
    assert window_of(asked(), r.told(), r.GROUND, r.DAY) is None
