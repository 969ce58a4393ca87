"""Phrases of several words that a language always reads as one, by their first word."""

from collections.abc import Iterator

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.dates import load_date_words
from hudna.knowledge.forms import Tag, load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.glued import is_glued
from hudna.knowledge.inflection import Form
from hudna.knowledge.listed import joined_nouns
from hudna.knowledge.listed_names import names_begun_with

# The words of a phrase, with its readings.
FixedPhrase = tuple[tuple[str, ...], tuple[Form, ...]]


def fixed_phrases(language: str) -> dict[str, list[FixedPhrase]]:
    """First word → phrases of several words with their readings, the longest first."""
    found: dict[str, list[FixedPhrase]] = {}
    for phrase, form in _phrases(language):
        words = tuple(phrase.replace("'", "' ").split())
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, (form,)))
    return {first: sorted(rest, key=lambda item: (-len(item[0]), item[0])) for first, rest in found.items()}


def by_first(names: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """First word → names that begin with it, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names):
        words = tuple(name.split())
        found.setdefault(words[0], []).append(words)
    return {first: sorted(rest, key=lambda words: (-len(words), words)) for first, rest in found.items()}


def _phrases(language: str) -> Iterator[tuple[str, Form]]:
    small, forms = load_function_words(language), load_forms(language)
    sections: tuple[tuple[Tag, dict[str, str]], ...] = (
        ("preposition", dict(small.prepositions)),
        ("determiner", dict(small.determiners)),
        ("pronoun", dict(small.pronouns)),
        ("negation", dict(small.negations)),
    )
    for tag, words in sections:
        yield from ((word, Form(tag, name)) for word, name in words.items())
    yield from ((word, Form("opener", word)) for word in (*small.conjunctions, *small.relatives))
    yield from ((word, Form("joint", name)) for word, name in forms.joints.items())
    yield from ((word, Form("adverb", word)) for word in sorted(forms.adverbs))
    # "uomini a volto coperto": words that describe together stand with their noun.
    yield from ((words, Form("adjective", words)) for words in sorted(forms.adjectives.known) if " " in words)
    yield from ((noun, Form("noun", noun, "s")) for noun in sorted(joined_nouns(language)))
    # "Al Jazeera riporta": a name whose first word is a small word of the language.
    names = names_begun_with(frozenset(forms.fused), language)
    yield from ((name, Form("name", name, "s")) for name in sorted(names))
    if is_glued(language):
        bounds = load_casualty_words(language).bounds.values()
        yield from ((phrase, Form("adverb", phrase)) for phrases in bounds for phrase in phrases)
        # "كانون الثاني": a month of two words is one noun of time, and its second word nobody who acts.
        months = load_date_words(language).table("months")
        yield from ((month, Form("noun", month.split()[0], "s")) for month in months)
    yield from ((word, Form("number", word)) for word in load_casualty_words(language).numbers)
