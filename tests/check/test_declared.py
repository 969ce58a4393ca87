"""Declared against observed: places, acts, purposes and make-up, told by others than the declarer."""

from datetime import date

import pytest

import asking
import factory
from hudna.check import declared_against_observed
from hudna.model.claim import Composition, Occurred
from hudna.model.earth import distance_km
from hudna.model.finding import Tripwire, Watch

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


def test_the_declarer_is_the_first_of_the_force_itself():
    army = factory.speaker("military sources", TEXT, kind="party", anonymous=False, actor="army")
    told = [
        move("c1", factory.sudbury(), "to", "reported", others()),
        purpose("p1", "border-security", army, "declared"), purpose("p2", "defence", own(), "declared"),
    ]  # fmt: skip
    one = found(*told)[1]["purpose"]
    assert (one.declarer.id, one.declared, one.claims) == ("front", "to guard the border", ("p2", "p1"))


def test_a_purpose_in_the_reports_own_voice_is_nobodys_declaration():
    own_voice = purpose("p1", "border-security", own(), "planned").model_copy(update={"speakers": ()})
    assert found(move("c1", factory.sudbury(), "at", "actual"), own_voice)[1] == {}
    assert "purpose" not in found(move("c1", factory.sudbury(), "to"), own_voice)[1]


def test_a_declared_country_is_no_destination():
    kadra = factory.norhaven(id="KDR", name="Kadra", precision="country")
    seen = move("c2", factory.sudbury(), "at", "reported", others(), day=3)
    assert "destination" not in found(move("c1", kadra, "to"), seen)[1]


def test_where_it_is_to_go_stands_before_where_it_was_last_declared():
    claims = [move("c1", factory.sudbury(), "to"), move("c2", factory.norhaven(), "at", day=5)]
    assert found(*claims)[1]["destination"].declared == "to Sudbury"
    assert found(move("c1", factory.sudbury(), "toward"))[1]["destination"].declared == "towards Sudbury"


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"places": ()}, "match"),
        (
            {"status": "alleged", "positions": (factory.position("alleged", factory.party("army")),)},
            "unknown",
        ),
        ({"where": factory.sudbury(precision="country")}, "unknown"),
    ],
)
def test_an_act_tells_where_the_force_is_only_where_it_is_told_firmly_and_of_a_place(fields, verdict):
    fight = asking.fight(
        **{"id": "f1", "where": factory.sudbury(), "on": date(2021, 3, 5), "claims": ("f1",), "recipients": BANDITS, **fields}
    )  # fmt: skip
    one = found(move("c1", factory.sudbury(), "to"), incidents=(fight,))[1]["destination"]
    assert one.verdict == verdict


def watched(actor="front", **fields):
    where = {"place": "capital", "name": "Capital", "lat": 12.5, "lon": 30.0, **fields}
    return Tripwire(
        id="t1", author=None, condition="x", consequence="y", state="armed", claims=("w1",),
        watch=Watch(root="COERCE", actors=(actor,), **where),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wire", "named"),
    [
        (watched(), "Capital"),
        (watched(name=None), "capital"),
        (watched("army"), None),
        (watched(lat=None), None),
        (watched(lon=None), None),
    ],
)
def test_a_wire_for_this_force_names_another_aim(wire, named):
    claims = [
        move("c1", factory.norhaven(id="west", name="West", lat=12.0, lon=25.0), "to"),
        move("c2", factory.norhaven(id="x", lat=10.0), "at", "actual", day=2),
        move("c3", factory.norhaven(id="y", lat=11.5), "at", "actual", day=4),
    ]
    incident = factory.incident(claims=("c1", "c2", "c3"))
    made = declared_against_observed(asking.asked(incident, claims=claims), (wire,))
    [one] = [one for one in made if one.field == "destination"]
    assert (f"km from {named}, drawing nearer" in one.because) is (named is not None)
    assert one.verdict == ("mismatch" if named else "unknown")


