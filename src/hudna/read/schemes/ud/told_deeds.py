"""Deeds in a gerund behind what is told of are of whoever it is told of, not of who tells it.

"A accusé les rebelles d'avoir pris le bourg, ayant tué dix civils": the rebels killed them. "Ont confirmé des
frappes, visant un camp": the strikes aimed at it.
"""

from spacy.tokens import Token

from hudna.knowledge.cues import speech_verbs
from hudna.knowledge.grammar import Grammar
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import base, child, is_gerund, is_infinitive, lemma


def hang_told(verb: Token, grammar: Grammar, language: str) -> None:
    """A gerund behind a comma under a verb of telling, hung where its doer stands."""
    above = verb.head
    comma = verb.left_edge.i - 1 if verb.left_edge.text != "," else verb.left_edge.i
    if not _is_gerund(verb) or base(verb) not in ("advcl", "conj") or above.i > verb.i:
        return
    if comma < 1 or verb.doc[comma].text != "," or not _tells(above, grammar, language):
        return
    if _tells(verb, grammar, language) or child(verb, "mark", "nsubj") is not None:
        return
    done = next(
        (k for k in above.rights if base(k) == "xcomp" and is_infinitive_deed(k) and k.i < comma), None
    )
    if done is not None:
        verb.head, verb.dep_ = done, "advcl"
        return
    last = comma - 1 - (verb.doc[comma - 1].is_quote if comma > 1 else 0)
    told = [k for k in above.rights if base(k) in ("obj", "obl") and k.pos_ == "NOUN" and not has_case(k)]
    nearest = next((k for k in told if k.right_edge.i in (last, comma - 1)), None)
    if nearest is not None:
        verb.head, verb.dep_ = nearest, "acl"


def is_infinitive_deed(token: Token) -> bool:
    """ "de prendre", "d'avoir pris": an infinitive, or a participle whose helping verb is one."""
    helper = child(token, "aux")
    return is_infinitive(token) or (helper is not None and is_infinitive(helper))


def _is_gerund(verb: Token) -> bool:
    helper = child(verb, "aux")
    return verb.pos_ == "VERB" and (is_gerund(verb) or (helper is not None and is_gerund(helper)))


def _tells(verb: Token, grammar: Grammar, language: str) -> bool:
    word = lemma(verb, language)
    return word in grammar.by_object or word in speech_verbs(language)
