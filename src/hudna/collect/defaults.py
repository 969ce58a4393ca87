"""What is said of all inputs at once."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Defaults:
    """Holds where an input does not say; `today` tells which dates lie in the future."""

    published: date | None = None
    source: str | None = None
    language: str | None = None
    today: date = field(default_factory=_today)
