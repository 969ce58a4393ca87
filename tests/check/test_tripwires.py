"""Trip-wires: whose they are, what touches and what crosses them, and when they lapse."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

import asking
import factory
from hudna.check import tripwires
from hudna.check.conditions import conditions
from hudna.check.tripwires import wires
from hudna.model.claim import Control, Root
from hudna.model.earth import distance_km

TEXT = "The fall of Norhaven to the Kadra Front would mean the end of the truce, observers said on Monday. It was shelled, military sources said."
SAID = date(2021, 3, 1)
KM = 1 / 111.195


def statement(name="c1", by="observers", actor=None, told="kadra-1", **fields):
    speaker = factory.speaker(by, TEXT, kind="observer", actor=actor, anonymous=actor is None)
    event = factory.event(
        TEXT, root="COERCE", mode="seize", actors=(factory.actor("the Kadra Front", TEXT, id="front"),),
        places=(factory.place("Norhaven", TEXT, id="norhaven", lat=12.0, lon=30.0, radius_km=5, country="KDR"),), occurred=None,
    )  # fmt: skip
    given = {"status": "conditional", "speakers": (speaker,), "event": event, **fields}
    return factory.claim(TEXT, id=name, report=told, **given).model_copy(
        update=factory.span("The fall of Norhaven to the Kadra Front would mean the end of the truce", TEXT)
    )


def report(**fields):
    return factory.report(TEXT, **{"published": SAID, **fields})


def wire(*incidents, claims=None, reports=None, as_of=asking.AS_OF):
    found = tripwires(
        asking.asked(*incidents, claims=claims or [statement()], reports=reports or [report()], as_of=as_of)
    )
    assert len(found) == 1
    return found[0]


def took(**fields):
    return factory.incident(
        **{
            "root": "COERCE",
            "mode": "seize",
            "move": None,
            "on": date(2021, 3, 5),
            "claims": ("t1",),
            **fields,
        }
    )


def move(where, role="at", **fields):
    return factory.incident(
        where=where, places=((role, where),), **{"on": date(2021, 3, 5), "claims": ("t1",), **fields}
    )


def test_a_wire_names_its_author_condition_and_consequence():
    one = wire()
    assert (one.author.text, one.anonymous, one.is_party, one.state, one.since) == (
        "observers",
        True,
        False,
        "armed",
        SAID,
    )
    assert one.condition == "The fall of Norhaven to the Kadra Front"
    assert one.consequence == "would mean the end of the truce"
    assert (one.watch.root, one.watch.mode, one.watch.actors, one.watch.place) == (
        "COERCE",
        "seize",
        ("front",),
        "norhaven",
    )


def test_a_party_may_be_the_author():
    assert wire(claims=[statement(actor="army")]).is_party


@pytest.mark.parametrize("status", ["planned", "actual", "denied", "historical"])
def test_only_what_would_happen_is_a_condition(status):
    assert tripwires(asking.asked(claims=[statement(status=status)], reports=[report()])) == ()


def test_what_is_possible_without_a_consequence_is_a_fear():
    fear = statement().model_copy(update=factory.span("The fall of Norhaven", TEXT))
    assert tripwires(asking.asked(claims=[fear])) == ()


def test_the_consequence_may_stand_in_the_rest_of_the_sentence():
    bare = statement().model_copy(update=factory.span("The fall of Norhaven", TEXT))
    [one] = tripwires(asking.asked(claims=[bare], reports=[report()]))
    assert (one.condition, one.consequence) == (
        "The fall of Norhaven",
        "would mean the end of the truce, observers said on Monday",
    )


def test_the_next_sentence_lends_no_consequence():
    text = "They may take Norhaven on Monday. The truce is old. That would mean the end of the truce, says the Kadra Front; it was shelled, military sources said."
    event = factory.event(text, root="COERCE", mode="seize")
    claim = factory.claim(text, event=event, status="hypothetical").model_copy(
        update=factory.span("They may take Norhaven", text)
    )
    assert list(conditions(asking.asked(claims=[claim], reports=[factory.report(text)]).evidence)) == []


def test_one_author_who_repeats_it_has_one_wire():
    one = wire(
        claims=[statement(), statement("c2", told="kadra-2")],
        reports=[report(), report(id="kadra-2", published=date(2021, 3, 4))],
    )
    assert (one.claims, one.since) == (("c1", "c2"), SAID)


def test_two_authors_have_two():
    assert (
        len(tripwires(asking.asked(claims=[statement(), statement("c2", actor="army")], reports=[report()])))
        == 2
    )


def test_the_act_told_as_having_happened_crosses_it():
    one = wire(took())
    assert (one.state, one.touched_by, one.changed) == ("crossed", ("i1",), date(2021, 3, 5))


@pytest.mark.parametrize(
    "told",
    [
        {"status": "alleged", "positions": (factory.position("alleged", factory.party("army")),)},
        {"positions": (factory.position("reported", factory.party(None, text="sources"), anonymous=True),)},
        {"positions": (factory.position(), factory.position("denied", factory.party("army")))},
        {"positions": (factory.position(said=date(2021, 3, 6)), factory.position("denied", factory.party("army"), said=date(2021, 3, 6)))},
    ],
)  # fmt: skip
def test_an_act_that_is_alleged_nameless_or_disputed_only_touches_it(told):
    assert wire(took(**told)).state == "touched"


@pytest.mark.parametrize(
    "told",
    [
        (factory.position(said=date(2021, 3, 7)), factory.position("denied", factory.party("army"), said=date(2021, 3, 6))),
        (factory.position("declared", factory.party()), factory.position("denied", factory.party("army"), said=date(2021, 3, 6))),
    ],
)  # fmt: skip
def test_a_denial_that_was_overtaken_disputes_nothing(told):
    assert wire(took(positions=told)).state == "crossed"


def test_the_denial_of_another_is_no_admission_of_ones_own():
    told = (
        factory.position("declared", asking.army()),
        factory.position("denied", factory.party("army"), said=date(2021, 3, 6)),
    )
    assert wire(took(positions=told)).state == "touched"


def test_a_part_of_the_watched_force_crosses_it():
    assert wire(took(actors=(factory.party("brigade"),))).state == "crossed"


@pytest.mark.parametrize(
    "other",
    [
        {"actors": (asking.army(),)},
        {"where": factory.sudbury()},
        {"mode": "restrict"},
        {"root": "RETREAT"},
        {"on": date(2021, 2, 28)},
        {"counts": False, "status": "hypothetical"},
        {"third_party": True},
        {"where": None},
    ],
)
def test_another_act_force_place_or_time_leaves_it_armed(other):
    told = {"mode": "restrict", "where": factory.sudbury()} if other == {"mode": "restrict"} else other
    assert wire(took(**told)).state == "armed"


def test_on_the_day_it_was_said_it_can_be_crossed():
    assert wire(took(on=SAID)).state == "crossed"


@pytest.mark.parametrize(("km", "state"), [(39.9, "touched"), (40.1, "armed")])
def test_a_force_within_a_days_march_touches_it(km, state):
    assert wire(move(factory.norhaven(id="near", lat=12 + km * KM))).state == state


def test_a_force_on_the_way_to_the_place_touches_it_from_afar():
    assert wire(move(factory.norhaven(), role="toward")).state == "touched"
    assert wire(move(factory.sudbury(), role="toward")).state == "armed"


@pytest.mark.parametrize(("radius", "state"), [(100, "touched"), (101, "armed")])
def test_a_wide_area_around_the_place_touches_nothing(radius, state):
    assert wire(move(factory.norhaven(id="area", radius_km=radius, precision="area"))).state == state
    assert wire(move(factory.norhaven(id="KDR", precision="country"))).state == "armed"


def test_talks_near_the_place_touch_nothing():
    assert wire(factory.incident(root="CONSULT", mode=None, move=None, on=date(2021, 3, 5))).state == "armed"


@pytest.mark.parametrize(("days", "state"), [(30, "touched"), (31, "armed")])
def test_a_touch_is_forgotten_after_a_month_and_stays_listed(days, state):
    one = wire(move(factory.norhaven()), as_of=date(2021, 3, 5) + timedelta(days=days))
    assert (one.state, one.touched_by) == (state, ("i1",))
    assert ("Nothing told of late" in one.because) is (state == "armed")


@pytest.mark.parametrize(("days", "state"), [(365, "armed"), (366, "lapsed")])
def test_a_warning_that_nobody_repeats_lapses(days, state):
    assert wire(as_of=SAID + timedelta(days=days)).state == state


@pytest.mark.parametrize(("days", "state"), [(365, "crossed"), (366, "lapsed")])
def test_what_happens_after_it_lapsed_crosses_nothing(days, state):
    on = SAID + timedelta(days=days)
    late = {"on": on, "last_reported": on, "positions": (factory.position(said=on),)}
    assert wire(took(**late), as_of=SAID + timedelta(days=400)).state == state
    elsewhere = statement().model_copy(update={"event": statement().event.model_copy(update={"places": ()})})
    assert wire(took(**late), claims=[elsewhere], as_of=SAID + timedelta(days=400)).state == state
    assert wire(claims=[statement(), held(on)], as_of=SAID + timedelta(days=400)).state == state


def test_the_last_repetition_counts():
    again = statement("c2", told="kadra-2")
    later = report(id="kadra-2", published=date(2021, 9, 1))
    assert (
        wire(claims=[statement(), again], reports=[report(), later], as_of=date(2022, 8, 1)).state == "armed"
    )


def held(on, holder="front", status="controlled"):
    area = factory.place("Norhaven", TEXT, id="norhaven", lat=12.0, lon=30.0, radius_km=5, country="KDR")
    control = Control(
        holder=factory.actor("the Kadra Front", TEXT, id=holder),
        area=area,
        status=status,
        as_of=on,
        trigger=factory.Span(**factory.span("fall", TEXT)),
    )
    return factory.claim(TEXT, id="k1", content="control", control=control, status="state", event=None)


def test_what_is_said_to_be_held_crosses_it_and_what_was_held_before_does_not():
    assert wire(claims=[statement(), held(date(2021, 3, 5))]).state == "crossed"
    assert wire(claims=[statement(), held(SAID)]).state == "crossed"
    assert wire(claims=[statement(), held(date(2021, 2, 28))]).state == "armed"
    assert wire(claims=[statement(), held(date(2021, 3, 5), holder="army")]).state == "armed"
    assert wire(claims=[statement(), held(date(2021, 3, 5), status="influence")]).state == "armed"


def nobody(**fields):
    """A party warns whoever passes Norhaven."""
    event = statement().event.model_copy(update={"actors": (), "root": Root.MOBILIZE, "mode": None, **fields})
    return statement(actor="army", event=event)


def test_a_wire_for_nobody_named_watches_everybody_but_the_authors_camp():
    assert wire(move(factory.norhaven()), claims=[nobody()]).state == "crossed"
    assert wire(move(factory.norhaven(), actors=(asking.army(),)), claims=[nobody()]).state == "armed"
    assert wire(move(factory.norhaven(), on=SAID), claims=[nobody()]).state == "crossed"
    by_observers = statement(event=nobody().event)
    assert wire(move(factory.norhaven(), actors=(asking.army(),)), claims=[by_observers]).state == "crossed"


def test_a_wire_without_a_place_is_crossed_by_the_act_anywhere():
    assert wire(move(factory.sudbury()), claims=[nobody(places=())]).state == "crossed"


def test_how_near_the_watched_force_came():
    near, far = move(factory.norhaven(id="near", lat=12 + 60 * KM)), move(factory.sudbury(), id="i2")
    assert wire(near, far).nearest_km == pytest.approx(55, abs=0.2)
    assert wire().nearest_km is None
    assert wire(move(factory.norhaven(id="a", radius_km=101, precision="area"))).nearest_km is None
    assert wire(move(factory.norhaven(id="near", lat=12 + 3 * KM))).nearest_km == 0


def test_the_earlier_wire_comes_first_and_one_without_a_day_last():
    undated = report(id="kadra-0", published=None)
    later = report(id="kadra-2", published=date(2021, 3, 4))
    claims = [
        statement("c0", actor="guard", told="kadra-0"), statement("c2", actor="army", told="kadra-2"),
        statement("c1", actor="mission"),
    ]  # fmt: skip
    found = tripwires(asking.asked(claims=claims, reports=[undated, later, report()]))
    assert [(one.author.id, one.since) for one in found] == [
        ("mission", SAID), ("army", date(2021, 3, 4)), ("guard", None),
    ]  # fmt: skip


@pytest.mark.parametrize("change", [{"root": Root.ASSAULT}, {"mode": "restrict"}, {"places": ()}])
def test_another_act_or_place_is_another_wire(change):
    other = statement("c2")
    other = other.model_copy(update={"event": other.event.model_copy(update=change)})
    assert len(tripwires(asking.asked(claims=[statement(), other], reports=[report()]))) == 2


def test_a_named_force_is_watched_whoever_says_so():
    """Only where no force is named does the author's own camp stay out of sight."""
    one = wire(took(), claims=[statement(actor="front")])
    assert (one.watch.not_side, one.state) == (None, "crossed")


