"""Which language a report is in, limited to those that a folder of knowledge claims."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from hudna.knowledge.language import claimed_languages

# Enough to tell the language; more only costs time.
SAMPLE = 2_000
# Seen beside the known ones so that a Spanish report is not taken for Italian.
_NEIGHBOURS = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "pt", "ru", "tr", "uk", "zh")


@cache
def known_languages() -> tuple[str, ...]:
    """Languages whose folder claims them, in order."""
    return claimed_languages()


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the most likely language; None where there are no letters."""
    sample = text[:SAMPLE]
    if sum(c.isalpha() for c in sample) < 3:
        return None
    code, _ = _identifier().classify(sample)
    return str(code)


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted({*_NEIGHBOURS, *known_languages()}))
    return identifier
