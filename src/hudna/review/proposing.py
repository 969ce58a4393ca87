"""Sentences that nothing was coded from → those that may tell of an event that no lexicon knows.

What a sentence means comes from an encoder that the caller has; without one nothing is
proposed. A proposal is a question to people: it is no claim and enters no count.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from math import exp

import numpy as np
from numpy.typing import NDArray

from hudna.knowledge.proposing import Proposing
from hudna.model.claim import COUNTED, Claim
from hudna.model.proposal import Proposal
from hudna.model.record import Span
from hudna.model.report import Report

Vector = NDArray[np.float32]
Encode = Callable[[str], Vector]
Place = tuple[int, int]


def proposals(
    report: Report, sentences: Sequence[Place], claims: Sequence[Claim], rule: Proposing, encode: Encode
) -> tuple[Proposal, ...]:
    """The sentences of a coded report that a person should look at, in order."""
    if not on_conflict(sentences, claims, rule):
        return ()
    found = []
    for start, end in uncoded(sentences, claims):
        words = report.text[start:end]
        if (likeness := likeness_of(words, rule, encode)) >= rule.least:
            found.append(
                Proposal(
                    id=_name(report.id, start, words), report=report.id, likeness=likeness, model=rule.model,
                    words=Span(text=words, start=start, end=end),
                )
            )  # fmt: skip
    return tuple(found)


def on_conflict(sentences: Sequence[Place], claims: Sequence[Claim], rule: Proposing) -> bool:
    """Was enough coded from the report for it to be one on conflict?

    Reports on sport and on markets speak of attack and defence as well; there a sentence says little by itself.
    """
    events = [claim for claim in claims if claim.content == "event"]
    told = sum(any(claim.status in COUNTED and _meet(claim, one) for claim in events) for one in sentences)
    return len(events) >= rule.events and told >= rule.told * len(sentences)


def uncoded(sentences: Iterable[Place], claims: Sequence[Claim]) -> list[Place]:
    """The sentences that no claim has words of."""
    return [one for one in sentences if not any(_meet(claim, one) for claim in claims)]


def likeness_of(words: str, rule: Proposing, encode: Encode) -> float:
    """How much the words read like judged sentences that tell of an event, to two digits."""
    return likeness_of_vector(encode(words), rule)


def likeness_of_vector(vector: Vector, rule: Proposing) -> float:
    """The same of what the words mean."""
    total = (rule.start + float(np.dot(np.asarray(rule.weights, dtype=np.float64), vector))) / 1000
    return round(1 / (1 + exp(-total)), 2)


def _meet(claim: Claim, place: Place) -> bool:
    return claim.start < place[1] and place[0] < claim.end


def _name(report: str, start: int, words: str) -> str:
    return "s-" + sha256(f"{report}\n{start}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
