"""What the likelihoods would be without a line, with one more, without claims of intent, without a publisher.

Each is the sum of all lines less what is left out, so that leaving out each of many
costs no more than adding them up once.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from hudna.knowledge.weighing_table import ReliabilityTable
from hudna.model.assessment import Change, Entry
from hudna.model.hypothesis import Question
from hudna.weigh.balance import shares_of, sums
from hudna.weigh.ledger import adds_of, term_of
from hudna.weigh.observation import Observation, Origin

DIGITS = 4
Observations = Mapping[str, Observation]
# What "if seen" supposes: one usually reliable origin.
_SUPPOSED = Origin(reports=("supposed",), letter="B")


class Sums:
    """The ledger of a question added up, to be asked what would change it."""

    def __init__(
        self,
        question: Question,
        observations: Observations,
        ledger: tuple[Entry, ...],
        table: ReliabilityTable,
    ) -> None:
        self.question, self.ledger, self.table = question, ledger, table
        self.observed = [observations.get(each.id) or Observation(each.id) for each in question.indicators]
        self.total = sums({h.id: h.prior for h in question.hypotheses}, [line.adds for line in ledger])

    def changes(self) -> tuple[Change, ...]:
        """Without each line that adds something; and with each indicator not yet seen as if it were, or were not."""
        return tuple(change for number in range(len(self.ledger)) for change in self._changes_by(number))

    def without_intent(self) -> dict[str, float]:
        """Likelihoods when no claim of intent is heard; empty where none was."""
        if not any(line.intent for line in self.ledger):
            return {}
        return self._instead([(n, None) for n, line in enumerate(self.ledger) if line.intent])

    def by_source(self) -> dict[str, dict[str, float]]:
        """Likelihoods when everything that rests on one publisher alone is left out."""
        touched: dict[str, list[int]] = defaultdict(list)
        for number, observed in enumerate(self.observed):
            for source in sorted({s for o in (*observed.says, *observed.denies) for s in o.sources}):
                touched[source].append(number)
        return {
            source: self._instead([(n, self._adds_less(n, source)) for n in touched[source]])
            for source in sorted(touched)
        }

    def _changes_by(self, number: int) -> Iterator[Change]:
        line, observed = self.ledger[number], self.observed[number]
        if any(line.adds.values()):
            yield self._change(number, "without", None)
        if line.seen in ("absent", "not observable"):
            yield self._change(number, "if seen", replace(observed, says=(_SUPPOSED,)))
        if line.seen == "not observable":
            yield self._change(number, "if absent", Observation(line.indicator, looked=1.0))

    def _change(self, number: int, kind: str, supposed: Observation | None) -> Change:
        indicator = self.question.indicators[number]
        adds = term_of(indicator, supposed, self.table).middle if supposed else None
        likelihood = self._instead([(number, adds)])
        return Change.model_validate({"indicator": indicator.id, "kind": kind, "likelihood": likelihood})

    def _adds_less(self, number: int, source: str) -> Mapping[str, float]:
        left = _less(self.observed[number], source)
        return adds_of(self.question.indicators[number], left, self.table)

    def _instead(self, changed: list[tuple[int, Mapping[str, float] | None]]) -> dict[str, float]:
        """Likelihoods where those lines add something else, or nothing."""
        logs = dict(self.total)
        for number, adds in changed:
            was = self.ledger[number].adds
            for name in logs:
                logs[name] += (adds[name] if adds else 0.0) - was[name]
        return {name: round(share, DIGITS) for name, share in shares_of(logs).items()}


def _less(observation: Observation, source: str) -> Observation:
    """Without what rests on one publisher; what nobody else tells is then unknown, not absent."""

    def others(origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
        return tuple(o for o in origins if set(o.sources) != {source})

    says, denies = others(observation.says), others(observation.denies)
    was_heard, is_heard = observation.says or observation.denies, says or denies
    looked = 0.0 if was_heard and not is_heard else observation.looked
    return replace(observation, says=says, denies=denies, looked=looked)
