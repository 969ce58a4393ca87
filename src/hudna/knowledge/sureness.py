"""From which sureness of its reading on a claim counts: questions, and what their answers weigh.

`sureness.yml` is made by tools/train_sureness.py and says how; its examples are tested.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from pydantic import Field

from hudna.knowledge.files import ROOT, load_one
from hudna.model.record import Record

FILE = ROOT / "sureness.yml"


class Answer(Record):
    """What an answer says, and how much it weighs: one bit doubles the odds that a reading is right."""

    says: str
    bits: float


class Shown(Record):
    """A report of a few words whose event is read surely enough to count, or is not."""

    language: str
    text: str


class SurenessRule(Record):
    """A claim counts where the share of readings alike that were right is `least` or more."""

    how: str = Field(description="from what, by what, and with which result it was found")
    least: float
    start: float
    questions: dict[str, dict[str, Answer]]
    examples: tuple[Shown, ...]
    counter: tuple[Shown, ...]

    def value(self, answers: Mapping[str, str]) -> float:
        """The share of readings with these answers that were right, to two digits."""
        return self.share(self.known(answers))

    def share(self, known: Iterable[Answer]) -> float:
        """The same, of the answers that weigh anything."""
        bits = self.start + sum(one.bits for one in known)
        return round(1 / (1 + float(2.0**-bits)), 2)

    def known(self, answers: Mapping[str, str]) -> list[Answer]:
        """The answers that weigh anything, what speaks most first; one that was never judged weighs nothing."""
        found = [
            self.questions[name][answer]
            for name, answer in answers.items()
            if answer in self.questions.get(name, {})
        ]
        return sorted(found, key=lambda one: (-abs(one.bits), one.says))


@cache
def load_sureness() -> SurenessRule:
    """Questions and weights as learned."""
    return load_one(FILE, SurenessRule)
