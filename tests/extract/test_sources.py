"""According to whom: the chain of speakers, who spoke first, first."""

import pytest

from extract.coding import claims, texts, told
from extract.marks import wrong

# sentence, event word, speakers with their kinds, speech act
CHAINS = {
    "the narrator": ("Rebels shelled Bukavu.", "shelled", [], "report"),
    "a verb of saying after": (
        "Rebels shelled Bukavu, the governor said.",
        "shelled",
        [("the governor", "official")],
        "report",
    ),
    "a verb of saying before": (
        "The governor said that rebels had shelled Bukavu.",
        "shelled",
        [("The governor", "official")],
        "report",
    ),
    "a verb of saying in between": (
        "Rebels, the governor said, shelled Bukavu.",
        "shelled",
        [("the governor", "official")],
        "report",
    ),
    "according to, inside what is said": (
        "The governor said that, according to medics, rebels had shelled Bukavu.",
        "shelled",
        [("medics", "anonymous"), ("The governor", "official")],
        "report",
    ),
    "who confirms a deed": (
        "The shelling of Bukavu by rebels was confirmed by the governor.",
        "shelling",
        [("the governor", "official")],
        "state",
    ),
    "according to, before": (
        "According to medics, rebels shelled Bukavu.",
        "shelled",
        [("medics", "anonymous")],
        "report",
    ),
    "according to, after": (
        "Rebels shelled Bukavu, according to a security source.",
        "shelled",
        [("a security source", "anonymous")],
        "report",
    ),
    "according to, in between": (
        "Rebels, according to the governor, killed five people in Bukavu.",
        "killed",
        [("the governor", "official")],
        "report",
    ),
    "an outlet that was told": (
        "A military source told Reuters that rebels shelled Bukavu.",
        "shelled",
        [("A military source", "anonymous"), ("Reuters", "media")],
        "report",
    ),
    "an outlet that quotes": (
        "Reuters quoted a military source as saying that rebels shelled Bukavu.",
        "shelled",
        [("a military source", "anonymous"), ("Reuters", "media")],
        "report",
    ),
    "an outlet's own witness": (
        "A Reuters witness said rebels shelled Bukavu.",
        "shelled",
        [("A Reuters witness", "anonymous")],
        "report",
    ),
    "who speaks with the place where he sits": (
        "The foreign ministry in Kinshasa said rebels shelled Bukavu.",
        "shelled",
        [("The foreign ministry in Kinshasa", "party")],
        "report",
    ),
    "an aside on what was said is nobody's but who makes it": (
        "A spokesman said the army shelled Bukavu, a charge NATO rejects.",
        "rejects",
        [("NATO", "organisation")],
        "deny",
    ),
    "an outlet behind nameless sources": (
        "Reuters sources said rebels shelled Bukavu.",
        "shelled",
        [("Reuters sources", "anonymous"), ("Reuters", "media")],
        "report",
    ),
    "one who says that another says": (
        "Witnesses said the army reported that rebels had shelled Bukavu.",
        "shelled",
        [("the army", "party"), ("Witnesses", "anonymous")],
        "report",
    ),
    "who is cited stands nearer to the facts": (
        "The governor, citing intelligence reports, said rebels had shelled Bukavu.",
        "shelled",
        [("intelligence reports", "anonymous"), ("The governor", "official")],
        "report",
    ),
    "a statement speaks for its author": (
        "A statement by the Kadra Liberation Front said soldiers had attacked Bukavu.",
        "attacked",
        [("the Kadra Liberation Front", "party")],
        "report",
    ),
    "some": (
        "Some say the rebels attacked Bukavu.",
        "attacked",
        [("Some", "anonymous")],
        "report",
    ),
    "a claim": (
        "The rebels claimed that the army had shelled Bukavu.",
        "shelled",
        [("The rebels", "party")],
        "claim",
    ),
    "a denial": (
        "The army denied that it had shelled Bukavu.",
        "shelled",
        [("The army", "party")],
        "deny",
    ),
    "an announcement of something": (
        "The general announced a deployment of troops in Bukavu.",
        "deployment",
        [("The general", "party")],
        "announce",
    ),
    "an announcement of a definite thing": (
        "The general announced the deployment of troops in Bukavu.",
        "deployment",
        [("The general", "party")],
        "announce",
    ),
    "a fear": (
        "Residents fear an attack on Bukavu.",
        "attack",
        [("Residents", "anonymous")],
        "fear",
    ),
    "an accuser speaks": (
        "The ministry blamed separatist rebels for the shelling of Bukavu.",
        "blamed",
        [("The ministry", "party")],
        "accuse",
    ),
    "who asks speaks": (
        "The United Nations urged the army to withdraw from Bukavu.",
        "urged",
        [("The United Nations", "organisation")],
        "urge",
    ),
    "who gives an order speaks": (
        "The Kadra Liberation Front recalled all units to report to base.",
        "recalled",
        [("The Kadra Liberation Front", "party")],
        "order",
    ),
    "who gives an order speaks, whatever the infinitive hangs from": wrong(
        "where the parser takes what is ordered for a purpose, no order is seen",
        "The army command recalled all units to report to base.",
        "recalled",
        [("The army command", "party")],
        "order",
    ),
    "who gives an order is no speaker of what comes after": (
        "The general ordered troops to attack Bukavu.",
        "attack",
        [("The general", "party")],
        "order",
    ),
    "an outlet that reports troops moving": (
        "Reuters reported troops heading for Bukavu.",
        "heading",
        [("Reuters", "media")],
        "report",
    ),
    "who is quoted in the passive": (
        "The general was quoted as saying that rebels had shelled Bukavu.",
        "shelled",
        [("The general", "party")],
        "report",
    ),
    "who hears an explosion": (
        "Residents heard an explosion in Bukavu.",
        "explosion",
        [("Residents", "anonymous")],
        "report",
    ),
    "an order, as officials tell an outlet": (
        "The president ordered the army to attack Bukavu, officials told AFP.",
        "attack",
        [("The president", "party"), ("officials", "official"), ("AFP", "media")],
        "order",
    ),
    "the owners of a claim": wrong(
        "claims by somebody, as the subject of being false, lose their owner",
        "Claims by the rebels that the army had shelled Bukavu were false.",
        "shelled",
        [("the rebels", "party")],
        "claim",
    ),
    "a spokesman put beside a place, with his name": (
        "Rebels shelled three villages near Bukavu, the spokesman of the brigade, Colonel Ada Orsk, told reporters.",
        "shelled",
        [("the spokesman of the brigade, Colonel Ada Orsk", "party")],
        "report",
    ),
    "who tells an agency behind an aside": (
        "Rebels left Bukavu on Sunday, hours after having shelled it, residents told Reuters.",
        "left",
        [("residents", "anonymous"), ("Reuters", "media")],
        "report",
    ),
    "quoted as saying, behind": (
        "Rebels shelled Bukavu, the Selen Times quoted a police officer as saying.",
        "shelled",
        [("a police officer", "official"), ("the Selen Times", "media")],
        "report",
    ),
    "what hangs from what is announced": (
        "The ministry announced the death of two soldiers in an ambush in Bukavu.",
        "ambush",
        [("The ministry", "party")],
        "announce",
    ),
    "who vows in quotation marks": (
        '"We will not leave Bukavu," the rebel leader vowed.',
        "leave",
        [("the rebel leader", "party")],
        "deny",
    ),
    "a name that no list has": (
        "Rebels shelled Bukavu, according to the Observatory.",
        "shelled",
        [("the Observatory", "organisation")],
        "report",
    ),
    "who tells another story relays nothing": (
        "Rebels shelled Bukavu, medics said, while the army said it had shot two gunmen.",
        "shot",
        [("the army", "party")],
        "report",
    ),
    "who is asked to refuse has said nothing": (
        "The general urged the elders to reject the truce in Bukavu.",
        "reject",
        [("The general", "party")],
        "urge",
    ),
    "a report that others saw": (
        "Rebels shelled Bukavu, an army report seen by Reuters says.",
        "shelled",
        [("army", "party"), ("Reuters", "media")],
        "report",
    ),
    "what witnesses saw, they report": wrong(
        "'see' is a word of judging, so who saw it judges",
        "Witnesses saw soldiers shelling Bukavu.",
        "shelling",
        [("Witnesses", "anonymous")],
        "report",
    ),
    "calling off is no appeal": wrong(
        "'called off' has the speech act of 'call'",
        "The army called off the attack on Bukavu.",
        "called",
        [("The army", "party")],
        "report",
    ),
}


