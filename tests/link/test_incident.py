"""What is read too unsurely to count tells nothing of an incident, until a person confirms it."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

import factory
from hudna.link.judged import corrected_claim, read_judgements
from hudna.model.evidence import evidence_of
from hudna.model.told import Told
from link.tellings import DAY, link, nameless, only, outlet, stage, told


def unsure(name, **fields):
    one = told(name, **fields)
    asked = one.claim.model_copy(update={"counts": False, "review": "unsure reading"})
    return Told(asked, one.report)


SURE = told("a", "shells fell on the market of Norhaven", by=("front",), dead=4)
DOUBTFUL = unsure(
    "b", words="shells fell on the market of Norhaven", by=("guard",), dead=9, source="Selen Wire"
)


def test_an_unsure_claim_belongs_to_the_incident_and_adds_nothing_to_it():
    incident = only(link(SURE, unsure("b", by=("front",), dead=9, source="Selen Wire")))
    assert incident.counts
    assert set(incident.claims) == {"a", "b"}
    assert len(incident.reports) == 2
    assert (incident.fatalities.low, incident.fatalities.high) == (4, 4)
    assert len(incident.origins) == 1
    assert len(incident.positions) == 1


def test_an_incident_of_unsure_claims_alone_does_not_count_though_it_is_told():
    incident = only(link(DOUBTFUL))
    assert not incident.counts
    assert incident.fatalities.low is None
    assert incident.verification == "raw"
    [telling] = evidence_of([incident], [DOUBTFUL.claim], [DOUBTFUL.report]).tellings(incident)
    assert telling.claims == (DOUBTFUL.claim.id,)
    assert len(evidence_of([incident]).tellings(incident)) == 1


def test_what_a_person_confirms_counts_whether_claim_or_incident():
    for about in ("b", "i-b"):
        judged = read_judgements([factory.judgement("confirm", (about,), value='["b"]')])
        claim = corrected_claim(DOUBTFUL.claim, judged)
        assert claim.counts
        assert claim.review is None
    assert not corrected_claim(DOUBTFUL.claim, read_judgements([])).counts
    incident = only(link(DOUBTFUL, judgements=[factory.judgement("confirm", ("b",))]))
    assert incident.counts
    assert incident.fatalities.low == 9


def test_what_is_planned_does_not_count_for_being_confirmed():
    planned = told("c", status="planned").claim
    assert not corrected_claim(planned, read_judgements([factory.judgement("confirm", ("c",))])).counts


def reports():
    """Tellings of one shelling in all manners: copies, rewrites, speakers with a name and without, mentions days later."""
    text = "Shells fell on the market of Norhaven at dawn, killing four. Residents said that the guns stood in Marsh."
    told_by = [(), ("mission",), (nameless(),), ("front",), (nameless("a nurse"),), (outlet("Selen Wire"),)]
    sources = ["Kadra Post", "Selen Wire", "Marsh Herald", "Front Radio", None]
    return [
        told(
            f"c{number}",
            "Shells fell on the market of Norhaven",
            text=text if number % 3 else f"Shells fell on the market of Norhaven. {number} shells, said one.",
            said_by=told_by[number % len(told_by)],
            source=sources[number % len(sources)],
            published=DAY + timedelta(days=1 + number // 5),
            dead=4 + number % 2,
            by=("front",) if number % 2 else (),
            status="denied" if number == 7 else "actual",
        )
        for number in range(14)
    ]


@given(st.permutations(range(14)))
@settings(max_examples=8, deadline=None)
def test_an_incident_that_grows_report_by_report_is_what_it_would_be_made_at_once(order):
    made, every = stage(), reports()
    tellings = {one.told.claim.id: one for each in every for one, _ in made.tellings([each])}
    for number in range(1, len(order) + 1):
        names = sorted(f"c{one}" for one in order[:number])
        assert made.incident(names, tellings, {}) == stage().incident(names, tellings, {})
