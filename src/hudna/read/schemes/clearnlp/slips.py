"""Slips of the parser that hide a verb or its doer, mended before the lemmas are asked for.

"India and Pakistan traded fire": a past tense taken for an adjective of what it is done to.
"The clinic, hit twice in a week, …": a participle taken for a past tense.
"Not the rebels but the army shelled the town": of two subjects the one that is denied.
"In the Kadra district gunmen killed two": who acts, taken for a part of where.
"Rebels hold two teachers hostage": who is held, and not what as.
"Three soldiers killed, nine wounded": who is counted suffers it, where nobody is said to have been killed.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

SLIPS = "hudna_slips"

_NAMES = frozenset({"NNP", "NNPS", "NNS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STANDING = frozenset("lay lie stood stand sat hung came".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_REGIONS = frozenset(
    """area camp city commune county department district division governorate municipality neighborhood neighbourhood
    parish prefecture province quarter region settlement state suburb sector town township valley village""".split()
)
# What nobody is said to do without saying to whom.
_SUFFERED = frozenset(
    "killed beheaded executed arrested detained abducted kidnapped wounded injured deported displaced slain".split()
)
_REPORTS = frozenset(
    "report reports claim claims allegation allegations accusation accusations rumour rumours rumor rumors news".split()
)
_HELD_AS = frozenset({"hostage", "captive", "prisoner"})
_HELD = frozenset({"dobj", "aux", "auxpass", "agent", "prt", "ccomp", "xcomp"})
_LOOSE = frozenset({"nmod", "nsubj", "compound", "npadvmod", "amod"})


@Language.component(SLIPS)
def slips(doc: Doc) -> Doc:
    """The doc with such verbs above those who act."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        dep = token.dep_
        if dep == "acl" and _is_left_lying(token):
            _stand_up(token)
        elif dep == "acl" and token.tag_ == "VBD" and _stands_behind(token):
            token.tag_ = "VBN"
        elif dep == "amod" and _is_hidden(token):
            _bring_out(token)
        elif dep == "advcl" and token.tag_ in ("VBN", "VBD"):
            _hand_on(token)
        elif dep in _SUBJECTS:
            _deny(token)
            _set_beside(token)
            _suffer(token)
        elif dep in ("nmod", "compound") and token.lower_ in _DAYS:
            _part(token)
            _begin(token)
        elif dep == "relcl":
            _report(token)
        elif token.lower_ in _BY_WORD:
            _BY_WORD[token.lower_](token)
        elif dep == "pobj" and token.tag_ == "NNS" and token.i > 1:
            _let_out(token)
    return doc


def _hold(state: Token) -> None:
    """Those before "hostage" are held, whichever way the parser hung them on it; what follows tells of the holding."""
    verb, before = state.head, state.nbor(-1) if state.i else state
    if (
        state.dep_ != "dobj"
        or before.head != state
        or before.tag_ not in _NAMES
        or before.dep_ not in ("nsubj", "compound", "nmod")
    ):
        return
    for kid in [k for k in state.children if k != before]:
        kid.head = before if kid.i < before.i else verb
    before.head, before.dep_ = verb, "dobj"
    state.dep_ = "oprd"


def _let_out(people: Token) -> None:
    """The plural right behind a word for a part of the country acts, where its verb has nobody else who does."""
    region, prep = people.nbor(-1), people.head
    verb = prep.head
    if region.lower_ not in _REGIONS or region.head != people or prep.dep_ != "prep" or prep.i > region.i:
        return
    if verb.tag_ not in _FINITE or verb.i < people.i or any(k.dep_ in _SUBJECTS for k in verb.children):
        return
    for kid in [k for k in people.lefts if k != region]:
        kid.head = region
    region.head, region.dep_ = prep, "pobj"
    people.head, people.dep_ = verb, "nsubj"


