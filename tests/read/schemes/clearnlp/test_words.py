"""Small facts of a parsed word: its base form, its preposition, whether it heads a clause."""

import pytest

from hudna.read.readers.parser import load_parser
from hudna.read.schemes.clearnlp.words import child, is_gerund_noun, is_verb, lemma, preposition

LEMMAS = {
    "a verb that is an animal without its e": ("Rebels staged an attack.", "staged", "stage"),
    "a verb that is a tail's without its e": ("Rebels waged war on the state.", "waged", "wage"),
    "a verb that is a fish's without its e": ("The court fined the paper.", "fined", "fine"),
    "a verb that is a cloth without its e": ("Clashes raged in the town.", "raged", "rage"),
    "a form of be as the main verb": ("The town is empty.", "is", "be"),
    "a form of be beside a participle": ("The town was shelled.", "was", "be"),
    "a form of have beside a participle": ("The army has left.", "has", "have"),
    "a short will": ("They'll leave.", "'ll", "will"),
    "a verb in the past": ("The rebels fled.", "fled", "flee"),
    "a verb the lemmatiser gets wrong": ("Troops shelled the town.", "shelled", "shell"),
    "a verb whose stem is another word": ("Gunmen raped two women.", "raped", "rape"),
    "a verb the lemma list gives an e": ("Soldiers guarded the bridge.", "guarded", "guard"),
    "a verb of British doubling": ("The army cancelled all leave.", "cancelled", "cancel"),
    "bases are no basis": ("Rebels attacked two bases.", "bases", "base"),
    "the wounded as a verb": ("Gunmen wounded two men.", "wounded", "wound"),
    "forces": ("Forces left the town.", "Forces", "force"),
    "troops": ("Troops left the town.", "Troops", "troop"),
    "a shelling stays a noun": ("The shelling went on.", "shelling", "shelling"),
    "shellings are a shelling": ("The shellings went on.", "shellings", "shelling"),
    "a name in lower case": ("Norland left.", "Norland", "norland"),
}


def token(text: str, word: str):
    return next(t for t in load_parser("en")(text) if t.text == word)


@pytest.mark.parametrize(("text", "word", "expected"), LEMMAS.values(), ids=LEMMAS)
def test_lemma(text, word, expected):
    assert lemma(token(text, word)) == expected


PREPOSITIONS = {
    "one word": ("They fled to Norland.", "to", ("to", "Norland")),
    "two words": ("They fled out of Norland.", "out", ("out of", "Norland")),
    "according to": ("According to Norland, they fled.", "According", ("according to", "Norland")),
    "small letters": ("In Norland they fled.", "In", ("in", "Norland")),
}


@pytest.mark.parametrize(("text", "word", "expected"), PREPOSITIONS.values(), ids=PREPOSITIONS)
def test_preposition_with_its_object(text, word, expected):
    name, target = preposition(token(text, word))
    assert (name, target.text) == expected


VERBS = {
    "a main verb": ("The army left.", "left", True),
    "a form of be": ("The town is empty.", "is", True),
    "a helping verb": ("The army has left.", "has", False),
    "a participle before its noun": ("The burning town fell.", "burning", False),
    "a noun": ("The army left.", "army", False),
}


@pytest.mark.parametrize(("text", "word", "expected"), VERBS.values(), ids=VERBS)
def test_which_words_head_a_clause(text, word, expected):
    assert is_verb(token(text, word)) is expected


def test_the_first_child_with_a_label():
    verb = token("The army took the town.", "took")
    assert child(verb, "nsubj").text == "army"
    assert child(verb, "dobj", "nsubj").text == "army"
    assert child(verb, "agent") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Shelling of Selen went on.", True), ("They went on shelling Selen.", False)],
    ids=["with of", "with an object"],
)
def test_a_gerund_with_of_is_a_noun(text, expected):
    word = "Shelling" if expected else "shelling"
    assert is_gerund_noun(token(text, word)) is expected
