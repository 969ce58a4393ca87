"""Control: who says what of which place, what contradicts it, and what nobody said."""

from datetime import date

import pytest

import factory
from hudna.model.claim import Control
from hudna.model.evidence import evidence_of
from hudna.picture import Sight
from hudna.picture.control import holdings, latest

DAY = date(2021, 3, 1)


def held(*incidents, claims=()):
    return holdings(Sight(evidence_of(incidents, claims)), factory.setting())


def statement(name, holder="front", place="Norhaven", status="controlled", on=DAY, **fields):
    where = {"Norhaven": factory.norhaven(), "Sudbury": factory.sudbury()}[place]
    area = factory.place(**{**where.model_dump(exclude={"name"}), "name": where.name})
    control = Control(
        holder=factory.actor(id=holder),
        area=area,
        status=status,
        as_of=on,
        trigger=factory.Span(**factory.span("shelled")),
    )
    return factory.claim(id=name, content="control", control=control, **{"status": "state", **fields})


def took(**fields):
    return factory.incident(root="COERCE", mode="seize", move=None, **fields)


def test_a_statement_keeps_its_speaker_and_day():
    [one] = held(claims=[statement("c1")])
    assert (one.place.id, one.holder.id, one.status, one.as_of, one.side) == (
        "norhaven",
        "front",
        "controlled",
        DAY,
        "north",
    )
    assert one.claimed_by.text == "military sources"
    assert one.claims == ("c1",)


def test_a_seizure_is_taken_by_one_and_lost_by_the_other():
    found = held(took(recipients=(factory.party("army", sector="MIL"),)))
    assert {(one.holder.id, one.status) for one in found} == {("front", "taken"), ("army", "lost")}
    assert all(one.incidents == ("i1",) for one in found)


def test_a_fight_told_of_with_a_seizure_takes_no_place():
    def told(name, root, mode, *actors):
        where = (factory.place(id="norhaven", role="at"),)
        event = factory.event(
            root=root, mode=mode, actors=tuple(factory.actor(id=one) for one in actors), places=where
        )
        return factory.claim(id=name, event=event)

    claims = (told("c1", "COERCE", "seize", "army"), told("c2", "ASSAULT", "firearms", "front", "army"))
    found = held(took(claims=("c1", "c2")), claims=claims)
    assert {(one.holder.id, one.status) for one in found} == {("army", "taken")}


def test_a_withdrawal_loses_the_place_that_was_left():
    ways = (("from", factory.norhaven()), ("to", factory.sudbury()))
    [one] = held(factory.incident(root="RETREAT", mode="withdraw", move=None, places=ways))
    assert (one.place.id, one.status) == ("norhaven", "lost")


def test_a_denied_seizure_says_that_it_is_not_held():
    told = took(positions=(factory.position("denied", factory.party("army")),), status="denied", counts=False)
    [one] = held(told)
    assert (one.status, one.claimed_by.id) == ("none", "army")


@pytest.mark.parametrize("status", ["planned", "hypothetical", "conditional", "demanded"])
def test_what_has_not_happened_takes_nothing(status):
    assert held(took(status=status, counts=False, positions=(factory.position(status),))) == ()


def test_an_allegation_is_marked():
    [one] = held(took(status="alleged", positions=(factory.position("alleged", factory.party("army")),)))
    assert one.alleged


def test_taking_goods_or_a_whole_country_takes_no_place():
    assert held(took(where=None)) == ()
    assert held(took(where=factory.norhaven(id="KDR", precision="country"))) == ()


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ({}, {"holder": "army"}, True),
        ({}, {"holder": "brigade"}, False),
        ({}, {}, False),
        ({}, {"status": "none"}, True),
        ({}, {"status": "contested"}, True),
        ({}, {"status": "influence"}, False),
        ({}, {"holder": "army", "status": "none"}, False),
        ({}, {"place": "Sudbury", "holder": "army"}, False),
        ({}, {"holder": "army", "on": date(2021, 3, 15)}, True),
        ({}, {"holder": "army", "on": date(2021, 3, 16)}, False),
        ({"status": "nominal"}, {"holder": "army"}, True),
    ],
)
def test_statements_that_cannot_both_hold_contradict_each_other(one, other, contradict):
    found = {item.claims[0]: item for item in held(claims=[statement("c1", **one), statement("c2", **other)])}
    assert bool(found["c1"].contradicts) is contradict
    assert found["c1"].contradicts == ((found["c2"].id,) if contradict else ())
    assert found["c2"].contradicts == ((found["c1"].id,) if contradict else ())


def test_a_later_taking_is_news_and_no_contradiction():
    found = held(took(on=date(2021, 3, 5)), claims=[statement("c1", holder="army")])
    assert all(not one.contradicts for one in found)


def test_a_place_that_is_both_taken_and_held_by_the_other_on_one_day_is_contradicted():
    found = held(took(), claims=[statement("c1", holder="army")])
    assert all(one.contradicts for one in found)


def test_a_move_into_what_is_held_sits_ill_with_it():
    area = statement("c1", place="Norhaven")
    [one] = held(factory.incident(), claims=[area])
    assert one.sits_ill_with == ("i1",)
    [one] = held(factory.incident(actors=(factory.party("army", sector="MIL"),)), claims=[area])
    assert one.sits_ill_with == ()
    [one] = held(factory.incident(on=date(2021, 3, 16)), claims=[area])
    assert one.sits_ill_with == ()
    [one] = held(factory.incident(where=factory.sudbury()), claims=[area])
    assert one.sits_ill_with == ()


def test_the_holder_of_a_region_is_not_handed_down_to_its_towns():
    region = factory.place("Norhaven", id="north", name="The north", precision="region", radius_km=300)
    control = Control(
        holder=factory.actor(id="front"),
        area=region,
        status="controlled",
        as_of=DAY,
        trigger=factory.Span(**factory.span("shelled")),
    )
    found = held(claims=[factory.claim(id="c1", content="control", control=control, status="state")])
    assert [one.place.id for one in found] == ["north"]


def test_the_latest_statements_of_a_place():
    found = held(
        claims=[
            statement("c1"),
            statement("c2", holder="army", on=date(2021, 4, 1)),
            statement("c3", holder="army", on=date(2021, 5, 1)),
        ]
    )
    assert {
        place: [one.claims for one in ones] for place, ones in latest(found, date(2021, 4, 2)).items()
    } == {"norhaven": [("c2",)]}


def test_the_people_of_a_place_never_lost_it():
    found = held(took(recipients=(factory.party(None, text="eleven civilians", sector="CVL"),)))
    assert {(one.holder.id, one.status) for one in found} == {("front", "taken")}