@pytest.mark.parametrize(("text", "trigger", "speakers", "act"), CHAINS.values(), ids=CHAINS)
def test_chain_of_speakers(text, trigger, speakers, act):
    claim = told(text, trigger)
    assert [(s.text, s.kind) for s in claim.speakers] == speakers
    assert claim.speech_act == act


def test_a_nameless_source_is_never_the_nearest_name():
    [speaker] = told(
        "The Kadra Liberation Front left. Military sources said rebels shelled Bukavu.", "shelled"
    ).speakers
    assert (speaker.text, speaker.actor, speaker.anonymous) == ("Military sources", None, True)


def test_a_fragment_goes_on_with_the_speaker_before():
    text = "The governor said that rebels had shelled Bukavu. And that soldiers had killed five people."
    assert texts(told(text, "killed").speakers) == ["The governor"]


def test_a_whole_sentence_does_not():
    text = "The governor said that rebels had shelled Bukavu. Soldiers killed five people in the town."
    assert told(text, "killed").speakers == ()


def test_it_added_is_who_spoke_before():
    text = "The ministry said that rebels had attacked Bukavu. It added that soldiers had killed ten people."
    [speaker] = told(text, "killed").speakers
    [first] = told(text, "attacked").speakers
    assert (speaker.text, speaker.actor) == ("The ministry", first.actor)


def test_who_says_a_part_does_not_say_what_comes_after():
    text = "Rebels shelled Bukavu, the governor said, but soldiers captured the port of Goma."
    assert texts(told(text, "shelled").speakers) == ["the governor"]
    assert told(text, "captured").speakers == ()


def test_a_statement_is_of_who_spoke_before():
    text = (
        "The governor said on Monday that rebels had shelled Bukavu. A statement said soldiers had fled Goma."
    )
    [speaker] = told(text, "fled").speakers
    [first] = told(text, "shelled").speakers
    assert (speaker.text, speaker.kind) == ("A statement", first.kind)


def test_a_hospital_that_counts_the_dead_tells_it():
    claim = told("Rebels attacked Bukavu on Monday. The hospital counted 14 dead.", "counted")
    assert [(s.text, s.kind) for s in claim.speakers] == [("The hospital", "organisation")]
    assert claim.event.fatalities.best == 14


def test_mediators_are_marked():
    claim = told("The United Nations urged the army to withdraw from Bukavu.", "urged")
    assert claim.third_party is True
    assert told("Rebels shelled Bukavu.", "shelled").third_party is False


def test_the_words_of_the_speaker_are_no_part_of_the_claim():
    [claim] = claims("Rebels shelled Bukavu, the governor said.")
    assert claim.text == "Rebels shelled Bukavu"