def _suffer(noun: Token) -> None:
    """ "3 soldiers killed": a count right before such a form without an object is of those whom it befell."""
    verb = noun.head
    counted = noun.tag_ == "CD" or any(k.dep_ == "nummod" for k in noun.lefts)
    beside = verb.i == noun.right_edge.i + 1 and verb.lower_ in _SUFFERED and verb.tag_ in ("VBD", "VBN")
    # Without a helping verb the form itself says that it befell him: "member killed, soldier wounded".
    bare = verb.tag_ == "VBN" and not any(k.dep_ in ("aux", "auxpass") for k in verb.children)
    if (
        (counted or bare)
        and beside
        and verb.dep_ != "relcl"
        and not any(k.dep_ in _HELD for k in verb.rights)
    ):
        noun.dep_, verb.tag_ = "nsubjpass", "VBN"


def _begin(day: Token) -> None:
    """ "Since Thursday army trucks have been heading north": the day belongs to the word before it, and no truck is called after it."""
    noun = day.head
    if (
        day.i != 1
        or day.nbor(-1).dep_ != "mark"
        or noun.dep_ not in _SUBJECTS
        or day.nbor(-1).head != noun.head
    ):
        return
    prep = day.nbor(-1)
    prep.dep_ = "prep"
    day.head, day.dep_ = prep, "pobj"


def _report(verb: Token) -> None:
    """ "rejected a report that units had fired": what the report says, and nothing that was done to the report."""
    that = next((k for k in verb.lefts if k.lower_ == "that" and k.dep_ == "mark"), None)
    own = any(k.dep_ in _SUBJECTS and k != that for k in verb.lefts)
    if that is not None and own and verb.head.lower_ in _REPORTS:
        verb.dep_ = "acl"


def _turn(verb: Token) -> None:
    """ "Among the ruins lay six bodies": behind a verb of lying and standing, after a place, stands who lies there."""
    kids = list(verb.children)
    placed = verb.tag_ in _FINITE and bool(kids) and kids[0].dep_ == "prep" and kids[0].i < verb.i
    if not placed or any(k.dep_ in (*_SUBJECTS, "expl", "aux", "cc") for k in kids):
        return
    behind = next((k for k in kids if k.dep_ in ("dobj", "attr") and k.i > verb.i), None)
    if behind is not None:
        behind.dep_ = "nsubj"


def _stands_behind(participle: Token) -> bool:
    """Right behind its noun, or behind a comma after it, and nobody's verb."""
    own = any(k.dep_ in ("nsubj", "nsubjpass", "aux", "dobj") for k in participle.children)
    return not own and participle.head.i < participle.i and participle.head.tag_.startswith("NN")


def _is_left_lying(participle: Token) -> bool:
    """ "Jimmy Cherizier, alias Barbecue, called for …": behind a second name between commas, in a sentence that has no verb."""
    second = participle.head
    name = second.head
    plain = participle.tag_ in ("VBN", "VBD") and second.dep_ == "appos"
    return (
        plain
        and name.dep_ == "ROOT"
        and name.tag_.startswith("NN")
        and participle.nbor(-1).text == ","
        and participle.doc[-1].text == "."
        and not any(k.dep_ in ("agent", "cc") for k in participle.children)
    )


def _stand_up(verb: Token) -> None:
    """The participle as the verb of the name that opens the sentence."""
    name = verb.head.head
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    name.head, name.dep_ = verb, "nsubj"


def _hand_on(participle: Token) -> None:
    """ "The envoy, expected back on Friday, has proposed talks": who stands before the comma did what the verb behind says."""
    verb, noun = participle.head, next((k for k in participle.lefts if k.dep_ == "nsubj"), None)
    bare = not any(k.dep_ in ("aux", "auxpass", "mark", "dobj") for k in participle.children)
    own = any(k.dep_ in (*_SUBJECTS, "expl") for k in verb.children)
    if noun is None or not bare or own or verb.i < participle.i or verb.dep_ not in ("ROOT", "ccomp", "conj"):
        return
    if participle.left_edge.i != noun.left_edge.i or participle.nbor(-1).text != ",":
        return
    noun.head, noun.dep_ = verb, "nsubjpass" if any(k.dep_ == "auxpass" for k in verb.children) else "nsubj"
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"


