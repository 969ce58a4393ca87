"""Lets whoever stands behind a quotation say it: "« Ils ont tout brûlé », dit un habitant".

A form such as "dit" is a participle as well, and parsers take it for one: then the houses were
said by somebody, and nobody has spoken.
"""

from spacy.tokens import Token

from hudna.knowledge.cues import speech_verbs
from hudna.knowledge.lemmas import lemmas
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import MARKS, NOMINAL, base, child, is_participle

_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_MAY_SPEAK = frozenset({"obj", "nsubj", "appos", "dep", "xcomp", "obl"})
_HUNG = frozenset({"advcl", "acl", "xcomp", "ccomp", "conj", "dep", "amod", "appos"})


def tell_quoted(verb: Token, language: str) -> None:
    """A verb of saying right behind the mark that closes a quotation, with somebody behind it, has him as its subject."""
    if verb.pos_ != "VERB" or not is_participle(verb) or not _closes(verb) or verb.i + 1 >= len(verb.doc):
        return
    says = lemmas(verb.lower_, language) & speech_verbs(language).keys()
    if not says or child(verb, "aux", "cop", "mark") is not None:
        return
    speaker = next((c for c in verb.rights if base(c) in _MAY_SPEAK and c.pos_ in NOMINAL), None)
    if speaker is None or has_case(speaker) or speaker.left_edge.i != verb.i + 1:
        return
    speaker.dep_ = "nsubj"
    verb.set_morph(_PRESENT)  # type: ignore[attr-defined]
    if base(verb) in _HUNG:
        verb.head, verb.dep_ = _main(verb), "parataxis"


def _closes(verb: Token) -> bool:
    """Does a mark stand right before it, with or without a comma?"""
    before = verb.i - 1
    if before > 0 and verb.doc[before].text == ",":
        before -= 1
    return before > 0 and verb.doc[before].text in MARKS


def _main(verb: Token) -> Token:
    """The verb of what is quoted, above whatever noun the parser hung it from."""
    above = verb.head
    while above.pos_ != "VERB" and above.head != above:
        above = above.head
    return above
