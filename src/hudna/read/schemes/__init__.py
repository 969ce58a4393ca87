"""Label schemes of parsers. A module of this folder turns parsed sentences of one scheme into clauses.

`clearnlp` knows the labels of the English spaCy models (ClearNLP dependencies, Penn
tags), `ud` those of Universal Dependencies. A language's language.yml names the scheme of its parser; rules never see a label.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from spacy.language import Language
from spacy.tokens import Doc

from hudna.errors import KnowledgeError
from hudna.model.clause import Clause
from hudna.read.sentence import Sentence


class Scheme(Protocol):
    """What a module of this folder offers."""

    EXCLUDED: tuple[str, ...]
    """Parts of the parser's pipeline that are not needed."""

    def prepare(self, parser: Language, language: str) -> None:
        """Add what the scheme needs to the parser of a language, just loaded."""

    def clauses(
        self, doc: Doc, sentence: Sentence, language: str, nominal: frozenset[str]
    ) -> tuple[Clause, ...]:
        """The clauses of one parsed sentence, in the order of their predicates."""


def scheme_names() -> tuple[str, ...]:
    """Every scheme there is."""
    return tuple(sorted(module.name for module in iter_modules([str(Path(__file__).parent)])))


@cache
def load_scheme(name: str) -> Scheme:
    """The scheme of that name; an unknown name lists the known ones."""
    if name not in scheme_names():
        raise KnowledgeError(f"unknown label scheme '{name}'; known: {', '.join(scheme_names())}")
    return cast("Scheme", import_module(f"{__name__}.{name}"))
