"""The base of every public record: immutable, and a misspelt field is an error."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record that rejects fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Words of a report and where they stand, in Unicode code points, half-open."""

    text: str
    start: int
    end: int
