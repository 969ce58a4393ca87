"""A sentence without a claim is proposed where its report tells of conflict and it reads like one that tells of an event."""

import numpy as np
import pytest

import factory
from hudna.knowledge.proposing import NUMBERS, Proposing, load_proposing
from hudna.model.claim import Status
from hudna.proposing import encoder
from hudna.review import proposals, queue
from hudna.review.proposing import likeness_of

FIRST = "Shells fell on Norhaven. "
SECOND = "The hill went up in smoke. "
THIRD = "Tea was served."
TEXT = FIRST + SECOND + THIRD
SENTENCES = ((0, len(FIRST) - 1), (len(FIRST), len(FIRST + SECOND) - 1), (len(FIRST + SECOND), len(TEXT)))
REPORT = factory.report(text=TEXT)
RULE = Proposing(
    how="written here", encoder="tea or smoke", least=0.7, events=1, told=0.25, start=-3000,
    weights=(6000, *[0] * (NUMBERS - 1)), examples=(), counter=(),
)  # fmt: skip


def smoke(words):
    vector = np.zeros(NUMBERS, dtype=np.float32)
    vector[0] = "smoke" in words
    return vector


def told(start, end, **fields):
    return factory.claim().model_copy(update={"start": start, "end": end, "text": TEXT[start:end], **fields})


CLAIM = told(0, len(FIRST) - 1)


def found(claims, rule=RULE, encode=smoke):
    return proposals(REPORT, SENTENCES, claims, rule, encode)


def test_the_words_stand_where_the_proposal_says():
    [one] = found([CLAIM])
    assert one.words.text == SECOND.strip() == TEXT[one.words.start : one.words.end]
    assert (one.report, one.likeness, one.model) == (REPORT.id, 0.95, RULE.model)
    assert found([CLAIM]) == (one,)


def test_a_sentence_that_a_claim_has_words_of_is_not_proposed():
    assert found([CLAIM, told(SENTENCES[1][0] + 4, SENTENCES[1][0] + 8)]) == ()


def test_nothing_is_proposed_from_a_report_that_tells_too_little_of_conflict():
    assert found([]) == ()
    assert found([CLAIM], RULE.model_copy(update={"events": 2})) == ()
    assert found([told(*SENTENCES[0], status=Status.PLANNED, counts=False)]) == ()
    assert found([CLAIM], RULE.model_copy(update={"told": 0.5})) == ()


def test_no_encoder_is_asked_where_nothing_can_be_proposed():
    def never(words):
        raise AssertionError(words)

    assert found([], encode=never) == ()


def test_it_is_a_question_below_all_others_and_answered_once():
    [one] = found([CLAIM])
    doubtful = CLAIM.model_copy(update={"review": "which side?"})
    items = queue([], [doubtful], (), [one])
    assert [item.kind for item in items] == ["claim", "sentence"]
    assert SECOND.strip() in items[1].why
    assert items[1].acts == ("confirm", "reject")
    assert queue([], [], {one.id}, [one]) == []


@pytest.mark.parametrize(
    "shown", load_proposing().examples, ids=lambda one: f"{one.language}-{len(one.text)}"
)
def test_examples_are_proposed(shown):
    assert likeness_of(shown.text, load_proposing(), encoder()) >= load_proposing().least


@pytest.mark.parametrize("shown", load_proposing().counter, ids=lambda one: f"{one.language}-{len(one.text)}")
def test_counter_examples_are_not(shown):
    assert likeness_of(shown.text, load_proposing(), encoder()) < load_proposing().least
