"""Clauses from a dependency parser, loaded once and only when a sentence needs it.

A language's language.yml names the packages that hold its parser, the preferred one
first (the official package, else the same model inside a pinned wheel), and the label
scheme by which its sentences become clauses.
"""

import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from spacy.attrs import ORTH
from spacy.language import Language as Parser
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import NumpyOps

from hudna.errors import InputError
from hudna.knowledge.classes import RULE_CLASSES, known_class
from hudna.knowledge.language import ParserEntry, load_language
from hudna.knowledge.model_words import kept_words_open
from hudna.knowledge.people import people
from hudna.model.clause import Clause
from hudna.read.long_patterns import long_patterns_later
from hudna.read.schemes import load_scheme
from hudna.read.sentence import Sentence

BATCH = 64
SPORT = "sport"
# The names of all words that a model has numbers for: half a second to read, and only to list them.
UNNAMED = "strings"
EMPTY = "hudna.empty_tokenizer"


def why_not(language: str) -> str | None:
    """Why there is no parser for this language; None where there is one."""
    entry = load_language(language).parser
    if entry is None:
        return f"language '{language}' has no parser in its language.yml"
    if _installed(entry) is None:
        return f"the parser of language '{language}' is not installed; one of: {', '.join(entry.models)}"
    return None


def read(
    language: str, sentences: Iterable[Sentence], nominal: frozenset[str]
) -> Iterator[tuple[Clause, ...]]:
    """The clauses of each sentence, in order."""
    entry = _entry(language)
    scheme = load_scheme(entry.scheme)
    # The parser reads ahead, a batch at a time: each sentence travels with its parse.
    pairs = parse(language, ((s.text, s) for s in sentences), hyphenated(language) | _cut(nominal))
    for doc, sentence in pairs:
        yield scheme.clauses(doc, sentence, language, nominal)


@cache
def hyphenated(language: str) -> frozenset[str]:
    """Nouns for people and things, written with a hyphen, that a parser would cut: "passer-by", "pick-up"."""
    classes = (known_class(language, name) for name in RULE_CLASSES - {SPORT})
    return _cut(people(language).union(*classes))


def _cut(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if "-" in word and " " not in word)


@cache
def load_parser(language: str) -> Parser:
    """The parser of a language with the parts that its scheme needs."""
    entry = _entry(language)
    scheme = load_scheme(entry.scheme)
    with warnings.catch_warnings(), long_patterns_later(), kept_words_open():
        # W095: the model was trained with an earlier minor version; its figures hold on this one.
        warnings.simplefilter("ignore")
        parser: Parser = import_module(_installed(entry) or "").load(
            exclude=[*scheme.EXCLUDED, UNNAMED], config={"nlp.tokenizer": {"@tokenizers": EMPTY}}
        )
    _name_labels(parser)
    scheme.prepare(parser, language)
    _multiply_with_numpy(parser)
    logging.getLogger("spacy").setLevel(logging.ERROR)
    return parser


@registry.tokenizers(EMPTY)  # type: ignore[untyped-decorator]  # spaCy leaves it without types
def _empty_tokenizer() -> Callable[[Parser], Tokenizer]:
    """A tokenizer that learns everything from the model, which would teach another the same over again."""
    return lambda parser: Tokenizer(parser.vocab)


def _name_labels(parser: Parser) -> None:
    """Words and what they come to get their names when they are met; the names of labels would have come with the others."""
    for _, part in parser.pipeline:
        for label in getattr(part, "labels", ()):
            parser.vocab.strings.add(label)


def _multiply_with_numpy(parser: Parser) -> None:
    """Half of the parser's time is one kind of matrix product, in which numpy's library beats thinc's own.

    benchmarks/speed.py says what it gives; the parses are the same.
    """
    ops = NumpyOps(use_blis=False)
    for _, part in parser.pipeline:
        model = getattr(part, "model", None)
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops


def parse(
    language: str, sentences: Iterable[tuple[str, Sentence]], whole: frozenset[str]
) -> Iterator[tuple[Doc, Sentence]]:
    """A parsed Doc for each sentence, in order; words in `whole` are not cut at their hyphens."""
    parser = load_parser(language)
    _keep_whole(parser, whole)
    return parser.pipe(sentences, as_tuples=True, batch_size=BATCH)


def _entry(language: str) -> ParserEntry:
    entry = load_language(language).parser
    if entry is None or _installed(entry) is None:
        raise InputError(why_not(language) or "")
    return entry


def _installed(entry: ParserEntry) -> str | None:
    return next((name for name in entry.models if find_spec(name) is not None), None)


@cache
def _keep_whole(parser: Parser, words: frozenset[str]) -> None:
    """Teach the tokenizer, once, the words that have a hyphen of their own."""
    for word in sorted(words):
        for form in (word, f"{word}s", word.capitalize()):
            parser.tokenizer.add_special_case(form, [{ORTH: form}])  # type: ignore[union-attr]
