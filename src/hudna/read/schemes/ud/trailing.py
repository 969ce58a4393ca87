"""Gives a deed back what it did at once, where a parser hung that from who tells it.

"Des rebelles ont attaqué un camp, tuant dix civils, a annoncé un chef": the chief killed nobody.
"""

from collections.abc import Collection

from spacy.tokens import Token

from hudna.knowledge.classes import known_class
from hudna.knowledge.function_words import FunctionWords
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.words import base, child, is_finite, is_gerund, is_infinitive, is_participle, lemma

_MARKS = frozenset({",", "»", "”", '"'})
_BARE = frozenset({"nsubj", "obj", "dep", "obl", "nmod", "advmod"})


def leave_to_deed(says: Token) -> None:
    """What a verb of saying behind its comma has before that comma belongs to the deed that is told."""
    start = _start(says)
    if start < 2 or says.doc[start - 1].text not in _MARKS:
        return
    told = [c for c in says.lefts if c.i < start - 1]
    deed = _deed(says, start)
    if deed is None:
        return
    for doing in [c for c in told if is_gerund(c) and c.i > deed.i]:
        _give(doing, deed, [c for c in told if c.i > doing.i])
    for done in [c for c in told if is_infinitive(c) and c.i > deed.i and child(c, "mark") is not None]:
        # "… ont pris le poste avant d'en être chassés, a dit un élu": what came of it came of the deed.
        done.head, done.dep_ = deed, "advcl"


def hang_source(word: Token, small: FunctionWords) -> None:
    """ "…, faisant dix morts, selon deux habitants": who tells the sentence, not only what was done at once."""
    case = child(word, "case")
    doing = word.head
    if base(word) not in ("obl", "nmod") or case is None or case.i == 0 or case.nbor(-1).text != ",":
        return
    if small.prepositions.get(case.lower_) != "according to":
        return
    while not (is_gerund(doing) or doing.head == doing) and doing.i > 0:
        doing = doing.head
    if is_gerund(doing) and base(doing) == "advcl" and doing.head.pos_ == "VERB" and doing.head.i < doing.i:
        word.head, word.dep_ = doing.head, "obl:mod"


def leave_place(verb: Token, speaking: Collection[str], language: str) -> None:
    """ "ont attaqué une base à X, dans la province de Y, tuant dix soldats": no province kills."""
    noun = verb.head
    if (
        base(verb) not in ("acl", "advcl", "amod")
        or noun.pos_ not in ("NOUN", "PROPN")
        or not is_gerund(verb)
    ):
        return
    if noun.dep_ == "obl:agent" or lemma(verb, language) in speaking:
        return
    things = known_class(language, "facility") | known_class(language, "settlement")
    if verb.i == 0 or verb.nbor(-1).text != "," or not (has_case(noun) or lemma(noun, language) in things):
        return
    deed = next((t for t in noun.ancestors if t.pos_ == "VERB" and is_finite(t)), None)
    if deed is not None and deed.i < noun.i:
        verb.head, verb.dep_ = deed, "advcl"


def describe_teller(verb: Token, says: Token, citing: Collection[str], language: str) -> None:
    """ "…, ont annoncé les rebelles, cités par leur chaîne": behind its comma it describes who tells."""
    if verb.head != says or verb.i < 2 or verb.nbor(-1).text != "," or not is_participle(verb):
        return
    before = [c for c in says.rights if c.i < verb.i and c.pos_ in ("NOUN", "PROPN")]
    if before and lemma(verb, language) in citing:
        verb.head, verb.dep_, verb.pos_ = before[-1], "acl", "VERB"


def _start(says: Token) -> int:
    """Where the verb begins with its helping verbs and pronouns, which stand right before it."""
    start = says.i
    while start and says.doc[start - 1].head == says and says.doc[start - 1].pos_ in ("AUX", "PRON", "ADV"):
        start -= 1
    return start


def _deed(says: Token, start: int) -> Token | None:
    """The finite verb above the saying, or below it where the parser took the saying for the sentence."""
    above = says.head
    if above != says:
        return above if above.pos_ == "VERB" and above.i < start - 1 else None
    below = (c for c in says.lefts if c.pos_ == "VERB" and c.i < start - 1 and is_finite(c))
    return next((c for c in below if child(c, "nsubj") is not None and child(c, "mark") is None), None)


def _give(doing: Token, deed: Token, loose: list[Token]) -> None:
    """The gerund goes with the deed, and what stood loose behind it is its object."""
    doing.head, doing.dep_, doing.pos_ = deed, "advcl", "VERB"
    for word in loose:
        if base(word) in _BARE and word.pos_ in ("NOUN", "PROPN", "NUM"):
            word.head, word.dep_ = doing, "obj" if child(doing, "obj") is None else "dep"
        elif word.is_punct:
            word.head = doing