def test_whether_the_author_gave_a_name():
    assert wire(claims=[statement(actor="army")]).anonymous is False
    own_voice = statement().model_copy(update={"speakers": ()})
    assert (wire(claims=[own_voice]).anonymous, wire(claims=[own_voice]).author) == (False, None)


def test_where_no_places_are_listed_the_place_of_the_incident_is_it():
    assert wire(took(places=())).state == "crossed"
    assert wire(took(places=(), where=None)).state == "armed"


def nameless(where):
    """A statement on a place without an id."""
    told = statement()
    place = factory.place(
        "Norhaven", TEXT, id=None, name=where.name, lat=where.lat, lon=where.lon, radius_km=where.radius_km
    )
    return told.model_copy(update={"event": told.event.model_copy(update={"places": (place,)})})


@pytest.mark.parametrize(
    ("watched", "told", "state"),
    [
        ({}, {}, "crossed"),
        ({}, {"lat": None}, "armed"),
        ({"lat": None}, {}, "armed"),
        ({"radius_km": 5}, {"lat": 12 + 4.9 * KM, "radius_km": 1}, "crossed"),
        ({"radius_km": 1}, {"lat": 12 + 4.9 * KM, "radius_km": 5}, "crossed"),
        ({"radius_km": None}, {"lat": 12 + 4.9 * KM, "radius_km": 5}, "crossed"),
        ({"radius_km": 5}, {"lat": 12 + 4.9 * KM, "radius_km": None}, "crossed"),
        ({"radius_km": 1}, {"lat": 12 + 4.9 * KM, "radius_km": 1}, "touched"),
        ({"radius_km": 5}, {"radius_km": 50}, "crossed"),
        ({"radius_km": 5}, {"radius_km": 50.1}, "touched"),
    ],
)
def test_places_without_an_id_are_the_same_where_they_lie_within_each_other(watched, told, state):
    claims = [nameless(factory.norhaven(**watched))]
    assert wire(took(where=factory.norhaven(id=None, name="Mill", **told)), claims=claims).state == state


