"""Clauses from word lists, endings, order and agreement: no parser, nothing but a language's folder.

Driven by function_words.yml, forms.yml and grammar.yml; see read/shallow/.
"""

from collections.abc import Iterable, Iterator

from hudna.errors import KnowledgeError
from hudna.knowledge.forms import load_forms
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.language import load_language
from hudna.model.clause import Clause
from hudna.read.sentence import Sentence
from hudna.read.shallow.arguments import load_arguments
from hudna.read.shallow.building import Builder
from hudna.read.shallow.cutting import load_cutter
from hudna.read.shallow.making import Maker
from hudna.read.shallow.tagging import load_tagger


def why_not(language: str) -> str | None:
    """Why this language cannot be read without a parser; None where it can."""
    if not load_language(language).shallow:
        return f"language '{language}' has no shallow: true in its language.yml"
    try:
        load_forms(language)
        load_grammar(language)
    except KnowledgeError as error:
        return str(error)
    return None


def read(
    language: str, sentences: Iterable[Sentence], nominal: frozenset[str]
) -> Iterator[tuple[Clause, ...]]:
    """The clauses of each sentence, in order."""
    for sentence in sentences:
        yield clauses(language, sentence, nominal)


def clauses(language: str, sentence: Sentence, nominal: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of one sentence."""
    words = load_cutter(language).words(sentence)
    if not len(words):
        return ()
    load_tagger(language).tag(words)
    builder = Builder(language, words, nominal)
    builder.build()
    load_arguments(language).fill(builder.frames, words, nominal)
    return Maker(language, words, builder.frames, builder.groups, nominal).clauses()
