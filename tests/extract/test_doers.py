"""Who did it, in the sentences that open wire reports: behind datelines, participles, weapons and speakers."""

import pytest

from extract.coding import claims, texts, told

# sentence, event word, who acts, who tells it
DOERS = {
    "a dateline is no part of a people's force": (
        "GOMA, March 11 (Meridian) - Kadran government troops shelled Bukavu on Monday, the mayor said.",
        "shelled",
        ["Kadran government troops"],
        ["the mayor"],
    ),
    "nor of a faction with an article": (
        "GOMA (SP) - A dissident faction of the Norland Liberation Army seized the town hall of Bukavu.",
        "seized",
        ["A dissident faction of the Norland Liberation Army"],
        [],
    ),
    "nor of an owner's force": (
        "PORT SELEN - Norland's army bombed Bukavu overnight, residents said.",
        "bombed",
        ["Norland's army"],
        ["residents"],
    ),
    "drones are of those who launched them": (
        "Drones launched by the Norland Liberation Army hit a depot in Goma on Monday, the oil company said, adding that nobody was hurt.",
        "hit",
        ["the Norland Liberation Army"],
        ["the oil company"],
    ),
    "one drone too": (
        "A drone launched by the rebels struck a bus in Goma, officials said.",
        "struck",
        ["the rebels"],
        ["officials"],
    ),
    "rockets that an army says others fired": (
        "The army said rockets fired by the militia struck a market in Goma, killing three.",
        "struck",
        ["the militia"],
        ["The army"],
    ),
    "those who besiege blow themselves up": (
        "Rebel fighters besieging a hotel in Goma blew themselves up on Tuesday, police said, ending a siege of two days.",
        "blew",
        ["Rebel fighters"],
        ["police"],
    ),
    "those who are linked to somebody do it": (
        "Insurgents linked to the Front beheaded four people near Goma at the weekend, local sources told the agency.",
        "beheaded",
        ["Insurgents linked to the Front"],
        ["local sources"],
    ),
    "who fired goes on by himself": (
        "The army fired shells at Bukavu and hit a school, residents said.",
        "fired",
        ["The army"],
        ["residents"],
    ),
}


@pytest.mark.parametrize(("text", "trigger", "actors", "speakers"), DOERS.values(), ids=DOERS)
def test_who_did_it(text, trigger, actors, speakers):
    claim = told(text, trigger)
    assert texts(claim.event.actors) == actors
    assert texts(claim.speakers) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "The army said drones hit a depot in Goma.",
        "The Norland Liberation Army said a drone struck a bus in Bukavu.",
        "A drone hit a bus in Bukavu, the army said.",
    ],
)
def test_aircraft_that_an_army_tells_of_are_not_its_own(text):
    actors = [a for c in claims(text) if c.event.root.value == "ASSAULT" for a in c.event.actors]
    assert all(a.id is None for a in actors)


@pytest.mark.parametrize(
    "text",
    [
        "An Egyptian truck came under fire near Goma.",
        "A French helicopter came under attack near Bukavu.",
        "An Israeli tanker drew fire off the port of Goma.",
    ],
)
def test_whose_the_target_is_did_not_hit_it(text):
    events = [c.event for c in claims(text) if c.event.root.value == "ASSAULT"]
    assert all(not event.actors for event in events)


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("The army said 31 civilians were killed and 46 wounded in Goma.", 31, 46),
        ("Twelve people were killed and thirty injured in shelling of Bukavu.", 12, 30),
    ],
)
def test_what_befell_some_befell_others_in_the_same_words(text, dead, hurt):
    (event,) = [c.event for c in claims(text) if c.event.root.value == "ASSAULT"]
    assert not event.actors
    assert (event.fatalities.low, event.injuries.low) == (dead, hurt)


def test_two_things_befall_without_anybody_named():
    claim = told(
        "The minister said two camps near Goma had been destroyed and 15 fighters killed.", "destroyed"
    )
    assert texts(claim.event.actors) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "The crossing at Goma reopened on Tuesday, officials said, ending a closure of 25 days.",
            "reopened",
        ),
        ("The rebels left Bukavu on Monday, residents said, ending a siege of two months.", "left"),
    ],
)
def test_who_tells_it_does_not_go_on_doing_it(text, trigger):
    speakers = texts(told(text, trigger).speakers)
    assert all(not set(speakers) & set(texts(c.event.actors)) for c in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Goma airport reopened on Tuesday, ending a closure of two months.",
        "The Goma crossing reopened on Monday, ending a long closure.",
        "The Bukavu airfield reopened on Sunday after a week.",
    ],
)
def test_a_place_does_not_open_itself(text):
    assert all(not c.event.actors for c in claims(text))


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        (
            "In Goma the fighting pitted the army against a local militia.",
            "pitted",
            ["the army", "a local militia"],
        ),
        (
            "The clashes near Bukavu pitted soldiers against tribal fighters.",
            "pitted",
            ["soldiers", "tribal fighters"],
        ),
    ],
)
def test_whom_fighting_pits_against_each_other_fight(text, trigger, actors):
    assert texts(told(text, trigger).event.actors) == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Norland's troops were deployed to the provincial capital on Tuesday.", ["Norland's troops"]),
        ("Kadran police officers of the mission were sent to the town on Monday.", ["Kadran police officers of the mission"]),
        ("Army units were deployed to the government district of Goma.", ["Army units"]),
    ],
)  # fmt: skip
def test_who_is_sent_somewhere_moves_though_it_might_have_been_aid(text, actors):
    moves = [c for c in claims(text) if c.event.root.value == "MOBILIZE"]
    assert [texts(c.event.actors) for c in moves] == [actors]
