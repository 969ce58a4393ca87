"""Mends who says a sentence, where a parser took the words before the comma for his.

"La Russie et l'Ukraine ont échangé des prisonniers, a annoncé le ministère": the first of
the two hangs from the verb of saying at the end. "Le bataillon a brûlé des maisons,
rapporte un élu": no house reports anything.
"""

from collections.abc import Collection

from spacy.tokens import Doc, Token

from hudna.knowledge.function_words import FunctionWords
from hudna.read.schemes.ud.relations import has_case
from hudna.read.schemes.ud.trailing import describe_teller, hang_source, leave_place, leave_to_deed
from hudna.read.schemes.ud.words import (
    NOMINAL,
    base,
    child,
    feature,
    is_finite,
    is_gerund,
    is_participle,
    lemma,
)

MAX_CLIMB = 10
_MAY_BE_OBJECT = frozenset({"obj", "obl", "nmod", "xcomp", "nsubj"})


def part_speakers(
    doc: Doc, saying: Collection[str], citing: Collection[str], small: FunctionWords, language: str
) -> None:
    """Every verb of saying behind a comma, with a noun behind it, only adds who says what stands before."""
    for says in doc:
        hang_source(says, small)
        leave_place(says, {*saying, *citing}, language)
        if says.pos_ == "VERB" and lemma(says, language) in saying:
            _several(says, small)
            _step_aside(says)
            leave_to_deed(says)
            for verb in list(says.rights):
                describe_teller(verb, says, citing, language)
    for says in doc:
        if says.pos_ != "VERB" or not _opens_part(says) or lemma(says, language) not in saying:
            continue
        speaker = next((c for c in says.rights if _may_speak(c)), None) or _behind_an_oblique(says)
        if speaker is None or any(base(c) == "ccomp" for c in says.rights):
            continue
        if base(says) == "ROOT":
            _lower(says, speaker)
        elif base(says) == "punct":
            # ", ont indiqué les autorités": what stands behind a comma is no comma.
            says.dep_, speaker.dep_ = "parataxis", "nsubj"
        elif base(says) in ("advcl", "dep") and not is_gerund(says) and not _is_relative(says):
            _adds(says, speaker)
        elif base(says) == "conj":
            _elliptic(says, speaker)
            _goes_before(says, speaker)
        elif base(says) in ("acl", "amod") and not _is_relative(says):
            _lift(says, speaker)


def _several(says: Token, small: FunctionWords) -> None:
    """ "…, témoignent des riverains": the article of several, taken for a preposition."""
    if not _opens_part(says) or not is_finite(says) or says.i + 1 >= len(says.doc):
        return
    word = says.nbor(1)
    noun = word.head
    if (
        base(word) != "case"
        or feature(word, "Number") != "Plur"
        or small.determiners.get(word.lower_) != "a"
        or noun.head != says
        or base(noun) not in ("obl", "obj")
    ):
        return
    for kid in [c for c in says.lefts if base(c) == "nsubj"]:
        kid.dep_ = "dep"
    word.dep_, word.pos_, noun.dep_ = "det", "DET", "nsubj"


def _step_aside(says: Token) -> None:
    """ "Le 13 octobre, rapporte un réseau, des hommes ont attaqué …": what stands behind the speaker heads the sentence."""
    if base(says) != "ROOT" or not is_finite(says) or child(says, "nsubj", "ccomp", "xcomp") is not None:
        return
    speaker = next((c for c in says.rights if _may_speak(c) and c.i - says.i <= MAX_CLIMB), None)
    if speaker is None or says.left_edge.i > says.i:
        return
    told = next((c for c in speaker.rights if base(c) == "acl" and _stands_alone(c)), None)
    if told is None:
        return
    told.head, told.dep_ = told, "ROOT"
    says.head, says.dep_, speaker.dep_ = told, "parataxis", "obj"


def _stands_alone(verb: Token) -> bool:
    """A finite verb with a subject of its own behind a comma, and no relative word."""
    subject = child(verb, "nsubj")
    if subject is None or feature(subject, "PronType") == "Rel" or not is_finite(verb) or _is_relative(verb):
        return False
    first = verb.left_edge
    return first.i > 0 and (first.is_punct or first.nbor(-1).is_punct)


def _opens_part(says: Token) -> bool:
    """Does the verb with its helping verbs stand right behind a comma or a closing mark?"""
    start = min([says, *(c for c in says.children if base(c) == "aux")], key=lambda t: t.i).i
    helped = is_finite(says) or not (is_participle(says) or is_gerund(says))
    return helped and start > 0 and says.doc[start - 1].text in {",", "»", "”", '"'}


def _may_speak(token: Token) -> bool:
    return token.pos_ in NOMINAL and not has_case(token) and base(token) in _MAY_BE_OBJECT


def _behind_an_oblique(says: Token) -> Token | None:
    """ "a dénoncé dans un communiqué le chef de la mission": who speaks has no preposition of his own."""
    for kid in says.rights:
        found = next((c for c in kid.rights if base(c) in ("nmod", "obj", "appos") and _is_named(c)), None)
        if found is not None and base(kid) == "obl" and has_case(kid):
            found.head = says
            return found
    return None


