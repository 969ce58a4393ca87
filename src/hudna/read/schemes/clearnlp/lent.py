"""Which token is the subject of a verb that has none of its own, where the parser hung it elsewhere?

Each question is one slip that the parser makes again and again in news English, and
asks only for what the tags and labels show.
"""

from spacy.tokens import Token

from hudna.read.schemes.clearnlp.words import PASSIVE_SUBJECTS, SUBJECTS, child, is_verb

FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Adjectives and participles that hand the subject on: "are due to meet", "is set to sign".
_READY = frozenset({"acomp", "oprd", "attr"})
# Verbs whose object is to do what follows, though the parser may hang it as an aim.
BIDDING = frozenset(
    """ask order urge tell enjoin instruct direct command summon oblige compel force press beg implore exhort entreat invite
    require request persuade convince encourage allow permit authorise authorize enable task mandate warn forbid""".split()
)
MONTHS = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)


def is_finite(token: Token) -> bool:
    """Has the verb a tense of its own?"""
    return token.tag_ in FINITE or child(token, "aux", "auxpass") is not None


def bidden(token: Token, head: Token) -> bool:
    """ "enjoined the rebels to vacate the city": said to whom is told to, not an aim of who tells."""
    infinitive = any(t.dep_ == "aux" and t.tag_ == "TO" for t in token.children)
    return infinitive and head.lemma_ in BIDDING and child(head, "dobj", *PASSIVE_SUBJECTS) is not None


def dated(token: Token) -> Token | None:
    """ "On 18 March armed men turned back two trucks": the men, whom the parser took for part of the date."""
    if token.tag_ not in FINITE:
        return None
    for prep in token.lefts:
        target = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ in ("on", "in") else None
        if target is None or target.lower_ in MONTHS or target.pos_ != "NOUN":
            continue
        if any(t.lower_ in MONTHS and t.text[:1].isupper() for t in target.lefts):
            return target
    return None


def listed(token: Token) -> Token | None:
    """ "The rebels stopped a bus, let the women go and killed four": the first verb of a list, which has the subject."""
    bare = child(token, *SUBJECTS, *PASSIVE_SUBJECTS, "expl", "auxpass", "aux") is None
    if token.dep_ not in ("ROOT", "ccomp") or token.tag_ not in ("VBD", "VB", "VBN") or not bare:
        return None
    for kid in token.lefts:
        goes_on = kid.dep_ in ("ccomp", "advcl") and kid.tag_ == "VBD" and child(kid, "mark") is None
        if goes_on and child(kid, "nsubj") is not None and token.doc[kid.right_edge.i + 1].text == ",":
            return kid
    return None


def readied(token: Token) -> Token | None:
    """ "are due to speak", "is ready to sign": the verb whose subject is to do it."""
    head = token.head
    ready = token.dep_ in ("xcomp", "ccomp") and head.pos_ == "ADJ" and head.dep_ in _READY
    return head.head if ready and is_verb(head.head) else None


def agent_beside(token: Token) -> Token | None:
    """ "was shot and two others beaten by guards": who did the one is said only of the other."""
    beside = [
        t for t in token.children if t.dep_ == "conj" and t.tag_ == "VBN" and child(t, "auxpass") is None
    ]
    if token.dep_ == "conj" and is_verb(token.head) and child(token, *PASSIVE_SUBJECTS) is None:
        beside.append(token.head)
    for other in beside:
        agent = child(other, "agent")
        if agent is not None:
            return child(agent, "pobj")
    return None
