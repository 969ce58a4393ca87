"""What may leave the mission: delay, coarseness and sensitive places, as data."""

import re
from functools import cache

from hudna.knowledge.files import ROOT, load_one
from hudna.model.record import Record


class SensitiveExample(Record):
    """A text and whether it names a sensitive place."""

    text: str
    sensitive: bool


class Responsibility(Record):
    """The public profile."""

    delay_hours: int
    delay_because: str
    grid_degrees: float
    least_radius_km: float
    coarse_because: str
    sensitive: dict[str, tuple[str, ...]]
    in_names: dict[str, tuple[str, ...]]
    examples: tuple[SensitiveExample, ...]

    def is_sensitive(self, *texts: str | None) -> bool:
        """Whether any of the texts names a place that must not be found."""
        return any(_pattern(self.words).search(text) for text in texts if text)

    def is_sensitive_name(self, *names: str | None) -> bool:
        """Whether any of these names of one place says that people shelter there, whatever a text calls it."""
        words = tuple(word for words in self.in_names.values() for word in words)
        return self.is_sensitive(*names) or any(_pattern(words).search(name) for name in names if name)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of every language."""
        return tuple(word for words in self.sensitive.values() for word in words)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # Arabic writes "and", "in", "to" and the article together with the word.
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:[وفبلك]?(?:ال)?|لل)(?:{listed})(?!\w)", re.IGNORECASE)


@cache
def load_responsibility() -> Responsibility:
    """The profile of the project."""
    return load_one(ROOT / "responsibility.yml", Responsibility)
