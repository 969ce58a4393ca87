"""Turns of reports on strife between clans, gangs and villagers that once named the wrong side or lost who acted."""

from datetime import date

import pytest

from hudna.model.report import Report
from hudna.pipeline import code_reports


def read(text):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language="en")]
    )
    return found.claims


def events(text, root):
    return [c for c in read(text) if c.event is not None and c.event.root.value == root]


def called(people):
    return {getattr(one, "id", None) or one.text for one in people}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The M23 said soldiers killed three villagers in Rutshuru on Friday.", "soldiers"),
        ("A spokesman for the M23 said the soldiers had killed three villagers in Rutshuru.", "the soldiers"),
        ("The Rapid Support Forces accused soldiers of killing three villagers in Nyala.", "soldiers"),
    ],
)
def test_soldiers_whom_rebels_speak_of_are_not_their_own(text, actor):
    (claim,) = events(text, "ASSAULT")
    assert called(claim.event.actors) == {actor}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The M23 said its fighters attacked Rutshuru on Friday.", "m23"),
        ("The Congolese army said soldiers attacked a rebel camp near Rutshuru.", "cod-mil"),
    ],
)
def test_forces_that_a_side_may_have_stay_its_own(text, owner):
    (claim,) = events(text, "ASSAULT")
    assert owner in called(claim.event.actors)


def test_what_stands_before_a_colon_is_not_told_by_who_speaks_behind_it():
    text = (
        "The rebels said soldiers had killed three villagers in Nyala on Friday, a claim the military denied: "
        "it said the three were armed men."
    )
    claim = next(c for c in events(text, "ASSAULT") if c.event.trigger.text == "killed")
    assert [one.text for one in claim.speakers] == ["The rebels"]


def test_who_threatens_unless_others_yield_reassures_nobody():
    claims = read("The rebels threatened to bomb the dam if the army did not withdraw.")
    assert not [c for c in claims if c.purpose is not None]


WAR = "Bandits attacked the village of Dan Gulbi on Saturday, killing 14 residents, survivors said. "


@pytest.mark.parametrize(
    "told",
    [
        "The police spokesman said nine people had died.",
        "The police spokesman confirmed the attack but said only nine people had lost their lives.",
    ],
)
def test_a_toll_in_the_past_of_the_past_is_a_toll_of_its_own(told):
    found = {c.event.fatalities.best: c for c in events(WAR + told, "ASSAULT")}
    assert set(found) == {14, 9}
    assert [one.text for one in found[9].speakers] == ["The police spokesman"]


def test_who_walks_into_an_ambush_takes_no_town():
    text = WAR + "Soldiers walked into an ambush near Gusau; six of them were killed."
    assert not events(text, "COERCE")
    assert any(called(c.event.recipients) == {"Soldiers"} for c in events(text, "ASSAULT"))


def test_who_is_caught_in_an_ambush_suffers_its_dead():
    text = WAR + "Vigilantes were caught in an ambush near the forest and six of them died."
    claim = next(c for c in events(text, "ASSAULT") if c.event.trigger.text == "caught")
    assert called(claim.event.recipients) == {"Vigilantes"}
    assert claim.event.fatalities.best == 6


def test_people_behind_the_name_of_a_district_act_in_it():
    text = "Clashes went on in Haiti. In the Solino district residents armed with machetes killed seven gang members."
    claim = next(c for c in events(text, "ASSAULT") if c.event.trigger.text == "killed")
    assert called(claim.event.actors) == {"residents armed with machetes"}


def test_talks_that_are_put_off_have_not_been_held():
    text = "The army and the rebels clashed near Bor on Monday. The government put off talks with the rebels."
    assert not events(text, "CONSULT")
    (claim,) = events(text, "REJECT")
    assert called(claim.event.recipients) == {"the rebels"}


def test_supporters_are_not_whom_they_support():
    text = WAR + "Supporters of the governor attacked a radio station in Gusau."
    actors = [a for c in read(text) if c.event and c.event.trigger.start > len(WAR) for a in c.event.actors]
    assert [a.id for a in actors] == [None]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "fr",
            "Des hommes armés ont tué sept personnes à Goma lundi, selon un inspecteur de police.",
            "un inspecteur de police",
        ),
        (
            "it",
            "Uomini armati hanno ucciso sette persone a Goma lunedì, secondo un barcaiolo.",
            "un barcaiolo",
        ),
    ],
)
def test_a_trade_is_enough_of_a_source(language, text, speaker):
    (found,) = code_reports(
        [Report(id="r-1", text=text, published=date(2031, 3, 12), source="Echo", language=language)]
    )
    assert [one.text for one in found.claims[0].speakers] == [speaker]
