"""The ways to find clauses. A module of this folder is a reader; `choose` picks one for a language.

A reader offers two functions (`ClauseReader`): `why_not` says why it cannot read a
language, or None, and `read` gives the clauses of sentences, in order. Readers are
imported only when used, so that the shallow one never loads a parser's libraries.

Whoever adds a reader keeps these promises; tests/read/readers/test_contract.py holds
every reader to them, in every language that has it:
- offsets are into the report's text, and every text is the slice that its offsets name;
- prepositions, markers, determiners, negations, modals and pronouns bear canonical names
  (knowledge/function_words.yml); content lemmas stay in the report's language, in small letters
  and the one spelling of knowledge/folding.py (`letters`), as the language's files are read;
- passives are turned: the subject is who acts; relative pronouns give way to their antecedents;
- the same sentence gives the same clauses, whatever stands in the same batch.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast, get_args, runtime_checkable

from hudna.errors import InputError
from hudna.knowledge.language import ReaderName, load_language
from hudna.model.clause import Clause
from hudna.read.sentence import Sentence

AUTO = "auto"
# What may be asked for; a language need not have each of them.
READERS = (AUTO, *get_args(ReaderName))


@runtime_checkable
class ClauseReader(Protocol):
    """What a module of this folder offers."""

    def why_not(self, language: str) -> str | None:
        """Why it cannot read this language, in words for people; None where it can."""

    def read(
        self, language: str, sentences: Iterable[Sentence], nominal: frozenset[str]
    ) -> Iterator[tuple[Clause, ...]]:
        """The clauses of each sentence; `nominal` are nouns to make clauses of."""


def reader_names() -> tuple[str, ...]:
    """Every reader there is, in order of name."""
    return tuple(sorted(module.name for module in iter_modules([str(Path(__file__).parent)])))


@cache
def load_reader(name: str) -> ClauseReader:
    """The reader of that name; an unknown name lists the known ones."""
    if name not in reader_names():
        raise InputError(f"unknown reader '{name}'; known: {', '.join(reader_names())}")
    return cast("ClauseReader", import_module(f"{__name__}.{name}"))


def choose(language: str, wanted: str = AUTO) -> str:
    """The reader for a language: the one wanted, or the best that its folder names.

    InputError says which readers the language has where it lacks the one wanted.
    """
    reason = unreadable(language, wanted)
    if reason is not None:
        raise InputError(reason)
    return _named(language, wanted)


@cache
def unreadable(language: str, wanted: str = AUTO) -> str | None:
    """Why a language cannot be read so, in words for people; None where it can."""
    has, name = load_language(language).readers, _named(language, wanted)
    if name in has:
        return load_reader(name).why_not(language)
    return (
        f"language '{language}' has no reader '{name}'; it has: {', '.join(has)} (--reader {has[0]} or auto)"
    )


def _named(language: str, wanted: str) -> str:
    return load_language(language).readers[0] if wanted == AUTO else wanted
