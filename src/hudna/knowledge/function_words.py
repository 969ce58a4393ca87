"""Small words by the relation they stand for, in names that mean the same in every language.

`function_words.yml` here lists the names, each with what it means; the file of the
same name in a language's folder says which of its own words mean which. Rules and
triggers know only the names, so "on" is one relation whatever the report's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pydantic import RootModel

from hudna.errors import KnowledgeError
from hudna.knowledge.files import ROOT, language_folder, load_one, read_yaml

SECTIONS = ("prepositions", "conjunctions", "relatives", "determiners", "negations", "modals", "pronouns")
# What a reader gives for a word that means none of the relations listed.
UNLISTED = "unlisted"
# Relations that no word of a language stands for: a noun before its noun, and a noun of time or measure alone.
COMPOUND, BARE = "compound", ""
# A nominal event that is the subject of the verb above has no word of its own either.
SUBJECT = "subject"
FILE = "function_words.yml"


class _Words(RootModel[dict[str, dict[str, tuple[str, ...]]]]):
    """Section → canonical name → the language's own words."""


@cache
def inventory() -> Mapping[str, Mapping[str, str]]:
    """Section → canonical name → what it means."""
    found: dict[str, dict[str, str]] = read_yaml(ROOT / FILE)
    return found


def known_names(section: str) -> frozenset[str]:
    """The canonical names of one section."""
    return frozenset(inventory()[section])


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """A language's own small words → their canonical names, section by section."""

    prepositions: Mapping[str, str]
    determiners: Mapping[str, str]
    negations: Mapping[str, str]
    modals: Mapping[str, str]
    pronouns: Mapping[str, str]
    relatives: Mapping[str, str]
    conjunctions: Mapping[str, str]

    def preposition(self, word: str) -> str:
        """The relation of a preposition, in lower case, of one word or several."""
        return self.prepositions.get(word, UNLISTED)

    def determiner(self, word: str) -> str:
        """The relation of an article, a demonstrative, a possessive …"""
        return self.determiners.get(word, UNLISTED)

    def negation(self, word: str) -> str:
        """The relation of a word that negates."""
        return self.negations.get(word, UNLISTED)

    def modal(self, word: str) -> str:
        """The relation of a modal verb's base form."""
        return self.modals.get(word, UNLISTED)

    def pronoun(self, word: str) -> str:
        """The relation of a pronoun."""
        return self.pronouns.get(word, UNLISTED)

    def marker(self, word: str) -> str:
        """The relation of a word that a clause hangs by: a conjunction, a relative or a preposition."""
        found = self.conjunctions.get(word) or self.relatives.get(word)
        return found or self.prepositions.get(word, UNLISTED)

    def adverb(self, word: str) -> str:
        """A relative adverb ("where") by its canonical name; any other adverb is content and stays as it is."""
        return self.relatives.get(word, word)


@cache
def load_function_words(language: str) -> FunctionWords:
    """The small words of a language; KnowledgeError where the file names a relation nobody knows."""
    return read_function_words(language_folder(language) / FILE)


@lru_cache(maxsize=32)
def read_function_words(path: Path) -> FunctionWords:
    """One file of small words, checked against the inventory."""
    sections = load_one(path, _Words).root
    _refuse_unknown(path, "section", frozenset(sections), frozenset(SECTIONS))
    return FunctionWords(**{name: _own_words(path, name, sections.get(name, {})) for name in SECTIONS})


def _own_words(path: Path, section: str, names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    _refuse_unknown(path, f"name in {section}", frozenset(names), known_names(section))
    found: dict[str, str] = {}
    for name, words in names.items():
        for word in words:
            if found.setdefault(word, name) != name:
                raise KnowledgeError(
                    f"{_shown(path)}: {section}: '{word}' stands under '{found[word]}' and under '{name}'; "
                    "one of them, its commonest meaning, would be right"
                )
    return found


def _refuse_unknown(path: Path, what: str, given: frozenset[str], known: frozenset[str]) -> None:
    unknown = sorted(given - known)
    if unknown:
        raise KnowledgeError(
            f"{_shown(path)}: unknown {what}: {', '.join(unknown)}. Known: {', '.join(sorted(known))}"
        )


def _shown(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
