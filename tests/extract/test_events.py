"""What a sentence tells of: its events, who acts, whom it befalls, and which two words tell of one."""

import pytest

from extract.coding import claims, texts, told
from extract.marks import wrong

# sentence, event word, root, mode, actors, recipients
ROLES = {
    "a verb in the active": (
        "Kadran soldiers attacked a rebel convoy near Goma.",
        "attacked",
        "ASSAULT",
        None,
        ["Kadran soldiers"],
        ["a rebel convoy"],
    ),
    "a verb in the passive": (
        "A rebel convoy was attacked near Goma by Kadran soldiers.",
        "attacked",
        "ASSAULT",
        None,
        ["Kadran soldiers"],
        ["A rebel convoy"],
    ),
    "a passive without an agent": (
        "Three nurses were abducted in Goma.",
        "abducted",
        "ASSAULT",
        "abduct",
        [],
        ["Three nurses"],
    ),
    "a relative clause": (
        "Rebels who attacked Bukavu on Monday seized a police station.",
        "attacked",
        "ASSAULT",
        None,
        ["Rebels"],
        [],
    ),
    "a second verb": (
        "Rebels shelled Bukavu and abducted three nurses.",
        "abducted",
        "ASSAULT",
        "abduct",
        ["Rebels"],
        ["three nurses"],
    ),
    "the owner of a weapon": (
        "The army's drones hit a market in Goma.",
        "hit",
        "ASSAULT",
        "drone",
        ["The army's drones"],
        [],
    ),
    "a craft nobody owns": (
        "A drone hit a fuel depot in Goma.",
        "hit",
        "ASSAULT",
        "drone",
        ["A drone"],
        [],
    ),
    "a people's aircraft": (
        "Kadran army warplanes bombed Bukavu.",
        "bombed",
        "ASSAULT",
        "aerial",
        ["Kadran army warplanes"],
        [],
    ),
    "a light verb": (
        "Fighters loyal to the general carried out an attack on the barracks in Goma.",
        "attack",
        "ASSAULT",
        None,
        ["Fighters loyal to the general"],
        [],
    ),
    "a light verb with its target": (
        "The army launched an attack on the rebels.",
        "attack",
        "ASSAULT",
        None,
        ["The army"],
        ["the rebels"],
    ),
    "who comes under fire suffers it": (
        "Troops came under fire from militants near Goma.",
        "came",
        "ASSAULT",
        None,
        ["militants"],
        ["Troops"],
    ),
    "both sides of a clash act": (
        "Government troops clashed with separatists in Goma.",
        "clashed",
        "ASSAULT",
        None,
        ["Government troops", "separatists"],
        [],
    ),
    "clashes between two": (
        "Clashes between government troops and separatists broke out in Goma.",
        "Clashes",
        "ASSAULT",
        None,
        ["government troops", "separatists"],
        [],
    ),
    "clashes that broke out between two": (
        "Clashes broke out between Kadran soldiers and rebels in Bukavu.",
        "Clashes",
        "ASSAULT",
        None,
        ["Kadran soldiers", "rebels"],
        [],
    ),
    "who is blamed for an attack is said to have attacked": (
        "The army blamed the attack on separatist rebels.",
        "attack",
        "ASSAULT",
        None,
        ["separatist rebels"],
        [],
    ),
    "who is blamed in an aside is said to have attacked": (
        "Five people were killed in Bukavu, said the ministry, which blames separatist rebels.",
        "killed",
        "ASSAULT",
        None,
        ["separatist rebels"],
        ["Five people"],
    ),
    "who blame each other for a clash fought it": (
        "The army and separatist rebels blamed each other for an exchange of fire near Bukavu.",
        "exchange",
        "ASSAULT",
        None,
        ["The army and separatist rebels"],
        [],
    ),
    "who blames accuses": (
        "The army blamed the attack on separatist rebels.",
        "blamed",
        "ACCUSE",
        "allege",
        ["The army"],
        ["separatist rebels"],
    ),
    "who is accused of an act is said to have done it": (
        "The army accused the rebels of shelling Bukavu.",
        "shelling",
        "ASSAULT",
        "heavy-weapons",
        ["the rebels"],
        [],
    ),
    "who is called on is asked": (
        "The mediators called on the rebels to leave Goma.",
        "called",
        "REQUEST",
        None,
        ["The mediators"],
        ["the rebels"],
    ),
    "who is deployed acts with who deploys": (
        "Kadran commanders deployed 200 soldiers to Goma.",
        "deployed",
        "MOBILIZE",
        "troops",
        ["Kadran commanders", "200 soldiers"],
        [],
    ),
    "a rebel attack is by rebels": (
        "A rebel attack on Bukavu left five people dead.",
        "attack",
        "ASSAULT",
        None,
        ["rebel"],
        ["five people"],
    ),
    "an attack by somebody that left people dead": wrong(
        "the actor of a nominal subject of 'left … dead' is lost",
        "An attack on Bukavu by rebels left 25 militants and four soldiers dead.",
        "left",
        "ASSAULT",
        None,
        ["rebels"],
        ["25 militants", "four soldiers"],
    ),
    "shelling by somebody that killed people": wrong(
        "'the shelling' itself is taken for an armed force",
        "The shelling of Bukavu by rebels killed five civilians.",
        "killed",
        "ASSAULT",
        "heavy-weapons",
        ["rebels"],
        ["five civilians"],
    ),
    "the other side is the force named before": (
        "Soldiers were deployed in Bukavu, where there were clashes with smugglers.",
        "clashes",
        "ASSAULT",
        None,
        ["smugglers", "Soldiers"],
        [],
    ),
    "who takes part in clashes": (
        "The army took part in clashes with rebels near Bukavu.",
        "clashes",
        "ASSAULT",
        None,
        ["rebels", "The army"],
        [],
    ),
    "who suffers an attack": (
        "The rebels suffered an attack near Bukavu.",
        "attack",
        "ASSAULT",
        None,
        [],
        ["The rebels"],
    ),
    "who comes under attack, and from whom": wrong(
        "'from' after 'came under attack' gives no actor",
        "The army came under attack from rebels in Bukavu.",
        "came",
        "ASSAULT",
        None,
        ["rebels"],
        ["The army"],
    ),
    "what is heard outright": ("Gunfire erupted in Bukavu.", "Gunfire", "ASSAULT", "firearms", [], []),
    "there was shelling": (
        "There was heavy shelling in Bukavu.",
        "shelling",
        "ASSAULT",
        "heavy-weapons",
        [],
        [],
    ),
    "who is moved acts": (
        "Neutral units would be deployed in Bukavu.",
        "deployed",
        "MOBILIZE",
        "troops",
        ["Neutral units"],
        [],
    ),
    "who visits": (
        "On a visit to Bukavu, the envoy urged both sides to stop the fighting.",
        "visit",
        "CONSULT",
        "visit",
        ["the envoy"],
        [],
    ),
    "who plans an attack would make it": wrong(
        "who plans or weighs a nominal event is not its actor",
        "The rebels plan an attack on Bukavu.",
        "attack",
        "ASSAULT",
        None,
        ["The rebels"],
        [],
    ),
    "who reports shelling does not shell": wrong(
        "'reported shelling' is read as what who reports did",
        "Residents reported shelling in Bukavu.",
        "shelling",
        "ASSAULT",
        "heavy-weapons",
        [],
        [],
    ),
    "who is likely to attack would do it": (
        "Rebels are likely to attack Bukavu.",
        "attack",
        "ASSAULT",
        None,
        ["Rebels"],
        [],
    ),
    "who stages a protest": wrong(
        "the base form of 'staged' is taken to be 'stag'",
        "Protesters staged a protest in Bukavu on Monday.",
        "protest",
        "PROTEST",
        "demo",
        ["Protesters"],
        [],
    ),
    "a treaty with somebody is signed by both": wrong(
        "'with' does not add the other signatory",
        "The Kadra Liberation Front signed a ceasefire with the army.",
        "signed",
        "SUPPORT",
        None,
        ["The Kadra Liberation Front", "the army"],
        [],
    ),
    "prisoners are handed over to somebody": (
        "Kadran soldiers handed over prisoners to the rebels.",
        "handed",
        "RETREAT",
        "release",
        ["Kadran soldiers"],
        ["prisoners", "the rebels"],
    ),
    "an arrest": (
        "Soldiers arrested the mayor of Bukavu.",
        "arrested",
        "COERCE",
        "arrest",
        ["Soldiers"],
        ["the mayor of Bukavu"],
    ),
    "a crowd that protests against somebody": (
        "Thousands of people protested in Bukavu against the junta.",
        "protested",
        "PROTEST",
        "demo",
        ["Thousands of people"],
        ["the junta"],
    ),
    "which somebody says killed five: the strike did": (
        "The general is silent on the strike in Bukavu, which the ministry said killed five people.",
        "killed",
        "ASSAULT",
        None,
        [],
        ["five people"],
    ),
    "three who urge together": (
        "In a joint statement, France, Italy and Malta urged the general to stop the shelling of Bukavu.",
        "urged",
        "REQUEST",
        "yield",
        ["France", "Italy", "Malta"],
        ["the general"],
    ),
    "who kept them from entering, named behind what they entered": (
        "Patrols were prevented from entering Bukavu by armed men, the police said.",
        "prevented",
        "COERCE",
        "restrict",
        ["armed men"],
        ["Patrols"],
    ),
    "an ambush laid by somebody": (
        "The army announced the death of two soldiers in an ambush laid by rebels in Bukavu.",
        "ambush",
        "ASSAULT",
        None,
        ["rebels in Bukavu"],
        ["two soldiers"],
    ),
    "a raid in which captives were freed": (
        "Kadran troops freed six hostages during a raid on a camp in Bukavu.",
        "raid",
        "ASSAULT",
        None,
        ["Kadran troops"],
        [],
    ),
    "fighting that flared between two": (
        "Villagers left Bukavu after fighting flared between the army and the rebels.",
        "fighting",
        "ASSAULT",
        None,
        ["the army", "the rebels"],
        [],
    ),
    "whom a release befalls, behind who made it": (
        "The envoy welcomed the release by the Houthis of ten soldiers in Bukavu.",
        "release",
        "RETREAT",
        "release",
        ["the Houthis"],
        ["ten soldiers in Bukavu"],
    ),
    "who is behind a blast": (
        "The security service was behind the blast in Bukavu that killed a colonel.",
        "blast",
        "ASSAULT",
        "explosives",
        ["The security service"],
        ["a colonel"],
    ),
    "what follows after is done by who did the first": (
        "Gunmen freed 20 inmates in Bukavu after blowing up the gate of the prison.",
        "blowing",
        "ASSAULT",
        "explosives",
        ["Gunmen"],
        [],
    ),
    "insurgents of whom something is believed": (
        "Overnight, insurgents believed to belong to the Front attacked a post in Bukavu, a police officer said.",
        "attacked",
        "ASSAULT",
        None,
        ["insurgents"],
        [],
    ),
    "who tells of a strike did not set the fire": (
        "Villagers described how drones had struck a market in Bukavu, setting it on fire.",
        "setting",
        "ASSAULT",
        "destroy",
        ["drones"],
        [],
    ),
    "two deeds behind one had": (
        "Farmers said soldiers had razed the village and fired at their herds in Bukavu.",
        "fired",
        "ASSAULT",
        "firearms",
        ["soldiers"],
        [],
    ),
    "who is moved by an order": (
        "The general ordered the deployment of two brigades to Bukavu.",
        "deployment",
        "MOBILIZE",
        "troops",
        ["two brigades"],
        [],
    ),
    "two sides, the first of them described": (
        "Clashes broke out in Bukavu between fighters loyal to the general and an armed group.",
        "Clashes",
        "ASSAULT",
        None,
        ["fighters loyal to the general", "an armed group"],
        [],
    ),
    "who meets and who is met": (
        "The general met the envoy on Monday.",
        "met",
        "CONSULT",
        None,
        ["The general", "the envoy"],
        [],
    ),
}


