"""A question and its observations → an assessment: likelihoods, confidence apart, ledger, what would change it."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from hudna.knowledge.weighing_table import ReliabilityTable
from hudna.model.assessment import Assessment, Weighed
from hudna.model.hypothesis import Question
from hudna.weigh.balance import bounds, posterior
from hudna.weigh.changes import DIGITS, Observations, Sums
from hudna.weigh.confidence import confidence_in
from hudna.weigh.ledger import entries, terms
from hudna.weigh.matrix import ach_matrix
from hudna.weigh.words import likelihood_words


def assess(
    question: Question,
    observations: Observations,
    table: ReliabilityTable,
    *,
    as_of: date,
    unit: str | None = None,
    gaps: tuple[str, ...] = (),
) -> Assessment:
    """The assessment as of that day; the same observations give the same bytes, in whatever order they came."""
    ledger = entries(question, observations, table)
    prior = {h.id: h.prior for h in question.hypotheses}
    added = terms(ledger)
    shares, ends = posterior(prior, [t.middle for t in added]), bounds(prior, added, table.prior_doubt)
    given = Sums(question, observations, ledger, table)
    confidence, why = confidence_in(question, observations, ledger, shares, ends)
    return Assessment(
        schema="hudna.assessment/1",
        id=_id(question, unit, as_of),
        question=question.id,
        text=question.question,
        unit=unit,
        as_of=as_of,
        hypotheses=tuple(
            Weighed(
                id=h.id,
                text=h.text,
                prior=h.prior,
                likelihood=round(shares[h.id], DIGITS),
                low=round(ends[h.id][0], DIGITS),
                high=round(ends[h.id][1], DIGITS),
                words=likelihood_words(shares[h.id]),
            )
            for h in question.hypotheses
        ),
        confidence=confidence,
        confidence_because=why,
        ledger=ledger,
        changes=given.changes(),
        without_intent=given.without_intent(),
        by_source=given.by_source(),
        matrix=ach_matrix(question, ledger),
        gaps=gaps,
        table=table.version,
        incidents=_all(line.incidents for line in ledger),
        claims=_all(line.claims for line in ledger),
    )


def _id(question: Question, unit: str | None, as_of: date) -> str:
    return "w-" + sha256(f"{question.id}|{unit or ''}|{as_of.isoformat()}".encode()).hexdigest()[:16]


def _all(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
