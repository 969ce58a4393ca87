"""Which token is the subject of a verb that has none of its own, where the parser hung it elsewhere?

Each question is one slip that the parser makes again and again in news English, and
asks only for what the tags and labels show.
"""

from hudna.read.schemes.clearnlp.tree import Word
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

_HOURS = frozenset("dawn dusk noon midday midnight nightfall sunrise sunset daybreak".split())


def is_hour(token: Word) -> bool:
    """ "At dawn fighters attacked": an hour behind its preposition is no part of the noun that follows."""
    return token.lower_ in _HOURS and token.i > 0 and token.nbor(-1).tag_ == "IN"


def is_finite(token: Word) -> bool:
    """Has the verb a tense of its own?"""
    return token.tag_ in FINITE or child(token, "aux", "auxpass") is not None


def bidden(token: Word, head: Word) -> bool:
    """ "enjoined the rebels to vacate the city": said to whom is told to, not an aim of who tells."""
    infinitive = any(t.dep_ == "aux" and t.tag_ == "TO" for t in token.children)
    return infinitive and head.lemma_ in BIDDING and child(head, "dobj", *PASSIVE_SUBJECTS) is not None


def dated(token: Word) -> Word | None:
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


def lost(token: Word) -> Word | None:
    """ "In a raid, according to a monitor, gunmen and villagers fled": the last noun before the verb heads its subject.

    The parser may hang it from what stands before the comma.
    """
    if token.dep_ not in ("ROOT", "ccomp", "conj", "parataxis") and not _is_loose(token):
        return None
    if not _is_told(token):
        return None
    if child(token, *SUBJECTS, *PASSIVE_SUBJECTS, "expl") is not None:
        return None
    aside = [t for t in token.lefts if t.dep_ == "npadvmod" and _names(t)]
    if aside:
        # "Pakistan, needless to say, rejects it": a name in the place of a time.
        return aside[0]
    noun = _noun_before(token)
    if noun is None or noun.is_ancestor(token):
        return None
    for _ in range(_MAX_CHAIN):
        above = noun.head
        if noun.dep_ in ("conj", "appos") and above.i < noun.i:
            if any(t.text == "," for t in noun.doc[above.i + 1 : noun.left_edge.i]) or _parted(noun):
                return _first_of(noun)
            noun = above
        elif noun.dep_ == "pobj" and above.head.pos_ in ("NOUN", "PROPN") and above.head.i < noun.i:
            noun = above.head
        else:
            break
    return None


# So far up a chain of nouns joined or put beside one another.
_MAX_CHAIN = 12


def _is_loose(token: Word) -> bool:
    """ "…, the spokesman of the brigade told the agency": a finite verb without anybody, hung as an adverbial of what it tells."""
    return token.dep_ == "advcl" and token.tag_ in FINITE and child(token, "mark", "advmod", "aux") is None


def _first_of(noun: Word) -> Word:
    """ "In a statement, France, Spain and Malta urged", "…, the spokesman, Colonel Diallo, told": the first of those put there."""
    above = noun.head
    if noun.dep_ == "conj" and above.dep_ == "appos" and above.tag_ == noun.tag_ and _parted(above):
        return above
    beside = (t for t in above.children if t.dep_ == "appos" and t.i < noun.i and _parted(t))
    titled = noun.dep_ == "appos" and noun.tag_ == "NNP"
    return next((t for t in beside if titled and t.tag_ == "NN"), noun)


def told_of(token: Word) -> Word | None:
    """ "the strike, which the ministry said killed five": the noun of which the relative clause says what it did."""
    head = token.head
    if token.dep_ != "ccomp" or head.dep_ != "relcl" or not is_finite(token) or head.i > token.i:
        return None
    relative = child(head, "dobj", "pobj")
    named = relative is not None and relative.tag_ in ("WDT", "WP") and relative.i < head.i
    bare = child(token, *SUBJECTS, *PASSIVE_SUBJECTS, "mark") is None
    return head.head if named and bare else None


def _names(token: Word) -> bool:
    return token.tag_ in ("NNP", "NNPS") and token.lower_ not in MONTHS


def _is_told(token: Word) -> bool:
    """Has the verb a tense, its own or its helping verb's?"""
    if token.dep_ == "conj" and is_verb(token.head):
        return False
    helped = child(token, "aux", "auxpass")
    return token.tag_ in FINITE or (token.tag_ == "VBN" and helped is not None and helped.tag_ in FINITE)


def _noun_before(token: Word) -> Word | None:
    """The noun right before the verb; times may stand between."""
    for before in reversed(list(token.doc[: token.i])):
        if before.tag_.startswith("NN") and not (before.dep_ == "npadvmod" and before.tag_ == "NN"):
            return before
        timed = before.dep_ == "npadvmod" or before.head.dep_ == "npadvmod"
        # "…, the spokesman, Colonel Diallo, told": the comma that ends what is put beside him.
        ends = before.text == "," and before.i > 0 and before.nbor(-1).dep_ == "appos"
        if not (timed or before.is_quote or ends):
            return None
    return None


