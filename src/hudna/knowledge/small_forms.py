"""Small words with every reading that the lists of function_words.yml and forms.yml give them."""

from collections.abc import Iterator, Mapping

from hudna.knowledge.casualty_words import load_casualty_words
from hudna.knowledge.forms import Tag, load_forms
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.word_forms import COSTS, Form


def small_forms(language: str) -> dict[str, tuple[Form, ...]]:
    """Small words with their readings, the commonest first."""
    found: dict[str, list[Form]] = {}
    for word, form in _readings(language):
        known = found.setdefault(word, [])
        if all(other.tag != form.tag for other in known):
            known.append(form._replace(cost=COSTS["second"] * len(known)))
    return {word: tuple(readings) for word, readings in found.items()}


def _readings(language: str) -> Iterator[tuple[str, Form]]:
    small, forms, grammar = load_function_words(language), load_forms(language), load_grammar(language)
    yield from ((word, Form("preposition", name)) for word, name in small.prepositions.items())
    yield from ((word, Form("preposition", small.preposition(p))) for word, (p, _) in forms.fused.items())
    yield from ((word, Form("opener", word)) for word in (*small.conjunctions, *small.relatives))
    for word, name in small.determiners.items():
        agreement = forms.articles.get(word, "")
        yield word, Form("determiner", name, agreement[-1:].strip("mf"), agreement[:1].strip("sp"))
    listed: tuple[tuple[Tag, Mapping[str, str]], ...] = (
        ("clitic", forms.clitics),
        ("joint", forms.joints),
        ("negation", small.negations),
        ("pronoun", small.pronouns),
    )
    for tag, words in listed:
        yield from ((word, Form(tag, name)) for word, name in words.items())
    adverbs = (*forms.adverbs, *grammar.behind_times, *grammar.particles)
    yield from ((word, Form("adverb", word)) for word in adverbs)
    yield from ((word, Form("number", word)) for word in load_casualty_words(language).numbers)
