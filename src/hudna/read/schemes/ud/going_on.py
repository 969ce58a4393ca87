"""Hangs a verb that goes on with the sentence from the verb before, not from the noun or the relative clause that stands nearer."""

from spacy.tokens import Token

from hudna.read.schemes.ud.words import base, child, feature, is_finite, is_participle


def leave_relative(verb: Token) -> None:
    """ "Les soldats, qui devaient partir, se sont retirés mais …": behind its comma the main verb goes on."""
    relative = verb.head
    alone = child(verb, "nsubj", "cc", "mark") is None and is_finite(verb)
    if relative.dep_ != "acl:relcl" or not alone:
        return
    first = min([verb, *verb.lefts], key=lambda t: t.i)
    main = relative.head.head
    parted = first.i > 0 and (first.is_punct or first.nbor(-1).is_punct)
    if parted and main.pos_ == "VERB" and main != relative and relative.head.i < relative.i:
        verb.head, verb.dep_ = main, "conj"


def take_subject(verb: Token) -> None:
    """ "ont tué quatre soldats et l'armée a tué neuf rebelles": who stands between "et" and a verb with an object does that."""
    start = min([verb.i, *(kid.i for kid in verb.lefts)])
    if child(verb, "obj") is None or child(verb, "nsubj", "cc", "mark") is not None or start == 0:
        return
    if not (is_finite(verb) or child(verb, "aux") is not None):
        return
    noun = verb.nbor(start - 1 - verb.i)
    while base(noun) != "conj" and noun.head.i > verb.head.i and noun.head != noun:
        noun = noun.head
    joint, first = child(noun, "cc"), noun.head
    told = base(noun) == "conj" and noun.pos_ in ("NOUN", "PROPN") and child(noun, "case") is None
    held = base(first) in ("obj", "obl") and first.head == verb.head and noun.right_edge.i == start - 1
    if told and held and joint is not None and joint.i == noun.left_edge.i:
        noun.head, noun.dep_, joint.head, verb.dep_ = verb, "nsubj", verb, "conj"


def leave_object(verb: Token) -> None:
    """ "ont fait irruption dans le village et ont ouvert le feu": a verb goes on from the verb, not from its object."""
    noun = verb.head
    alone = child(verb, "nsubj", "mark") is None and (is_finite(verb) or _differs(verb, noun))
    if noun.pos_ not in ("NOUN", "PROPN") or not alone or child(noun, "cop", "aux") is not None:
        return
    above = noun.head
    for _ in range(3):
        if above.pos_ == "VERB" or above.head == above:
            break
        above = above.head
    if above.pos_ == "VERB" and is_finite(above) and above.i < noun.i and base(noun) != "nsubj":
        verb.head = above


def _differs(verb: Token, noun: Token) -> bool:
    """ "a recensé quatorze trajectoires et appelé à la retenue": a participle that does not agree with the noun goes on from the verb."""
    agrees = all(
        feature(verb, name) in (feature(noun, name), None) or feature(noun, name) is None
        for name in ("Gender", "Number")
    )
    return is_participle(verb) and child(verb, "cc") is not None and not agrees