def _parted(noun: Word) -> bool:
    """Does a comma stand right before the noun and what belongs to it?"""
    start = noun.left_edge.i
    return start > 0 and noun.doc[start - 1].text == ","


def listed(token: Word) -> Word | None:
    """ "The rebels stopped a bus, let the women go and killed four": the first verb of a list, which has the subject."""
    bare = child(token, *SUBJECTS, *PASSIVE_SUBJECTS, "expl", "auxpass", "aux") is None
    if token.dep_ not in ("ROOT", "ccomp") or token.tag_ not in ("VBD", "VB", "VBN") or not bare:
        return None
    for kid in token.lefts:
        goes_on = kid.dep_ in ("ccomp", "advcl") and kid.tag_ == "VBD" and child(kid, "mark") is None
        if goes_on and child(kid, "nsubj") is not None and token.doc[kid.right_edge.i + 1].text == ",":
            return kid
    return None


# Verbs that nobody suffers: right behind a noun that heads its sentence they tell what it did.
_NEVER_SUFFERED = frozenset(
    """press clamour clamor appeal march rally clash agree vote plead protest campaign retaliate
    respond reply advance retreat flee arrive vow rejoice mourn react intervene negotiate""".split()
)
_CALLING = frozenset({"for", "on", "upon"})


def garden(token: Word) -> Word | None:
    """ "Seven embassies called for restraint.": the noun that acts, where the parser read "embassies that were called"."""
    noun = token.head
    if (
        token.dep_ != "acl"
        or token.tag_ not in ("VBN", "VBD")
        or child(token, "agent", "aux", "auxpass") is not None
    ):
        return None
    if noun.i > token.i or noun.dep_ not in ("ROOT", "pobj") or token.doc[-1].text != ".":
        return None
    if noun.dep_ == "pobj" and (noun.head.dep_ != "ROOT" or not any(t.lower_ in MONTHS for t in noun.lefts)):
        return None
    beside = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    behind = [t for t in token.rights if t.dep_ == "prep" and t.lower_ in _CALLING]
    calls = token.lemma_ == "call" and bool(behind) and child(token, "oprd") is None
    never = token.lemma_ in _NEVER_SUFFERED and beside.lower_ != "by"
    return noun if calls or never else None


_WIELDING = frozenset("use used uses using employ employed employs employing".split())


def keeps_acting(token: Word, head: Word) -> bool:
    """ "spent the weekend attacking the village", "used a drone to bomb it": who spends or uses attacks, not the object."""
    if token.tag_ == "VBG":
        return head.lemma_ in ("spend", "waste", "pass")
    passive = any(k.dep_ == "auxpass" for k in head.children)
    return token.tag_ == "VB" and head.lower_ in _WIELDING and not passive


def readied(token: Word) -> Word | None:
    """ "are due to speak", "is ready to sign": the verb whose subject is to do it."""
    head = token.head
    ready = token.dep_ in ("xcomp", "ccomp") and head.pos_ == "ADJ" and head.dep_ in _READY
    return head.head if ready and is_verb(head.head) else None


def agent_beside(token: Word) -> Word | None:
    """ "was shot and two others beaten by guards": who did the one is said only of the other."""
    beside = [
        t for t in token.children if t.dep_ == "conj" and t.tag_ == "VBN" and child(t, "auxpass") is None
    ]
    bare = child(token, *PASSIVE_SUBJECTS, "auxpass") is None
    if token.dep_ == "conj" and is_verb(token.head) and bare:
        beside.append(token.head)
    for other in beside:
        agent = child(other, "agent")
        if agent is not None:
            return child(agent, "pobj")
    return None


def agent_inside(token: Word) -> Word | None:
    """ "were kept from entering the town by armed men": the preposition of who kept them, hung from what they were kept from."""
    inner = child(child(token, "prep") or token, "pcomp") or child(token, "xcomp")
    if inner is None or child(token, "auxpass") is None or inner.tag_ not in ("VBG", "VB"):
        return None
    held = (inner, *(k for k in inner.children if k.dep_ in ("dobj", "pobj")))
    behind = (k for each in held for k in each.children if k.dep_ in ("prep", "agent") and k.lower_ == "by")
    return next((k for k in behind if (p := child(k, "pobj")) is not None and p.tag_ == "NNS"), None)


# Verbs whose hearer, told to act, stands behind a preposition.
_CALLED_UPON = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "shout": ("at", "to")}


def called_upon(token: Word, head: Word) -> Word | None:
    """ "called on the rebels to leave", "appealed to allies to send guns": who is to do it."""
    upon = _CALLED_UPON.get(head.lemma_, ())
    asked = (k for k in head.children if k.dep_ == "prep" and k.lower_ in upon and k.i < token.i)
    return next((target for k in asked if (target := child(k, "pobj")) is not None), None)


_HEADS = frozenset(
    "head leader chief commander spokesman spokeswoman director president governor mayor minister chairman member son".split()
)


