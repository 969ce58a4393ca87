"""What becomes of the sample about a column in the south: told in one report, by many voices."""

import pytest

from hudna.collect import read_inputs
from hudna.model.told import Told
from hudna.pipeline import code_reports, link_claims


@pytest.fixture(scope="module")
def seen(request):
    sample = request.config.rootpath / "samples" / "libya-south-column.jsonl"
    coded = list(code_reports(list(read_inputs([str(sample)]))))
    claims = {claim.id: claim for one in coded for claim in one.claims}
    linked = link_claims(Told(claim, one.report) for one in coded for claim in one.claims)
    return linked.incidents, claims


def test_an_alert_and_a_recall_of_one_side_are_one_incident(seen):
    incidents, claims = seen
    [alert] = [one for one in incidents if one.move == "alert_up"]
    moves = {claims[name].event.move for name in alert.claims if claims[name].event}
    assert moves == {"alert_up", "recall_to_base"}


def test_what_a_column_is_made_of_rests_on_one_voice_without_a_name(seen):
    incidents, _ = seen
    [row] = [row for one in incidents for row in one.positions if row.says.made_of]
    assert row.anonymous
    assert row.origins == 1


def test_an_exchange_of_fire_on_the_way_is_no_part_of_the_move(seen):
    incidents, claims = seen
    clashes = [one for one in incidents if one.root == "ASSAULT" and one.status == "actual"]
    assert all(
        {claims[name].event.root for name in one.claims if claims[name].event} == {"ASSAULT"}
        for one in clashes
    )
    assert clashes


def test_nothing_feared_counts_and_no_claim_is_in_two_incidents(seen):
    incidents, _ = seen
    held = [name for one in incidents for name in one.claims]
    assert len(held) == len(set(held))
    assert all(
        not one.counts for one in incidents if one.status in {"conditional", "hypothetical", "planned"}
    )
    assert any(not one.counts for one in incidents)
