"""What leaves the mission names no person, no town, no source, no word of a report, and nothing of yesterday."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import editions
import factory
from hudna.knowledge.responsibility import load_responsibility
from hudna.model.earth import distance_km
from hudna.model.edition import records_of
from hudna.model.incident import Party
from hudna.model.picture import Picture
from hudna.publish.exporters import exported, find_exporters
from hudna.publish.public import for_public, public_until

NOW = datetime(2021, 3, 20, 12, tzinfo=UTC)
GENERAL = Party(id="khalifa-haftar", text="Khalifa Haftar", country="LBY", sector="MIL")


def public(*incidents, now=NOW, **fields):
    return for_public(editions.edition(*incidents, **fields), now=now)


def everything(edition):
    """Every byte of every format and every kind of record."""
    found = [
        piece for name, exporter in find_exporters().items() if name != "parquet" for what in exporter.WHAT
        for piece in exported(name, edition, what)
    ]  # fmt: skip
    return b"".join(found).decode()


@pytest.mark.parametrize(
    "words",
    [
        "Norhaven",
        "12.05",
        "30.05",
        "Kadra Post",
        "shelled Norhaven",
        "Soldiers",
        "military sources",
        "Kadra Front",
        "kadra-1",
        "guard the road",
    ],
)
def test_no_format_gives_away(words):
    assert words in everything(editions.edition())
    assert words not in everything(public())


def test_what_may_be_said_stays():
    [incident] = public().evidence.incidents
    assert (incident.root, incident.status, incident.fatalities.best, len(incident.origins)) == (
        "ASSAULT",
        "actual",
        3,
        1,
    )
    assert incident.place.name == "Northmark"
    assert incident.actors[0].text == "a rebel group"


def test_a_person_stands_as_the_force_he_leads():
    [incident] = public(
        editions.incident(actors=(GENERAL,), positions=(editions.position(speaker=GENERAL),))
    ).evidence.incidents
    assert incident.actors[0].id == "lna"
    assert "Haftar" not in incident.model_dump_json()


@given(st.floats(-70, 70), st.floats(-170, 170))
@settings(max_examples=60, deadline=None)
def test_the_circle_given_still_holds_the_place_and_its_middle_is_not_it(lat, lon):
    town = editions.TOWN.model_copy(update={"lat": lat, "lon": lon})
    [incident] = public(editions.incident(place=town)).evidence.incidents
    where = incident.place
    assert where.precision == "district"
    assert where.radius_km >= 50
    assert distance_km((where.lon, where.lat), (lon, lat)) <= where.radius_km


@pytest.mark.parametrize("words", ["the hospital of Norhaven", "a school in Norhaven", "مستشفى نورهافن"])
def test_a_sensitive_place_has_no_point_at_all(words):
    place = editions.TOWN.model_copy(update={"name": words})
    [incident] = public(editions.incident(place=place, places=(("at", place),))).evidence.incidents
    assert (incident.place.lat, incident.place.radius_km, incident.place.precision) == (None, None, "region")
    assert incident.places[0][1].lat is None


def test_a_place_is_sensitive_where_the_words_of_a_claim_say_so():
    text = (
        "Soldiers of the Kadra Front shelled the field hospital of Norhaven on Monday, military sources said."
    )
    claim = factory.claim(text)
    [incident] = public(claims=(claim,), reports=(factory.report(text),)).evidence.incidents
    assert incident.place.lat is None


@pytest.mark.parametrize(
    "example", load_responsibility().examples, ids=lambda example: ascii(example.text)[:40]
)
def test_sensitive_words(example):
    assert load_responsibility().is_sensitive(example.text) is example.sensitive


@pytest.mark.parametrize(("hours", "kept"), [(0, 0), (23, 0), (24, 1), (240, 1)])
def test_nothing_younger_than_the_delay_is_given(hours, kept):
    # The last word on it was said on 5 March, a day that ends at midnight.
    now = datetime(2021, 3, 6, tzinfo=UTC) + timedelta(hours=hours)
    found = public(now=now)
    assert len(found.evidence.incidents) == kept
    assert bool(found.evidence.claims) is bool(kept)
    assert len(found.picture.movements) == 1


def test_the_delay_is_counted_from_the_end_of_a_day():
    assert public_until(datetime(2021, 3, 20, 0, 0, tzinfo=UTC)) == date(2021, 3, 18)
    assert public_until(datetime(2021, 3, 20, 23, 59, tzinfo=UTC)) == date(2021, 3, 18)


def test_an_incident_without_any_day_is_not_given():
    undated = editions.incident(occurred=None, first_reported=None, last_reported=None)
    assert public(undated).evidence.incidents == ()


def test_a_claim_of_a_young_incident_is_not_given_either():
    young = editions.incident(last_reported=date(2021, 3, 19))
    found = public(young)
    assert found.evidence.incidents == ()
    assert "kadra-1-c1" not in {claim.id for claim in found.evidence.claims.values()}
    assert not [claim for claim in found.evidence.claims.values() if claim.event]


def test_doing_it_twice_changes_nothing_and_ids_lead_to_each_other():
    once = public()
    assert for_public(once, now=NOW) == once
    assert once.public
    [incident] = once.evidence.incidents
    assert set(incident.claims) <= set(once.evidence.claims)
    assert set(incident.reports) <= set(once.evidence.reports)


def test_other_peoples_words_are_not_given_at_all():
    found = public()
    for what in ("tripwires", "declared", "imported"):
        assert records_of(found, what) == ()
    assert all(movement.purposes == () and movement.feared == () for movement in found.picture.movements)


@pytest.mark.parametrize(
    ("area", "named"),
    [
        ("LBY/Norhaven", False),
        ("LBY/Sirte", True),
        ("libya-southwest", True),
        ("ghadames", False),
        (None, True),
    ],
)
def test_an_area_that_is_a_town_is_not_named(area, named):
    edition = editions.edition(
        picture=Picture(editions.AS_OF, postures=(editions.posture(area=area, area_name="A name"),)),
        alerts=(editions.alert(area=area, area_name="A name"),),
    )
    found = for_public(edition, now=NOW)
    for one in (*found.picture.postures, *found.alerts):
        assert (one.area, one.area_name) == ((area, "A name") if named else (None, None))


def test_a_side_that_is_nobodys_camp_carries_no_persons_name():
    told = editions.position(side="Doctor Selma Ost")
    given = editions.incident(sides=("Doctor Selma Ost", "east", "third party"), positions=(told,))
    assert "Selma" in everything(editions.edition(given))
    [incident] = public(given).evidence.incidents
    assert incident.sides == ("an unlisted actor", "east", "third party")
    assert "Selma" not in everything(public(given))


@pytest.mark.parametrize(
    "place",
    [
        {"name": "Kalma camp", "id": None},
        {"name": "مخيم كلمة", "id": None},
        # A camp goes by its bare name too; the gazetteer has both.
        {"name": "Abu Shouk", "id": "abu-shouk-sdn"},
        {"name": "Upper camp", "id": None, "precision": "region"},
    ],
)
def test_a_camp_has_no_point_whatever_a_text_calls_it(place):
    camp = editions.TOWN.model_copy(update=place)
    moved = editions.movement(at=camp, destination=camp)
    found = public(
        editions.incident(place=camp, places=(("at", camp),)),
        picture=Picture(date(2021, 3, 5), movements=(moved,), holdings=(editions.holding(place=camp),)),
    )
    [incident], [movement], [holding] = (
        found.evidence.incidents,
        found.picture.movements,
        found.picture.holdings,
    )
    for where in (incident.place, incident.places[0][1], movement.at, movement.destination, holding.place):
        assert (where.lat, where.lon, where.radius_km, where.precision) == (None, None, None, "region")
        assert "camp" not in where.name
        assert "Abu Shouk" not in where.name


def test_what_follows_from_a_claim_on_a_camp_is_as_vague_as_the_claim():
    claim = factory.claim(
        "Soldiers of the Kadra Front shelled the displaced in Norhaven on Monday, military sources said.",
        id="c",
    )
    moved = editions.movement(at=editions.TOWN, line=((12.0, 30.0), (13.0, 31.0)), claims=("c",))
    held = editions.holding(claims=("c",))
    picture = Picture(date(2021, 3, 5), movements=(moved,), holdings=(held,))
    found = public(picture=picture, claims=(claim,), reports=(factory.report(claim.text),)).picture
    assert found.movements[0].at.lat is None
    assert found.movements[0].line == ()
    assert found.holdings[0].place.lat is None
