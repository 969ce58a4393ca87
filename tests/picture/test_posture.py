"""Posture: what moves it, what it rests on, how it ages, and who is part of whom."""

from datetime import date, timedelta

import pytest

import factory
from hudna.model.evidence import evidence_of
from hudna.model.incident import When
from hudna.picture import Sight, series
from hudna.picture.posture import Book, filled, postures

DAY = date(2021, 3, 1)


def lines(*incidents, claims=(), as_of=DAY, setting=None):
    sight = Sight(evidence_of(incidents, claims))
    return {(one.actor, one.area): one for one in postures(sight, setting or factory.setting(), as_of)}


def after(days):
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({"move": "deploy"}, "mobilised"),
        ({"move": "convoy"}, "mobilised"),
        ({"move": None}, "mobilised"),
        ({"mode": "police", "move": None}, "heightened"),
        ({"move": "patrol"}, "heightened"),
        ({"move": "exercise"}, "heightened"),
        ({"move": "alert_up"}, "alert"),
        ({"move": "alert_down"}, "standing_down"),
        ({"move": "recall_to_base"}, "alert"),
        ({"root": "ASSAULT", "mode": "firearms", "move": None}, "engaged"),
        ({"root": "COERCE", "mode": "seize", "move": None}, "engaged"),
        ({"root": "THREATEN", "mode": "violence", "move": None}, "heightened"),
        ({"root": "RETREAT", "mode": "withdraw", "move": None}, "standing_down"),
        ({"root": "CONCEDE", "mode": None, "move": None}, "standing_down"),
    ],
)
def test_each_act_leads_to_its_level(told, state):
    assert lines(factory.incident(**told))["front", "north"].state == state


@pytest.mark.parametrize("root", ["CONSULT", "REQUEST", "ACCUSE", "AID", "PROTEST"])
def test_words_and_help_move_no_posture(root):
    assert lines(factory.incident(root=root, mode=None, move=None)) == {}


def test_what_a_third_party_says_moves_no_posture():
    assert lines(factory.incident(third_party=True)) == {}


@pytest.mark.parametrize("status", ["hypothetical", "conditional", "denied", "demanded", "historical"])
def test_what_has_not_happened_moves_no_posture(status):
    assert lines(factory.incident(status=status, counts=False)) == {}


def test_an_order_is_kept_apart_from_what_is_seen():
    line = lines(factory.incident(move="alert_up"))["front", "north"]
    assert (line.ordered, line.observed, line.basis) == ("alert", None, "ordered")
    line = lines(factory.incident())["front", "north"]
    assert (line.ordered, line.observed, line.basis) == (None, "mobilised", "observed")


def test_a_declaration_is_no_sighting():
    told = factory.incident(positions=(factory.position("declared", factory.party()),), status="declared")
    line = lines(told)["front", "north"]
    assert (line.ordered, line.observed, line.basis) == ("mobilised", None, "declared")


def test_a_plan_is_announced_and_moves_nothing():
    told = factory.incident(
        status="planned", counts=False, positions=(factory.position("planned", factory.party()),)
    )
    line = lines(told)["front", "north"]
    assert (line.state, line.basis, line.ordered, line.observed) == ("normal", "none", "mobilised", None)


def test_a_plan_that_another_tells_is_nothing():
    told = factory.incident(
        status="planned", counts=False, positions=(factory.position("planned", factory.party("army")),)
    )
    assert lines(told) == {}


def test_an_allegation_is_marked_and_gives_way_to_anything_better():
    alleged = factory.incident(
        status="alleged", root="ASSAULT", mode="firearms", move=None,
        positions=(factory.position("alleged", factory.party("army")),),
    )  # fmt: skip
    line = lines(alleged)["front", "north"]
    assert (line.state, line.basis, line.alleged, line.observed) == ("engaged", "alleged", "engaged", None)
    line = lines(alleged, factory.incident(id="i2", move="patrol"))["front", "north"]
    assert (line.state, line.basis, line.alleged) == ("heightened", "observed", "engaged")


def test_a_denial_is_told_beside_the_posture():
    denied = (factory.position(), factory.position("denied", factory.party("front")))
    line = lines(factory.incident(positions=denied))["front", "north"]
    assert [one.id for one in line.denied_by] == ["front"]


