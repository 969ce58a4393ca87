"""What is read surely counts, and what is not does not: the examples of the file, and what its weights say."""

import pytest

from hudna.extract.traits import OF_ACTORS, TRAITS
from hudna.knowledge.sureness import Answer, SurenessRule, load_sureness
from hudna.model.claim import COUNTED
from hudna.model.report import Report
from hudna.pipeline import code_reports

RULE = load_sureness()


def told(shown):
    (coded,) = code_reports([Report(id="shown", text=shown.text, language=shown.language)])
    return [claim for claim in coded.claims if claim.event and claim.status in COUNTED]


@pytest.mark.parametrize("shown", RULE.examples, ids=lambda one: one.text)
def test_an_example_counts(shown):
    found = told(shown)
    assert found
    assert all(claim.counts and claim.review is None for claim in found)


@pytest.mark.parametrize("shown", RULE.counter, ids=lambda one: one.text)
def test_a_counter_example_is_told_and_does_not_count(shown):
    found = told(shown)
    assert found
    assert not any(claim.counts for claim in found)
    assert all(claim.review and claim.review.startswith("unsure reading") for claim in found)


def test_every_question_is_asked_by_a_rule_and_every_rule_asks_one():
    assert set(RULE.questions) == set(TRAITS)
    assert set(TRAITS) >= OF_ACTORS
    assert all(ask.__doc__ and "?" in ask.__doc__ for ask in TRAITS.values())


def test_a_bit_doubles_the_odds_and_an_answer_nobody_judged_weighs_nothing():
    rule = SurenessRule(
        how="written here", least=0.5, start=0.0, questions={"word": {"strong": Answer(says="so", bits=1.0)}},
        examples=(), counter=(),
    )  # fmt: skip
    assert rule.value({}) == rule.value({"word": "new"}) == rule.value({"other": "strong"}) == 0.5
    assert rule.value({"word": "strong"}) == 0.67
