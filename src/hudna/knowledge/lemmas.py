"""Base forms of words without a parser."""

from functools import lru_cache

import simplemma

from hudna.knowledge.folding import letters, plain
from hudna.knowledge.language import load_language
from hudna.knowledge.reading import load_sentence_words


@lru_cache(maxsize=200_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """The word itself, its parts at hyphens, and their base forms, in lower case and one spelling."""
    lower = _bare(word, language)
    if not lower:
        return frozenset()
    irregular = load_sentence_words(language).irregular.get(letters(lower))
    parts = {lower, *(p for p in lower.split("-") if len(p) > 3)}
    bases = {base_form(p, language) for p in parts} | {verb_base(p, p, language) for p in parts}
    found = parts | ({irregular} if irregular else set()) | bases
    return frozenset(map(letters, found))


def _bare(word: str, language: str) -> str:
    """In small letters, without signs that nobody reads and without the mark of an owner."""
    # A lone surrogate cannot be looked up; a question mark keeps its place.
    lower = plain(word.encode("utf-8", "replace").decode("utf-8").lower()).text
    for mark in load_language(language).possessive:
        lower = lower.removesuffix(mark)
    return lower


def base_form(word: str, language: str) -> str:
    """The base form of one word in lower case; the word itself in a language that the lemma list lacks."""
    try:
        return simplemma.lemmatize(word, lang=load_language(language).lemmas or language).lower()
    except ValueError:
        return word


@lru_cache(maxsize=100_000)
def mended(lemma: str, word: str, language: str) -> str:
    """A parser's lemma, or a better one where it is no word of the language or lost a letter ("stag" of "staged")."""
    better = base_form(word, language)
    if better in (lemma + "e", lemma + lemma[-1:]):
        return better
    return lemma if known_word(lemma, language) else better


@lru_cache(maxsize=100_000)
def verb_base(lemma: str, word: str, language: str) -> str:
    """The base form of what is a verb here, though the lemma list may know only a noun ("menace" of "menacer")."""
    irregular = load_sentence_words(language).irregular.get(word)
    found = irregular or mended(lemma, word, language)
    for ending, base in load_sentence_words(language).verb_endings.items():
        rebuilt = found.removesuffix(ending) + base
        if found == word and found.endswith(ending) and known_word(rebuilt, language):
            return rebuilt
    return found


def known_word(word: str, language: str) -> bool:
    """Does the lemma list know the word?"""
    return bool(simplemma.is_known(word, lang=load_language(language).lemmas or language))
