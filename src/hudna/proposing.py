"""Sentences that may tell of events not coded: looked for where somebody asks for it, kept for review.

coded report → proposals; store → proposals beside its claims. Nothing else changes by it.
"""

from itertools import islice

import numpy as np

from hudna.knowledge.proposing import load_proposing
from hudna.link.meaning import encoded
from hudna.model.coded import Coded
from hudna.model.proposal import Proposal
from hudna.review.proposing import Encode, Vector, proposals
from hudna.store import Store
from hudna.store.proposals import add_looked, not_looked_at

# Reports that are looked at in one transaction.
_TOGETHER = 50


def encoder() -> Encode:
    """What a sentence means, as linking asks it; loaded with the first sentence."""
    return _vector


def _vector(words: str) -> Vector:
    return np.frombuffer(encoded([words]), dtype=np.float32)


def proposed(coded: Coded) -> tuple[Proposal, ...]:
    """The sentences of a report just coded that may tell of an event not coded."""
    sentences = [(one.start, one.end) for one in coded.reading.passages] if coded.reading else []
    return proposals(coded.report, sentences, coded.claims, load_proposing(), encoder())


def propose(store: Store) -> int:
    """Look through the codings that these weights have not seen; how many sentences were found."""
    rule, number = load_proposing(), 0
    with store.connection() as connection:
        waiting = iter(not_looked_at(connection, rule.model))
    while some := list(islice(waiting, _TOGETHER)):
        tolds = store.tolds(one.coding for one in some)
        found = {
            one.coding: proposals(
                one.report, one.sentences, [told.claim for _, told in tolds.get(one.coding, [])], rule, encoder()
            )
            for one in some
        }  # fmt: skip
        with store.connection(writing=True) as connection:
            add_looked(connection, rule.model, found)
        number += sum(map(len, found.values()))
    return number