@pytest.mark.parametrize(
    ("text", "trigger", "root", "mode", "actors", "recipients"), ROLES.values(), ids=ROLES
)
def test_roles(text, trigger, root, mode, actors, recipients):
    event = told(text, trigger).event
    assert (event.root, event.mode) == (root, mode)
    assert texts(event.actors) == actors
    assert texts(event.recipients) == recipients


# sentence, the words of the events that remain
TOLD_ONCE = {
    "an attack and its dead": (
        "Rebels attacked a convoy near Bukavu, killing three soldiers.",
        ["attacked"],
    ),
    "an attack and its destruction": ("Rebels shelled Bukavu and destroyed a clinic.", ["shelled"]),
    "the dead and the attack in which they died": (
        "Two men were killed in an ambush near Bukavu.",
        ["ambush"],
    ),
    "the dead and the clashes": (
        "Twenty-five militants and four soldiers were killed in clashes in Bukavu.",
        ["clashes"],
    ),
    "dying and the drone that hit": ("Three people died when a drone hit a market in Bukavu.", ["hit"]),
    "dying in an airstrike": ("Three people died in an airstrike on Bukavu.", ["airstrike"]),
    "being killed after shelling": (
        "Three soldiers were killed after rebels shelled their post near Bukavu.",
        ["shelled"],
    ),
    "a series of attacks that killed": (
        "A series of attacks by rebels killed ten people in Bukavu.",
        ["attacks"],
    ),
    "an attack and who claimed it": (
        "The Kadra Liberation Front claimed responsibility for the attack on Bukavu.",
        ["claimed"],
    ),
    "the dead, the wounded and the ambush": (
        "Three soldiers were killed and seven injured when rebels ambushed their convoy near Goma.",
        ["ambushed"],
    ),
    "a weapon and what it did": ("Drones hit the port of Bukavu.", ["hit"]),
    "talks that were held": ("The general and the envoy held talks in Bukavu.", ["held"]),
    "acts of two sides stay two": (
        "Rebels shelled Bukavu, but soldiers killed five people near Goma.",
        ["shelled", "killed"],
    ),
    "shells and who fired them": (
        "Shells fired by rebels fell on the market of Bukavu, killing a trader.",
        ["fell"],
    ),
    "an answer and what it answers stay two": (
        "After an attack on a convoy, the army launched air strikes on rebels near Bukavu.",
        ["attack", "launched"],
    ),
    "talks that were called off ask for none": (
        "The envoy called off talks with the rebels in Bukavu.",
        ["called"],
    ),
    "who died by shelling did not shell": (
        "Ten soldiers were killed in Bukavu by shelling.",
        ["shelling"],
    ),
    "a warning not to tolerate": (
        "The rebels warned that they would not tolerate patrols in Bukavu.",
        ["warned"],
    ),
    "two acts stay two": ("Rebels captured Bukavu and shelled Goma.", ["captured", "shelled"]),
    "an attack and an earlier one stay two": (
        "Rebels shelled Bukavu after soldiers attacked their camp.",
        ["shelled", "attacked"],
    ),
}


