"""Which sentences are worth parsing."""

import pytest

from hudna.model.clause import Passage
from hudna.model.mention import ActorMention
from hudna.read.gate import GateWords, wanted

WORDS = GateWords(
    strong=frozenset({"shell", "bombard"}),
    force=frozenset({"attack", "capture", "strike"}),
    weak=frozenset({"meet", "welcome"}),
    agents=frozenset({"soldier", "rebel", "armed man", "road bandit"}),
    states=frozenset({"norland", "kadra"}),
)

# sentences, who is named in which sentence with id and kind, which sentences are parsed
CASES = {
    "a strong word is enough": (["They shelled the port.", "It rained."], [], {0}),
    "a strong word in any form": (["The port was bombarded."], [], {0}),
    "a word of force alone is not": (
        ["The idea captured the mind.", "It rained.", "It went on.", "End."],
        [],
        set(),
    ),
    "a word of force beside people who act is": (["Rebels captured the port.", "It rained."], [], {0}),
    "two words of force in one sentence are": (["They attacked and captured it."], [], {0}),
    "a weak word alone is not": (["They met at noon."], [], set()),
    "a weak word beside people who act is": (["They met soldiers at noon."], [], {0}),
    "a weak word beside people who act by two words is": (["Armed men met at noon."], [], {0}),
    "a weak word beside the two words apart is not": (["The men met the armed at noon."], [], set()),
    "a weak word beside half of the two words is not": (["Bandits met on the road."], [], set()),
    "a weak word is once another sentence is strong": (["They shelled it.", "They met at noon."], [], {0, 1}),
    "a weak word beside a name is": (["Orsk met Hale."], [(0, None, "official")], {0}),
    "a weak word in another sentence than the name is not": (
        ["Orsk spoke.", "They met."],
        [(0, None, "official")],
        {},
    ),
    "a weak word is in a report that names a listed actor": (
        ["Orsk spoke.", "They met."],
        [(0, "orsk", "official")],
        {1},
    ),
    "a weak word is in a report that names a party": (
        ["Orsk spoke.", "They met."],
        [(0, None, "party")],
        {1},
    ),
    "an outlet makes nothing worth reading": (["The Post wrote.", "They met."], [(0, "post", "media")], {}),
    "a short report is read where it names a state": (["Norland welcomed the step."], [], {0}),
    "a long report is not read for the name of a state": (
        ["Norland welcomed the step.", "It rained.", "It went on.", "End."],
        [],
        {},
    ),
    "a long report is read for it where a word of force stands somewhere": (
        ["Norland welcomed the step.", "It rained.", "It was a strike.", "End."],
        [],
        {0},
    ),
    "no words are worth nothing": (["It rained."], [], {}),
    "nothing is worth nothing": ([], [], {}),
}


def passages(sentences: list[str]) -> list[Passage]:
    made, start = [], 0
    for index, text in enumerate(sentences):
        made.append(Passage(index, start, start + len(text), text))
        start += len(text) + 1
    return made


@pytest.mark.parametrize(("sentences", "named", "expected"), CASES.values(), ids=CASES)
def test_sentences_worth_parsing(sentences, named, expected):
    given = passages(sentences)
    actors = tuple(
        ActorMention(given[n].start, given[n].start + 4, given[n].text[:4], id_, "", None, None, kind)
        for n, id_, kind in named
    )
    assert wanted(given, actors, WORDS, "en") == frozenset(expected)
