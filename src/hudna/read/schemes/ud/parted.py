"""Mends a sentence whose two subjects a parser took for one clause each.

"La Russie et l'Ukraine ont échangé des prisonniers, a annoncé le ministère": the first of
the two hangs from the verb of saying at the end, though it acts beside the second.
"""

from spacy.tokens import Doc, Token

from hudna.read.schemes.ud.words import NOMINAL, base, child, is_finite
from hudna.read.schemes.ud.relations import has_case


def speaks_alone(doc: Doc) -> None:
    """A verb behind a comma with a noun behind it has nobody before the comma for its subject."""
    for says in doc:
        first = child(says, "nsubj")
        if base(says) != "ROOT" or says.pos_ != "VERB" or first is None or first.i > says.i:
            continue
        tells = next((c for c in first.children if _goes_on(c, first, says)), None)
        speaker = next((c for c in says.rights if _may_speak(c)), None)
        if tells is not None and speaker is not None and _opens_part(says):
            _part(says, first, tells, speaker)


def _goes_on(verb: Token, first: Token, says: Token) -> bool:
    """A finite verb between the two, with a second noun before it that "and" joins to the first."""
    second = child(verb, "nsubj")
    between = base(verb) == "conj" and verb.pos_ == "VERB" and is_finite(verb) and first.i < verb.i < says.i
    return between and second is not None and second.i < verb.i and child(verb, "cc") is not None


def _may_speak(token: Token) -> bool:
    return token.pos_ in NOMINAL and not has_case(token) and base(token) in ("obj", "obl", "nmod", "xcomp")


def _opens_part(says: Token) -> bool:
    start = min([says, *(c for c in says.children if base(c) == "aux")], key=lambda t: t.i).i
    return start > 0 and says.doc[start - 1].is_punct


def _part(says: Token, first: Token, tells: Token, speaker: Token) -> None:
    second, joint = child(tells, "nsubj"), child(tells, "cc")
    tells.head, tells.dep_ = tells, "ROOT"
    for kid in [c for c in says.children if c.i < tells.i and c != first]:
        kid.head = tells
    first.head, first.dep_ = tells, "nsubj"
    if second is not None and joint is not None:
        second.head, second.dep_ = first, "conj"
        joint.head = second
    says.head, says.dep_ = tells, "parataxis"
    speaker.dep_ = "nsubj"