@pytest.mark.parametrize(("text", "triggers"), TOLD_ONCE.values(), ids=TOLD_ONCE)
def test_two_words_for_one_event(text, triggers):
    assert [c.event.trigger.text for c in claims(text)] == triggers


SILENT = {
    "a bare mention of the attack": "The attack is on everybody's mind.",
    "an attack in a figure of speech": "The analyst attacked the forecast.",
    "a prize that is captured": "A choir captured the first prize.",
    "a storm that batters": "The storm battered the port of Bukavu.",
    "a word inside a name": "The Joint Strike Force of Kadra is large.",
    "weather, no fire": "Heavy rain hit the market in Bukavu.",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_no_event(text):
    assert claims(text) == []


def test_who_has_no_side_that_is_known_stays_without_country():
    [actor] = told("Kadran soldiers attacked a convoy.", "attacked").event.actors
    assert (actor.id, actor.country, actor.sector) == (None, None, "MIL")


@pytest.mark.xfail(strict=True, reason="a small American town of the same name lends the army its country")
def test_the_army_of_a_country_nobody_lists_is_nobodys():
    [actor] = told("The army of Norland invaded Kadra.", "invaded").event.actors
    assert (actor.text, actor.id, actor.country) == ("The army of Norland", None, None)


def test_nobody_is_actor_and_recipient_by_the_same_words():
    event = told("Government troops clashed with separatists in Goma.", "clashed").event
    assert {a.start for a in event.actors} & {r.start for r in event.recipients} == set()


def test_the_mode_of_a_second_word_is_kept():
    event = told("Gunmen killed the mayor of Bukavu in an attack on his home.", "attack").event
    assert event.mode == "targeted"


def test_whom_sanctions_are_imposed_on_hangs_from_the_object():
    event = told("Uganda imposed sanctions on two rebel commanders.", "imposed").event
    assert [r.text for r in event.recipients] == ["two rebel commanders"]
