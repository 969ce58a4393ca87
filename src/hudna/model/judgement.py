"""A person's judgement: only ever added, read by the next run, withdrawn by another one."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from hudna.model.record import Record

Act = Literal[
    "merge", "split", "confirm", "reject", "correct", "verify", "grade", "comment", "resolve", "withdraw"
]


class Judgement(Record):
    """Who decided what about which records, when and why.

    `about` names claims, incidents, findings, alerts or sources. `field` and `value` say what a
    correction or grade sets; `withdraws` names the judgement that is taken back.
    """

    schema_: Literal["hudna.judgement/1"] = Field(default="hudna.judgement/1", alias="schema")
    id: str
    act: Act
    about: tuple[str, ...]
    field: str | None = None
    value: str | None = None
    withdraws: str | None = None
    author: str
    made: datetime
    reason: str