def test_places_within_the_very_radius_are_the_same():
    other = factory.norhaven(id=None, name="Mill", lat=12.05, radius_km=1)
    apart = distance_km((30.0, 12.0), (30.0, 12.05))
    for radius, state in ((apart, "crossed"), (apart - 0.001, "touched")):
        assert wire(took(where=other), claims=[nameless(factory.norhaven(radius_km=radius))]).state == state


def test_a_place_with_an_id_is_no_place_without_one():
    """Two places without coordinates are the same by id alone."""
    bare = {"lat": None, "lon": None}
    claims = [nameless(factory.norhaven(**bare))]
    assert wire(took(where=factory.norhaven(id=None, name="Mill", **bare)), claims=claims).state == "armed"


def test_the_very_edge_of_a_days_march_still_touches():
    near = factory.norhaven(id="near", lat=12.3)
    rules = asking.asked().rules
    edge = rules.constants.near_km.model_copy(update={"value": distance_km((30.0, 12.0), (30.0, 12.3))})
    close = rules.model_copy(update={"constants": rules.constants.model_copy(update={"near_km": edge})})
    asked = replace(asking.asked(move(near), claims=[statement()], reports=[report()]), rules=close)
    assert tripwires(asked)[0].state == "touched"


def test_the_edge_holds_where_a_march_is_longer_than_the_widest_point():
    far = factory.norhaven(id="near", lat=12.6)
    rules = asking.asked().rules
    edge = rules.constants.near_km.model_copy(update={"value": distance_km((30.0, 12.0), (30.0, 12.6))})
    wide = rules.model_copy(update={"constants": rules.constants.model_copy(update={"near_km": edge})})
    asked = replace(asking.asked(move(far), claims=[statement()], reports=[report()]), rules=wide)
    assert tripwires(asked)[0].state == "touched"


