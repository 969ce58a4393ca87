"""Mends what a verb is not: "en évacuant" no infinitive and no noun, "vont interpeller" no present."""

from spacy.tokens import Token

from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import verb_base
from hudna.read.schemes.ud.words import base, child, is_gerund

_GERUND = "Tense=Pres|VerbForm=Part"


def gerund(token: Token, grammar: Grammar, language: str) -> None:
    """What ends like a gerund behind its small word is one, and what ends like an infinitive is that."""
    low = token.lower_
    if (
        token.pos_ == "VERB"
        and low.endswith(grammar.infinitive_endings)
        and verb_base(low, low, language) == low
    ):
        token.set_morph("VerbForm=Inf")  # type: ignore[attr-defined]
        return
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
