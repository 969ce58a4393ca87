"""Mends what a verb is not: "en évacuant" no infinitive and no noun, "vont interpeller" no present."""

from spacy.tokens import Token

from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import verb_base
from hudna.read.schemes.ud.words import base, child, feature, is_gerund, is_participle

_GERUND = "Tense=Pres|VerbForm=Part"
_PARTICIPLE = "Tense=Past|VerbForm=Part"


def gerund(token: Token, grammar: Grammar, language: str) -> None:
    """What ends like a gerund behind its small word is one, and what ends like an infinitive is that."""
    low = token.lower_
    if token.pos_ == "VERB" and feature(token, "VerbForm") == "Fin" and child(token, "aux") is not None:
        # "est interdit aux civils": behind a helping verb stands no form that has a person.
        token.set_morph(_PARTICIPLE)  # type: ignore[attr-defined]
        return
    _undergo(token, grammar)
    _parallel(token)
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


def _parallel(token: Token) -> None:
    """ "…, tuant des bergers et des élèves, incendiant trois greniers": whom it befell burnt nothing, who did it did."""
    if token.pos_ != "VERB" or base(token) != "acl" or not is_gerund(token) or token.i < 2:
        return
    whom = token.head
    while base(whom) == "conj" and whom.head.pos_ in ("NOUN", "PROPN"):
        whom = whom.head
    verb = whom.head
    beside = token.nbor(-1).text == "," and base(whom) in ("obj", "obl") and verb.i < whom.i < token.i
    if beside and verb.pos_ == "VERB" and is_gerund(verb):
        token.head, token.dep_ = verb, "conj"


def _undergo(token: Token, grammar: Grammar) -> None:
    """ "a été assouplie", "est de nouveau ouvert": a participle has a helping verb and no copula."""
    helper = child(token, "cop")
    if helper is None or token.pos_ != "VERB" or not is_participle(token):
        return
    helper.dep_ = "aux:tense" if token.lemma_ in grammar.being else "aux:pass"
    subject = child(token, "nsubj")
    if subject is not None and helper.dep_ == "aux:pass":
        subject.dep_ = "nsubj:pass"
