"""Weighing on simulated cases: our ledger against the exact posterior and rules that analysts use.

Three hypotheses and eighteen indicators, six of which tell nothing. Indicators come
true by the hypothesis that holds; graded origins tell of them, rightly as often as
their grade says; half of the follow-up reports are copies. All rules read the same
noisy elicitation of the table. It tests the arithmetic, not analysts.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from hudna.evaluate.sets import Figure, SetScore
from hudna.knowledge.weighing_table import load_reliability
from hudna.model.assessment import Matrix
from hudna.model.hypothesis import Question
from hudna.weigh.assess import assess
from hudna.weigh.ledger import entries
from hudna.weigh.matrix import ach_matrix
from hudna.weigh.observation import Observation, Origin

NAME = "weighing"
NEEDS_DATA = False
CASES, SEED = 600, 20310309
NAMES = ("H1", "H2", "H0")
PRIOR = {"H1": 0.5, "H2": 0.3, "H0": 0.2}
DIAGNOSTIC, IDLE = 12, 6
LETTERS, LETTER_SHARES = tuple("ABCDEF"), (0.1, 0.25, 0.25, 0.15, 0.1, 0.15)
NOISE, HALF_WIDTH = 0.5, 0.05
_TEMPERATURES = (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4)
Row = dict[str, float]
Shares = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """What holds, the table as elicited, and the observations with and without copies told apart."""

    truth: str
    question: Question
    rows: dict[str, Row]
    observations: dict[str, Observation]
    copied: dict[str, Observation]

    @property
    def matrix(self) -> Matrix:
        """The classic matrix of what was observed."""
        lines = entries(self.question, self.observations, load_reliability())
        return ach_matrix(self.question, lines)


def evaluate(_: object) -> SetScore:
    """Mean log loss of each rule, ours as a ratio to the exact posterior, and what a copy changes."""
    random = np.random.default_rng(SEED)
    cases = [_case(random) for _ in range(CASES)]
    losses = {name: _loss(cases, rule) for name, rule in _RULES.items()}
    losses["PARC score, best temperature"] = min(_loss(cases, _parc_at(t)) for t in _TEMPERATURES)
    ratio = losses["ours"] / losses["exact posterior of the table"]
    figures = [Figure(f"log loss, {name}", value) for name, value in losses.items()]
    figures.append(Figure("exact ÷ ours (2 % off is enough)", 1 / ratio, least=0.98))
    shift = max(_shift(case) for case in cases)
    figures.append(
        Figure("1 − largest shift when one report is printed nine times more", 1 - shift, least=1.0)
    )
    return SetScore(
        NAME, tuple(figures), note=f"{CASES} simulated cases, seed {SEED}; smaller losses are better"
    )


def _case(random: np.random.Generator) -> Case:
    truth = str(random.choice(NAMES, p=list(PRIOR.values())))
    rows = {}
    observations, copied = {}, {}
    for number in range(DIAGNOSTIC + IDLE):
        name = f"i{number:02}"
        real = _real(random, idle=number >= DIAGNOSTIC)
        rows[name] = {k: _noisy(random, v) for k, v in real.items()}
        happened = bool(random.random() < real[truth])
        origins = _origins(random, name)
        observations[name] = _told(random, name, origins, happened=happened)
        copied[name] = _apart(observations[name])
    return Case(truth, _question(rows), rows, observations, copied)


def _real(random: np.random.Generator, *, idle: bool) -> Row:
    shares: NDArray[np.float64] = random.uniform(0.05, 0.95, 1 if idle else len(NAMES))
    return {name: float(shares[0 if idle else n]) for n, name in enumerate(NAMES)}


def _noisy(random: np.random.Generator, share: float) -> float:
    odds = log(share / (1 - share)) + float(random.normal(0, NOISE))
    return min(max(1 / (1 + exp(-odds)), 0.07), 0.93)


def _origins(random: np.random.Generator, name: str) -> list[Origin]:
    """Up to three origins; each has follow-up reports, and every second follow-up is a copy."""
    found = []
    for number in range(int(random.integers(0, 4))):
        copies = int(random.binomial(4, 0.5))
        letter = str(random.choice(LETTERS, p=LETTER_SHARES))
        found.append(Origin(tuple(f"{name}-{number}-{c}" for c in range(copies + 1)), letter))
    return found


def _told(random: np.random.Generator, name: str, origins: list[Origin], *, happened: bool) -> Observation:
    table = load_reliability()
    says: list[Origin] = []
    denies: list[Origin] = []
    for origin in origins:
        is_right = bool(random.random() < (table.right(origin.letter) or 0.5))
        (says if is_right == happened else denies).append(origin)
    return Observation(name, says=tuple(says), denies=tuple(denies))


def _apart(observation: Observation) -> Observation:
    """Every copy taken for an origin of its own."""

    def split(origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
        return tuple(replace(o, reports=(r,)) for o in origins for r in o.reports)

    return replace(observation, says=split(observation.says), denies=split(observation.denies))


def _question(rows: dict[str, Row]) -> Question:
    indicators = [
        {
            "id": name,
            "question": "Is it seen?",
            "seen_when": [{}],
            "probability": {k: (v - HALF_WIDTH, v + HALF_WIDTH) for k, v in row.items()},
            "observable": "simulated",
            "because": "simulated",
        }
        for name, row in rows.items()
    ]
    hypotheses = [{"id": n, "text": n, "prior": p, "residual": n == "H0"} for n, p in PRIOR.items()]
    return Question.model_validate(
        {
            "id": "simulated",
            "question": "What holds?",
            "resolved_when": "simulated",
            "prior": {"as_of": date(2031, 1, 1), "source": "simulated"},
            "hypotheses": hypotheses,
            "indicators": indicators,
            "examples": [{"favours": "H1"}],
            "sources": ["simulated"],
        }
    )


def _loss(cases: list[Case], rule: Callable[[Case], Shares]) -> float:
    return sum(-log(max(rule(case)[case.truth], 1e-9)) for case in cases) / len(cases)


def _shift(case: Case) -> float:
    """The largest change of a likelihood when the first report told is printed nine times more."""
    name, told = next(((n, o) for n, o in case.observations.items() if o.says), ("", None))
    if told is None:
        return 0.0
    first = told.says[0]
    more = replace(first, reports=(*first.reports, *(f"copy-{n}" for n in range(9))))
    again = {**case.observations, name: replace(told, says=(more, *told.says[1:]))}
    before, after = _ours(case), _ours(replace(case, observations=again))
    return max(abs(before[n] - after[n]) for n in NAMES)


def _ours(case: Case) -> Shares:
    return _assessed(case, case.observations)


def _copies_counted(case: Case) -> Shares:
    return _assessed(case, case.copied)


def _assessed(case: Case, observations: dict[str, Observation]) -> Shares:
    found = assess(case.question, observations, load_reliability(), as_of=date(2031, 3, 9))
    return {h.id: h.likelihood for h in found.hypotheses}


def _exact(case: Case) -> Shares:
    """By summing over every world of each indicator, with the elicited table and the real grades."""
    table = load_reliability()
    joint = dict(PRIOR)
    for name, observation in case.observations.items():
        heard = [*((o, True) for o in observation.says), *((o, False) for o in observation.denies)]
        for hypothesis, happened in product(NAMES, (True, False)):
            chance = case.rows[name][hypothesis] if happened else 1 - case.rows[name][hypothesis]
            for origin, says in heard:
                right = table.right(origin.letter) or 0.5
                chance *= right if says == happened else 1 - right
            key = f"{hypothesis}|{happened}"
            joint[key] = chance
        for hypothesis in NAMES:
            joint[hypothesis] *= joint.pop(f"{hypothesis}|True") + joint.pop(f"{hypothesis}|False")
    return _normal(joint)


def _facts(case: Case) -> Shares:
    """Naive Bayes: whatever anybody reported is a fact."""
    joint = dict(PRIOR)
    for name, observation in case.observations.items():
        for hypothesis in NAMES:
            share = case.rows[name][hypothesis]
            joint[hypothesis] *= share if observation.says else 1 - share if observation.denies else 1
    return _normal(joint)


def _parc_at(temperature: float) -> Callable[[Case], Shares]:
    """The inconsistency score on top of the prior, turned into shares."""

    def rule(case: Case) -> Shares:
        score = case.matrix.inconsistency
        return _normal({n: PRIOR[n] * exp(temperature * score[n]) for n in NAMES})

    return rule


def _normal(weights: Shares) -> Shares:
    total = sum(weights.values())
    return {name: value / total for name, value in weights.items()}


_RULES: dict[str, Callable[[Case], Shares]] = {
    "ours": _ours,
    "exact posterior of the table": _exact,
    "ours with copies counted": _copies_counted,
    "reports as facts": _facts,
    "prior only": lambda _: dict(PRIOR),
}
