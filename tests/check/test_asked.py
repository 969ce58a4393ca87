"""What the check looks up in the evidence, and how findings carry who tells, denies and how grave it is."""

from datetime import date

import asking
import factory
from hudna.check import findings
from hudna.check.acts import acts_during
from hudna.model.claim import Composition
from hudna.model.picture import Movement
from hudna.model.view import views

TEXT = "The Kadra Front moved to Norhaven on Monday, military sources said. It is made of foreigners, they said; Norhaven was shelled."
MADE = "It is made of foreigners"


def move(name, report="kadra-1"):
    event = factory.event(
        TEXT,
        root="MOBILIZE",
        mode="troops",
        move="deploy",
        actors=(factory.actor("The Kadra Front", TEXT, id="front"),),
    )
    return factory.claim(TEXT, id=name, report=report, event=event, status="actual", speakers=()).model_copy(
        update=factory.span("The Kadra Front moved to Norhaven", TEXT)
    )


def made(name, report="kadra-1"):
    content = Composition(of=None, made_of=(factory.actor("foreigners", TEXT, id="strangers"),), share="most")
    return factory.claim(
        TEXT,
        id=name,
        report=report,
        content="composition",
        composition=content,
        status="reported",
        event=None,
    ).model_copy(update=factory.span(MADE, TEXT))


def test_what_a_force_is_made_of_belongs_to_the_incident_of_the_report_that_says_so():
    first = factory.incident(claims=("c1",))
    second = factory.incident(id="i2", claims=("c2",), reports=("kadra-2",), on=date(2021, 3, 2))
    reports = [factory.report(TEXT), factory.report(TEXT, id="kadra-2")]
    asked = asking.asked(
        first, second, claims=[move("c1"), move("c2", "kadra-2"), made("m2", "kadra-2")], reports=reports
    )
    assert len(asked.picture.movements) == 1
    told = {one.id: [asked.makeups(view) for view in views(one, asked.evidence)] for one in (first, second)}
    assert [bool(found) for found in told["i1"]] == [False]
    assert [bool(found) for found in told["i2"]] == [True]


def test_it_belongs_to_the_last_claim_that_begins_before_it_ends():
    one = factory.incident(claims=("c1", "c2", "c3"))
    end = TEXT.index(MADE) + len(MADE)
    within = move("c2").model_copy(update={"start": end - 1, "end": end + 5})
    after = move("c3").model_copy(update={"start": end, "end": end + 5})
    asked = asking.asked(one, claims=[move("c1"), within, after, made("m1")], reports=[factory.report(TEXT)])
    assert [bool(asked.makeups(view)) for view in views(one, asked.evidence)] == [False, True, False]


def test_statements_without_a_day_come_before_those_with_one():
    dated, undated = factory.control_claim(), factory.control_claim(id="k2", report="kadra-0")
    area = dated.control.area.model_copy(update={"id": "norhaven"})
    claims = [
        one.model_copy(update={"control": one.control.model_copy(update={"area": area, "as_of": day})})
        for one, day in ((dated, date(2021, 3, 1)), (undated, None))
    ]
    asked = asking.asked(
        claims=claims, reports=[factory.report(id="kadra-0", published=None), factory.report()]
    )
    assert [one.as_of for one in asked.held["norhaven"]] == [None, date(2021, 3, 1)]


def test_two_statements_of_one_day_on_one_place_are_both_kept():
    claims = [factory.control_claim(), factory.control_claim(id="k2")]
    claims = [
        one.model_copy(
            update={
                "control": one.control.model_copy(
                    update={
                        "area": one.control.area.model_copy(update={"id": "norhaven"}),
                        "as_of": date(2021, 3, 1),
                        "holder": factory.actor("The Kadra Front", TEXT, id=holder),
                    }
                )
            }
        )
        for one, holder in zip(claims, ("front", "army"), strict=True)
    ]
    asked = asking.asked(claims=claims, reports=[factory.report()])
    assert {one.holder.id for one in asked.held["norhaven"]} == {"front", "army"}


def test_a_movement_without_days_has_no_acts():
    asked = asking.asked(asking.fight())
    for first, last in ((None, date(2021, 3, 9)), (date(2021, 3, 1), None)):
        movement = Movement(
            id="m1",
            force=(factory.party(),),
            first_seen=first,
            last_seen=last,
            status="actual",
            incidents=(),
            claims=(),
        )
        assert acts_during(movement, asked) == ()


def test_only_what_is_inconsistent_or_open_is_grave():
    told = {
        "inconsistent": asking.fight(),
        "undetermined": asking.fight(recipients=()),
        "out_of_scope": asking.fight(actors=(factory.party("cult"),)),
    }
    for verdict, incident in told.items():
        [one] = findings(asking.asked(incident))
        assert (one.verdict, one.severity) == (verdict, None if verdict == "out_of_scope" else 5)


def test_only_those_who_deny_it_deny_it():
    reported = factory.position("reported", factory.party("mission"))
    [one] = findings(asking.asked(asking.fight(positions=(reported,))))
    assert one.denied_by == ()
    denials = tuple(
        factory.position("denied", factory.party(None, text=words)) for words in ("a clerk", "a guard")
    )
    nobody = factory.position("denied")
    [one] = findings(asking.asked(asking.fight(positions=(reported, *denials, nobody))))
    assert [party.text for party in one.denied_by] == ["a clerk", "a guard"]


ZONE = {
    "id": "z",
    "name": "Zone of Norhaven",
    "basis": "treaty",
    "point": (30.0, 12.0),
    "buffer_km": 50,
    "source": "invented",
}


def test_where_a_force_left_from_is_known_from_the_other_tellings_of_its_movement():
    mill, ford = factory.norhaven(id="mill", name="Mill", lat=11.3), factory.norhaven(id="ford", lat=11.0)
    leaves = factory.incident(
        root="RETREAT", mode="withdraw", move=None, places=(("from", factory.norhaven()),)
    )
    arrives = factory.incident(
        id="i2", root="RETREAT", mode="withdraw", move=None, claims=("c2",), where=mill, on=date(2021, 3, 2),
        places=(("to", mill),),
    )  # fmt: skip
    agreement = asking.agreement(
        asking.provision(kind="withdrawal", duty="must", zone="z", deadline=date(2021, 4, 1)), zones=[ZONE]
    )
    asked = asking.asked(leaves, arrives, agreements=(agreement,))
    assert len(asked.picture.movements) == 1
    assert {one.incidents[0]: one.verdict for one in findings(asked)} == {
        "i1": "consistent",
        "i2": "consistent",
    }
    elsewhere = arrives.model_copy(update={"places": (("from", mill), ("to", ford))})
    told = findings(asking.asked(leaves, elsewhere, agreements=(agreement,)))
    assert [one.verdict for one in told if one.incidents == ("i2",)] != ["consistent"]
