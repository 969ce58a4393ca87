"""Declared against observed: places, acts, purposes and make-up, told by others than the declarer."""

from datetime import date

import pytest

import asking
import factory
from hudna.check import declared_against_observed
from hudna.model.claim import Composition, Occurred

TEXT = (
    "The Kadra Front announced on Monday that units move from Norhaven to Sudbury to guard the border and aim at nobody; "
    "military sources spoke of an offensive and of foreigners; Norhaven was shelled."
)
DAY = date(2021, 3, 1)
KM = 1 / 111.195


def own():
    return factory.speaker("The Kadra Front", TEXT, kind="party", anonymous=False, actor="front")


def others():
    return factory.speaker("military sources", TEXT)


def place(where, role):
    return factory.place("Norhaven", TEXT, role=role, **where.model_dump(exclude={"name"}), name=where.name)


def move(name, where, role, status="declared", by=None, day=1, **fields):
    event = factory.event(
        TEXT, root="MOBILIZE", mode="troops", move="deploy", actors=(factory.actor("units", TEXT, id="front"),),
        places=(place(where, role),), occurred=Occurred(earliest=date(2021, 3, day), latest=date(2021, 3, day), precision="day", basis="stated"),
    ).model_copy(update=fields)  # fmt: skip
    speakers = (by or own(),) if status != "actual" else ()
    return factory.claim(TEXT, id=name, event=event, status=status, speakers=speakers)


def purpose(name, kind, by, status, places=()):
    given = factory.purpose_claim().purpose.model_copy(
        update={
            "of": "c1",
            "purpose_kind": kind,
            "places": places,
            **factory.span("to guard the border", TEXT),
        }
    )
    return factory.purpose_claim(text=TEXT, id=name, purpose=given, speakers=(by,), status=status)


def found(*claims, incidents=(), told=("c1", "c2", "c3")):
    names = tuple(claim.id for claim in claims if claim.event and claim.id in told)
    incident = factory.incident(claims=names)
    made = declared_against_observed(asking.asked(incident, *incidents, claims=claims))
    return {(one.field, one.declared): one for one in made}, {one.field: one for one in made}


def test_without_a_word_of_its_own_there_is_nothing_declared():
    assert found(move("c1", factory.norhaven(), "at", "actual"))[1] == {}
    assert found(move("c1", factory.norhaven(), "at", "reported", others()))[1] == {}


@pytest.mark.parametrize(
    ("lat", "role", "verdict"),
    [
        (9.0, "at", "match"),
        (9 + 4 * KM, "at", "match"),
        (9 + 8 * KM, "at", "unknown"),
        (12.0, "at", "unknown"),
    ],
)
def test_one_sighting_matches_only_where_it_is_said_to_go(lat, role, verdict):
    seen = move("c2", factory.norhaven(id="x", lat=lat), role, "reported", others(), day=3)
    assert found(move("c1", factory.sudbury(), "to"), seen)[1]["destination"].verdict == verdict


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [(12.0, 10.5, "partial"), (10.5, 12.0, "mismatch"), (12.0, 12.05, "unknown")],
)
def test_two_sightings_tell_the_way(first, last, verdict):
    one = move("c2", factory.norhaven(id="x", lat=first), "at", "reported", others(), day=2)
    two = move("c3", factory.norhaven(id="y", lat=last), "at", "actual", day=4)
    assert found(move("c1", factory.sudbury(), "to"), one, two)[1]["destination"].verdict == verdict


def test_drawing_near_to_what_others_name_is_a_mismatch():
    aim = (place(factory.norhaven(id="capital", name="Capital", lat=12.5), "at"),)
    claims = [
        move("c1", factory.norhaven(id="west", name="West", lat=12.0, lon=25.0), "to"),
        move("c2", factory.norhaven(id="x", lat=10.0), "at", "actual", day=2),
        move("c3", factory.norhaven(id="y", lat=11.5), "at", "actual", day=4),
        purpose("p1", "offensive", others(), "hypothetical", aim),
    ]
    one = found(*claims)[1]["destination"]
    assert one.verdict == "mismatch"
    assert "Capital, drawing nearer" in one.because


def test_nobody_else_who_tells_leaves_it_unknown_and_says_what_would_settle_it():
    one = found(move("c1", factory.sudbury(), "to"))[1]["destination"]
    assert (one.verdict, one.observed) == ("unknown", None)
    assert one.would_settle


