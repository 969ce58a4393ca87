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
    # "écrit" is a noun to the list of lemmas, and a verb to the parser.
    says = {verb.lemma_, *lemmas(verb.lower_, language)} & speech_verbs(language).keys()
    if not says or child(verb, "aux", "cop", "mark") is not None:
        return
    speaker = _right_behind(verb) or _behind_hearer(verb)
    if speaker is None:
        return
    speaker.head, speaker.dep_ = verb, "nsubj"
    verb.set_morph(_PRESENT)  # type: ignore[attr-defined]
    if base(verb) in _HUNG:
        verb.head, verb.dep_ = _main(verb), "parataxis"


def _right_behind(verb: Token) -> Token | None:
    speaker = next((c for c in verb.rights if base(c) in _MAY_SPEAK and c.pos_ in NOMINAL), None)
    fits = speaker is not None and not has_case(speaker) and speaker.left_edge.i == verb.i + 1
    return speaker if fits else None


def _behind_hearer(verb: Token) -> Token | None:
    """ "dit à l'agence un responsable", "dit au téléphone Ali Kadri": who tells stands behind who hears it."""
    hearer = next((c for c in verb.rights if base(c) == "obl"), None)
    if hearer is None or not has_case(hearer) or hearer.left_edge.i != verb.i + 1:
        return None
    near = [*hearer.rights, *(c for c in verb.rights if c.i > hearer.i)]
    at = hearer.i + 1
    found = next((c for c in near if c.pos_ in NOMINAL and c.left_edge.i == at and not has_case(c)), None)
    if found is None or not (found.pos_ == "PROPN" or child(found, "det", "nummod") is not None):
        return None
    for aside in [c for c in hearer.rights if c.i > found.i]:
        aside.head = found
    return found


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