def of_act(root, mode=None, **fields):
    """A statement on another act at Norhaven."""
    event = statement().event.model_copy(update={"root": root, "mode": mode, **fields})
    return statement(event=event)


def test_another_act_at_the_place_is_near_and_no_crossing():
    assert wire(move(factory.norhaven()), claims=[of_act(Root.COERCE)]).state == "touched"


def test_an_act_that_moves_no_force_crosses_only_where_it_is_the_act_itself():
    march = {"root": "PROTEST", "mode": "demo", "move": None}
    there, near = factory.norhaven(), factory.norhaven(id="near", lat=12 + 20 * KM)
    assert wire(move(there, **march), claims=[of_act(Root.PROTEST)]).state == "crossed"
    assert wire(move(near, **march), claims=[of_act(Root.PROTEST)]).state == "armed"


def test_a_force_near_a_place_without_an_id_touches_it():
    near = move(factory.norhaven(id="near", lat=12 + 20 * KM))
    assert wire(near, claims=[nameless(factory.norhaven())]).state == "touched"


@pytest.mark.parametrize("other", [{"counts": False, "status": "planned"}, {"third_party": True}])
def test_a_wire_without_a_place_is_not_crossed_by_what_was_not_done(other):
    assert wire(took(**other), claims=[of_act(Root.COERCE, places=())]).state == "armed"
    assert wire(took(), claims=[of_act(Root.COERCE, places=())]).state == "crossed"


