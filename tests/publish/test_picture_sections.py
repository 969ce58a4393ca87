"""The picture in the situation report: every derived sentence cites claims, and none judges."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import factory
from hudna.evaluate.replay_reading import load_replays
from hudna.evaluate.replay_running import Mode, run_replay
from hudna.knowledge.agreements import agreement_named
from hudna.model.edition import Edition
from hudna.model.finding import Declared, Finding, Occasion, Review, Tripwire, Watch
from hudna.model.picture import (
    Channel,
    Holding,
    Movement,
    Picture,
    Posture,
    Signal,
    StatedMakeup,
    StatedPurpose,
)
from hudna.publish import laid_out, situation
from hudna.publish.ceasefire_section import ceasefire_section, declared_section, weighing
from hudna.publish.control_section import control_section
from hudna.publish.document import Block, Sentence
from hudna.publish.easing_section import easing_section
from hudna.publish.key_points import picture_points
from hudna.publish.movement_section import movement_section
from hudna.publish.outlook_section import gaps, outlook_section
from hudna.publish.posture_section import posture_section
from hudna.publish.sections import period

DAY = date(2021, 3, 10)
REPLAYS = load_replays(Path(__file__).parents[2] / "gold" / "replays")
# "Violation" in the four languages, as a system must not judge.
JUDGES = re.compile(r"violat|violaz|viola(?:to|re)\b|breach|infraction|انتهاك|خرق", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”")


def posture(**fields):
    given = {
        "actor": "army", "name": "Army of Kadra", "side": "south", "state": "mobilised", "basis": "observed", "area": None,
        "ordered": None, "observed": "mobilised", "since": date(2021, 3, 1), "last_heard": date(2021, 3, 5), "as_of": DAY,
        "claims": ("c1",), **fields,
    }  # fmt: skip
    return Posture(**given)


def told(section):
    """Heading → the sentences under it."""
    return {block.title: [one.text for one in block.sentences] for block in section.blocks}


def test_a_part_stands_below_its_government_even_where_nothing_is_told_of_that():
    guard = posture(
        actor="guard", name="Guard", within=("army", "government"), within_names=("Army of Kadra", "Government of Kadra"),
        claims=("c2",),
    )  # fmt: skip
    army = posture(within=("government",), within_names=("Government of Kadra",))
    [block] = posture_section([guard, army]).blocks
    assert block.title == "South"
    assert [(one.depth, one.text.split(":")[0], one.claims) for one in block.sentences] == [
        (0, "Government of Kadra", ("c1", "c2")),
        (1, "Army of Kadra", ("c1",)),
        (2, "Guard", ("c2",)),
    ]


def test_ordered_alleged_denied_and_aged_are_said():
    ordered = posture(basis="ordered", ordered="alert", observed=None, state="alert")
    alleged = posture(actor="x", name="X", basis="alleged", observed=None, alleged="engaged", state="engaged")
    denied = posture(actor="y", name="Y", denied_by=(factory.party("army"),), decayed=True)
    [lines] = told(posture_section([ordered, alleged, denied])).values()
    assert "alert, as ordered, since 1 March 2021. Nobody else is told of as having seen it." in lines[0]
    assert "engaged, as alleged and no more" in lines[1]
    assert "lowered by age alone" in lines[2]
    assert "Denied by the army." in lines[2]


def test_back_to_normal_by_age_says_how_old_the_news_is():
    assert told(posture_section([posture(state="normal", decayed=True)])) == {
        "Back to normal by age alone": ["Army of Kadra, last heard of on 5 March 2021, 5 days before."]
    }


def purpose(text, kind, speaker="army", **fields):
    return StatedPurpose(
        text=text, kind=kind, speaker=factory.party(speaker), status="declared", claims=(text,), **fields
    )


def movement(**fields):
    given = {
        "id": "m1", "force": (factory.party("army", text="the army"),), "heading": factory.sudbury(), "status": "actual",
        "first_seen": date(2021, 3, 1), "last_seen": date(2021, 3, 3), "incidents": ("i1",), "claims": ("c1",), **fields,
    }  # fmt: skip
    return Movement(**given)


def test_every_purpose_stands_beside_the_others_with_who_names_it():
    made = StatedMakeup(
        text="strangers", made_of=(factory.party("strangers", text="strangers"),), share="most", status="alleged",
        speaker=factory.party(None, text="sources"), anonymous=True, claims=("c5",),
    )  # fmt: skip
    one = movement(
        purposes=(purpose("to guard", "border-security"), purpose("to attack", "offensive", "front", anonymous=True)),
        feared=(purpose("an attack", None, "front", places=(factory.norhaven(),)),), composition=(made,),
    )  # fmt: skip
    assert told(movement_section([one])) == {
        "The army: movement towards Sudbury": [
            "It is told of from 1 March 2021 to 3 March 2021, as having happened; no place on its way is named.",
            "One of several purposes named, by the army: “to guard” (border security), by their own account.",
            "One of several purposes named, by “the front” (no name given): “to attack” (offensive), by their own account.",
            "Held possible by the front, not told as having happened: “an attack” in Norhaven.",
            "According to “sources” (no name given), it consists for most of strangers, as an allegation.",
        ]
    }


def test_one_purpose_is_the_purpose_named():
    [lines] = told(movement_section([movement(purposes=(purpose("to guard", None),))])).values()
    assert lines[1].startswith("The purpose named, by the army:")


def test_statements_of_control_name_those_who_make_them():
    one = Holding(
        id="h1", place=factory.norhaven(), as_of=date(2021, 3, 2), holder=factory.party("army", text="the army"), status="controlled",
        claimed_by=factory.party(None, text="residents"), contradicts=("h2",), sits_ill_with=("i1",), claims=("c1",),
    )  # fmt: skip
    assert told(control_section([one])) == {
        "Norhaven": [
            (
                "As of 2 March 2021, said to be held by the army, according to residents. It cannot hold together with 1 "
                "other statement. It sits ill with 1 incident, such as a move into what is held."
            )
        ]
    }


def signal(kind="talks", **fields):
    given = {
        "id": kind, "kind": kind, "direction": "easing", "by": (), "executed": True, "on": date(2021, 3, 4),
        "because": "The camps talked.", "claims": ("c1",), **fields,
    }  # fmt: skip
    return Signal(**given)


def channel(**fields):
    given = {
        "id": "c", "name": "north and south", "between": ("north", "south"), "silent": True, "as_of": DAY,
        "because": "No contact of north and south is told of in the reports read.", "claims": (), **fields,
    }  # fmt: skip
    return Channel(**given)


def test_what_is_done_promised_called_for_and_strained_stand_apart():
    picture = Picture(
        DAY,
        signals=(
            signal(), signal("release", executed=False, because="A release was promised."),
            signal("call_for_restraint", third_party=True, executed=False, because="The mission called for restraint."),
            signal("threat", direction="straining", because="The front threatened."),
        ),
        channels=(channel(),),
    )  # fmt: skip
    beside = [Sentence("The camps met.", ("c1",)), Sentence("Others met.", ("c9",))]
    assert told(easing_section(picture, beside)) == {
        "Done": ["The camps talked, 4 March 2021.", "Others met."],
        "Promised, announced or asked for": ["A release was promised, 4 March 2021."],
        "Third parties": ["The mission called for restraint, 4 March 2021."],
        "Words that strain": ["The front threatened, 4 March 2021."],
        "Channels": ["No contact of north and south is told of in the reports read."],
    }


def finding(provision="P1", verdict="inconsistent", **fields):
    given = {
        "id": "f1", "agreement": "libya_2020", "provision": provision, "kind": "cessation_of_hostilities", "question": "Did one?",
        "party": None, "verdict": verdict, "label": "none", "because": "It is told so. No more is.", "incidents": ("i1",),
        "claims": ("c1",), **fields,
    }  # fmt: skip
    return Finding(**given)


def test_a_provision_stands_as_a_whole_before_its_findings():
    libya = agreement_named("libya_2020")
    review = Review(
        DAY,
        findings=(
            finding(label="alleged", by=(factory.party(None, text="sources"),), missing=("who", "where")),
            finding(verdict="undetermined", standing=True, because="One is open. It is so."),
            finding("P2", "consistent", standing=True, because="Nothing is told. So it is.", claims=()),
        ),
    )
    said = told(ceasefire_section(review, (libya,)))
    assert [
        "Did one? As a whole: open. One is open. It is so.",
        "Inconsistent, as alleged by “sources”. It is told so. No more is. Would settle it: who; where.",
    ] in said.values()
    assert said[f"{libya.title}: the rest"] == ["P2: consistent. Nothing is told. So it is."]
    assert weighing(review.findings) == "1 finding on incidents: 1 inconsistent"
    assert weighing([]) is None


def test_who_is_known_only_by_what_reports_call_them_stands_apart():
    postures = (posture(), posture(actor="unlisted: two fighters", name="two fighters", side=None))
    said = told(posture_section(postures))
    assert [line[:14] for line in said["Known only by what reports call them"]] == ["“two fighters”"]


def test_what_is_told_of_one_provision_is_never_said_of_its_neighbours():
    libya = agreement_named("libya_2020")
    review = Review(
        DAY,
        findings=(
            finding(
                "P1",
                "undetermined",
                standing=True,
                because="The army is told of as using force.",
                claims=("c1",),
            ),
            finding("P2", "undetermined", standing=True, because="Nothing is told of it.", claims=()),
            finding("P5", "undetermined", standing=True, because="Nothing is told of it.", claims=()),
        ),
    )
    [block] = ceasefire_section(review, (libya,)).blocks
    assert [(one.text, one.claims) for one in block.sentences] == [
        ("P1: open. The army is told of as using force.", ("c1",)),
        ("P2, P5: open. Nothing is told of it.", ()),
    ]


def test_what_is_declared_stands_against_what_is_told():
    one = Declared(
        id="d1", movement="m1", declarer=factory.party("army", text="the army"), on=DAY, field="destination", declared="to Sudbury",
        observed="Norhaven", verdict="mismatch", because="It went north. Nobody says why.", would_settle=("a picture",),
        incidents=(), claims=("c1",),
    )  # fmt: skip
    assert told(declared_section([one])) == {
        "Declared by the army": [
            (
                "Destination: “to Sudbury”. Told by others: Norhaven. Told otherwise by others. It went north. Nobody says "
                "why. Would settle it: a picture."
            )
        ]
    }


def wire(**fields):
    given = {
        "id": "t1", "author": factory.party(None, text="observers"), "anonymous": True, "condition": "the fall of Norhaven",
        "consequence": "would end the truce", "watch": Watch(root="COERCE"), "state": "armed", "since": date(2021, 3, 1),
        "nearest_km": 60.0, "because": "Nothing told so far touches it.", "claims": ("c1",), **fields,
    }  # fmt: skip
    return Tripwire(**given)


def test_a_condition_names_its_author_and_its_state():
    occasions = tuple(
        Occasion(name=name, on=DAY, kind="anniversary", days_away=days, because="it is kept")
        for name, days in (("first", 0), ("second", 1), ("third", -2))
    )
    said = told(outlook_section(Review(DAY, tripwires=(wire(), wire(state="crossed")), occasions=occasions)))
    first, second = said["Conditions that others have named"]
    assert first.startswith(
        "“observers” (no name given) (no party to an agreement) on 1 March 2021: “the fall of Norhaven” – “would end the truce”."
    )
    assert "The condition is met by what is told." in first
    assert "The condition is not met. Nothing told so far touches it. The nearest that" in second
    assert [text.split(":")[0] for text in said["Days around this day"]] == [
        "10 March 2021 (today)",
        "10 March 2021 (in 1 day)",
        "10 March 2021 (2 days ago)",
    ]


def test_open_questions_are_asked_once_with_all_their_claims():
    review = Review(
        DAY,
        findings=(
            finding(verdict="undetermined", missing=("who fired",), claims=("c1",)),
            finding(verdict="undetermined", missing=("who fired",), claims=("c2",)),
            finding(verdict="inconsistent", missing=("how many",)),
        ),
    )
    said = gaps(Picture(DAY, channels=(channel(), channel(silent=False, because="They talk."))), review)
    assert said[0] == Sentence("Not told: who fired.", ("c1", "c2"))
    assert [one.text for one in said[1:]] == ["No contact of north and south is told of in the reports read."]


def test_key_points_hold_the_highest_the_contested_the_easing_and_the_conditions():
    picture = Picture(
        DAY,
        postures=(posture(), posture(state="alert"), posture(state="heightened"), posture(actor="z", name="Z", basis="alleged")),
        movements=(movement(purposes=(purpose("to guard", "border-security"), purpose("to attack", "offensive", "front"))),),
        signals=(signal(), signal("call_for_restraint", third_party=True, executed=False, because="The mission called.")),
    )  # fmt: skip
    review = Review(DAY, findings=(finding(severity=5),), tripwires=(wire(), wire(state="touched")))
    said = [one.text for one in picture_points(picture, review)]
    assert said[:2] == [
        "Army of Kadra: mobilised, as reported by others, since 1 March 2021.",
        "Army of Kadra: alert, as reported by others, since 1 March 2021.",
    ]
    assert "2 purposes of the movement of the army are named, by the army and the front." in said
    assert "The camps talked, 4 March 2021." in said
    assert "The mission called, 4 March 2021." in said
    assert "P1: inconsistent. It is told so. No more is." in said
    assert "1 condition named by others is not met by what is told." in said
    assert any(
        text.startswith("A condition named by “observers” (no name given) is touched:") for text in said
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY, DAY, "on 10 March 2021"),
        (None, DAY, "on 10 March 2021"),
        (DAY, None, "on 10 March 2021"),
        (None, None, "on a day not told"),
    ],
)
def test_days_are_said_as_far_as_they_are_known(first, last, words):
    assert period(first, last) == words


def sentences(section):
    return [one for part in section.parts if isinstance(part, Block) for one in part.sentences]


@cache
def report_of(name):
    """The situation report of a replay on its last day."""
    replay = next(one for one in REPLAYS if one.id == name)
    seen = run_replay(replay, replay.expect[-1].as_of, Mode.JUDGED)
    edition = Edition(seen.picture.as_of, seen.evidence, seen.picture, seen.review)
    return situation(edition, agreements=(agreement_named(replay.agreement),)), seen


@pytest.mark.parametrize("replay", [one.id for one in REPLAYS])
def test_every_sentence_of_a_replay_cites_claims_that_are_there(replay):
    found, seen = report_of(replay)
    claims = set(seen.evidence.claims)
    for section in found.sections:
        for sentence in sentences(section):
            assert set(sentence.claims) <= claims
    for title in ("Posture of forces", "Movements of forces", "Declared and told by others"):
        [section] = [one for one in found.sections if one.title == title]
        assert all(one.claims for one in sentences(section))
    assert laid_out(found, "md")


@pytest.mark.parametrize("replay", [one.id for one in REPLAYS])
def test_the_system_never_says_violation(replay):
    """Words of reports stand in quotes and may say what they like."""
    found, seen = report_of(replay)
    said = [one.text for section in found.sections for one in sentences(section)]
    said += [text for section in found.sections for text in (section.title, section.none)]
    for one in seen.review.findings:
        said += [one.question, one.because, *one.missing, one.verdict, one.label]
    said += [one.because for one in (*seen.review.declared, *seen.review.tripwires, *seen.picture.signals)]
    assert [text for text in said if JUDGES.search(QUOTED.sub("", text))] == []
