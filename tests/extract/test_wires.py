"""Turns of wire reports that once made somebody say, suffer or meet what he did not, or put it on another day or place."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def claims(text, root):
    report = Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language="en")
    (found,) = code_reports([report])
    return [c for c in found.claims if c.event is not None and c.event.root.value == root]


def called(people):
    return {getattr(one, "id", None) or one.text for one in people}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Gunmen torched a mast in Kenscoff, said residents contacted by telephone.",
            "residents contacted by telephone",
        ),
        (
            "The rebels shelled the town, according to the head of the local hospital.",
            "the head of the local hospital",
        ),
        (
            "Rebels killed 17 people, the head of the town's hospital said.",
            "the head of the town's hospital",
        ),
    ],
)
def test_who_stands_behind_said_says_it_and_a_head_is_one_of_something(text, speaker):
    (claim,) = claims(text, "ASSAULT")
    assert [one.text for one in claim.speakers] == [speaker]


def test_the_subject_before_a_comma_still_says_what_follows_said():
    (claim,) = claims("The governor, speaking in Gao, said rebels shelled the town.", "ASSAULT")
    assert [one.text for one in claim.speakers] == ["The governor"]
    assert called(claim.event.actors) == {"rebels"}


@pytest.mark.parametrize(
    "text",
    [
        "A convoy hit an improvised explosive device outside Gao, wounding four soldiers.",
        "An army convoy hit a landmine near Gao, killing four soldiers.",
    ],
)
def test_what_hits_a_mine_does_nothing_to_those_who_die_by_it(text):
    (claim,) = claims(text, "ASSAULT")
    assert claim.event.actors == ()
    assert len(claim.event.recipients) == 1


def test_a_weapon_hits_and_kills():
    (claim,) = claims("An army convoy shelled a market near Gao, killing four traders.", "ASSAULT")
    assert called(claim.event.actors) == {"An army convoy"}


def test_where_the_ministry_stands_it_was_bombed_and_not_where_its_bomber_rules():
    (claim,) = claims(
        "Israel, which bombed the defence ministry in Damascus on Wednesday, denied it.", "ASSAULT"
    )
    assert [one.name for one in claim.event.places] == ["Damascus"]


def test_a_place_that_others_do_something_at_is_not_where_an_agreement_was_made():
    (claim,) = claims(
        "India and Pakistan agreed to an immediate halt to hostilities, though explosions were heard over Srinagar.",
        "AGREE",
    )
    assert claim.event.places == ()


@pytest.mark.parametrize(
    ("text", "root", "day"),
    [
        (
            "Somalia's government and Jubbaland agreed to resume talks suspended nearly a year ago, officials on both sides said.",
            "AGREE",
            None,
        ),
        (
            "The army freed on Tuesday a teacher whom rebels had abducted last week in Tibú.",
            "RETREAT",
            date(2031, 3, 11),
        ),
        ("Five soldiers died in an attack carried out on Monday near Gao.", "ASSAULT", date(2031, 3, 10)),
    ],
)
def test_the_day_on_which_something_was_done_to_whom_it_tells_of_is_his(text, root, day):
    (claim,) = claims(text, root)
    assert claim.event.occurred.earliest == day
    assert claim.status.value != "historical"


def test_a_party_that_hands_over_bodies_tells_no_toll():
    text = "Hamas fired a missile at troops in Rafah and killed two of them. Hamas has so far returned 12 of 28 bodies."
    assert [one.event.fatalities.best for one in claims(text, "ASSAULT")] == [2]


def test_rescuers_who_find_bodies_do():
    text = "The army shelled the market in Gao. Rescuers recovered 14 bodies from the rubble."
    assert [one.event.fatalities.best for one in claims(text, "ASSAULT")] == [None, 14]


def test_whose_office_it_is_speaks_as_a_body_and_nobody_asks_himself():
    text = "The RSF shelled the camp. The governor's office said it had asked the RSF to leave."
    (claim,) = claims(text, "REQUEST")
    assert called(claim.event.actors) == {"sdn-gov"}
    assert called(claim.event.recipients) == {"rsf"}


def test_a_pronoun_in_a_clause_beside_means_who_acts_above_it():
    text = "Viv Ansanm torched a mast in Kenscoff as it retreated, said residents reached by telephone."
    (claim,) = claims(text, "RETREAT")
    assert called(claim.event.actors) == {"viv-ansanm"}


def test_both_sides_are_none_who_are_only_denied_to_have_fought():
    text = (
        "M23 rebels captured Kashebere in Congo. A commander denied that Burundian soldiers had fought. "
        "The two sides signed a declaration in July."
    )
    (claim,) = claims(text, "AGREE")
    assert called(claim.event.actors) == {"The two sides"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fighters loyal to Sheikh Hikmat al-Hijri attacked the convoy.", "Fighters loyal to Sheikh Hikmat al-Hijri"),
        ("Clashes in Sabratha pitted soldiers against fighters loyal to Ahmed al-Dabbashi.", "fighters loyal to Ahmed al-Dabbashi"),
    ],
)  # fmt: skip
def test_a_name_with_an_article_is_whole(text, who):
    (claim,) = claims(text, "ASSAULT")
    assert who in {one.text for one in claim.event.actors}


def test_a_convoy_of_aid_is_no_column():
    text = "The army and the RSF clashed in El Obeid. A Red Crescent convoy of 32 lorries entered the city."
    assert claims(text, "MOBILIZE") == []
    (claim,) = claims(text, "AID")
    assert called(claim.event.actors) == {"A Red Crescent convoy of 32 lorries"}


def test_a_name_with_words_beside_it_acts():
    (claim,) = claims("Malaysia, the current ASEAN chair, appealed for maximum restraint.", "REQUEST")
    assert called(claim.event.actors) == {"mys-gov"}


def test_a_day_ends_what_went_before_it():
    text = (
        "Bedouin fighters withdrew from the city of Sweida on Sunday and US-brokered negotiations produced a lull "
        "after a week of bloodshed."
    )
    (claim,) = claims(text, "RETREAT")
    assert claim.event.occurred.earliest == date(2031, 3, 9)
    assert claims(text, "CONSULT") == []


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "The army took advantage of the fog to attack the rebels in Gao.", "actual"),
        ("en", "The army did not take advantage of the fog to attack the rebels in Gao.", "denied"),
        ("en", "The army wants to take advantage of the fog to attack the rebels in Gao.", "planned"),
        ("fr", "L'armée a profité de la nuit pour attaquer les rebelles à Gao.", "actual"),
        ("it", "L'esercito ha approfittato della nebbia per attaccare i ribelli a Gao.", "actual"),
    ],
)
def test_what_one_takes_advantage_to_do_is_done(language, text, status):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)]
    )
    told = [c.status.value for c in found.claims if c.event and c.event.root.value == "ASSAULT"]
    assert told == [status]


def test_an_enemy_by_his_country_is_its_army():
    (claim,) = claims("The Israeli enemy shelled the town of Khiam in southern Lebanon.", "ASSAULT")
    assert called(claim.event.actors) == {"isr-mil"}
