"""Base forms of words without a parser."""

from functools import lru_cache

import simplemma

from hudna.knowledge.reading import load_sentence_words


@lru_cache(maxsize=200_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """The word itself, its parts at hyphens, and their base forms, in lower case."""
    # A lone surrogate cannot be looked up; a question mark keeps its place.
    plain = word.encode("utf-8", "replace").decode("utf-8")
    lower = plain.lower().removesuffix("'s").removesuffix("’s")
    if not lower:
        return frozenset()
    irregular = load_sentence_words(language).irregular.get(lower)
    parts = {lower, *(p for p in lower.split("-") if len(p) > 3)}
    return frozenset(
        parts
        | ({irregular} if irregular else set())
        | {simplemma.lemmatize(p, lang=language).lower() for p in parts}
    )


@lru_cache(maxsize=100_000)
def mended(lemma: str, word: str, language: str) -> str:
    """A parser's lemma, or a better one where it is no word of the language or lost a letter ("stag" of "staged")."""
    better = simplemma.lemmatize(word, lang=language).lower()
    if better in (lemma + "e", lemma + lemma[-1:]):
        return better
    return lemma if simplemma.is_known(lemma, lang=language) else better
