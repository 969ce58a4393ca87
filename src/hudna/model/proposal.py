"""A sentence that nothing was coded from and that may tell of an event: for people to look at, never counted."""

from typing import Literal

from pydantic import Field

from hudna.model.record import Record, Span


class Proposal(Record):
    """It holds no event, no actor, no day: only the words, and which model took them for telling of one."""

    schema_: Literal["hudna.proposal/1"] = Field(default="hudna.proposal/1", alias="schema")
    id: str
    report: str
    words: Span
    likeness: float = Field(
        description="0 to 1: how much it reads like judged sentences that tell of an event; no likelihood of the event"
    )
    model: str = Field(description="the encoder and the weights that read it")
