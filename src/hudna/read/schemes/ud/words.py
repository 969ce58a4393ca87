"""Small facts of a token in Universal Dependencies, in our own terms.

Labels (`obl:arg`, `nsubj:pass`) and features (`Mood=Cnd`) are known in this folder
alone. Words are none: what a language calls "by" or "not" stands in its own folder.
"""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from hudna.knowledge.files import language_folder
from hudna.knowledge.folding import letters
from hudna.knowledge.grammar import FILE, load_grammar
from hudna.knowledge.lemmas import known_word, mended, verb_base
from hudna.knowledge.reading import load_sentence_words

OBJECTS = frozenset({"obj", "iobj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
NAMES = frozenset({"flat", "fixed", "goeswith"})
HELPING = frozenset({"aux", "cop"})
MARKS = '"«»“”'


@cache
def _participles(language: str) -> Mapping[str, str]:
    """The participles that look like nouns, where the language has a grammar."""
    there = (language_folder(language) / FILE).is_file()
    return load_grammar(language).participles if there else {}


def base(token: Token) -> str:
    """The label without its subtype: `obl` of `obl:agent`."""
    return token.dep_.partition(":")[0]


def subtype(token: Token) -> str:
    """The subtype of the label: `agent` of `obl:agent`."""
    return token.dep_.partition(":")[2]


def feature(token: Token, name: str) -> str | None:
    """The value of a feature, such as `Past` of Tense."""
    values = token.morph.get(name, [])
    return values[0] if values else None


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of these labels, subtypes left out."""
    return next((c for c in token.children if base(c) in labels), None)


def children(token: Token, *labels: str) -> list[Token]:
    """All children with one of these labels, subtypes left out, in order."""
    return [c for c in token.children if base(c) in labels]


def helpers(token: Token) -> list[Token]:
    """The helping verbs of a verb, the copula of a predicate."""
    return children(token, "aux", "cop")


def lemma(token: Token, language: str) -> str:
    """The base form in small letters; names stay as they are written."""
    low = letters(token.text.lower())
    if token.pos_ == "PROPN":
        return low
    given = letters(token.lemma_.lower())
    if token.pos_ == "VERB":
        # "sont morts", "l'a reprise": what the grammar knows as a participle is no noun here.
        return given if _participles(language).get(low) == given else letters(verb_base(given, low, language))
    if token.pos_ != "NOUN":
        return given
    if not known_word(low, language):
        # "jihadistes", "dozos": the lemma list does not know the plural, the parser mostly does.
        return letters(load_sentence_words(language).irregular.get(low, given))
    return letters(mended(given, low, language))


def compounded(word: str, language: str) -> tuple[str, ...]:
    """ "attentat-suicide" is an attack: the first part of a word with a hyphen that no list knows."""
    first, hyphen, last = word.partition("-")
    if (
        not first
        or not hyphen
        or "-" in last
        or known_word(word, language)
        or not known_word(first, language)
    ):
        return ()
    return (first,)


def is_verb(token: Token) -> bool:
    """Can this token head a clause of its own?"""
    label = base(token)
    if token.pos_ == "AUX":
        return label not in HELPING and label not in ("case", "fixed", "flat")
    return token.pos_ == "VERB" and label not in ("aux", "case", "fixed", "flat", "det", "punct", "cop")


def is_participle(token: Token) -> bool:
    """ "tués", "arrivés"; a participle that describes going on is a gerund."""
    return feature(token, "VerbForm") == "Part" and feature(token, "Tense") != "Pres"


def is_gerund(token: Token) -> bool:
    """ "tuant", "matando"."""
    form = feature(token, "VerbForm")
    return form in ("Ger", "Conv") or (form == "Part" and feature(token, "Tense") == "Pres")


def is_infinitive(token: Token) -> bool:
    """ "attaquer", also with its helping verb in the infinitive."""
    return feature(first_verb(token), "VerbForm") == "Inf"


def first_verb(token: Token) -> Token:
    """The word of a verb group that bears tense and mood."""
    helping = helpers(token)
    return helping[0] if helping else token


def is_finite(token: Token) -> bool:
    """Does the verb group bear tense and person?"""
    form = feature(first_verb(token), "VerbForm")
    return form == "Fin" or (form is None and bool(helpers(token)))


def is_perfect(token: Token) -> bool:
    """ "a tué", "avoir tué": a participle behind a helping verb of tense; "avoir fait exploser" is as well."""
    helping = [c for c in token.children if base(c) == "aux" and subtype(c) != "pass"]
    causing = len(helping) > 1 and any(is_participle(c) for c in helping)
    return (is_participle(token) and bool(helping)) or causing