def test_heading_for_another_place_touches_nothing():
    assert wire(move(factory.norhaven(lat=None), role="from")).state == "armed"
    assert wire(move(factory.norhaven(lat=None), role="to")).state == "touched"


def test_only_a_seizure_is_crossed_by_who_holds_the_place():
    text_of = {"root": Root.ASSAULT, "mode": None}
    other = statement().model_copy(update={"event": statement().event.model_copy(update=text_of)})
    assert wire(claims=[other, held(date(2021, 3, 5))]).state == "armed"
    assert wire(claims=[nobody(places=(), root=Root.COERCE), held(date(2021, 3, 5))]).state == "armed"


def test_several_touches_are_told_in_the_order_of_days():
    undated = move(factory.norhaven(), id="i0", on=None, first_reported=None, last_reported=None)
    later, earlier = move(factory.norhaven(), id="i2", on=date(2021, 3, 8)), move(factory.norhaven(), id="i1")
    assert wire(later, earlier, undated).touched_by == ("i0", "i1", "i2")


@pytest.mark.parametrize(
    "other",
    [
        {"counts": False, "status": "hypothetical"},
        {"on": date(2021, 2, 28)},
        {"actors": (asking.army(),)},
    ],
)
def test_how_near_counts_only_what_the_watched_force_is_told_of_as_doing_since(other):
    assert wire(move(factory.norhaven(id="near", lat=12.5), **other)).nearest_km is None


def test_how_near_counts_the_first_day_and_the_widest_area():
    area = factory.norhaven(id="a", lat=14.0, radius_km=100, precision="area")
    assert wire(move(area, on=SAID)).nearest_km == pytest.approx(122.4, abs=0.2)


def test_only_what_comes_nearer_than_before_changes_a_wire():
    far = factory.norhaven(id="far", lat=13.0)
    asked = asking.asked(move(far), claims=[statement()], reports=[report()])
    [one] = wires(asked)
    again = move(far, id="i2", claims=("t2",), on=date(2021, 3, 6))
    nearer = move(factory.norhaven(id="mill", lat=12.9), id="i3", claims=("t3",), on=date(2021, 3, 6))
    assert [one.meet(incident, (), asked) for incident in (again, nearer, nearer)] == [False, True, False]
