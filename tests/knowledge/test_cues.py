"""Speech verbs and small cue words: what they mean, and that the files are tidy."""

from collections.abc import Iterator

import pytest

from hudna.knowledge.cues import load_cues, load_speech, speech_nouns, speech_verbs
from hudna.knowledge.files import language_folder, read_yaml
from hudna.model.claim import SpeechAct, Status

FOLDER = language_folder("en")


def _lists(node: object, path: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a tree, with the way to it."""
    if isinstance(node, list):
        if any(isinstance(item, dict) for item in node):
            for item in node:
                yield from _lists(item, f"{path}.{item.get('act', '')}")
        else:
            yield path, [str(word) for word in node]
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _lists(value, f"{path}.{key}")


LISTS = dict(
    pair
    for name in ("speech", "cues", "sentences")
    for pair in _lists(read_yaml(FOLDER / f"{name}.yml"), name)
    if pair[0] != "sentences.starters"  # as written, with their capitals
)
TWICE = {
    "speech.report.verbs": "'document' stands twice",
    "cues.light_verbs": "'stage' and 'extend' stand twice",
}


def test_there_are_lists():
    assert len(LISTS) > 60


@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)
def test_words_are_lower_case(words):
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=pytest.mark.xfail(strict=True, reason=TWICE[path]))
        if path in TWICE
        else path
        for path in LISTS
    ],
)
def test_a_word_stands_once_in_its_list(path):
    words = LISTS[path]
    assert sorted(set(words)) == sorted(words)


ACTS = {
    "say": (SpeechAct.REPORT, None),
    "announce": (SpeechAct.ANNOUNCE, None),
    "claim": (SpeechAct.CLAIM, Status.ALLEGED),
    "deny": (SpeechAct.DENY, Status.DENIED),
    "urge": (SpeechAct.URGE, Status.DEMANDED),
    "fear": (SpeechAct.FEAR, Status.HYPOTHETICAL),
    "order": (SpeechAct.ORDER, Status.PLANNED),
    "warn": (SpeechAct.WARN, Status.HYPOTHETICAL),
    "welcome": (SpeechAct.WELCOME, None),
}


@pytest.mark.parametrize("verb", ACTS)
def test_act_and_status_of_a_verb(verb):
    words = speech_verbs("en")[verb]
    assert (words.act, words.holds) == ACTS[verb]


def test_a_noun_has_the_act_of_its_verb():
    assert speech_nouns("en")["denial"].act is SpeechAct.DENY
    assert speech_nouns("en")["claim"].holds is Status.ALLEGED


def test_the_first_act_that_lists_a_verb_keeps_it():
    listed = [words.act for words in load_speech("en") if "conclude" in words.verbs]
    assert len(listed) > 1
    assert speech_verbs("en")["conclude"].act is listed[0]


def test_every_act_of_the_contract_has_words():
    assert {words.act for words in load_speech("en")} == set(SpeechAct)


def test_cues_are_held_by_kind():
    cues = load_cues("en")
    assert cues.adverbs["reportedly"] is Status.ALLEGED
    assert cues.adjectives["alleged"] is Status.ALLEGED
    assert "prevent" in cues.holders[Status.HYPOTHETICAL]
    assert "denial" in cues.nouns[Status.DENIED]
    assert cues.control.verbs["contest"] == "contested"


def test_no_verb_holds_its_complement_in_two_ways():
    holders = load_cues("en").holders
    seen: dict[str, list[Status]] = {}
    for status, verbs in holders.items():
        for verb in verbs:
            seen.setdefault(verb, []).append(status)
    assert {verb: found for verb, found in seen.items() if len(found) > 1} == {}