def test_its_own_sighting_is_no_observation():
    seen = move("c2", factory.sudbury(), "at", "reported", own(), day=3)
    assert found(move("c1", factory.sudbury(), "to"), seen)[1]["destination"].verdict == "unknown"


@pytest.mark.parametrize(("lat", "verdict"), [(10.0, "partial"), (19.0, "mismatch")])
def test_a_wide_area_agrees_in_direction_at_most(lat, verdict):
    wide = factory.norhaven(id="w", name="Wide", lat=lat, radius_km=150, precision="region", admin1="South")
    claims = [move("c1", factory.sudbury(), "to"), move("c2", wide, "at", "reported", others(), day=3)]
    assert found(*claims)[1]["destination"].verdict == verdict


def test_a_country_tells_nothing_of_the_way():
    kadra = factory.norhaven(id="KDR", name="Kadra", precision="country")
    claims = [move("c1", factory.sudbury(), "to"), move("c2", kadra, "at", "reported", others(), day=3)]
    assert found(*claims)[1]["destination"].observed is None


def test_where_the_force_fights_it_has_been():
    fight = asking.fight(
        id="f1",
        where=factory.sudbury(),
        on=date(2021, 3, 5),
        claims=("f1",),
        recipients=(factory.party(None, text="bandits", sector="CRM"),),
    )
    assert found(move("c1", factory.sudbury(), "to"), incidents=(fight,))[1]["destination"].verdict == "match"


def act(root, mode=None, move=None, **fields):
    return factory.incident(
        **{
            "id": "a1",
            "claims": ("a1",),
            "root": root,
            "mode": mode,
            "move": move,
            "where": None,
            "on": date(2021, 3, 5),
            **fields,
        }
    )


BANDITS = (factory.party(None, text="bandits", sector="CRM"),)


@pytest.mark.parametrize(
    ("kind", "incident", "verdict"),
    [
        ("border-security", act("ASSAULT", "firearms", recipients=BANDITS), "partial"),
        ("border-security", act("MOBILIZE", "troops", "patrol"), "partial"),
        ("border-security", act("MOBILIZE", "troops", "exercise"), "unknown"),
        ("border-security", act("COERCE", "arrest"), "partial"),
        ("border-security", act("ASSAULT", "firearms", recipients=(asking.army(),)), "unknown"),
        ("training", act("MOBILIZE", "troops", "exercise"), "partial"),
        ("defence", act("MOBILIZE", "troops", "fortify"), "partial"),
        ("counter-terrorism", act("ASSAULT", "firearms", recipients=(factory.party("cult"),)), "partial"),
        ("law-and-order", act("MOBILIZE", "police"), "partial"),
        ("law-and-order", act("ASSAULT", "crowd-control"), "partial"),
        ("relief", act("AID"), "partial"),
        ("supply", act("AID"), "unknown"),
        ("border-security", act("COERCE", "seize"), "unknown"),
        ("border-security", act("MOBILIZE", "troops", "patrol", actors=(asking.army(),)), "unknown"),
        ("border-security", act("MOBILIZE", "troops", "patrol", on=date(2021, 2, 1)), "unknown"),
        ("border-security", act("MOBILIZE", "troops", "patrol", on=date(2021, 3, 31)), "partial"),
        ("border-security", act("MOBILIZE", "troops", "patrol", on=date(2021, 4, 1)), "unknown"),
        ("border-security", act("MOBILIZE", "troops", "patrol", third_party=True), "unknown"),
        ("border-security", act("MOBILIZE", "troops", "patrol", counts=False, status="hypothetical"), "unknown"),
    ],
)  # fmt: skip
def test_acts_may_fit_a_purpose_and_never_prove_it(kind, incident, verdict):
    elsewhere = incident.model_copy(
        update={
            "place": factory.norhaven(id="z", admin1="West"),
            "places": (("at", factory.norhaven(id="z", lat=20.0, admin1="West")),),
        }
    )
    claims = [move("c1", factory.sudbury(), "to"), purpose("p1", kind, own(), "planned")]
    assert found(*claims, incidents=(elsewhere,))[1]["purpose"].verdict == verdict


def test_other_purposes_are_told_with_their_speakers():
    claims = [
        move("c1", factory.sudbury(), "to"),
        purpose("p1", "border-security", own(), "planned"),
        purpose("p2", "offensive", others(), "hypothetical"),
    ]
    one = found(*claims)[1]["purpose"]
    assert "military sources (no name given): “to guard the border” (hypothetical)" in one.because
    alone = found(*claims[:2])[1]["purpose"]
    assert "Nobody names another purpose" in alone.because


