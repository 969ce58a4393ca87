"""Indicators and observations → the lines of the ledger, each with what it adds and why."""

from collections.abc import Iterable, Mapping

from hudna.knowledge.weighing_table import ReliabilityTable
from hudna.model.assessment import Entry
from hudna.model.hypothesis import Indicator, Question
from hudna.weigh.balance import Term, absent, seen, term
from hudna.weigh.observation import Observation, Origin

# A term so small is shown as nothing: it is below what anybody could elicit.
_DIGITS = 4


def term_of(indicator: Indicator, observation: Observation, table: ReliabilityTable) -> Term:
    """What the observation adds to each hypothesis."""
    if_not, if_so = _ends(observation, table)
    gain = if_so - if_not  # every likelihood here is linear in P(seen | H)
    return term(
        {
            name: (if_not + gain * low, if_not + gain * high)
            for name, (low, high) in indicator.probability.items()
        }
    )


def _ends(observation: Observation, table: ReliabilityTable) -> tuple[float, float]:
    """How likely the observation is where the indicator is not so, and where it is."""
    if observation.state == "not observable":
        return 1.0, 1.0
    if observation.state == "absent":
        looked, told = observation.looked, table.reported
        return absent(0.0, looked, told), absent(1.0, looked, told)
    says, denies = _rights(observation.says, table), _rights(observation.denies, table)
    return seen(0.0, says, denies), seen(1.0, says, denies)


def _rights(origins: Iterable[Origin], table: ReliabilityTable) -> list[float]:
    """How often each origin is right; those that cannot be judged are left out. Sorted: order must not matter."""
    found = (table.right(origin.letter, origin.digit) for origin in _once(origins))
    return sorted(right for right in found if right is not None)


def _once(origins: Iterable[Origin]) -> list[Origin]:
    """Each origin once: one that shares a report with an earlier one is the same; its better letter holds."""
    kept: list[Origin] = []
    told: set[str] = set()
    for origin in sorted(origins, key=lambda one: (one.letter, one.digit, one.reports)):
        if told.isdisjoint(origin.reports):
            kept.append(origin)
            told.update(origin.reports)
    return kept


def entries(
    question: Question, observations: Mapping[str, Observation], table: ReliabilityTable
) -> tuple[Entry, ...]:
    """A line for each indicator, in the order of the file."""
    return tuple(
        entry_of(each, observations.get(each.id) or Observation(each.id), table)
        for each in question.indicators
    )


def entry_of(indicator: Indicator, observation: Observation, table: ReliabilityTable) -> Entry:
    """The line of one indicator."""
    added = term_of(indicator, observation, table)
    heard = [*observation.says, *observation.denies]
    return Entry(
        indicator=indicator.id,
        question=indicator.question,
        seen=observation.state,
        origins=tuple(origin.reports for origin in _once(heard)),
        reliability=min((origin.letter for origin in heard), default=None),
        intent=indicator.intent,
        adds=_rounded(added.middle),
        low=_rounded(added.low),
        high=_rounded(added.high),
        because=observation.because or _silence(indicator, observation),
        incidents=observation.incidents,
        claims=observation.claims,
    )


def adds_of(indicator: Indicator, observation: Observation, table: ReliabilityTable) -> dict[str, float]:
    """What the line of that observation would add, as the ledger prints it."""
    return _rounded(term_of(indicator, observation, table).middle)


def _silence(indicator: Indicator, observation: Observation) -> str:
    if observation.state == "absent":
        return f"looked for {observation.looked:.0%} of its {indicator.horizon_days} days and not reported"
    return f"nobody is known to have looked: {indicator.observable}"


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, _DIGITS) + 0.0 for name, value in values.items()}


def terms(lines: Iterable[Entry]) -> list[Term]:
    """The terms as the ledger prints them: the result can be made again from the printed lines."""
    return [Term(line.adds, line.low, line.high) for line in lines]
