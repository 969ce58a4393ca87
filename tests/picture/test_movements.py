"""Movements: which incidents are one, what they are for by whom, and where they lead."""

from datetime import date

import pytest

import factory
from hudna.model.claim import Composition, Occurred
from hudna.model.evidence import evidence_of
from hudna.picture import Sight
from hudna.picture.movements import movements

DAY = date(2021, 3, 1)
TEXT = (
    "The Front (the Kadra Front, which shelled Norhaven) moved units from Norhaven to Sudbury on Monday to guard "
    "the border, a spokesman said; military sources spoke of foreigners."
)


def found(*incidents, claims=(), reports=()):
    return movements(Sight(evidence_of(incidents, claims, reports)), factory.setting())


def move(name, *places, on=DAY, status="actual", speakers=(), **fields):
    """A claim that the Front moves, with its places by role."""
    given = tuple(
        factory.place(
            "Norhaven",
            TEXT,
            role=role,
            **where.model_dump(
                include={"id", "name", "lat", "lon", "radius_km", "precision", "country", "admin1"}
            ),
        )
        for role, where in places
    )
    event = factory.event(
        TEXT, root="MOBILIZE", mode="troops", move="deploy", trigger=factory.Span(**factory.span("moved", TEXT)),
        actors=(factory.actor("The Front", TEXT, id="front"),), places=given,
        occurred=Occurred(earliest=on, latest=on, precision="day", basis="stated"),
    )  # fmt: skip
    return factory.claim(TEXT, id=name, event=event, status=status, speakers=speakers)


def test_a_move_has_origin_and_destination_and_a_line():
    claim = move("c1", ("from", factory.norhaven()), ("to", factory.sudbury()))
    [one] = found(factory.incident(), claims=[claim])
    assert (one.origin.id, one.destination.id, one.heading) == ("norhaven", "sudbury", None)
    assert one.line == ((30.0, 12.0), (30.0, 9.0))
    assert one.uncertainty_km == 5


def test_a_heading_needs_no_destination():
    border = factory.norhaven(id="border", name="Border", precision="area", radius_km=200, admin1=None)
    [one] = found(factory.incident(), claims=[move("c1", ("toward", border))])
    assert (one.heading.id, one.destination, one.line, one.uncertainty_km) == ("border", None, (), 200)


def test_places_of_one_day_without_an_order_are_no_line():
    [one] = found(
        factory.incident(), claims=[move("c1", ("at", factory.norhaven()), ("at", factory.sudbury()))]
    )
    assert one.line == ()


def test_a_country_is_no_point_of_a_line():
    kadra = factory.norhaven(id="KDR", name="Kadra", precision="country")
    [one] = found(factory.incident(), claims=[move("c1", ("at", kadra))])
    assert (one.at, one.line) == (None, ())


@pytest.mark.parametrize(("days", "moves"), [(7, 1), (8, 2)])
def test_moves_of_one_force_are_one_within_a_week(days, moves):
    later = factory.incident(id="i2", on=date(2021, 3, 1 + days), claims=("c2",))
    assert len(found(factory.incident(), later)) == moves


def test_moves_far_apart_are_two():
    assert len(found(factory.incident(), factory.incident(id="i2", where=factory.sudbury()))) == 2


def test_moves_in_one_part_of_the_theatre_are_one():
    other = factory.norhaven(id="farhaven", name="Farhaven", lat=14.0)
    assert len(found(factory.incident(), factory.incident(id="i2", where=other))) == 1


def test_a_move_without_a_place_could_be_any():
    assert len(found(factory.incident(), factory.incident(id="i2", where=None))) == 1


def test_a_brigade_moves_with_its_force_and_not_with_the_other():
    brigade = factory.incident(id="i2", actors=(factory.party("brigade"),))
    army = factory.incident(id="i3", actors=(factory.party("army", sector="MIL"),))
    assert [len(one.incidents) for one in found(factory.incident(), brigade, army)] == [2, 1]


def test_part_of_a_force_at_a_place_not_named_is_no_part_of_its_move_elsewhere():
    brigade = factory.incident(id="i2", actors=(factory.party("brigade"),), where=None)
    assert [len(one.incidents) for one in found(factory.incident(), brigade)] == [1, 1]


def test_a_withdrawal_is_no_part_of_an_advance():
    leaves = factory.incident(id="i2", root="RETREAT", mode="withdraw", move=None)
    assert {one.withdrawal for one in found(factory.incident(), leaves)} == {False, True}


