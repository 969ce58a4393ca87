"""One report to be coded on the spot; nothing of it is kept."""

from datetime import date

from pydantic import ConfigDict, Field

from hudna.model.claim import Claim
from hudna.serve.schemas.base import Schema


class ExtractIn(Schema):
    """A text, with what is known of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(min_length=1, max_length=200_000)
    id: str = Field(default="given", min_length=1, max_length=200)
    published: date | None = None
    title: str | None = Field(default=None, max_length=1000)
    source: str | None = Field(default=None, max_length=300)
    language: str | None = Field(default=None, max_length=8)


class ExtractOut(Schema):
    """Its claims, and what could not be read."""

    report: str
    language: str | None
    coder: str
    claims: list[Claim]
    issues: list[str]
