"""An incident as one claim tells it: what is its own, and what it takes from the others."""

import factory
from hudna.model.evidence import evidence_of
from hudna.model.view import narrowed, views


def seen(*claims, **fields):
    incident = factory.incident(claims=tuple(claim.id for claim in claims), **fields)
    return views(incident, evidence_of([incident], claims))


def claim(name, actors=(), recipients=(), places=(), root="ASSAULT", **fields):
    def people(ids):
        return tuple(factory.actor(id=one) for one in ids)

    where = tuple(factory.place(id=one, role=role) for role, one in places)
    event = factory.event(root=root, actors=people(actors), recipients=people(recipients), places=where)
    return factory.claim(id=name, event=event, **fields)


def ids(parties):
    return [party.id for party in parties]


def test_without_claims_the_incident_is_seen_as_a_whole():
    incident = factory.incident()
    [view] = views(incident, evidence_of([incident]))
    assert (ids(view.actors), view.places, view.own_place) == (["front"], (("at", factory.norhaven()),), True)


def test_each_claim_keeps_its_own_people():
    one, other = seen(claim("c1", ["front"], ["army"]), claim("c2", ["army"], ["front"]))
    assert (ids(one.actors), ids(one.recipients)) == (["front"], ["army"])
    assert (ids(other.actors), ids(other.recipients)) == (["army"], ["front"])


def test_a_claim_that_names_nobody_takes_those_of_the_incident():
    [view] = seen(claim("c1"), recipients=(factory.party("army"),))
    assert (ids(view.actors), ids(view.recipients)) == (["front"], ["army"])


def test_one_side_of_a_fight_is_read_with_the_other():
    _, view = seen(claim("c1", ["front", "army"]), claim("c2", ["army"]))
    assert ids(view.actors) == ["front", "army"]


def test_who_fought_for_a_town_did_not_also_take_it():
    seizure, fight = seen(claim("c1", ["army"], root="COERCE"), claim("c2", ["front", "army"]))
    assert ids(seizure.actors) == ["army"]
    assert ids(fight.actors) == ["front", "army"]


def test_whom_another_says_was_attacked_faces_who_attacked():
    _, view = seen(claim("c1", ["front"], ["army"]), claim("c2", ["army"]))
    assert (ids(view.actors), ids(view.recipients)) == (["army"], ["front"])


def test_rival_accusations_do_not_make_a_fight():
    one, other = seen(claim("c1", ["front"]), claim("c2", ["army"]))
    assert (ids(one.actors), ids(one.recipients)) == (["front"], [])
    assert (ids(other.actors), ids(other.recipients)) == (["army"], [])


def test_a_claim_without_a_place_takes_the_incidents_and_says_so():
    [view] = seen(claim("c1", ["front"]))
    assert (view.places, view.own_place) == ((("at", factory.norhaven()),), False)
    [view] = seen(claim("c1", ["front"]), where=factory.norhaven(precision="country"))
    assert view.places == ()


def test_from_where_is_lent_by_the_other_tellings():
    ways = (("from", factory.norhaven()), ("to", factory.sudbury()))
    [view] = seen(claim("c1", ["front"], places=[("to", "sudbury")]), places=ways)
    assert [(role, where.id) for role, where in view.lent] == [("from", "norhaven")]
    [view] = seen(claim("c1", ["front"], places=[("from", "sudbury")]), places=ways)
    assert view.lent == ()


def test_purposes_are_no_tellings():
    purpose = factory.purpose_claim(id="p1")
    assert len(seen(claim("c1", ["front"]), purpose)) == 1


def test_a_country_around_a_place_is_left_out():
    country = ("at", factory.norhaven(id="KDR", precision="country"))
    town = ("at", factory.norhaven())
    assert narrowed([country, town, town]) == [town]
    assert narrowed([country]) == [country]
    abroad = ("at", factory.norhaven(id="XYZ", precision="country", country="XYZ"))
    assert narrowed([abroad, town]) == [abroad, town]
