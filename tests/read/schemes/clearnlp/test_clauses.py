"""Parsed sentence → clauses with their participants."""

import pytest

from read.reading import clause, read, words

# sentence, predicate, who acts, whom or what it befalls
PARTICIPANTS = {
    "who stands behind a comma and is hung from what stands before it": (
        "Government forces have lost most of Aleppo, a Britain-based war monitor said on Saturday.",
        "said",
        "a Britain-based war monitor",
        [],
    ),
    "who speaks in an aside is not put beside who acts": (
        "Government troops, the Observatory for Civilian Harm said, shelled the town on Sunday.",
        "shelled",
        "Government troops",
        ["the town"],
    ),
    "who tells at the end is not joined to where it was": (
        "The army has attacked the village of Kala, Interior Minister Lena Orsk told reporters on Tuesday.",
        "told",
        "Interior Minister Lena Orsk",
        ["reporters"],
    ),
    "a headline has a verb": (
        "The M23 storms a police station in Harun",
        "storms",
        "The M23",
        ["a police station in Harun"],
    ),
    "so has one of several": (
        "Gunmen fire rockets at the airport",
        "fire",
        "Gunmen",
        ["rockets at the airport"],
    ),
    "men are accused, not what they ride": (
        "A spokesman accused armed men on motorcycles of shelling the market.",
        "shelling",
        "armed men",
        ["the market"],
    ),
    "who spends the weekend attacks": (
        "Militants spent the weekend attacking the village.",
        "attacking",
        "Militants",
        ["the village"],
    ),
    "embassies that call were not called": (
        "Seven Western embassies called jointly for restraint on Sunday.",
        "called",
        "Seven Western embassies",
        [],
    ),
    "a group called by a name acts in nothing": (
        "Soldiers fought a group called Fano.",
        "called",
        None,
        ["a group called", "Fano"],
    ),
    "whom it befell does not act next, who says it does": (
        "President Aleksandar Vucic said 52 Serbs were injured, three of them seriously, and put the army on its highest level of alert.",
        "put",
        "President Aleksandar Vucic",
        ["the army"],
    ),
    "what is told goes on from what is told": (
        "The military has kept Sittwe closed to relief cargo since 2 March and on Saturday arrested two boatmen.",
        "arrested",
        "The military",
        ["two boatmen"],
    ),
    "a plain verb": ("The army shelled the town.", "shelled", "The army", ["the town"]),
    "a passive is turned": ("The town was shelled by the army.", "shelled", "the army", ["The town"]),
    "a passive without an agent": ("The town was shelled.", "shelled", None, ["The town"]),
    "a reduced passive": (
        "The army took the town shelled by rebels.",
        "shelled",
        "rebels",
        ["the town shelled by rebels"],
    ),
    "two passives share what befell": (
        "The town was taken and burned by the army.",
        "burned",
        "the army",
        ["The town"],
    ),
    "coordinated verbs share their subject": (
        "The army took the town and burned the market.",
        "burned",
        "The army",
        ["the market"],
    ),
    "a promise is kept by who promises": (
        "The rebels promised to leave the town.",
        "leave",
        "The rebels",
        ["the town"],
    ),
    "who is enjoined is to act, though it looks like an aim": (
        "The African Union enjoined the rebels to vacate the city.",
        "vacate",
        "the rebels",
        ["the city"],
    ),
    "who is due to do it does": (
        "The directors of operations are due to speak on Monday.",
        "speak",
        "The directors of operations",
        [],
    ),
    "a date takes nobody away": (
        "On 18 March armed men at the checkpoint turned back two trucks of an agency, the army said.",
        "turned",
        "armed men at the checkpoint",
        ["two trucks of an agency"],
    ),
    "who says it in an aside does nothing": (
        "Shelling of a market in El Fasher by the army left nine traders dead, two doctors said.",
        "left",
        None,
        ["nine traders", "dead"],
    ),
    "who is urged is to act": ("The army urged rebels to leave the town.", "leave", "rebels", ["the town"]),
    "who is urged in the passive is to act": (
        "The rebels were urged to leave the town.",
        "leave",
        "The rebels",
        ["the town"],
    ),
    "who is called on is to act": (
        "The mediators called on the rebels to leave the town.",
        "leave",
        "the rebels",
        ["the town"],
    ),
    "a participle has the subject of its verb": (
        "The army left after shelling the town.",
        "shelling",
        "The army",
        ["the town"],
    ),
    "a participle after a verb with an object has the subject all the same": (
        "The army left the town after shelling the market.",
        "shelling",
        "The army",
        ["the market"],
    ),
    "a purpose has the subject of its verb": (
        "The army left to protect the town.",
        "protect",
        "The army",
        ["the town"],
    ),
    "that gives way to its antecedent as object": (
        "The town that the rebels took is empty.",
        "took",
        "the rebels",
        ["The town"],
    ),
    "an antecedent without that is object": ("The town they took is empty.", "took", "they", ["The town"]),
    "who gives way to its antecedent as subject": (
        "The men who took the town were deserters.",
        "took",
        "The men",
        ["the town"],
    ),
    "where is no object": ("The town where the army fought is empty.", "fought", "the army", []),
    "a gerund that heads a clause": (
        "People left the town as shelling continued around it.",
        "continued",
        "shelling",
        [],
    ),
    "ships that are ordered to be moved": (
        "The general had ordered two grey ships to be moved closer to Selen.",
        "moved",
        None,
        ["two grey ships"],
    ),
    "who is appealed to is to act": (
        "The general appealed to soldiers to leave the town.",
        "leave",
        "soldiers",
        ["the town"],
    ),
    "men in clothes who": (
        "Patrols were stopped by men in civilian clothes who took their rifles.",
        "took",
        "men in civilian clothes",
        ["their rifles"],
    ),
    "what is said to have happened keeps its actor": (
        "The army is said to have left the town.",
        "left",
        "The army",
        ["the town"],
    ),
}