def _is_hidden(token: Token) -> bool:
    """A past form right behind a name or a plural, before a bare noun that heads a sentence without any other verb."""
    done = token.head
    if token.tag_ not in ("VBD", "VBN") or done.dep_ != "ROOT" or token.i == 0:
        return False
    if done.i <= token.i or token.nbor(-1).tag_ not in _NAMES or token.doc[-1].text != ".":
        return False
    plain = not any(k.dep_ == "det" for k in done.children)
    return plain and not any(t.tag_ in _FINITE and t != token for t in token.doc)


def _bring_out(verb: Token) -> None:
    """The verb at the head, who stands before it as its subject, the noun as what it is done to."""
    done = verb.head
    before = [k for k in (*done.lefts, *verb.lefts) if k.i < verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    done.head, done.dep_ = verb, "dobj"
    for kid in before:
        kid.head = verb
        if kid.dep_ in _LOOSE and kid.tag_ in _NAMES:
            kid.dep_ = "nsubj"
    for kid in [k for k in done.rights if k.dep_ in ("prep", "npadvmod", "punct")]:
        kid.head = verb


def _deny(noun: Token) -> None:
    """ "Not A but B": B acts, and A is nobody of the verb's."""
    verb = noun.head
    if not any(k.dep_ == "neg" and k.i < noun.i for k in noun.lefts):
        return
    beside = [k for k in (*noun.rights, *verb.lefts) if k.i > noun.i and k.dep_ in (*_SUBJECTS, "conj")]
    joint = next((k for k in noun.rights if k.dep_ == "cc" and k.lower_ == "but"), None)
    if joint is None or not beside:
        return
    meant = beside[-1]
    meant.head, meant.dep_ = verb, noun.dep_
    noun.dep_ = "dep"


def _set_beside(noun: Token) -> None:
    """ "Malaysia, the current chair, appealed": the name that opens the sentence acts, and the words between commas say who it is."""
    verb, first = noun.head, noun.left_edge
    if first.i < 2 or noun.right_edge.i + 1 != verb.i or noun.right_edge.text != ",":
        return
    name = first.nbor(-2)
    opens = name.left_edge.i == name.sent.start and name.dep_ in ("npadvmod", "dep") and name.head == verb
    if (
        opens
        and first.nbor(-1).text == ","
        and name.tag_ in ("NNP", "NNPS")
        and first.dep_ in ("det", "poss")
    ):
        name.dep_ = noun.dep_
        noun.head, noun.dep_ = name, "appos"


def _part(day: Token) -> None:
    """ "left on Sunday and talks produced a lull": the day ends what went before, and what stands behind "and" acts."""
    if day.dep_ != "nmod":
        return
    noun = day.head
    prep, verb = noun.head, next((k for k in noun.rights if k.dep_ == "acl" and k.tag_ == "VBD"), None)
    joint = next((k for k in day.rights if k.dep_ == "cc"), None)
    if verb is None or joint is None or noun.dep_ != "pobj" or verb.i != noun.i + 1 or prep.i > day.i:
        return
    day.head, day.dep_ = prep, "pobj"
    joint.head = prep.head
    noun.head, noun.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = prep.head, "conj"


def _face(opposing: Token) -> None:
    """ "as opposing armed groups clashed": groups that oppose each other act, and nobody opposes them."""
    faced = next((kid for kid in opposing.rights if kid.dep_ == "dobj" and kid.tag_ == "NNS"), None)
    if (
        faced is None
        or opposing.dep_ not in ("csubj", "pcomp")
        or any(k.i < opposing.i for k in opposing.children)
    ):
        return
    verb = faced.doc[faced.right_edge.i + 1] if faced.right_edge.i + 1 < len(faced.doc) else faced
    if verb.tag_ not in _FINITE | {"VBN"} or any(kid.dep_ in _SUBJECTS for kid in verb.children):
        return
    before = opposing.head
    faced.head, faced.dep_ = verb, "nsubj"
    opposing.head, opposing.dep_, opposing.tag_ = faced, "amod", "JJ"
    if before.tag_ == "IN":
        before.head, before.dep_ = verb, "mark"


_BY_WORD = {"opposing": _face} | dict.fromkeys(_STANDING, _turn) | dict.fromkeys(_HELD_AS, _hold)
