"""Prior and observations → likelihood, term by term.

An indicator that was reported seen by independent origins i, with probability c_i
of being right, has under hypothesis H the likelihood

    s·∏ c_i·∏ (1 - c_j) + (1 - s)·∏ (1 - c_i)·∏ c_j        s = P(seen | H)

where i run over origins that say it was seen and j over those that say it was not.
Copies of one origin are one origin. One that nobody reported, where somebody was
looking for a share w of the horizon and would have told of it with probability d,
has 1 - s·w·d. Contributions are logarithms of these, centred over the hypotheses,
so that the posterior is the prior times their exponentials, normalised: the order
of the terms cannot matter, and a term that is the same for all adds nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Term:
    """What one observation adds to the log-odds of each hypothesis: at its middle and at its ends."""

    middle: dict[str, float]
    low: dict[str, float]
    high: dict[str, float]


def seen(s: float, says: Iterable[float], denies: Iterable[float] = ()) -> float:
    """Likelihood of what the origins say, given P(seen | H) = s and how often each is right."""
    if_so, if_not = s, 1 - s
    for right in says:
        if_so, if_not = if_so * right, if_not * (1 - right)
    for right in denies:
        if_so, if_not = if_so * (1 - right), if_not * right
    return if_so + if_not


def absent(s: float, looked: float, told: float) -> float:
    """Likelihood that nobody reports it, when somebody looked for that share of the horizon."""
    return 1 - s * looked * told


def term(likelihood: Mapping[str, tuple[float, float]]) -> Term:
    """The term of an observation from each hypothesis's likelihood at the two ends of P(seen | H).

    The middle is taken of the likelihoods, not of their logarithms: they are linear in
    P(seen | H), so this is the likelihood at the middle of the interval.
    """
    ends = {name: (a, b) if a <= b else (b, a) for name, (a, b) in likelihood.items()}
    middle = {name: log((low + high) / 2) for name, (low, high) in ends.items()}
    mean = sum(middle.values()) / len(middle)
    return Term(
        middle={name: value - mean for name, value in middle.items()},
        low={name: log(low) - mean for name, (low, _) in ends.items()},
        high={name: log(high) - mean for name, (_, high) in ends.items()},
    )


def sums(prior: Shares, terms: Iterable[Shares]) -> dict[str, float]:
    """Logarithm of the prior and everything that was added to it, by hypothesis."""
    found = {name: log(share) for name, share in prior.items()}
    for added in terms:
        for name in found:
            found[name] += added[name]
    return found


def shares_of(logs: Shares) -> dict[str, float]:
    """Likelihoods that sum to 1, from their logarithms up to a constant."""
    top = max(logs.values())
    weights = {name: exp(value - top) for name, value in logs.items()}
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def posterior(prior: Shares, terms: Iterable[Shares]) -> dict[str, float]:
    """Likelihoods that sum to 1: the prior and everything that was added to it."""
    return shares_of(sums(prior, terms))


def bounds(prior: Shares, terms: Iterable[Term], doubt: float = 0.0) -> dict[str, tuple[float, float]]:
    """Low and high of each likelihood, from the intervals of all terms and the doubt of the prior.

    `doubt` is the half-width of the prior's log-odds. Each interval is taken to err on its
    own, so half-widths add as squares; pushing all of them the same way at once would
    leave every hypothesis between 0 and 1.
    """
    given = list(terms)
    shares = posterior(prior, [t.middle for t in given])
    squares = {name: sum(((t.high[name] - t.low[name]) / 2) ** 2 for t in given) for name in prior}
    weighted = {name: shares[name] ** 2 * squares[name] for name in prior}
    whole = sum(weighted.values())
    return {
        name: _bound(shares[name], squares[name], max(whole - weighted[name], 0.0), doubt) for name in prior
    }


def _bound(share: float, own: float, others: float, doubt: float) -> tuple[float, float]:
    """`own` and `others`: squared half-widths of its own logarithm, and of the others' weighed by their shares."""
    rest = 1 - share
    if rest <= 0:
        return share, share
    odds, width = log(share / rest), sqrt(doubt**2 + own + others / rest**2)
    return 1 / (1 + exp(width - odds)), 1 / (1 + exp(-width - odds))
