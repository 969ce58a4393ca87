"""English as spaCy's English models label it: ClearNLP dependencies, Penn tags.

What is written in English here belongs to that scheme, which exists for English
alone; nothing of it reaches the rules, which see clauses with canonical names.
"""

from spacy.language import Language
from spacy.tokens import Doc

from hudna.model.clause import Clause
from hudna.read.schemes.clearnlp.accorded import ACCORDED
from hudna.read.schemes.clearnlp.articled import ARTICLED
from hudna.read.schemes.clearnlp.attributions import ATTRIBUTIONS
from hudna.read.schemes.clearnlp.clauses import ClauseMaker
from hudna.read.schemes.clearnlp.closing import CLOSING
from hudna.read.schemes.clearnlp.coarse import COARSE
from hudna.read.schemes.clearnlp.deeds import DEEDS
from hudna.read.schemes.clearnlp.described import DESCRIBED
from hudna.read.schemes.clearnlp.flashes import FLASHES
from hudna.read.schemes.clearnlp.going_on import GOING_ON
from hudna.read.schemes.clearnlp.guises import GUISES
from hudna.read.schemes.clearnlp.headlines import HEADLINES
from hudna.read.schemes.clearnlp.lemmas import LEMMAS_KEPT
from hudna.read.schemes.clearnlp.reduced import REDUCED
from hudna.read.schemes.clearnlp.slips import SLIPS
from hudna.read.schemes.clearnlp.telegraphic import TELEGRAPHIC
from hudna.read.sentence import Sentence

# Named entities cost as much as the parse and a lexicon knows the actors better (docs/decisions/).
EXCLUDED = ("ner", "attribute_ruler")


def prepare(parser: Language, _: str) -> None:
    """The coarse tags by table, before the lemmatiser that needs them, over trees that are mended where they show it."""
    parser.add_pipe(TELEGRAPHIC, before="lemmatizer")
    parser.add_pipe(ARTICLED, before="lemmatizer")
    parser.add_pipe(HEADLINES, before="lemmatizer")
    parser.add_pipe(ACCORDED, before="lemmatizer")
    parser.add_pipe(GUISES, before="lemmatizer")
    parser.add_pipe(FLASHES, before="lemmatizer")
    parser.add_pipe(SLIPS, before="lemmatizer")
    parser.add_pipe(GOING_ON, before="lemmatizer")
    parser.add_pipe(DEEDS, before="lemmatizer")
    parser.add_pipe(DESCRIBED, before="lemmatizer")
    parser.add_pipe(REDUCED, before="lemmatizer")
    parser.add_pipe(ATTRIBUTIONS, before="lemmatizer")
    parser.add_pipe(CLOSING, before="lemmatizer")
    parser.add_pipe(COARSE, before="lemmatizer")
    parser.add_pipe(LEMMAS_KEPT, after="lemmatizer")


def clauses(doc: Doc, sentence: Sentence, language: str, nominal: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of one parsed sentence, in the order of their predicates."""
    return ClauseMaker(doc, sentence, language, nominal).clauses()
