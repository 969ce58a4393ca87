"""Many processes give what one gives, and lose nothing where one of them dies."""

import factory
from hudna.cli import coding
from hudna.model.coded import Coded
from hudna.model.report import Issue
from stand_ins import deadly, stand_in


def reports(count):
    return [factory.report(id=f"kadra-{number}") for number in range(count)]


def test_order_and_content_are_the_same_on_many_processes(plain_coder, monkeypatch):
    monkeypatch.setattr(coding, "code_batch", stand_in)
    given = reports(100)
    one = [coded.report.id for batch in coding._batched(given) for coded in stand_in(batch, "parser")]
    assert [coded.report.id for coded in coding.code_all(given, reader="parser", workers=2)] == one


def test_a_report_that_kills_its_process_costs_no_other(monkeypatch):
    monkeypatch.setattr(coding, "code_batch", deadly)
    given = reports(40)
    outcomes = list(coding.code_all(given, reader="parser", workers=2))
    assert len(outcomes) == 40
    [issue] = [outcome for outcome in outcomes if isinstance(outcome, Issue)]
    assert issue.input == "kadra-20"
    assert [o.report.id if isinstance(o, Coded) else o.input for o in outcomes] == [r.id for r in given]
