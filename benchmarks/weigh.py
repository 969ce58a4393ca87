"""One assessment of many hypotheses and much evidence, in seconds of processor time.

    python benchmarks/weigh.py [--hypotheses 50] [--evidence 2000] [--json]

Two shapes of the same size: every item of evidence an indicator of its own, as in a
matrix of competing hypotheses, and the same items as reports of fifty indicators. The
question, its probabilities and its sources are made up. What takes longer than a second
is printed as such and ends with status 1.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from hudna.knowledge.weighing_table import load_reliability
from hudna.model.hypothesis import Example, Hypothesis, Indicator, Pattern, Prior, Question
from hudna.weigh.assess import assess
from hudna.weigh.observation import Observation, Origin

SECONDS = 1.0
PUBLISHERS = 60
INDICATORS = 50
AS_OF = date(2031, 3, 1)


@dataclass(frozen=True, slots=True)
class Measured:
    """One shape: how many lines the ledger has and the median of the seconds it took."""

    shape: str
    hypotheses: int
    evidence: int
    lines: int
    seconds: float

    @property
    def good(self) -> bool:
        """Is it within the aim?"""
        return self.seconds <= SECONDS


def main() -> None:
    """Prints a line for each shape."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--hypotheses", type=int, default=50)
    parser.add_argument("--evidence", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    shapes = {"an indicator each": given.evidence, "reports of fifty indicators": INDICATORS}
    found = [measure(name, given.hypotheses, given.evidence, n, given.rounds) for name, n in shapes.items()]
    for one in found:
        print(json.dumps(asdict(one)) if given.json else said(one))
    sys.exit(0 if all(one.good for one in found) else 1)


def measure(shape: str, hypotheses: int, evidence: int, indicators: int, rounds: int) -> Measured:
    """The median of some rounds."""
    question = asked(hypotheses, indicators)
    observations = heard(question, evidence)
    took = []
    for _ in range(rounds):
        start = time.process_time()
        assess(question, observations, load_reliability(), as_of=AS_OF)
        took.append(time.process_time() - start)
    return Measured(shape, hypotheses, evidence, indicators, statistics.median(took))


def asked(hypotheses: int, indicators: int) -> Question:
    """A question with so many answers and indicators."""
    chance = random.Random(1)
    names = [f"h{n}" for n in range(hypotheses)]
    return Question(
        id="made-up",
        question="Which of them?",
        resolved_when="never",
        prior=Prior(as_of=AS_OF, source="made up"),
        hypotheses=tuple(
            Hypothesis(id=name, text=name, prior=1 / hypotheses, residual=name == "h0") for name in names
        ),
        indicators=tuple(_indicator(number, names, chance) for number in range(indicators)),
        examples=(Example(favours="h1"),),
        sources=("made up",),
    )


def _indicator(number: int, names: list[str], chance: random.Random) -> Indicator:
    lows = {name: chance.uniform(0.02, 0.8) for name in names}
    return Indicator(
        id=f"i{number}",
        question="Is it seen?",
        seen_when=(Pattern(roots=("ASSAULT",)),),
        probability={name: (low, low + 0.15) for name, low in lows.items()},
        observable="anybody",
        because="made up",
    )


def heard(question: Question, evidence: int) -> Mapping[str, Observation]:
    """So many reports over the indicators, each its own origin; one in ten denies, one indicator in ten is silent."""
    chance = random.Random(2)
    says: dict[str, list[Origin]] = {each.id: [] for each in question.indicators}
    denies: dict[str, list[Origin]] = {each.id: [] for each in question.indicators}
    for number in range(evidence):
        each = question.indicators[number % len(question.indicators)]
        told = denies if chance.random() < 0.1 else says
        source = f"s{chance.randrange(PUBLISHERS)}"
        told[each.id].append(Origin((f"r{number}",), chance.choice("ABCDF"), sources=(source,)))
    return {
        name: Observation(name, tuple(says[name]), tuple(denies[name]))
        if number % 10
        else Observation(name, looked=0.5)
        for number, name in enumerate(says)
    }


def said(one: Measured) -> str:
    """A line for people."""
    return (
        f"{one.hypotheses} hypotheses, {one.evidence} items, {one.shape}: {one.seconds:.2f} s"
        f" (aim {SECONDS:.0f} s{'' if one.good else ', missed'})"
    )


if __name__ == "__main__":
    main()
