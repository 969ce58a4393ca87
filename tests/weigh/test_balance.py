"""The arithmetic: exact, additive, and deaf to order, copies and what cannot be judged."""

from itertools import product
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.weigh.balance import absent, bounds, posterior, seen, term

SHARE = st.floats(0.02, 0.98)


def test_one_origin_moves_by_bayes_rule():
    # P(seen|H) .8 against .2, an origin right nine times in ten: (.8·.9 + .2·.1) : (.2·.9 + .8·.1)
    added = term({"H1": (seen(0.8, [0.9]),) * 2, "H0": (seen(0.2, [0.9]),) * 2})
    assert posterior({"H1": 0.5, "H0": 0.5}, [added.middle])["H1"] == pytest.approx(0.74)


@given(SHARE, st.lists(SHARE, max_size=4), st.lists(SHARE, max_size=3))
def test_seen_is_the_sum_over_whether_it_was_so(s, says, denies):
    whole = 0.0
    for so in (True, False):
        chance = s if so else 1 - s
        for right, agrees in [*((r, True) for r in says), *((r, False) for r in denies)]:
            chance *= right if agrees == so else 1 - right
        whole += chance
    assert seen(s, says, denies) == pytest.approx(whole)


@given(SHARE, st.floats(0, 1), SHARE)
def test_silence_never_speaks_for_what_would_be_seen(s, looked, told):
    assert absent(s, looked, told) <= 1
    assert absent(s, 0, told) == 1


@given(st.lists(st.tuples(SHARE, SHARE), min_size=1, max_size=6), SHARE)
def test_the_terms_of_a_posterior_add_up(pairs, prior):
    terms = [term({"H1": (a, a), "H0": (b, b)}) for a, b in pairs]
    found = posterior({"H1": prior, "H0": 1 - prior}, [t.middle for t in terms])
    odds = log(prior / (1 - prior)) + sum(t.middle["H1"] - t.middle["H0"] for t in terms)
    assert found["H1"] == pytest.approx(1 / (1 + exp(-odds)))
    assert sum(found.values()) == pytest.approx(1)


@given(st.lists(st.tuples(SHARE, SHARE, SHARE, SHARE), max_size=5))
def test_bounds_hold_the_likelihood(rows):
    prior = {"H1": 0.6, "H0": 0.4}
    terms = [term({"H1": (a, b), "H0": (c, d)}) for a, b, c, d in rows]
    shares = posterior(prior, [t.middle for t in terms])
    for name, (low, high) in bounds(prior, terms).items():
        assert low <= shares[name] + 1e-9
        assert shares[name] <= high + 1e-9


def test_intervals_without_width_leave_no_doubt():
    terms = [term({"H1": (0.8, 0.8), "H0": (0.2, 0.2)})]
    low, high = bounds({"H1": 0.5, "H0": 0.5}, terms)["H1"]
    assert low == pytest.approx(high) == pytest.approx(0.8)


def test_wider_intervals_leave_more_doubt():
    widths = []
    for half in (0.05, 0.1, 0.2):
        terms = [term({"H1": (0.7 - half, 0.7 + half), "H0": (0.3, 0.3)})]
        low, high = bounds({"H1": 0.5, "H0": 0.5}, terms)["H1"]
        widths.append(high - low)
    assert widths == sorted(widths)
    assert widths[0] > 0


def test_the_posterior_is_exact_over_all_worlds():
    """Against the sum over every world in which each indicator is or is not so."""
    prior = {"H1": 0.5, "H2": 0.3, "H0": 0.2}
    table = [{"H1": 0.8, "H2": 0.3, "H0": 0.5}, {"H1": 0.1, "H2": 0.6, "H0": 0.4}]
    rights = [[0.9, 0.7], [0.6]]
    joint = dict.fromkeys(prior, 0.0)
    for name, share in prior.items():
        for world in product((True, False), repeat=2):
            chance = share
            for so, row, origins in zip(world, table, rights, strict=True):
                chance *= row[name] if so else 1 - row[name]
                for right in origins:
                    chance *= right if so else 1 - right
            joint[name] += chance
    exact = {name: value / sum(joint.values()) for name, value in joint.items()}
    terms = [
        term({n: (seen(s, origins),) * 2 for n, s in row.items()})
        for row, origins in zip(table, rights, strict=True)
    ]
    found = posterior(prior, [t.middle for t in terms])
    assert found == pytest.approx(exact)
