"""What every answer is made of: a page of results that says how much it leaves out."""

from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field


class Schema(BaseModel):
    """A frozen answer, read from a record's attributes."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


ResultT = TypeVar("ResultT", bound=BaseModel)


class Coverage(Schema):
    """How much of what was asked for is in this answer; nothing is cut off without being said."""

    total: int = Field(description="how many there are under these filters")
    exact: bool = Field(default=True, description="false: there are at least so many")
    returned: int = Field(description="how many are in this answer")
    rule: str = Field(description="in words: in which order, and what was left out")


class Page(Schema, Generic[ResultT]):
    """Some of the results, with the addresses of those before and after."""

    results: list[ResultT]
    next: str | None = Field(default=None, description="address of the next page")
    previous: str | None = Field(default=None, description="address of the page before")
    coverage: Coverage
    as_of: date = Field(description="the day up to which published reports are taken into account")
    public: bool = Field(default=False, description="details were taken out, see docs/api.md")


class Problem(Schema):
    """Why a request was refused (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = Field(description="what is wrong, where, with which value, what would be right")
