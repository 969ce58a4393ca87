"""What a store knew follows people's judgements in claims as it does in incidents."""

import pytest

import factory
from hudna.knowing import stored_evidence
from hudna.store import Moment, open_store


@pytest.fixture
def store(tmp_path):
    opened = open_store(tmp_path / "known.db", create=True)
    opened.add(factory.coded(), coder="c1", run="r1")
    yield opened
    opened.close()


def test_a_corrected_claim_is_known_as_it_was_corrected(store):
    [before] = stored_evidence(store, Moment()).claims.values()
    store.judge(factory.judgement("correct", field="event.root", value="RETREAT"))
    [after] = stored_evidence(store, Moment()).claims.values()
    assert before.event.root == "ASSAULT"
    assert after.event.root == "RETREAT"
    assert [item.claim for item in store.claims()] == [before], "nothing that was coded is written over"


def test_a_rejected_claim_is_known_no_more(store):
    store.judge(factory.judgement("reject"))
    assert stored_evidence(store, Moment()).claims == {}
    assert len(store.claims()) == 1
