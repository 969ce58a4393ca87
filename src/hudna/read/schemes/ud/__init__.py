"""Languages whose spaCy model has the labels of Universal Dependencies.

French today; another such language needs its folder of knowledge and its model, no code.
Small words are read by the language's function_words.yml, what is particular about its
verbs by its grammar.yml where it has one, days by its dates.yml.
"""

from functools import cache
from typing import cast

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from hudna.knowledge.files import language_folder
from hudna.knowledge.function_words import load_function_words
from hudna.knowledge.grammar import FILE, Grammar, load_grammar
from hudna.model.clause import Clause
from hudna.read.schemes.ud.clauses import ClauseMaker
from hudna.read.schemes.ud.mending import MEND, Mender
from hudna.read.schemes.ud.piece import Piece
from hudna.read.schemes.ud.pieces import Arranger, gaps
from hudna.read.schemes.ud.relations import Relations
from hudna.read.schemes.ud.times import time_words
from hudna.read.sentence import Sentence

# A lexicon knows the actors better than a model does, and sentences come cut already.
EXCLUDED = ("ner", "senter")
LAYOUT = "hudna.layout"


class _Words:
    """A tokenizer that gives the parser the words of a sentence as `pieces.py` arranges them."""

    def __init__(self, tokenizer: Tokenizer, language: str) -> None:
        self._tokenizer = tokenizer
        self._arranger = Arranger(
            load_function_words(language), time_words(language), _grammar(language), language
        )
        self.vocab = tokenizer.vocab

    def add_special_case(self, word: str, pieces: list[dict[int, str]]) -> None:
        """Hyphenated words are whole already."""

    def __call__(self, text: str) -> Doc:
        given = [Piece(t.text, t.idx, t.idx + len(t)) for t in self._tokenizer(text) if not t.is_space]
        arranged = self._arranger.arrange(given)
        doc = Doc(self.vocab, words=[p.text for p in arranged.pieces], spaces=gaps(arranged.pieces))
        doc.user_data[LAYOUT] = arranged.layout
        return doc


def prepare(parser: Language, language: str) -> None:
    """Words with hyphens stay whole, interruptions are kept from the parser."""
    mender = cast("Mender", parser.add_pipe(MEND))
    mender.grammar, mender.language = _grammar(language), language
    mender.small = load_function_words(language)
    parser.tokenizer = _Words(parser.tokenizer, language)


def clauses(doc: Doc, sentence: Sentence, language: str, nominal: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of one parsed sentence, in the order of their predicates."""
    layout = doc.user_data[LAYOUT]
    return ClauseMaker(
        doc, layout, sentence, language, nominal, _relations(language), _grammar(language)
    ).clauses()


@cache
def _relations(language: str) -> Relations:
    return Relations(load_function_words(language))


@cache
def _grammar(language: str) -> Grammar:
    """What is particular about the language's verbs; nothing where nobody has written it."""
    there = (language_folder(language) / FILE).is_file()
    return load_grammar(language) if there else Grammar(costs={})