@pytest.mark.parametrize(
    "told",
    [
        {"move": "alert_up"},
        {"mode": "police", "move": None},
        {"third_party": True},
        {"status": "hypothetical"},
    ],
)
def test_what_is_no_move_is_none(told):
    assert found(factory.incident(**told)) == ()


def test_purposes_keep_their_speakers_and_none_wins():
    staff = factory.speaker("a spokesman", TEXT, kind="party", anonymous=False, actor="front")
    sources = factory.speaker("sources", TEXT)
    claims = [
        move("c1", ("at", factory.norhaven())),
        purpose("p1", "to guard the border", "border-security", staff, "planned"),
        purpose("p2", "foreigners", "offensive", sources, "hypothetical"),
    ]
    [one] = found(factory.incident(), claims=claims)
    assert [(p.kind, p.speaker.text, p.anonymous, p.status) for p in one.purposes] == [
        ("border-security", "a spokesman", False, "planned"),
        ("offensive", "sources", True, "hypothetical"),
    ]
    assert {"c1", "p1", "p2"} <= set(one.claims)


def purpose(name, words, kind, speaker, status):
    given = factory.purpose_claim().purpose.model_copy(
        update={"of": "c1", "purpose_kind": kind, **factory.span(words, TEXT)}
    )
    return factory.purpose_claim(id=name, text=TEXT, purpose=given, speakers=(speaker,), status=status)


def test_what_a_force_is_made_of_is_claimed_by_somebody():
    claims = [move("c1", ("at", factory.norhaven())), composition("m1", "sources")]
    [one] = found(factory.incident(), claims=claims)
    [made] = one.composition
    assert (made.made_of[0].id, made.share, made.speaker.text, made.anonymous) == (
        "strangers",
        "most",
        "sources",
        True,
    )


def composition(name, speaker):
    made = Composition(of=None, made_of=(factory.actor("foreigners", TEXT, id="strangers"),), share="most")
    words = factory.span("military sources spoke of foreigners", TEXT)
    fields = {
        "content": "composition",
        "composition": made,
        "status": "alleged",
        "speakers": (factory.speaker(speaker, TEXT),),
    }
    return factory.claim(TEXT, id=name, event=None, **fields).model_copy(update=words)


def test_fears_of_the_same_force_stand_apart():
    feared = factory.claim(
        TEXT, id="f1", status="hypothetical",
        event=factory.event(TEXT, trigger=factory.Span(**factory.span("moved", TEXT)), actors=(factory.actor("The Front", TEXT, id="front"),), places=(factory.place("Sudbury", TEXT, id="sudbury"),), occurred=None),
    )  # fmt: skip
    other = feared.model_copy(
        update={
            "id": "f2",
            "event": feared.event.model_copy(update={"actors": (factory.actor("units", TEXT, id="army"),)}),
        }
    )
    [one] = found(factory.incident(), claims=[move("c1", ("at", factory.norhaven())), feared, other])
    assert [(fear.kind, fear.claims) for fear in one.feared] == [("ASSAULT/heavy-weapons", ("f1",))]


def test_a_declared_place_is_no_sighting_by_others():
    own = factory.speaker("a spokesman", TEXT, kind="party", anonymous=False, actor="front")
    claims = [
        move("c1", ("toward", factory.sudbury()), status="declared", speakers=(own,)),
        move(
            "c2", ("at", factory.norhaven()), status="reported", speakers=(factory.speaker("sources", TEXT),)
        ),
    ]
    [one] = found(factory.incident(claims=("c1", "c2")), claims=claims)
    assert [(seen.where.id, seen.how) for seen in one.sightings] == [
        ("norhaven", "observed"),
        ("sudbury", "declared"),
    ]


def test_forces_that_nobody_names_are_not_the_force_beside_them():
    vague = move("c2", ("at", factory.sudbury()))
    nobody = (factory.actor("units", TEXT, id=None),)
    vague = vague.model_copy(update={"event": vague.event.model_copy(update={"actors": nobody})})
    [one] = found(
        factory.incident(claims=("c1", "c2")), claims=[move("c1", ("at", factory.norhaven())), vague]
    )
    assert [seen.where.id for seen in one.sightings] == ["norhaven"]
    assert [party.id for party in one.force] == ["front"]