# sentence, predicate, link, marker, parent's predicate
LINKS = {
    "the head of a sentence": ("The army left.", "left", "root", None, None),
    "what is said": ("The army said that rebels left.", "left", "complement", "that", "said"),
    "what is said without that": ("The army said rebels left.", "left", "complement", None, "said"),
    "what is urged": ("The army urged rebels to leave.", "leave", "complement", "to", "urged"),
    "a second verb": ("The army took Selen and burned it.", "burned", "coordinate", None, "took"),
    "a time clause": ("The army left after rebels came.", "came", "adverbial", "after", "left"),
    "a condition": ("If the rebels leave, the army will follow.", "leave", "adverbial", "if", "follow"),
    "a condition by inversion": (
        "Should the rebels leave, the army will follow.",
        "leave",
        "adverbial",
        "if",
        "follow",
    ),
    "a purpose": ("The army left to protect the town.", "protect", "purpose", "to", "left"),
    "a relative clause": ("The men who took the town were deserters.", "took", "relative", "who", "were"),
    "words of saying in between": (
        "The army shelled the town, he said, on Monday.",
        "said",
        "parenthesis",
        None,
        "shelled",
    ),
    "the content of a noun": ("The claim that the army left is false.", "left", "complement", "that", "is"),
    "the content of a plan": ("The plan to attack the town failed.", "attack", "complement", "to", "failed"),
    "a nominal event as subject": ("The army's attack failed.", "attack", "argument", "subject", "failed"),
    "a nominal event as object": ("The army launched an attack.", "attack", "argument", None, "launched"),
    "a nominal event after a preposition": (
        "They fled during an attack.",
        "attack",
        "modifier",
        "during",
        "fled",
    ),
    "a nominal event that hangs from a noun": (
        "Fears of an attack grew.",
        "attack",
        "modifier",
        "of",
        "grew",
    ),
}

NOUNS = {
    "a fear": ("Fears of an attack grew.", "attack", "Fears of an attack"),
    "a plan": ("The plan to attack the town failed.", "attack", "The plan"),
    "a claim": ("The claim that the army left is false.", "left", "The claim"),
    "an antecedent": ("The men who took the town were deserters.", "took", "The men"),
}

TENSES = {
    "past": ("The army left.", "left", "past"),
    "perfect": ("The army has left.", "left", "past"),
    "past perfect": ("The army had left.", "left", "past"),
    "present": ("The army leaves.", "leaves", "present"),
    "present going on": ("The army is leaving.", "leaving", "present"),
    "future": ("The army will leave.", "leave", "future"),
    "infinitive": ("The army wants to leave.", "leave", "infinitive"),
    "participle": ("The army fled, leaving its guns.", "leaving", "participle"),
    "a noun has none": ("The attack failed.", "attack", "none"),
}

KINDS = {
    "a verb": ("The army left.", "left", "verb"),
    "be": ("The town is empty.", "is", "copula"),
    "remain": ("The town remains empty.", "remains", "copula"),
    "there is": ("There was an attack on the town.", "was", "existential"),
    "an event": ("There was an attack on the town.", "attack", "noun"),
    "a gerund with of": ("Shelling of the market went on.", "Shelling", "noun"),
}

NEGATIONS = {
    "not": ("The army did not take the town.", "take", "not"),
    "never": ("The army never took the town.", "took", "never"),
    "no as the subject's article": ("No soldier left the town.", "left", "no"),
    "no as the object's article": ("The army took no town.", "took", "no"),
    "neither before a participle": ("The town was neither shelled nor taken.", "shelled", "neither"),
    "nobody": ("Nobody left the town.", "left", "nobody"),
    "no before a nominal event": ("No attack took place.", "attack", "no"),
    "none": ("The army took the town.", "took", None),
}


