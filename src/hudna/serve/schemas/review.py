"""What people judge: the queue, the acts, the records."""

from datetime import datetime
from typing import Literal

from pydantic import ConfigDict, Field

from hudna.serve.schemas.base import Schema

ActName = Literal[
    "merge", "split", "confirm", "reject", "correct", "verify", "grade", "comment", "resolve", "withdraw"
]


class JudgementOut(Schema):
    """A person's judgement: contract `hudna.judgement/1`, with whether it stands."""

    schema_: str = Field(default="hudna.judgement/1", serialization_alias="schema")
    id: str
    act: ActName
    about: list[str]
    field: str | None = None
    value: str | None = None
    withdraws: str | None = None
    author: str
    made: datetime
    reason: str
    stands: bool = Field(default=True, description="false: it was withdrawn")


class JudgementIn(Schema):
    """A judgement to record. `If-Match` names the version of what was looked at."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    act: ActName
    about: list[str] = Field(
        default_factory=list,
        max_length=200,
        description="ids of claims, incidents and sentences put up for review; for a grade also the name of a source",
    )
    reason: str = Field(min_length=1, max_length=4000)
    field: str | None = Field(
        default=None, max_length=200, description="for correct: path such as event.fatalities.best"
    )
    value: str | None = Field(default=None, max_length=4000, description="for correct, verify and grade")
    withdraws: str | None = Field(default=None, max_length=60)


class DecidedOut(Schema):
    """What came of it."""

    judgement: JudgementOut
    incidents: list[str] = Field(description="the incidents it is about, under the ids that they have now")
    versions: dict[str, str] = Field(description="their versions now")
    overruled: list[str] = Field(
        default_factory=list, description="older judgements that it overrules, in words"
    )


class ReviewItem(Schema):
    """One open question: contract `hudna.review/1`."""

    schema_: str = Field(default="hudna.review/1", serialization_alias="schema")
    about: str
    kind: str
    why: str
    weight: float
    because: list[str]
    acts: list[str]
    version: str | None = Field(default=None, description="of the incident, claim or sentence, for If-Match")
    words: str = Field(
        default="", description="the incident or claim in one sentence, or the sentence itself"
    )
    report: str | None = Field(default=None, description="of a sentence: the report that it stands in")
