"""What the reader must know of a language's sentences."""

from functools import cache

from hudna.knowledge.files import language_folder, load_one
from hudna.model.record import Record


class SentenceWords(Record):
    """Abbreviations and the words a broken opening sticks to."""

    abbreviations: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    # What stands before the name of a network of one letter: "wrote ON X." ends a sentence, "John X. Doe" does not.
    before_networks: frozenset[str] = frozenset()
    glued_words: frozenset[str] = frozenset()
    # What an agency writes before a headline: "UPDATE 2-", "1st LD:"; in small letters.
    slugs: frozenset[str] = frozenset()
    irregular: dict[str, str] = {}
    # Endings of verb forms that the lemma list takes for nouns → the ending of their base form: "menace" of "menacer".
    verb_endings: dict[str, str] = {}


@cache
def load_sentence_words(language: str) -> SentenceWords:
    """The sentence words of a language; empty where its folder has none."""
    path = language_folder(language) / "sentences.yml"
    return load_one(path, SentenceWords) if path.exists() else SentenceWords()