def test_a_fight_engages_both_sides():
    told = factory.incident(
        root="ASSAULT",
        mode="firearms",
        move=None,
        actors=(factory.party(),),
        recipients=(factory.party("army"),),
    )
    assert {key: one.state for key, one in lines(told).items()} == {
        ("front", "north"): "engaged",
        ("army", "north"): "engaged",
    }


def test_who_is_only_acted_upon_is_not_said_to_have_used_force():
    told = factory.incident(
        root="ASSAULT",
        mode="air-strike",
        move=None,
        actors=(factory.party(),),
        recipients=(factory.party("army"),),
    )
    found = lines(told)
    assert "used armed force" in found["front", "north"].causes[-1].because
    assert "used armed force" not in found["army", "north"].causes[-1].because
    assert "came under fire" in found["army", "north"].causes[-1].because


def test_fighting_criminals_is_police_work():
    smugglers = factory.party(None, text="smugglers", sector="CRM")
    told = factory.incident(root="ASSAULT", mode="firearms", move=None, recipients=(smugglers,))
    found = lines(told)
    assert found["front", "north"].state == "heightened"
    # Whoever is only described and was fought has no posture of his own.
    assert ("unlisted: smugglers", "north") not in found
    gang = factory.party(None, text="Hill Street Boys", sector="CRM")
    met = lines(factory.incident(root="ASSAULT", mode="firearms", move=None, recipients=(gang,)))
    assert met["unlisted: hill street boys", "north"].state == "engaged"


@pytest.mark.parametrize(
    "words", ["two fighters", "quatre soldats", "جنديين", "at least five gunmen", "a soldier"]
)
def test_so_many_people_have_no_posture_of_their_own(words):
    few = factory.party(None, text=words, sector="MIL")
    met = factory.incident(root="ASSAULT", mode="firearms", move=None, recipients=(few,))
    found = lines(met)
    assert found["front", "north"].state == "engaged"
    assert [key for key in found if key[0].startswith("unlisted")] == []
    assert lines(factory.incident(actors=(few,))) == {}


@pytest.mark.parametrize(
    "words", ["dozens of gunmen", "a gang of traffickers", "301 Battalion fighters", "armed men"]
)
def test_a_group_without_a_name_has_a_posture(words):
    group = factory.party(None, text=words, sector="UAF")
    assert (f"unlisted: {words.casefold()}", "north") in lines(factory.incident(actors=(group,)))


def test_people_without_arms_have_no_posture():
    told = factory.incident(
        root="ASSAULT", mode="firearms", recipients=(factory.party(None, text="a family", sector="CVL"),)
    )
    assert ("unlisted: a family", "north") not in lines(told)


def test_an_actor_that_nobody_listed_is_kept_by_its_words():
    line = lines(factory.incident(actors=(factory.party(None, text="Masked Men"),)))[
        "unlisted: masked men", "north"
    ]
    assert line.name == "Masked Men"


def test_bare_words_beside_a_force_by_name_are_that_force():
    found = lines(factory.incident(actors=(factory.party(), factory.party(None, text="units"))))
    assert list(found) == [("front", "north")]


def test_a_government_above_its_army_does_not_move_itself():
    both = (factory.party("government", sector="GOV"), factory.party("army", sector="MIL"))
    found = lines(factory.incident(actors=both, move="alert_up"))
    assert [key[0] for key in found] == ["army"]
    assert found["army", "north"].within == ("government",)


@pytest.mark.parametrize(("on", "force"), [(date(2021, 2, 28), "guard"), (date(2021, 3, 1), "army")])
def test_a_person_stands_for_the_force_led_on_that_day(on, force):
    adan = factory.party("adan", sector="MIL")
    assert [key[0] for key in lines(factory.incident(actors=(adan,), on=on))] == [force]


def test_the_side_is_that_of_whom_it_is_part():
    line = lines(factory.incident(actors=(factory.party("guard", sector="MIL"),)))["guard", "north"]
    assert (line.side, line.within) == ("south", ("army", "government"))


@pytest.mark.parametrize(
    ("where", "area"),
    [
        (factory.norhaven(), "north"),
        (factory.sudbury(), "south"),
        (factory.norhaven(id="port", admin1=None), "harbour"),
        (factory.norhaven(id="border", name="Border", precision="area", admin1=None), "south"),
        (factory.norhaven(id="x", name="Elsewhere", admin1="West"), "KDR/West"),
        (factory.norhaven(id="x", name="The marshes", admin1=None), "KDR/The marshes"),
        (factory.norhaven(id="KDR", name="Kadra", precision="country", admin1=None), None),
        (None, None),
    ],
)
def test_a_place_counts_for_its_part_of_the_theatre(where, area):
    assert [key[1] for key in lines(factory.incident(where=where))] == [area]