def antecedent(noun: Word, pronoun: Word) -> Word:
    """ "the men of the Front, who …": the men, though the parser hangs it from the name that stands nearer."""
    above = noun.head
    whole = above.head
    behind = pronoun.lower_ == "who" and noun.dep_ == "pobj"
    of_people = behind and noun.tag_ == "NNP" and above.lower_ == "of" and whole.tag_ == "NNS"
    # "men in civilian clothes who": nobody wears men.
    dressed = behind and above.lower_ == "in" and whole.tag_ in ("NNS", "NN") and noun.tag_ in ("NNS", "NN")
    # "the head of the UN agency, who": an agency is no "who".
    led = behind and above.lower_ == "of" and whole.lower_ in _HEADS and noun.tag_ not in ("NNS", "NNPS")
    return whole if of_people or dressed or led else noun


def is_meanwhile(token: Word) -> bool:
    """ "freed the inmates after blowing a hole": what follows a preposition of time is done by who did the first."""
    return token.head.lower_ in (
        "after",
        "before",
        "while",
        "when",
        "since",
        "by",
        "upon",
        "without",
        "despite",
    )


# What an attack does, told by a participle at its end.
_OUTCOMES = frozenset("kill wound injure destroy damage leave set force displace trap cut".split())


# What somebody does in going on to speak: "…, officials said, adding that", "…, citing residents".
_SPOKEN_ON = frozenset(
    """accuse add admit allege announce appeal argue ask assert blame call charge cite claim condemn confirm criticise criticize
    declare demand denounce deny describe dismiss express hint indicate insist invite invoke note pledge point promise
    quote refer reiterate reject remind repeat reveal say speak specify state stress suggest tell term thank threaten urge vow
    warn welcome refuse decline give provide read write""".split()
)


def told_above(token: Word, head: Word | None) -> Word | None:
    """ "described how drones had struck the airport, setting it on fire": the verb that is told, not who tells it."""
    bare = token.dep_ == "advcl" and token.tag_ == "VBG" and child(token, "aux", "mark", "nsubj") is None
    if head is None or not bare:
        return None
    told = [k for k in head.children if k.dep_ == "ccomp" and k.i < token.i and is_finite(k)]
    behind = [k for k in told if head.i < k.i] if token.lemma_ in _OUTCOMES else []
    # "the siege was lifted, officials said, ending a standoff": what stands before who says it goes on behind.
    before = [k for k in told if k.i < head.i < token.i] if _goes_on_behind(token, head) else []
    return max(behind or before, key=lambda k: k.i, default=None)


def _goes_on_behind(token: Word, head: Word) -> bool:
    """Right behind a verb of saying and a comma, and itself no word of speech?"""
    gap = [t for t in head.doc[head.i + 1 : token.i] if t.dep_ != "advmod"]
    timed = all(t.text == "," or t.dep_ in ("prep", "pobj", "npadvmod", "compound", "det") for t in gap)
    return bool(gap) and gap[-1].text == "," and timed and token.lemma_ not in _SPOKEN_ON


_THOUGHT = frozenset("believe think know say suspect understand allege report presume".split())


def thought_to(token: Word) -> Word | None:
    """ "insurgents believed to be bandits attacked": of whom it is believed, where the parser has them believe."""
    bare = (
        token.lemma_ in _THOUGHT and token.tag_ in ("VBD", "VBN") and child(token, "aux", "auxpass") is None
    )
    noun, aim = child(token, "nsubj"), child(token, "xcomp")
    if not bare or noun is None or aim is None or not _is_beside(noun.right_edge, token):
        return None
    return noun if told_by_thought(token) is not None else None


def _is_beside(noun: Word, token: Word) -> bool:
    """ "insurgents believed to be", "the assailants, believed to be": right behind, a comma left out."""
    gap = [t.text for t in token.doc[noun.i + 1 : token.i]]
    return gap in ([], [","])


def goes_past(token: Word) -> Word | None:
    """The subject of a verb that goes on behind such an aside."""
    aside = token.head
    told = told_by_thought(aside) if is_verb(aside) and aside.i < token.i else None
    return thought_to(aside) if told is not None and told.i == token.i else None


def told_by_thought(token: Word) -> Word | None:
    """The verb that goes on behind the aside: "insurgents believed to be bandits ATTACKED"."""
    aim = child(token, "xcomp")
    told = (
        k
        for k in token.children
        if k.dep_ in ("ccomp", "advcl", "conj") and k.tag_ in FINITE and aim is not None and k.i > aim.i
    )
    own = (*SUBJECTS, *PASSIVE_SUBJECTS, "mark")
    joined = {k.head.i for k in token.doc[token.i :] if k.dep_ == "cc" and k.i < k.head.i}
    return next((k for k in told if child(k, *own) is None and k.i not in joined), None)


def left_as(token: Word) -> bool:
    """ "shot dead four men": an adjective right behind its verb says what became of them, and is nobody."""
    return token.dep_ == "oprd" and token.tag_ == "JJ" and token.i == token.head.i + 1
