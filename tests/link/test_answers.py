"""What accusations and denials come to in the incident that they are about."""

import json
from datetime import date

from hudna.model.claim import Root, Status
from hudna.model.evidence import Evidence
from hudna.model.report import Report
from hudna.model.told import Told
from hudna.model.view import views
from hudna.pipeline import code_reports, linking_stage

SHELLS = "Shells hit a cattle market in El Obeid on Monday, killing nine people, the teaching hospital said."
BLAME = " The army blamed the Rapid Support Forces. The RSF denied any involvement."


def linked(*texts):
    """Reports of one day by as many outlets, coded and linked: the claims and the incidents."""
    reports = [
        Report(id=f"r{n}", text=text, published=date(2024, 11, 12), source=f"Outlet {n}", language="en")
        for n, text in enumerate(texts)
    ]
    told = [Told(claim, coded.report) for coded in code_reports(reports) for claim in coded.claims]
    return {one.claim.id: one.claim for one in told}, linking_stage().link(told).incidents


def test_an_incident_shows_who_is_accused_of_it_and_who_denies_it():
    _, (incident,) = linked(SHELLS + BLAME)
    stances = {row.says.stance: {party.id for party in row.says.who} for row in incident.positions}
    assert stances == {"asserts": set(), "alleges": {"rsf"}, "denies": {"rsf"}}
    assert incident.root is Root.ASSAULT
    assert incident.verification == "disputed"


def test_an_accusation_goes_where_the_deed_goes():
    _, incidents = linked(
        SHELLS + BLAME,
        "At least nine people died when shells struck a livestock market in El Obeid on Monday.",
    )
    assert len(incidents) == 1
    assert len(incidents[0].reports) == 2


def test_an_accusation_counts_no_dead_and_is_nowhere_by_itself():
    _, (incident,) = linked(SHELLS + BLAME)
    accused = next(row for row in incident.positions if row.says.stance == "alleges")
    assert (accused.says.dead, accused.says.where, accused.says.status) == (None, None, Status.ALLEGED)


def test_an_accusation_that_answers_nothing_stays_an_accusation():
    _, incidents = linked("Residents left for the hills. The army blamed the Rapid Support Forces.")
    assert [one.root for one in incidents] == [Root.ACCUSE]


def test_who_is_only_accused_is_lent_to_nobody_who_does_not_name_him():
    claims, incidents = linked(SHELLS + BLAME)
    seen = views(incidents[0], Evidence(incidents, claims))
    actors = {view.telling.status: {party.id for party in view.actors} for view in seen}
    assert actors == {Status.REPORTED: set(), Status.ALLEGED: {"rsf"}, Status.DENIED: {"rsf"}}


def test_the_claim_keeps_its_own_words_and_root():
    claims, _ = linked(SHELLS + BLAME)
    answers = [claim for claim in claims.values() if claim.answers]
    assert {one.event.root for one in answers} == {Root.ACCUSE, Root.REJECT}
    assert all(json.loads(one.model_dump_json())["answers"] in claims for one in answers)


def test_an_accusation_does_not_say_how_often_it_was_done():
    claims, (incident,) = linked("The governor said 26 attacks hit El Obeid on Monday." + BLAME)
    told = {row.says.stance: row.says.deeds for row in incident.positions}
    assert any(claim.event and claim.event.deeds.low == 26 for claim in claims.values())
    assert (told["alleges"], told["denies"]) == (None, None)
