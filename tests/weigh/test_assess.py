"""An assessment can be made again from its ledger, and says what would change it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.weigh.balance import posterior
from hudna.weigh.observation import Observation, Origin
from weigh import questions as q

LETTERS = st.sampled_from("ABCDEF")


def observations(letters):
    origins = tuple(Origin((f"r{n}",), letter) for n, letter in enumerate(letters))
    return [Observation("patrols", says=origins)] if origins else []


def test_nothing_seen_leaves_the_prior():
    assert q.likelihoods(q.weigh([])) == q.PRIORS


def test_what_is_seen_favours_who_expects_it():
    found = q.likelihoods(q.weigh([q.seen("convoys")]))
    assert found["H2"] > q.PRIORS["H2"]
    assert found["H1"] < q.PRIORS["H1"]


def test_an_origin_that_cannot_be_judged_moves_nothing():
    assert q.likelihoods(q.weigh([q.seen("patrols", q.origin(letter="F"))])) == q.PRIORS


def test_an_indicator_all_expect_alike_moves_nothing():
    given = q.question({"patrols": q.FLAT})
    assert q.likelihoods(q.weigh([q.seen()], given)) == q.PRIORS


def test_a_copy_changes_nothing():
    once = q.weigh([q.seen("patrols", q.origin("r1"))])
    nine = q.weigh([q.seen("patrols", *[q.origin("r1") for _ in range(9)])])
    shared = q.weigh([q.seen("patrols", q.origin("r1", "r2"), q.origin("r2", "r3"))])
    assert q.likelihoods(once) == q.likelihoods(nine) == q.likelihoods(shared)


def test_a_second_origin_counts():
    one = q.likelihoods(q.weigh([q.seen("patrols", q.origin("r1"))]))
    two = q.likelihoods(q.weigh([q.seen("patrols", q.origin("r1"), q.origin("r2"))]))
    assert two["H1"] > one["H1"]


def test_a_denial_takes_back_what_an_equal_origin_said():
    disputed = Observation("patrols", says=(q.origin("r1"),), denies=(q.origin("r2"),))
    found = q.weigh([disputed])
    assert q.likelihoods(found) == pytest.approx(q.PRIORS, abs=1e-3)
    assert found.ledger[0].seen == "disputed"


def test_a_denial_alone_speaks_against_who_expects_it():
    found = q.weigh([Observation("patrols", denies=(q.origin("r2"),), looked=1)])
    assert found.ledger[0].seen == "denied"
    assert q.likelihoods(found)["H1"] < q.PRIORS["H1"]


def test_absence_counts_only_where_somebody_looked():
    blind = q.weigh([Observation("patrols", looked=0)])
    looked = q.weigh([Observation("patrols", looked=1)])
    assert q.likelihoods(blind) == q.PRIORS
    assert q.likelihoods(looked)["H1"] < q.PRIORS["H1"]
    assert [line.seen for line in blind.ledger] == ["not observable", "not observable"]


@given(st.lists(LETTERS, max_size=5))
def test_the_result_is_the_prior_and_the_printed_lines(letters):
    found = q.weigh(observations(letters))
    again = posterior(q.PRIORS, [line.adds for line in found.ledger])
    assert q.likelihoods(found) == pytest.approx(again, abs=1e-4)
    assert sum(h.likelihood for h in found.hypotheses) == pytest.approx(1, abs=5e-4)
    assert all(h.low <= h.likelihood + 1e-4 and h.likelihood <= h.high + 1e-4 for h in found.hypotheses)


@given(st.permutations(["A", "C", "D", "F"]))
def test_the_order_of_reports_changes_no_byte(letters):
    origins = [Origin((f"r-{letter}",), letter) for letter in letters]
    found = q.weigh([Observation("patrols", says=tuple(origins))])
    sorted_ = q.weigh([Observation("patrols", says=tuple(sorted(origins, key=lambda o: o.letter)))])
    assert found.model_dump_json() == sorted_.model_dump_json()


def test_without_an_indicator_is_what_it_would_be_had_it_not_been_looked_at():
    both = q.weigh([q.seen("patrols"), q.seen("convoys", q.origin("r2"))])
    left = next(c for c in both.changes if c.kind == "without" and c.indicator == "patrols")
    alone = q.weigh([q.seen("convoys", q.origin("r2"))])
    assert left.likelihood == pytest.approx(q.likelihoods(alone), abs=1e-3)


def test_if_seen_is_what_a_usually_reliable_origin_would_make_of_it():
    found = q.weigh([])
    supposed = next(c for c in found.changes if c.kind == "if seen" and c.indicator == "patrols")
    assert supposed.likelihood == pytest.approx(q.likelihoods(q.weigh([q.seen()])), abs=1e-3)


def test_a_publisher_left_out_leaves_what_others_say():
    says = (q.origin("r1", sources=("Kadra Post",)), q.origin("r2", sources=("Norhaven Radio",)))
    found = q.weigh([Observation("patrols", says=says)])
    alone = q.weigh([q.seen("patrols", q.origin("r2"))])
    assert found.by_source["Kadra Post"] == pytest.approx(q.likelihoods(alone), abs=1e-3)
    assert set(found.by_source) == {"Kadra Post", "Norhaven Radio"}


def test_what_only_one_publisher_told_is_unknown_without_it_not_absent():
    says = (q.origin("r1", sources=("Kadra Post",)),)
    found = q.weigh([Observation("patrols", says=says, looked=1)])
    assert found.by_source["Kadra Post"] == q.PRIORS


def test_claims_of_intent_can_be_left_unheard():
    raw = q.question().model_dump()
    raw["indicators"][0]["intent"] = True
    given = q.question(indicators=None)
    given = type(given).model_validate(raw)
    found = q.weigh([q.seen("patrols"), q.seen("convoys", q.origin("r2"))], given)
    assert found.without_intent == pytest.approx(
        q.likelihoods(q.weigh([q.seen("convoys", q.origin("r2"))])), abs=1e-3
    )


def test_likelihood_and_confidence_are_two_things():
    sure = [q.seen("patrols", *(q.origin(f"r{n}", letter="E") for n in range(6)))]
    found = q.weigh(sure)
    assert max(q.likelihoods(found).values()) > 0.5
    assert found.confidence == "low"
    assert len(found.confidence_because) == 5


def test_good_evidence_of_several_sides_gives_high_confidence():
    given = q.question({"patrols": {n: (m, m) for n, m in {"H1": 0.9, "H2": 0.2, "H0": 0.2}.items()}})
    says = tuple(
        q.origin(f"r{n}", letter="A", side=side) for n, side in enumerate(["east", "west", "mission"])
    )
    assert q.weigh([Observation("patrols", says=says)], given).confidence == "high"


def test_the_classic_matrix_stands_beside_and_takes_no_prior():
    found = q.weigh([q.seen("patrols")])
    marks = {(c.indicator, c.hypothesis): c.mark for c in found.matrix.cells}
    assert marks["patrols", "H1"] == "CC"
    assert marks["patrols", "H2"] == "I"
    assert marks["convoys", "H1"] == "NA"
    assert found.matrix.inconsistency["H1"] == 0
    assert found.matrix.inconsistency["H2"] < 0
