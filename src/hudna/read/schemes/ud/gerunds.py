"""Mends a verb that says by doing what: "en évacuant la base", taken for an infinitive, a noun or an adjective."""

from spacy.tokens import Token

from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import verb_base
from hudna.read.schemes.ud.words import base, child, is_gerund

_GERUND = "Tense=Pres|VerbForm=Part"


def gerund(token: Token, grammar: Grammar, language: str) -> None:
    """What ends like a gerund behind its small word is one."""
    low = token.lower_
    behind = token.i > 0 and token.nbor(-1).lower_ in grammar.gerund_behind
    if not behind or not low.endswith(grammar.gerund_endings) or is_gerund(token):
        return
    verb = verb_base(low, low, language)
    bare = token.pos_ in ("NOUN", "ADJ") and verb != low and child(token, "det") is None
    if token.pos_ != "VERB" and not bare:
        return
    token.pos_, token.lemma_ = "VERB", verb
    token.set_morph(_GERUND)  # type: ignore[attr-defined]
    if base(token) in ("obl", "nmod"):
        token.dep_ = "advcl"
    word = token.nbor(-1)
    word.head, word.dep_ = token, "mark"
