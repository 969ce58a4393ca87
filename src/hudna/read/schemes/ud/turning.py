"""Gives a verb with a pronoun for object before it the noun behind it for subject.

"Comme l'en accuse le mouvement", "l'a annoncé le ministère": a verb has one object, so what
stands behind it does what is told. A number that hangs from its noun as if it were one of its
qualities ("l'envoi de 200 militaires") gives its preposition back.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import base, child, is_finite

_NOUNS = frozenset({"NOUN", "PROPN"})


def turn(doc: Doc, small: FunctionWords) -> None:
    """Every verb with who stands behind it, every counted noun with its preposition."""
    for token in doc:
        if token.pos_ == "VERB" and child(token, "nsubj", "csubj") is None and _is_told(token):
            _who_behind(token, small)
        if token.pos_ == "NOUN" and base(token) == "amod":
            _counted(token)


def _is_told(verb: Token) -> bool:
    return is_finite(verb) or any(is_finite(c) for c in verb.children if base(c) == "aux")


def _who_behind(verb: Token, small: FunctionWords) -> None:
    """ "l'en accuse le mouvement": whose object is a pronoun that may be an article as well, has no second one."""
    before = [c for c in verb.lefts if base(c) in ("obj", "iobj") and _is_object(c, small)]
    noun = next((c for c in verb.rights if base(c) == "obj"), None)
    if not before or noun is None or noun.pos_ not in _NOUNS or has_case(noun):
        return
    if any(t.is_punct for t in verb.doc[verb.i + 1 : noun.left_edge.i]):
        return
    noun.dep_ = "nsubj"


def _is_object(word: Token, small: FunctionWords) -> bool:
    low = word.lower_
    return small.determiners.get(low) == "the" and low in small.pronouns


def _counted(noun: Token) -> None:
    """ "l'envoi de 200 militaires": the preposition of the number is the noun's."""
    number = child(noun, "nummod")
    of = child(number, "case") if number is not None else None
    if of is not None and noun.head.pos_ in _NOUNS and noun.head.i < of.i:
        of.head, noun.dep_ = noun, "nmod"