@pytest.mark.parametrize(("text", "predicate", "subject", "objects"), PARTICIPANTS.values(), ids=PARTICIPANTS)
def test_participants(text, predicate, subject, objects):
    found = clause(text, predicate)
    assert words(found.subject) == subject
    assert [o.text for o in found.objects] == objects


@pytest.mark.parametrize(("text", "predicate", "link", "marker", "parent"), LINKS.values(), ids=LINKS)
def test_where_a_clause_hangs(text, predicate, link, marker, parent):
    found = clause(text, predicate)
    assert (found.link, found.marker) == (link, marker)
    assert (read(text)[found.parent].text if found.parent is not None else None) == parent


@pytest.mark.parametrize(("text", "predicate", "noun"), NOUNS.values(), ids=NOUNS)
def test_the_noun_a_clause_hangs_from(text, predicate, noun):
    assert words(clause(text, predicate).noun) == noun


@pytest.mark.parametrize(("text", "predicate", "tense"), TENSES.values(), ids=TENSES)
def test_tense(text, predicate, tense):
    assert clause(text, predicate).tense == tense


@pytest.mark.parametrize(("text", "predicate", "kind"), KINDS.values(), ids=KINDS)
def test_kind(text, predicate, kind):
    assert clause(text, predicate).kind == kind


@pytest.mark.parametrize(("text", "predicate", "negation"), NEGATIONS.values(), ids=NEGATIONS)
def test_negation(text, predicate, negation):
    found = clause(text, predicate).negation
    assert (found.lemma if found is not None else None) == negation


def test_a_noun_that_is_no_event_makes_no_clause():
    assert [c.text for c in read("The army of Norland left the town.")] == ["left"]


def test_a_nominal_event_with_its_participants():
    found = clause("The shelling of the market in Selen by the army went on.", "shelling")
    assert words(found.subject) == "the army"
    assert [(o.preposition, o.phrase.text) for o in found.obliques] == [
        ("of", "the market"),
        ("in", "Selen"),
        ("by", "the army"),
    ]
    assert words(found.phrase) == "The shelling of the market in Selen by the army"


def test_the_owner_of_a_nominal_event_acts():
    assert words(clause("The army's attack on the town failed.", "attack").subject) == "The army"


def test_adjectives_of_a_nominal_event():
    assert clause("The alleged attack failed.", "attack").modifiers == ("alleged",)


def test_modals_and_perfect():
    found = clause("The army may have shelled the town.", "shelled")
    assert [m.lemma for m in found.modals] == ["may"]
    assert found.perfect


def test_a_second_verb_shares_the_modal():
    found = clause("The army may shell and take the town.", "take")
    assert [m.lemma for m in found.modals] == ["may"]


def test_particle_and_two_word_preposition():
    found = clause("The army set up a checkpoint.", "set")
    assert found.particle == "up"
    [oblique] = clause("The army pulled out of the town.", "pulled").obliques
    assert (oblique.preposition, oblique.phrase.text) == ("out of", "the town")


def test_a_bare_noun_of_time_is_an_oblique_without_preposition():
    [oblique] = clause("The army left Selen last week.", "left").obliques
    assert (oblique.preposition, oblique.phrase.text) == ("", "last week")


def test_members_of_a_coordination():
    found = clause("Troops and militiamen attacked the town.", "attacked")
    assert [p.text for p in found.subject.members()] == ["Troops", "militiamen"]


def test_an_apposition_stays_apart():
    subject = clause("Colonel Orsk, the head of the army, left.", "left").subject
    assert (subject.text, [a.text for a in subject.appositions]) == (
        "Colonel Orsk",
        ["the head of the army"],
    )


def test_a_participle_without_comma_belongs_to_its_noun():
    subject = clause("An armed group engaged in smuggling attacked the town.", "attacked").subject
    assert subject.text == "An armed group engaged in smuggling"
    assert subject.text[: subject.core_end - subject.start] == "An armed group"


def test_a_phrase_knows_its_head_number_article_and_adjectives():
    [found] = clause("The army sent the 200 tired soldiers.", "sent").objects
    assert (found.head, found.head_text, found.determiner) == ("soldier", "soldiers", "the")
    assert found.plural
    assert not found.proper
    assert found.modifiers == ("tired",)
    assert "The army sent the 200 tired soldiers."[slice(*found.number)] == "200"


def test_offsets_are_into_the_sentence():
    text = "On Monday, the army shelled the town of Selen."
    found = clause(text, "shelled")
    assert text[found.start : found.end] == "shelled"
    assert text[found.span_start : found.span_end] == text[:-1]
    [target] = found.objects
    assert text[target.start : target.end] == target.text == "the town of Selen"
    assert text[target.head_start : target.head_end] == "town"
    assert text[target.core_start : target.core_end] == "the town"