def test_a_move_counts_where_it_leads_and_a_withdrawal_where_it_leaves():
    ways = (("from", factory.norhaven()), ("to", factory.sudbury()))
    assert list(lines(factory.incident(places=ways))) == [("front", "south")]
    assert list(lines(factory.incident(places=ways, root="RETREAT", mode="withdraw", move=None))) == [
        ("front", "north")
    ]


@pytest.mark.parametrize(
    ("days", "state", "decayed"),
    [
        (3, "engaged", False),
        (4, "mobilised", True),
        (17, "mobilised", True),
        (18, "alert", True),
        (27, "alert", True),
        (28, "heightened", True),
        (34, "heightened", True),
        (35, "normal", True),
    ],
)
def test_a_level_falls_by_one_step_a_half_life(days, state, decayed):
    fight = factory.incident(root="ASSAULT", mode="firearms", move=None)
    line = lines(fight, as_of=after(days))["front", "north"]
    assert (line.state, line.decayed, line.last_heard) == (state, decayed, DAY)


def test_news_renews_a_level():
    told = [factory.incident(), factory.incident(id="i2", on=after(14), move="convoy")]
    line = lines(*told, as_of=after(20))["front", "north"]
    assert (line.state, line.decayed, line.since, line.last_heard) == ("mobilised", False, DAY, after(14))


def test_a_lower_act_does_not_lower_a_level():
    told = [factory.incident(), factory.incident(id="i2", on=after(1), move="patrol")]
    assert lines(*told, as_of=after(1))["front", "north"].state == "mobilised"


def test_a_withdrawal_that_was_seen_ends_what_was_seen_and_ordered():
    told = [
        factory.incident(),
        factory.incident(id="i2", move="alert_up"),
        factory.incident(id="i3", on=after(2), root="RETREAT", mode="withdraw", move=None),
    ]
    line = lines(*told, as_of=after(2))["front", "north"]
    assert (line.state, line.ordered, line.observed, line.since) == (
        "standing_down",
        "standing_down",
        "standing_down",
        after(2),
    )
    assert lines(*told, as_of=after(10))["front", "north"].state == "normal"


def test_a_withdrawal_that_is_only_declared_leaves_what_was_seen():
    leaves = factory.incident(
        id="i2", on=after(2), root="RETREAT", mode="withdraw", move=None, status="declared",
        positions=(factory.position("declared", factory.party()),),
    )  # fmt: skip
    line = lines(factory.incident(), leaves, as_of=after(2))["front", "north"]
    assert (line.state, line.ordered, line.observed, line.basis) == (
        "mobilised",
        "standing_down",
        "mobilised",
        "observed",
    )


def test_a_withdrawal_from_nowhere_named_counts_everywhere_and_for_its_parts():
    told = [
        factory.incident(),
        factory.incident(id="i2", actors=(factory.party("brigade"),), where=factory.sudbury()),
        factory.incident(id="i3", on=after(1), root="RETREAT", mode="withdraw", move=None, where=None),
    ]
    found = lines(*told, as_of=after(1))
    assert {found["front", "north"].state, found["brigade", "south"].state} == {"standing_down"}


def test_a_part_that_leaves_does_not_take_the_whole_along():
    told = [
        factory.incident(),
        factory.incident(
            id="i2",
            on=after(1),
            root="RETREAT",
            mode="withdraw",
            move=None,
            actors=(factory.party("brigade"),),
        ),
    ]
    assert lines(*told, as_of=after(1))["front", "north"].state == "mobilised"


def test_a_recall_after_a_move_ends_it():
    told = [factory.incident(), factory.incident(id="i2", on=after(1), move="recall_to_base")]
    line = lines(*told, as_of=after(1))["front", "north"]
    assert (line.ordered, line.causes[-1].direction) == ("standing_down", "de-escalatory")
    assert "after a move" in line.causes[-1].because


