"""A question and its observations → an assessment: likelihoods, confidence apart, ledger, what would change it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

from hudna.knowledge.weighing_table import ReliabilityTable
from hudna.model.assessment import Assessment, Change, Entry, Weighed
from hudna.model.hypothesis import Question
from hudna.weigh.balance import Term, bounds, posterior
from hudna.weigh.confidence import confidence_in
from hudna.weigh.ledger import entries, term_of, terms
from hudna.weigh.matrix import ach_matrix
from hudna.weigh.observation import Observation, Origin
from hudna.weigh.words import likelihood_words

_DIGITS = 4
# What "if seen" supposes: one usually reliable origin.
_SUPPOSED = Origin(reports=("supposed",), letter="B")
Observations = Mapping[str, Observation]


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
                likelihood=round(shares[h.id], _DIGITS),
                low=round(ends[h.id][0], _DIGITS),
                high=round(ends[h.id][1], _DIGITS),
                words=likelihood_words(shares[h.id]),
            )
            for h in question.hypotheses
        ),
        confidence=confidence,
        confidence_because=why,
        ledger=ledger,
        changes=_changes(question, prior, ledger, observations, table),
        without_intent=_without_intent(prior, ledger),
        by_source=_by_source(question, prior, observations, table),
        matrix=ach_matrix(question, ledger),
        gaps=gaps,
        table=table.version,
        incidents=_all(line.incidents for line in ledger),
        claims=_all(line.claims for line in ledger),
    )


def _id(question: Question, unit: str | None, as_of: date) -> str:
    return "w-" + sha256(f"{question.id}|{unit or ''}|{as_of.isoformat()}".encode()).hexdigest()[:16]


def _all(groups: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))  # type: ignore[attr-defined]


def _shares(prior: Mapping[str, float], added: list[Term]) -> dict[str, float]:
    return {k: round(v, _DIGITS) for k, v in posterior(prior, [t.middle for t in added]).items()}


def _changes(
    question: Question,
    prior: Mapping[str, float],
    ledger: tuple[Entry, ...],
    observations: Observations,
    table: ReliabilityTable,
) -> tuple[Change, ...]:
    """Without each line that adds something; and with each indicator not yet seen as if it were, or were not."""
    found = []
    for number, line in enumerate(ledger):
        others = terms([*ledger[:number], *ledger[number + 1 :]])
        if any(line.adds.values()):
            found.append(Change(indicator=line.indicator, kind="without", likelihood=_shares(prior, others)))
        if line.seen in ("absent", "not observable"):
            given = observations.get(line.indicator) or Observation(line.indicator)
            supposed = term_of(question.indicators[number], replace(given, says=(_SUPPOSED,)), table)
            found.append(
                Change(
                    indicator=line.indicator, kind="if seen", likelihood=_shares(prior, [*others, supposed])
                )
            )
        if line.seen == "not observable":
            never = term_of(question.indicators[number], Observation(line.indicator, looked=1.0), table)
            found.append(
                Change(
                    indicator=line.indicator, kind="if absent", likelihood=_shares(prior, [*others, never])
                )
            )
    return tuple(found)


def _without_intent(prior: Mapping[str, float], ledger: tuple[Entry, ...]) -> dict[str, float]:
    if not any(line.intent for line in ledger):
        return {}
    return _shares(prior, terms([line for line in ledger if not line.intent]))


def _by_source(
    question: Question, prior: Mapping[str, float], observations: Observations, table: ReliabilityTable
) -> dict[str, dict[str, float]]:
    """The likelihoods when everything that rests on one publisher alone is left out."""
    named = {s for o in observations.values() for origin in (*o.says, *o.denies) for s in origin.sources}
    found = {}
    for source in sorted(named):
        left = {name: _less(o, source) for name, o in observations.items()}
        found[source] = _shares(prior, terms(entries(question, left, table)))
    return found


def _less(observation: Observation, source: str) -> Observation:
    """Without what rests on one publisher; what nobody else tells is then unknown, not absent."""

    def others(origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
        return tuple(o for o in origins if set(o.sources) != {source})

    says, denies = others(observation.says), others(observation.denies)
    was_heard, is_heard = observation.says or observation.denies, says or denies
    looked = 0.0 if was_heard and not is_heard else observation.looked
    return replace(observation, says=says, denies=denies, looked=looked)
