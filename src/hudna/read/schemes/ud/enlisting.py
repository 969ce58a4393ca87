"""Joins places named in a row, where a parser hung each of them from something else.

"Ils ont pillé à Sanda, Korbo, Tessi et Malka »", dit un habitant": four places were pillaged, and none
of them speaks. A row is what names alone make, with commas between and "and" before the last; whoever
acts, and whatever has a preposition of its own, is no part of it.
"""

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import MARKS, base, child

_PLACED = frozenset({"in", "at", "to", "from", "near", "toward", "of"})
_HUNG = frozenset({"ROOT", "obl", "nmod", "appos", "conj", "flat", "dep", "obj", "amod", "advmod", "punct"})
# A name right behind a verb, hung so, is what is done something to.
_LOOSE = frozenset({"obj", "punct"})
# So many names behind the first make a row: "à Sanda, Korbo et Malka".
_ROW = 2


def enlist(doc: Doc, small: FunctionWords) -> None:
    """Every row of places from its first."""
    for token in doc:
        row = _row(token) if _opens(token, small) else []
        if len(row) >= _ROW and not _is_act(row) and not _is_joined(token, row):
            _join(token, row)


def _opens(token: Token, small: FunctionWords) -> bool:
    """ "à Sanda", "a repris Sanda": a name behind a preposition of place, or right behind what is done to it."""
    if not _is_name(token) or token.i == 0:
        return False
    before = token.nbor(-1)
    if base(token) in ("obl", "nmod") and base(before) == "case" and before.head == token:
        return small.prepositions.get(before.lower_) in _PLACED
    hung = (before == token.head and base(token) in _LOOSE) or base(token) == "ROOT"
    return hung and before.pos_ == "VERB" and child(before, "obj") in (None, token)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "X", "ADJ")


def _row(first: Token) -> list[Token]:
    """The names behind the first; none unless the row is closed by "and" and one more."""
    doc, row, at = first.doc, list[Token](), first.i + 1
    while at + 1 < len(doc) and (doc[at].text == "," or doc[at].pos_ == "CCONJ"):
        name, closes = doc[at + 1], doc[at].pos_ == "CCONJ"
        if not _is_name(name) or has_case(name) or child(name, "det") is not None:
            return []
        row.append(name)
        if closes:
            return row if _is_closed(doc, at + 2) else []
        at += 2
    return []


def _is_closed(doc: Doc, at: int) -> bool:
    """Nothing that is still part of a name, and no verb, stands right behind the row."""
    return at >= len(doc) or not (doc[at].text[:1].isupper() or doc[at].pos_ in ("AUX", "VERB", "PRON"))


def _is_act(row: list[Token]) -> bool:
    """Whoever acts is in no row of places, unless a mark closes what was said before the verb that he would be of."""
    for name in row:
        if base(name) in _HUNG:
            continue
        verb = name.head
        behind = list(name.doc[row[-1].i + 1 : max(verb.i, row[-1].i + 1)])
        if base(name) != "nsubj" or not any(t.text in MARKS for t in behind):
            return True
    return False


def _is_joined(first: Token, row: list[Token]) -> bool:
    inside = {first.i, *(name.i for name in row)}
    return all(base(name) == "conj" and name.head.i in inside for name in row) and base(first) in (
        "obl",
        "nmod",
        "obj",
    )


def _join(first: Token, row: list[Token]) -> None:
    names = {name.i for name in row}
    verbs = [name.head for name in row if base(name) == "nsubj" and name.head.i > row[-1].i]
    for name in row:
        for loose in [c for c in name.children if c.i not in names and not c.is_punct and base(c) != "cc"]:
            if loose.i > row[-1].i:
                loose.head = first
        name.head, name.dep_ = first, "conj"
        joint = name.nbor(-1)
        joint.head = name
        if joint.pos_ == "CCONJ":
            joint.dep_ = "cc"
    if base(first) in ("punct", "ROOT"):
        first.head, first.dep_ = first.nbor(-1), "obj"
    for verb in verbs:
        _leave(first, verb)


def _leave(first: Token, verb: Token) -> None:
    """ "… et Malka », dit un habitant": the verb tells what is quoted, and who stands behind it speaks."""
    speaker = next((c for c in verb.rights if base(c) == "obj" and not has_case(c)), None)
    if speaker is not None:
        speaker.dep_ = "nsubj"
    above = first.head
    while base(above) != "ROOT" and above.pos_ != "VERB":
        above = above.head
    if base(verb) == "ROOT" and above != verb and verb not in above.ancestors:
        verb.head, verb.dep_ = above, "parataxis"
