"""Hangs who did a deed told by a noun from that noun, and gives back what a parser hung from a word beside it.

"ont confirmé le meurtre de douze civils par l'armée": nobody confirms anything by the army. "des tirs de
missiles de l'armée": the army fires, and the missiles are no army's. "a imputé à un groupe armé la torture de
détenus": no adjective has an object. Which nouns tell of deeds the triggers of the language say.
"""

from spacy.tokens import Token

from hudna.knowledge.function_words import FunctionWords
from hudna.knowledge.nouns import nominal_nouns
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import base, child, is_finite, is_participle, lemma

_NOUNS = frozenset({"NOUN", "PROPN"})
MAX_CLIMB = 4


def hang_doers(token: Token, small: FunctionWords, language: str) -> None:
    """Who did it below what he did."""
    if token.pos_ in _NOUNS and _stands_behind(token, small, "by"):
        _by(token, language)
    elif token.pos_ in _NOUNS and base(token) == "nmod" and _stands_behind(token, small, "of"):
        _of(token, language)
    elif base(token) == "obj" and token.head.pos_ == "ADJ" and child(token, "det") is not None:
        _object_of_nothing(token)
    elif token.pos_ == "VERB" and base(token) == "xcomp":
        _own_object(token)


def _stands_behind(noun: Token, small: FunctionWords, relation: str) -> bool:
    cases = [c for c in noun.lefts if base(c) == "case"]
    return len(cases) == 1 and small.prepositions.get(cases[0].lower_) == relation


def _by(agent: Token, language: str) -> None:
    """ "le meurtre de douze civils par l'armée": from the deed, not from the verb above or the last noun before."""
    if child(agent, "det") is None and agent.pos_ != "PROPN":
        return
    above = agent.head
    if above.pos_ in _NOUNS:
        if _is_deed(above, language):
            return
        deed = next((t for t in _above(above) if _is_deed(t, language)), None)
        verb = next((t for t in _above(above) if t.pos_ == "VERB"), None)
    else:
        deed, verb = None, above
    if deed is None and verb is not None and verb.pos_ == "VERB" and _is_active(verb):
        kids = [c for c in verb.rights if c.i < agent.i and base(c) in ("obj", "nsubj", "obl")]
        deed = next(
            (c for c in reversed(kids) if _is_deed(c, language) and child(c, "nmod") is not None), None
        )
    if deed is not None and deed.i < agent.i:
        agent.head, agent.dep_ = deed, "nmod"


def _above(token: Token) -> list[Token]:
    found, at = [], token
    for _ in range(MAX_CLIMB):
        if at.head == at:
            break
        at = at.head
        found.append(at)
        if at.pos_ == "VERB":
            break
    return found


def _is_deed(noun: Token, language: str) -> bool:
    return noun.pos_ == "NOUN" and lemma(noun, language) in nominal_nouns(language)


def _is_active(verb: Token) -> bool:
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    return is_finite(verb) and not passive


def _of(doer: Token, language: str) -> None:
    """ "des tirs de missiles de l'armée": behind a bare noun the second "of" belongs to the deed."""
    kind = doer.head
    bare = kind.pos_ == "NOUN" and base(kind) == "nmod" and child(kind, "det", "nummod", "amod") is None
    if bare and child(doer, "det") is not None and _is_deed(kind.head, language) and kind.head.i < kind.i:
        doer.head = kind.head


def _object_of_nothing(noun: Token) -> None:
    """An adjective's object is the verb's."""
    verb = next((t for t in _above(noun.head) if t.pos_ == "VERB"), None)
    if verb is not None and not has_case(noun) and child(verb, "obj") is None and verb.i < noun.i:
        noun.head = verb


def _own_object(verb: Token) -> None:
    """ "a annoncé avoir arrêté deux opposants": what stands right behind the second verb is its object."""
    above = verb.head
    perfect = is_participle(verb) and child(verb, "aux") is not None
    if not perfect or above.pos_ != "VERB" or child(verb, "obj") is not None:
        return
    noun = next((c for c in above.rights if base(c) == "obj" and c.i > verb.i), None)
    if noun is not None and noun.left_edge.i == verb.i + 1:
        noun.head = verb
