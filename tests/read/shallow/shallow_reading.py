"""Clauses of one sentence in a few words, for the tests of the shallow reader."""

from hudna.knowledge.nouns import nominal_nouns
from hudna.model.clause import Clause, Phrase
from hudna.read.readers.shallow import clauses
from hudna.read.sentence import Sentence
from hudna.read.shallow.cutting import load_cutter
from hudna.read.shallow.tagging import load_tagger
from hudna.read.shallow.words import Words


def tagged(text: str, language: str = "it") -> Words:
    """The words of a sentence with their kinds."""
    words = load_cutter(language).words(Sentence(text, text, 0))
    load_tagger(language).tag(words)
    return words


def read(text: str, language: str = "it") -> tuple[Clause, ...]:
    """The clauses of a sentence."""
    return clauses(language, Sentence(text, text, 0), nominal_nouns(language))


def clause(text: str, lemma: str, language: str = "it") -> Clause:
    """The one clause with that predicate."""
    found = [c for c in read(text, language) if c.lemma == lemma]
    assert len(found) == 1, [c.lemma for c in read(text, language)]
    return found[0]


def core(phrase: Phrase | None) -> str | None:
    """A phrase by its words without what hangs from it."""
    return None if phrase is None else phrase.text[: phrase.core_end - phrase.core_start]