def test_a_recall_to_fight_is_readiness():
    recall = factory.claim(
        id="c2", event=factory.event(root="MOBILIZE", mode="troops", move="recall_to_base", places=())
    )
    defence = factory.purpose_claim(
        id="c3",
        purpose=factory.purpose_claim().purpose.model_copy(update={"of": "c2", "purpose_kind": "defence"}),
    )
    told = [factory.incident(), factory.incident(id="i2", on=after(1), move="recall_to_base", claims=("c2",))]
    sight = Sight(evidence_of(told, [recall, defence]))
    [cause] = [
        c for one in postures(sight, factory.setting(), after(1)) for c in one.causes if c.incident == "i2"
    ]
    assert (cause.to, cause.direction) == ("alert", "defensive")


def test_what_happens_later_is_not_known_before():
    told = [
        factory.incident(),
        factory.incident(id="i2", on=after(5), root="ASSAULT", mode="firearms", move=None),
    ]
    assert lines(*told, as_of=after(4))["front", "north"].state == "mobilised"
    assert lines(factory.incident(on=after(5)), as_of=DAY) == {}


def test_an_incident_without_any_day_moves_nothing():
    assert lines(factory.incident(on=None, occurred=None)) == {}


def test_a_vague_span_counts_on_its_last_day():
    span = When(earliest=DAY, latest=after(9), precision="span", basis="relative")
    late = {"last_reported": after(12), "positions": (factory.position(said=after(12)),)}
    assert lines(factory.incident(occurred=span, **late), as_of=after(8)) == {}
    assert lines(factory.incident(occurred=span, **late), as_of=after(9))["front", "north"].since == after(9)


def test_what_was_told_as_having_happened_lies_not_after_the_telling():
    span = When(earliest=DAY, latest=after(9), precision="month", basis="relative")
    told = {"last_reported": after(4), "positions": (factory.position(said=after(4)),)}
    assert lines(factory.incident(occurred=span, **told), as_of=after(4))["front", "north"].since == after(4)


def test_what_is_announced_counts_from_the_day_on_which_it_was_said():
    planned = factory.incident(
        on=after(9), first_reported=DAY, last_reported=DAY, status="planned", counts=False,
        positions=(factory.position("planned", factory.party()),),
    )  # fmt: skip
    line = lines(planned, as_of=after(2))["front", "north"]
    assert (line.ordered, line.observed, line.state) == ("mobilised", None, "normal")


def test_a_series_has_a_line_for_each_change():
    told = [
        factory.incident(),
        factory.incident(id="i2", on=after(2), root="ASSAULT", mode="firearms", move=None),
    ]
    found = list(series(Sight(evidence_of(told)), factory.setting(), after(8)))
    assert [(one.as_of, one.state, one.decayed) for one in found] == [
        (DAY, "mobilised", False),
        (after(2), "engaged", False),
        (after(6), "mobilised", True),
    ]
    assert [len(one.causes) for one in found] == [1, 2, 2]


def test_one_more_incident_touches_only_its_own_lines():
    first, second = (
        factory.incident(),
        factory.incident(id="i2", actors=(factory.party("army", sector="MIL"),)),
    )
    sight = Sight(evidence_of([first, second]))
    book = Book(factory.setting())
    assert book.add(first, sight) == [("front", "north")]
    assert book.add(second, sight) == [("army", "north")]
    whole = filled(sight, factory.setting())
    assert [book.line(key, DAY) for key in book.subjects()] == [
        whole.line(key, DAY) for key in whole.subjects()
    ]


def test_the_order_of_incidents_changes_nothing():
    told = [
        factory.incident(id=f"i{n}", on=after(n % 3), move=move, claims=(f"c{n}",))
        for n, move in enumerate(("deploy", "patrol", "alert_up", "convoy"))
    ]
    assert lines(*told, as_of=after(3)) == lines(*reversed(told), as_of=after(3))


def test_each_line_names_its_claims():
    told = [factory.incident(claims=("c1", "c2")), factory.incident(id="i2", claims=("c3",))]
    told = [one.model_copy(update={"positions": (factory.position(claims=one.claims),)}) for one in told]
    assert set(lines(*told)["front", "north"].claims) == {"c1", "c2", "c3"}


def test_what_is_read_too_unsurely_to_count_moves_nothing():
    one = factory.claim(status="actual", event=factory.event(root="MOBILIZE", move="deploy"))
    moved = factory.incident(claims=(one.id,))
    assert lines(moved, claims=(one,)) != {}
    assert lines(moved, claims=(one.model_copy(update={"counts": False}),)) == {}
