"""When a sentence that nothing was coded from is put before people: weights over what it means.

`proposals.yml` is made by tools/train_proposals.py and says how; its examples are tested.
"""

from functools import cache
from hashlib import sha256

from pydantic import Field, model_validator

from hudna.knowledge.files import ROOT, load_one
from hudna.model.record import Record

FILE = ROOT / "proposals.yml"
# The encoder's vectors have so many numbers.
NUMBERS = 512


class Shown(Record):
    """A sentence that is proposed, or one that is not."""

    language: str
    text: str


class Proposing(Record):
    """A sentence is proposed from a likeness of `least` on, in a report on conflict.

    A report is one where `events` events or more were coded, and where a share of
    `told` of the sentences or more hold an event that counts.
    """

    how: str = Field(description="from what, by what, and with which result the weights were found")
    encoder: str
    least: float
    events: int
    told: float
    start: int = Field(description="in thousandths, as the weights are")
    weights: tuple[int, ...]
    examples: tuple[Shown, ...]
    counter: tuple[Shown, ...]

    @model_validator(mode="after")
    def _one_weight_a_number(self) -> "Proposing":
        if len(self.weights) != NUMBERS:
            raise ValueError(
                f"{len(self.weights)} weights; {NUMBERS} would be right, one for each number of a vector"
            )
        return self

    @property
    def model(self) -> str:
        """The encoder with a digest of all that decides."""
        said = (self.least, self.events, self.told, self.start, self.weights)
        return f"{self.encoder}+{sha256(repr(said).encode()).hexdigest()[:12]}"


@cache
def load_proposing() -> Proposing:
    """The weights as learned."""
    return load_one(FILE, Proposing)
