"""The rules against gold/checks: one case, one reason."""

from pathlib import Path

import pytest

from hudna.check import find_rules
from hudna.evaluate.rule_cases import faults, load_cases
from hudna.knowledge.agreements import load_agreements

GOLD = Path(__file__).parents[2] / "gold" / "checks"
CASES = load_cases(GOLD)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_rule_answers_as_judged(case):
    assert faults(case) == []


def test_no_two_cases_share_an_id():
    ids = [case.id for case in CASES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", sorted(find_rules()))
def test_every_rule_asks_a_question_and_has_cases(kind):
    rule = find_rules()[kind]
    assert rule.question.endswith("?")
    kinds = {
        (agreement.id, provision.id): provision.kind
        for agreement in load_agreements()
        for provision in agreement.provisions
    }
    verdicts = {case.verdict for case in CASES if kinds[case.agreement, case.provision] == kind}
    assert None in verdicts or kind == "withdrawal"
    assert verdicts
