"""Reports as published, and the issues raised while reading them."""

import hashlib
from datetime import date
from functools import cached_property

from pydantic import Field

from hudna.model.record import Record


class Report(Record):
    """One item as published. `text` is kept exactly as given; offsets point into it."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = Field(default=None, description="ISO 639-1, when known or found")

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text's UTF-8 bytes."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Issue(Record):
    """An input or a part of one that was skipped, and why."""

    input: str = Field(description="file name, or file name and line")
    reason: str
    report: str | None = None
