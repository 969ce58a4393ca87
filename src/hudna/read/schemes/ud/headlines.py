"""Mends sentences without a finite verb: headlines, bulletins and notes, of which parsers have seen few.

"Raids sur la Bekaa" is no adverb, "Saisie d'explosifs par la douane" no verb, "Route coupée par un groupe armé" a
noun with what befell it. Which nouns tell of deeds the triggers of the language say, how participles end its grammar.
"""

from functools import cache

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import lemmas, verb_base
from hudna.knowledge.lexicon import load_triggers
from hudna.knowledge.nouns import nominal_nouns
from hudna.read.schemes.ud.words import base, child, is_finite

_OPENING = frozenset({"ADJ", "DET", "NUM", "PUNCT"})
_LOOSE = frozenset({"nmod", "amod", "appos", "dep", "flat", "advmod", "ROOT", "obl"})
_PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"


def mend_headline(doc: Doc, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """The deed that opens it is a noun, and what befell somebody a participle."""
    if any(t.pos_ in ("VERB", "AUX") and is_finite(t) for t in doc):
        return
    for token in doc:
        if _opens(token) and _may_be_deed(token, small, language):
            _make_noun(token, _deed(token, language))
        elif token.pos_ in ("ADJ", "X") and child(token, "nummod") is not None and base(token) == "ROOT":
            token.pos_ = "NOUN"
    for token in doc:
        _describe(token, small, grammar, language)
    _gather(doc, small, language)


def _gather(doc: Doc, small: FunctionWords, language: str) -> None:
    """ "Rencontre à huis clos entre les chefs": who takes part and against whom belongs to the deed, not to what describes it."""
    for root in [t for t in doc if base(t) == "ROOT" and _is_deed(t, language)]:
        for noun in list(root.subtree):
            if noun.head == root or not _takes_part(noun, small):
                continue
            between = [t for t in noun.ancestors if t.i > root.i]
            if not any(_is_deed(t, language) for t in between):
                noun.head, noun.dep_ = root, "nmod"


def _takes_part(noun: Token, small: FunctionWords) -> bool:
    """Behind "between" or "against", or behind "by" where no participle has him."""
    if noun.pos_ not in ("NOUN", "PROPN") or base(noun) not in ("nmod", "obl"):
        return False
    relations = {small.prepositions.get(c.lower_) for c in noun.lefts if base(c) == "case"}
    return bool(relations & {"between", "against"}) or ("by" in relations and noun.head.pos_ != "VERB")


def _is_deed(token: Token, language: str) -> bool:
    return token.pos_ == "NOUN" and not nominal_nouns(language).isdisjoint(lemmas(token.text, language))


def _opens(token: Token) -> bool:
    """Does nothing but what goes with a noun stand before it in its part of the sentence?"""
    for before in reversed(list(token.doc[: token.i])):
        if before.text in (":", ";"):
            return True
        if before.pos_ not in _OPENING or before.text == ",":
            return False
    return True


def _deed(token: Token, language: str) -> str | None:
    """The noun of a deed that the word may be; the longest where it may be several."""
    found = lemmas(token.text, language) & nominal_nouns(language)
    return max(found, key=len, default=None)


def _may_be_deed(token: Token, small: FunctionWords, language: str) -> bool:
    """A word of a deed that the parser takes for something else, before a preposition or with an adjective alone."""
    if token.pos_ == "NOUN" or _deed(token, language) is None or child(token, "aux", "cop") is not None:
        return False
    behind = next((t for t in token.doc[token.i + 1 :] if t.pos_ != "ADJ"), None)
    return behind is None or behind.is_punct or behind.lower_ in small.prepositions


def _make_noun(token: Token, deed: str | None) -> None:
    token.pos_, token.lemma_ = "NOUN", deed or token.lemma_
    token.set_morph("")  # type: ignore[attr-defined]
    for kid in token.children:
        if base(kid) in ("obl", "obj", "advmod") and kid.pos_ != "ADV":
            kid.dep_ = "nmod"
    before = token.nbor(-1) if token.i else None
    if before is not None and before.pos_ == "ADJ" and base(before) == "ROOT":
        token.head, token.dep_ = token, "ROOT"
        for word in [before, *before.children]:
            if word != token:
                word.head = token
        before.dep_ = "amod"


def _describe(token: Token, small: FunctionWords, grammar: Grammar, language: str) -> None:
    """ "Route coupée par un groupe armé", "douze habitants massacrés": who it befell stands right before."""
    if token.pos_ not in ("NOUN", "ADJ", "X") or base(token) not in _LOOSE or token.i == 0:
        return
    verb = befell(token, grammar, language)
    noun = next((t for t in reversed(list(token.doc[: token.i])) if t.pos_ != "ADJ"), None)
    if verb is None or noun is None or noun.pos_ not in ("NOUN", "PROPN", "X") or child(token, "det", "case"):
        return
    if noun in token.subtree or (noun.lower_ in small.prepositions):
        return
    if noun.pos_ == "X":
        noun.pos_ = "NOUN"
    token.pos_, token.lemma_, token.head, token.dep_ = "VERB", verb, noun, "acl"
    token.set_morph(_PARTICIPLE)  # type: ignore[attr-defined]
    for kid in [k for k in noun.rights if k.i > token.i and base(k) == "nmod"]:
        # "de Goma" may still be the noun's; by whom, where and when are the verb's.
        if any(small.prepositions.get(c.lower_) != "of" for c in kid.lefts if base(c) == "case"):
            kid.head, kid.dep_ = token, "obl"


def befell(token: Token, grammar: Grammar, language: str) -> str | None:
    """The verb of an event of which this is a participle."""
    low = token.lower_
    verb = grammar.participles.get(low) or verb_base(low, low, language)
    if verb == low or verb not in _event_verbs(language):
        return None
    ends = (low == verb.removesuffix(end) + p for end, ps in grammar.participle_endings.items() for p in ps)
    return verb if low in grammar.participles or any(ends) else None


@cache
def _event_verbs(language: str) -> frozenset[str]:
    return frozenset(lemma for t in load_triggers(language) if t.pos == "verb" for lemma in t.lemma)
