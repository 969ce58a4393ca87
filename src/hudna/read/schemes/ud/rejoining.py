"""Puts back together what a parser took apart: numbers and their nouns, verbs of one subject, "se faire" and its verb.

"Cinq cents paysans" are peasants and no hundreds; "ont attaqué le camp, tué trois soldats" is
two deeds of one subject; "réunis à X, les chefs …" says who has met. Which words these are
stands in the language's grammar.yml.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.grammar import Grammar
from hudna.knowledge.lemmas import verb_base
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import base, child, feature, is_finite, is_participle

_NOUNS = frozenset({"NOUN", "PROPN"})
_LOOSE = frozenset({"amod", "nmod", "flat", "appos", "dep", "fixed"})
_ASIDE = frozenset({"advcl", "conj", "amod", "acl", "dep"})
_ACTIVE = "Tense=Past|VerbForm=Part"
_PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
MAX_CLIMB = 6


def rejoin(doc: Doc, grammar: Grammar, language: str) -> None:
    """Every noun with its number and every verb with those it shares its subject with."""
    for token in reversed(list(doc)):
        if token.lemma_.lower() in grammar.hundreds and token.pos_ in ("NOUN", "NUM"):
            _count(token)
    for token in doc:
        if token.pos_ != "VERB":
            continue
        if feature(token, "VerbForm") == "Inf" and token.lemma_.lower() not in grammar.own_doing:
            _undergo(token, grammar)
        if is_participle(token):
            _go_on(token, grammar)
            _second_deed(token, grammar)
    _open(doc, grammar, language)


def _count(number: Token) -> None:
    """ "Mille cinq cents soldats": the noun behind a number heads the phrase."""
    noun = next((c for c in number.rights if base(c) in _LOOSE and c.pos_ in ("NOUN", "ADJ")), None)
    if noun is None or has_case(noun) or noun.left_edge.i != number.i + 1:
        return
    above, label = number.head, number.dep_
    kids = [c for c in number.children if c != noun]
    root = above == number
    noun.head, noun.dep_ = (noun, label) if root else (above, label)
    noun.pos_ = "NOUN"
    for kid in kids:
        if base(kid) != "nummod":
            kid.head = noun
    number.head, number.dep_, number.pos_ = noun, "nummod", "NUM"


def _undergo(verb: Token, grammar: Grammar) -> None:
    """ "Un commerçant s'est fait enlever": whoever gets himself abducted is abducted."""
    makes = next((c for c in verb.lefts if c.lemma_.lower() in grammar.undergoing), None)
    own = next((c for c in verb.lefts if feature(c, "Reflex") == "Yes"), None)
    if makes is None or own is None or makes.i + 1 != verb.i:
        return
    verb.set_morph(_PARTICIPLE)  # type: ignore[attr-defined]
    own.set_morph("")  # type: ignore[attr-defined]
    own.dep_, makes.dep_, makes.pos_ = "dep", "aux:pass", "AUX"
    subject = next((c for c in verb.lefts if base(c) in ("nsubj", "dep") and c.pos_ in _NOUNS), None)
    if subject is not None:
        subject.dep_ = "nsubj:pass"


def _go_on(verb: Token, grammar: Grammar) -> None:
    """ "ont attaqué le camp, tué trois soldats et emporté des armes": the second deed is no description of the camp."""
    noun = verb.head
    own = next((c for c in verb.rights if base(c) in ("obj", "obl") and _is_told(c)), None)
    if noun.pos_ not in _NOUNS or base(verb) not in ("acl", "conj") or child(verb, "aux", "mark", "nsubj"):
        return
    joined = verb.doc[verb.i - 1].text == "," if base(verb) == "acl" else child(verb, "cc") is not None
    if own is None or own.i < verb.i or not joined:
        return
    above = noun.head
    for _ in range(MAX_CLIMB):
        if above.pos_ == "VERB" or above.head == above:
            break
        above = above.head
    helped = any(c.lemma_.lower() in grammar.helping.have and base(c) == "aux" for c in above.children)
    if above.pos_ == "VERB" and helped and above.i < noun.i and base(noun) != "nsubj":
        verb.head, verb.dep_ = above, "conj"


def _second_deed(verb: Token, grammar: Grammar) -> None:
    """ "ont brûlé des cases le 24 mars, exécuté quatre éleveurs": with an object of its own it is done by who did the first."""
    first = verb.head
    bare = base(verb) == "advcl" and child(verb, "aux", "mark", "nsubj", "case") is None
    if not bare or first.pos_ != "VERB" or first.i > verb.i or verb.nbor(-1).text != ",":
        return
    helped = any(c.lemma_.lower() in grammar.helping.have and base(c) == "aux" for c in first.children)
    if helped and any(base(c) == "obj" and _is_told(c) for c in verb.rights):
        verb.dep_ = "conj"


def _is_told(noun: Token) -> bool:
    """With an article or a number and no preposition it is what the deed befalls."""
    return noun.pos_ in _NOUNS and child(noun, "det", "nummod") is not None and not has_case(noun)


def _open(doc: Doc, grammar: Grammar, language: str) -> None:
    """ "Réunis à X, les chefs ont …": what opens a sentence and is no name says what its subject did before."""
    if len(doc) < 4:
        return
    first = doc[0]
    low = first.lower_
    opens = (
        first.text[:1].isupper() and doc[1].pos_ in ("ADP", "ADV") and verb_base(low, low, language) != low
    )
    if not opens or child(first, "nsubj", "aux", "det", "cop") is not None:
        return
    main = first.head if base(first) in ("advcl", "nsubj", "dislocated", "obl") else None
    if main is not None and base(first) == "nsubj" and first.pos_ in _NOUNS:
        _give_subject(first, main)
    if first.pos_ == "VERB" and is_participle(first) and base(first) in _ASIDE:
        main = first.head if first.head.pos_ == "VERB" and is_finite(first.head) else None
    elif first.pos_ == "VERB" and base(first) == "ROOT":
        main = next(
            (c for c in first.rights if base(c) in ("advcl", "parataxis", "conj") and _tells(c)), None
        )
        if main is not None:
            main.head, main.dep_ = main, "ROOT"
    elif first.pos_ not in ("PROPN", "NOUN", "ADJ") or base(first) != "advcl":
        return
    if main is None or main == first:
        return
    first.head, first.dep_, first.pos_ = main, "advcl", "VERB"
    first.lemma_ = verb_base(low, low, language)
    # "Arrivé à Goma, l'émissaire …": he arrived, and nobody had him arrive.
    first.set_morph(_ACTIVE if first.lemma_ in grammar.being else _PARTICIPLE)  # type: ignore[attr-defined]


def _give_subject(first: Token, main: Token) -> None:
    """ "Réunis à X sous l'égide de Y, des chefs … se sont engagés": behind the comma stands who does it."""
    if main.pos_ != "VERB" or not is_finite(main):
        return
    inside = [t for t in first.subtree if t.i > 1 and t.i < main.i and base(t) in ("conj", "appos", "nmod")]
    for noun in inside:
        opens = noun.pos_ in _NOUNS and not has_case(noun) and child(noun, "det", "nummod") is not None
        if opens and "," in (noun.left_edge.text, noun.doc[noun.left_edge.i - 1].text):
            later = [t for t in inside if t.i > noun.i and base(t) == "conj" and t.head.i < noun.i]
            noun.head, noun.dep_ = main, first.dep_
            for other in later:
                other.head = noun
            first.dep_ = "advcl"
            return


def _tells(verb: Token) -> bool:
    return verb.pos_ == "VERB" and is_finite(verb) and child(verb, "nsubj") is not None
