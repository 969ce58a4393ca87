"""Words that count people and name no group: "two fighters", "quatre soldats", "جنديين"."""

from functools import lru_cache

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.files import language_folders


@lru_cache(maxsize=50_000)
def counts_people(text: str, language: str | None) -> bool:
    """Whether the words count people, in their language or, where it is not known, in any."""
    known = [path.name for path in language_folders("casualties.yml")]
    asked = [language] if language and language in known else known
    return any(load_casualty_words(one).counts_people(text) for one in asked)