def test_every_aim_that_others_name_is_held_against_the_track():
    aims = tuple(
        place(factory.norhaven(id=None, name=name, lat=lat), "at")
        for name, lat in (("Mill", 13.0), ("Ford", 14.0))
    )
    claims = [
        move("c1", factory.norhaven(id="west", name="West", lon=25.0), "to"),
        move("c2", factory.norhaven(id="x", lat=10.0), "at", "actual", day=2),
        purpose("p1", "offensive", others(), "hypothetical", aims),
    ]
    because = found(*claims)[1]["destination"].because
    assert "from Mill" in because
    assert "from Ford" in because


def test_within_what_others_name_it_has_arrived_there():
    aim = (place(factory.norhaven(id="mill", name="Mill", lat=11.0), "at"),)
    claims = [
        move("c1", factory.norhaven(id="west", name="West", lon=25.0), "to"),
        move("c2", factory.norhaven(id="mill", name="Mill", lat=11.0), "at", "actual", day=2),
        purpose("p1", "offensive", others(), "hypothetical", aim),
    ]
    assert found(*claims)[1]["destination"].verdict == "mismatch"


def wide(lat, radius, **fields):
    return factory.norhaven(
        **{"id": "w", "name": "Wide", "lat": lat, "radius_km": radius, "precision": "region", **fields}
    )


def test_two_areas_that_touch_overlap():
    apart = distance_km((30.0, 9.0), (30.0, 12.0))
    claims = [move("c1", factory.sudbury(radius_km=5), "to")]
    for radius, verdict in ((apart - 5, "partial"), (apart - 5.001, "mismatch")):
        seen = move("c2", wide(12.0, radius), "at", "reported", others(), day=3)
        assert found(*claims, seen)[1]["destination"].verdict == verdict


@pytest.mark.parametrize(("name", "verdict"), [("Sudbury", "partial"), ("Wide", "mismatch")])
@pytest.mark.parametrize(("here", "there"), [(None, 9.0), (9.0, None), (None, None)])
def test_areas_without_a_point_overlap_by_name_alone(name, verdict, here, there):
    claims = [
        move("c1", factory.sudbury(lat=here), "to"),
        move("c2", wide(there, 150, name=name), "at", "reported", others(), day=3),
    ]
    assert found(*claims)[1]["destination"].verdict == verdict


def test_the_acts_are_named_where_there_are_any():
    claims = [move("c1", factory.sudbury(), "to"), purpose("p1", "border-security", own(), "planned")]
    none, patrol, fight = (
        found(*claims, incidents=incidents)[1]["purpose"]
        for incidents in (
            (),
            (act("MOBILIZE", "troops", "patrol"),),
            (act("ASSAULT", "firearms", recipients=(asking.army(),)),),
        )
    )
    assert none.observed is None
    assert patrol.observed == "patrolled"
    assert fight.observed is None


def test_make_up_told_in_the_open_says_so():
    open_speaker = factory.speaker(
        "military sources", TEXT, kind="organisation", anonymous=False, actor="mission"
    )
    one = found(move("c1", factory.sudbury(), "to"), composition("reported", open_speaker))[1]["composition"]
    assert "At least one speaker says so in the open." in one.because
    closed = found(move("c1", factory.sudbury(), "to"), composition("alleged", others()))[1]["composition"]
    assert "without a name or on allegations alone" in closed.because


def test_a_withdrawal_says_where_others_tell_of_it_and_what_would_settle_it():
    told = withdrawn(leave("c1", "declared"), leave("c2", "reported", others()))
    assert (told.observed, bool(told.would_settle)) == ("Norhaven", False)
    silent = withdrawn(leave("c1", "declared"))
    assert (silent.observed, bool(silent.would_settle)) == (None, True)
    fight = asking.fight(id="f1", claims=("f1",), on=date(2021, 3, 4))
    assert not withdrawn(leave("c1", "declared"), incidents=(fight,)).would_settle
