"""The table of reliability: how far each grade is believed, in one versioned file."""

from functools import cache

from pydantic import Field, field_validator

from hudna.knowledge.files import ROOT, load_one
from hudna.model.record import Record


class ReliabilityTable(Record):
    """Letters A–E and digits 1–6 as figures; F has none and moves nothing."""

    version: int
    correct: dict[str, float]
    credibility: dict[int, float]
    reported: float = Field(gt=0, lt=1)
    prior_doubt: float = Field(ge=0)

    @field_validator("correct")
    @classmethod
    def _order(cls, value: dict[str, float]) -> dict[str, float]:
        if list(value) != list("ABCDE"):
            raise ValueError(
                f"gives {', '.join(value)}; A, B, C, D and E are needed, and F never has a figure"
            )
        figures = list(value.values())
        if figures != sorted(figures, reverse=True) or not 0.5 <= figures[-1] <= figures[0] < 1:
            raise ValueError("figures must fall from A to E and stay between 0.5 and 1")
        return value

    def right(self, letter: str, credibility: int = 6) -> float | None:
        """Probability that an origin of that grade is right; None where the grade says nothing."""
        correct = self.correct.get(letter)
        if correct is None:
            return None
        odds = (correct / (1 - correct)) ** self.credibility[credibility]
        return float(odds / (1 + odds))


@cache
def load_reliability() -> ReliabilityTable:
    """The table in force."""
    return load_one(ROOT / "weighing" / "reliability.yml", ReliabilityTable)