def _is_named(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and not has_case(noun) and child(noun, "det") is not None


def _is_relative(says: Token) -> bool:
    return any(feature(c, "PronType") == "Rel" for c in says.lefts) or child(says, "mark") is not None


def _lift(says: Token, speaker: Token) -> None:
    """From the noun it hangs from to the verb above."""
    above = says.head
    for _ in range(MAX_CLIMB):
        if above.pos_ == "VERB" or above.head == above:
            break
        above = above.head
    if above.i < says.i:
        says.head, says.dep_, speaker.dep_ = above, "parataxis", "nsubj"


def _lower(says: Token, speaker: Token) -> None:
    """From the head of the sentence to the verb before the comma, which takes its own subject back."""
    first = child(says, "nsubj")
    if first is None or first.i > says.i:
        # "Neuf rebelles et deux civils sont morts, ont indiqué des élus": the first of the two hangs loose.
        first = next((c for c in says.lefts if _shares_verb(c, says)), None)
    if first is None:
        # "… lorsqu'un obus s'est abattu sur une école, a annoncé le réseau": two sentences to the parser.
        tells = next((t for t in says.doc if base(t) == "ROOT" and _tells(t) and t.i < says.i), None)
        tells = tells or next((c for c in says.lefts if _is_whole(c)), None)
        if tells is not None:
            tells.head, tells.dep_ = tells, "ROOT"
            says.head, says.dep_, speaker.dep_ = tells, "parataxis", "nsubj"
        return
    if first.pos_ == "VERB" and is_finite(first):
        # "C'est l'armée qui a tiré, soutient X": a whole sentence is no subject.
        first.head, first.dep_ = first, "ROOT"
        says.head, says.dep_, speaker.dep_ = first, "parataxis", "nsubj"
        return
    tells = next((c for c in first.children if _goes_on(c, first, says)), None)
    if tells is not None:
        second, joint = child(tells, "nsubj"), child(tells, "cc")
        if second is not None and joint is not None:
            second.head, second.dep_, joint.head = first, "conj", second
    else:
        tells = next((c for c in says.lefts if _told(c, first) or _stands_between(c, first)), None)
        tells = tells or next((c for c in first.rights if child(c, "cop") is not None and c.i < says.i), None)
    if tells is None:
        return
    kids = [c for c in says.children if c.i < tells.i and c != first]
    tells.head, tells.dep_ = tells, "ROOT"
    for kid in kids:
        kid.head = tells
    first.head, first.dep_ = tells, "nsubj" if first.i < tells.i else "dep"
    says.head, says.dep_, speaker.dep_ = tells, "parataxis", "nsubj"


def _adds(says: Token, speaker: Token) -> None:
    """ "… ont arrêté deux opposants, ont précisé les autorités": no clause beside it, and what stands before the comma is not its subject."""
    above = says.head
    if above.pos_ != "VERB" or above.i > says.i:
        return
    for first in [c for c in says.lefts if base(c) == "nsubj"]:
        lacks = child(above, "obj", "ccomp") is None and not any(c.dep_ == "aux:pass" for c in above.children)
        first.head, first.dep_ = above, "obj" if lacks and first.i > above.i else "dep"
    says.dep_, speaker.dep_ = "parataxis", "nsubj"


def _tells(verb: Token) -> bool:
    return verb.pos_ == "VERB" and is_finite(verb)


def _is_whole(verb: Token) -> bool:
    """ "L'armée a attaqué un site, tuant dix civils, a annoncé un chef": a whole clause, hung as an aside."""
    whole = _tells(verb) and child(verb, "mark") is None and child(verb, "nsubj") is not None
    return whole and base(verb) in ("advcl", "ccomp", "parataxis")


def _elliptic(says: Token, speaker: Token) -> None:
    """ "Le village a été incendié et son imam enlevé, rapporte le quotidien": the imam was abducted and reports nothing."""
    subject = child(says, "nsubj")
    if subject is None or subject.i > says.i:
        return
    done = next((c for c in subject.rights if base(c) in ("acl", "amod") and is_participle(c)), None)
    above = says.head
    if done is None or not done.i < says.i or above.pos_ != "VERB" or child(done, "aux") is not None:
        return
    for joint in [c for c in says.lefts if base(c) == "cc" and c.i < subject.i]:
        joint.head = done
    done.head, done.dep_, done.pos_ = above, "conj", "VERB"
    subject.head, subject.dep_ = done, "nsubj:pass"
    says.dep_, speaker.dep_ = "parataxis", "nsubj"


def _goes_before(says: Token, speaker: Token) -> None:
    """ "Berlin livrera deux systèmes, promet le ministre": what stands before the comma is the object of the verb before."""
    subject, above = child(says, "nsubj"), says.head
    joined = base(says) == "conj" and child(says, "cc") is None and above.pos_ == "VERB"
    if joined and subject is not None and above.i < subject.i < says.i and child(above, "obj") is None:
        _adds(says, speaker)


def _shares_verb(noun: Token, says: Token) -> bool:
    """A noun without a preposition, to which a verb and its own subject are joined."""
    loose = noun.pos_ in ("NOUN", "PROPN") and not has_case(noun)
    return loose and any(_goes_on(c, noun, says) for c in noun.children)


def _goes_on(verb: Token, first: Token, says: Token) -> bool:
    """A finite verb between the two, with a second noun before it that "and" joins to the first."""
    second = child(verb, "nsubj")
    between = base(verb) == "conj" and verb.pos_ == "VERB" and is_finite(verb) and first.i < verb.i < says.i
    return between and second is not None and second.i < verb.i and child(verb, "cc") is not None


def _stands_between(verb: Token, first: Token) -> bool:
    """ "Les manifestants, qui …, ont saccagé un dépôt, a dénoncé le chef": what they did stands before the second comma."""
    bare = child(verb, "nsubj", "mark", "cc") is None and base(verb) in (
        "conj",
        "ccomp",
        "parataxis",
        "advcl",
    )
    return verb.pos_ == "VERB" and is_finite(verb) and first.i < verb.i and bare


def _told(verb: Token, first: Token) -> bool:
    """ "Trois policiers ont été blessés, l'un d'eux grièvement, a confirmé le maire": what is told stands before both."""
    return verb.pos_ == "VERB" and is_finite(verb) and verb.i < first.i and child(verb, "mark") is None
