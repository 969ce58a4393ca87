"""Which language a report is in, limited to those that a folder of knowledge claims."""

from functools import cache

from hudna.knowledge.language import claimed_languages
from hudna.knowledge.language_model import identifier

# Enough to tell the language; more only costs time.
SAMPLE = 2_000


@cache
def known_languages() -> tuple[str, ...]:
    """Languages whose folder claims them, in order."""
    return claimed_languages()


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the most likely language; None where there are no letters."""
    sample = text[:SAMPLE]
    if sum(c.isalpha() for c in sample) < 3:
        return None
    code, _ = identifier().classify(sample)
    return str(code)