@pytest.mark.parametrize("status", ["denied", "hypothetical", "conditional"])
def test_a_purpose_that_is_not_its_own_word_is_no_declaration(status):
    claims = [move("c1", factory.sudbury(), "to"), purpose("p1", "border-security", own(), status)]
    assert "purpose" not in found(*claims)[1]


@pytest.mark.parametrize(
    ("incident", "verdict"),
    [
        (None, "unknown"),
        (act("ASSAULT", "firearms", recipients=(asking.army(),)), "mismatch"),
        (act("ASSAULT", "firearms", recipients=BANDITS), "unknown"),
        (act("ASSAULT", "firearms"), "unknown"),
        (act("COERCE", "seize", recipients=(asking.army(),)), "mismatch"),
        (act("COERCE", "seize"), "unknown"),
        (act("COERCE", "restrict", recipients=(asking.army(),)), "unknown"),
    ],
)
def test_aiming_at_nobody_is_belied_only_by_force_on_the_other_party(incident, verdict):
    claims = [
        move("c1", factory.sudbury(), "to"),
        purpose("p1", "no-hostile-intent", own(), "declared"),
        purpose("p2", "offensive", others(), "hypothetical"),
        purpose("p3", "supply", others(), "alleged"),
    ]
    one = found(*claims, incidents=(incident,) if incident else ())[1]["target"]
    assert one.verdict == verdict
    assert ("No force against the other party" in one.because) is (verdict == "unknown")
    assert "(hypothetical)" in one.because
    assert "(alleged)" not in one.because


def composition(status, by):
    made = Composition(of=None, made_of=(factory.actor("foreigners", TEXT, id="strangers"),), share="most")
    fields = {
        "content": "composition",
        "composition": made,
        "status": status,
        "speakers": (by,),
        "event": None,
    }
    return factory.claim(TEXT, id="m1", **fields).model_copy(update=factory.span("foreigners", TEXT))


@pytest.mark.parametrize(
    ("status", "by", "verdict"),
    [
        ("alleged", others(), "unknown"),
        ("reported", others(), "unknown"),
        (
            "alleged",
            factory.speaker("military sources", TEXT, kind="organisation", anonymous=False, actor="mission"),
            "unknown",
        ),
        (
            "reported",
            factory.speaker("military sources", TEXT, kind="organisation", anonymous=False, actor="mission"),
            "mismatch",
        ),
    ],
)
def test_what_others_say_it_is_made_of_counts_only_in_the_open(status, by, verdict):
    one = found(move("c1", factory.sudbury(), "to"), composition(status, by))[1]["composition"]
    assert (one.verdict, one.claims) == (verdict, ("m1",))
    assert "foreigners (most), military sources" in one.observed


def leave(name, status, by=None):
    return move(name, factory.norhaven(), "from", status, by).model_copy(
        update={
            "event": move(name, factory.norhaven(), "from").event.model_copy(
                update={"root": "RETREAT", "mode": "withdraw", "move": None}
            )
        }
    )


def withdrawn(*claims, incidents=()):
    incident = factory.incident(
        root="RETREAT", mode="withdraw", move=None, claims=tuple(one.id for one in claims)
    )
    [one] = declared_against_observed(asking.asked(incident, *incidents, claims=claims))
    return one


def test_a_declared_withdrawal_is_matched_by_who_saw_it_and_belied_by_fighting_on():
    assert withdrawn(leave("c1", "declared")).verdict == "unknown"
    assert withdrawn(leave("c1", "declared"), leave("c2", "reported", others())).verdict == "match"
    fight = asking.fight(id="f1", claims=("f1",), on=date(2021, 3, 4))
    one = withdrawn(leave("c1", "declared"), leave("c2", "reported", others()), incidents=(fight,))
    assert (one.field, one.verdict, one.declared) == ("force", "mismatch", "withdrawal from Norhaven")
    assert (
        withdrawn(leave("c1", "declared"), incidents=(act("MOBILIZE", "troops", "patrol"),)).verdict
        == "unknown"
    )


def test_every_declaration_names_claims():
    claims = [move("c1", factory.sudbury(), "to"), purpose("p1", "border-security", own(), "planned")]
    made = found(*claims)[1]
    assert made["destination"].claims == ("c1",)
    assert made["purpose"].claims == ("p1",)
    assert made["purpose"].declarer.id == "front"
