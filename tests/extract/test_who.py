"""Phrases → actors: what is counted, who owns, and pronouns, cautiously."""

import pytest

from extract.coding import texts, told
from extract.marks import wrong

# text, event word, actors' words
PRONOUNS = {
    "what the deed did that somebody is accused of": (
        "The doctors' network accused the militia of shelling a camp near the town, killing 14 people.",
        "shelling",
        ["the militia"],
    ),
    "for what somebody is blamed": (
        "The mission blamed the rebels for attacking the convoy, wounding two drivers.",
        "attacking",
        ["the rebels"],
    ),
    "which it accuses: who heads the sentence": (
        "Saudi Arabia protested on Monday. The army cut its ties with the rebels, which it accuses of killing five people.",
        "accuses",
        ["The army"],
    ),
    "it is who headed the sentence before, not whom it named": (
        "The Kadra Liberation Front condemned the shelling of Bukavu by the army. It captured Goma on Monday.",
        "captured",
        ["The Kadra Liberation Front"],
    ),
    "it is the body before": (
        "The Kadra Liberation Front captured Bukavu on Monday. It killed five soldiers.",
        "killed",
        ["The Kadra Liberation Front"],
    ),
    "its, of whom a spokesman speaks for": (
        "The mayor said shells had hit Bukavu. The coalition's spokesman said its soldiers had killed five rebels.",
        "killed",
        ["its soldiers"],
    ),
    "they are of whom it is told, not who tells it": (
        "Rebel fighters entered Bukavu, officials said. They burned the school on Monday.",
        "burned",
        ["Rebel fighters"],
    ),
    "they are forces, whatever general they are loyal to": (
        "Forces loyal to General Idris Malo entered Bukavu on Monday. They also destroyed a bridge.",
        "destroyed",
        ["Forces loyal to General Idris Malo"],
    ),
    "whom they accuse: who detained them": (
        "Residents said the rebels had detained four traders, whom they accused of spying.",
        "accused",
        ["the rebels"],
    ),
    "they are the people before": (
        "Soldiers entered Bukavu on Monday. They arrested ten people.",
        "arrested",
        ["Soldiers"],
    ),
    "he is the person before": (
        "The general met the envoy on Monday. He accused the rebels of killing five people.",
        "accused",
        ["The general"],
    ),
    "she is the person before": (
        "Minister Anna Hale met the rebels on Monday. She urged both sides to stop the fighting.",
        "urged",
        ["Minister Anna Hale"],
    ),
    "who says that it did means itself": (
        "The army said it had captured Bukavu.",
        "captured",
        ["The army"],
    ),
    "they in a relative clause are who entered": (
        "Rebels entered Bukavu, where they killed five people.",
        "killed",
        ["Rebels"],
    ),
    "its attack is its own subject's": (
        "The Kadra Liberation Front renewed its attack on Bukavu.",
        "attack",
        ["The Kadra Liberation Front"],
    ),
    "its fighters are the fighters of who is named before": (
        "The Kadra Liberation Front left Goma. Its fighters attacked Bukavu.",
        "attacked",
        ["Its fighters"],
    ),
    "a body is not he": (
        "The Kadra Liberation Front captured Bukavu on Monday. He killed five soldiers.",
        "killed",
        [],
    ),
    "they are never one man": (
        "Gunmen on horses stormed Bukavu on Monday, the mayor said. They shot at everything that moved.",
        "shot",
        ["Gunmen"],
    ),
    "they are not the one of them named on the way": (
        "Fighters beat two men in Bukavu. One of them was a priest. They killed five soldiers.",
        "killed",
        ["Fighters"],
    ),
    "they are of whom the sentence before spoke, though he did not act": (
        "Soldiers at Goma were shelled on Monday by the Kadra Liberation Front. They killed five rebels.",
        "killed",
        ["Soldiers at Goma"],
    ),
    "it in the army's claim is the army": (
        "The army's claim that it had captured Bukavu could not be verified.",
        "captured",
        ["The army"],
    ),
    "a silent sentence in between is too far": (
        "The Kadra Liberation Front captured Bukavu. It rained all day. It rained. It killed five soldiers.",
        "killed",
        [],
    ),
    "we are who issues the report": (
        "We urge both sides to stop the fighting in Bukavu.",
        "urge",
        ["We"],
    ),
    "a nameless source does not act": wrong(
        "they may mean nameless sources, who spoke last",
        "Military sources said on Monday rebels had left. They attacked Bukavu.",
        "attacked",
        [],
    ),
}

PHRASES = {
    "what is counted": ("Dozens of rebels attacked Bukavu.", "attacked", ["Dozens of rebels"]),
    "most of them": (
        "Most of the fighters left Bukavu on Monday.",
        "left",
        ["Most of the fighters"],
    ),
    "a participle that says which": (
        "An armed group engaged in smuggling attacked a convoy near Bukavu.",
        "attacked",
        ["An armed group engaged in smuggling"],
    ),
    "of whom": (
        "Fighters of the Kadra Liberation Front attacked Bukavu.",
        "attacked",
        ["Fighters of the Kadra Liberation Front"],
    ),
    "a name and a description beside it": (
        "The Kadra Liberation Front, a separatist movement, attacked Bukavu.",
        "attacked",
        ["The Kadra Liberation Front"],
    ),
    "two coordinated": (
        "Soldiers and militiamen attacked Bukavu.",
        "attacked",
        ["Soldiers", "militiamen"],
    ),
}

CASES = {**PRONOUNS, **PHRASES}


@pytest.mark.parametrize(("text", "trigger", "actors"), CASES.values(), ids=CASES)
def test_actors(text, trigger, actors):
    assert texts(told(text, trigger).event.actors) == actors


SECTORS = {
    "counted rebels": ("Dozens of rebels attacked Bukavu.", "REB"),
    "soldiers": ("Soldiers attacked Bukavu.", "MIL"),
    "smugglers": ("An armed group engaged in smuggling attacked a convoy near Bukavu.", "CRM"),
    "gunmen": ("Gunmen attacked Bukavu.", "UAF"),
    "police": ("Police officers attacked a camp near Bukavu.", "COP"),
    "a liberation front": ("The Kadra Liberation Front attacked Bukavu.", "REB"),
}


@pytest.mark.parametrize(("text", "sector"), SECTORS.values(), ids=SECTORS)
def test_sector_of_who_attacks(text, sector):
    [actor] = told(text, "attacked").event.actors
    assert (actor.sector, actor.id) == (sector, None)


def test_we_in_a_quotation_are_who_is_quoted():
    [actor] = told('"We captured Bukavu," the Kadra Liberation Front said.', "captured").event.actors
    assert actor.sector == "REB"


def test_it_keeps_what_is_known_of_the_body():
    text = "The Kadra Liberation Front captured Bukavu on Monday. It killed five soldiers."
    [first], [again] = (told(text, word).event.actors for word in ("captured", "killed"))
    assert (again.start, again.sector) == (first.start, "REB")
