"""Who closes a sentence by saying it: "…, the mayor told reporters on Monday."

The parser hangs who speaks from whatever stands before him as often as not, and what he says from nothing. The pattern is
plain in the tags: a comma, a name, a verb of saying, and no more than how and when he said it before the end, a semicolon
or what happened before or after. What stands before the comma is what he says.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

CLOSING = "hudna_closing"

_SAID = frozenset(
    """said says told tells added adds announced announces reported reports confirmed confirms claimed claims stated states alleged
    alleges insisted insists wrote writes warned warns noted notes acknowledged acknowledges complained complains charged charges
    maintained maintains conceded verified verifies estimated estimates argued argues reiterated reiterates hinted hints
    explained explains recounted testified posted admitted admits declared declares recalled recalls""".split()
)
# What may stand in the name of somebody who speaks, and between his name and his verb.
_NAMING = frozenset("NN NNS NNP NNPS DT JJ IN POS CD PRP PRP$ CC HYPH".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_PLURAL = frozenset({"NNS", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBS = _FINITE | {"VB", "VBN", "VBG", "MD"}
# Behind a comma after who speaks these open what happened before, after or beside it.
_BESIDE = frozenset("after before as while since amid hours days weeks minutes months".split())
_DETERMINERS = frozenset({"a", "one", "two"})
# How far "on Monday", "in a statement on its website" reach behind the verb.
_ASIDE = 12
_SPEAKING = frozenset(
    """called urged accused vowed demanded asked blamed denied appealed condemned promised pledged threatened refused rejected gave
    put ruled spoke thanked praised offered ordered""".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BELOW = frozenset({"relcl", "acl", "advcl", "aux", "auxpass"})
# "a resident who asked not to be named said"
_NAMELESS = frozenset({"named", "identified", "quoted"})
_LONGEST = 8


@Language.component(CLOSING)
def closing(doc: Doc) -> Doc:
    """The doc with what each such speaker says below his verb."""
    if doc.has_annotation("DEP"):
        start = 0
        for end in [*(t.i for t in doc if t.text == ";"), len(doc)]:
            said = next((t for t in reversed(doc[start:end]) if _closes(t, start, end)), None)
            if said is not None:
                _mend(said, start, end)
            start = end + 1
        for token in doc:
            if token.lower_ == "and" and token.i > 2 and token.nbor(-1).text == ",":
                _go_on(token)
            elif token.text == ":":
                _title(token)
            elif token.dep_ == "nsubj" and token.tag_ in _NOUNS and token.i + 1 < len(doc):
                _joined_name(token, token.nbor(1))
    return doc


def _joined_name(name: Token, noun: Token) -> None:
    """ "Norland fighting kills nine": of two nouns side by side that both seem to act, the second does."""
    if noun.dep_ == "nsubj" and noun.head == name.head and noun.tag_ in _NOUNS and name.tag_ == "NNP":
        _hang(name, noun, "compound")


def _title(colon: Token) -> None:
    """ "Hill Front: Troops Kill Seven": what stands before the colon is what it is about, and who stands behind it acts."""
    before = [t for t in colon.doc[: colon.i] if t.dep_ in _SUBJECTS and t.head.i > colon.i]
    for token in before:
        if any(k.dep_ in _SUBJECTS and colon.i < k.i < token.head.i for k in token.head.lefts):
            # "Selen: a house was hit": it may be where, too.
            token.dep_ = "dep" if token.head.is_title else "npadvmod"


def _go_on(joint: Token) -> None:
    """ "They had gone into the forest, police said, and came under fire": what goes on behind who says it is told by him as well."""
    said = joint.nbor(-2)
    comma = _comma(said, 0) if said.lower_ in _SAID and said.tag_ in _FINITE else None
    if comma is None or joint.i + 1 >= len(joint.doc):
        return
    told = next((k for k in said.lefts if k.dep_ == "ccomp" and k.i < comma.i), None)
    if told is None and said.dep_ == "parataxis" and said.head.i < comma.i:
        told = said.head
    more = (k for above in (said, told) if above is not None for k in above.rights)
    verb = next((k for k in more if k.dep_ == "conj" and k.i > joint.i and k.tag_ in _VERBS), None)
    if told is None or verb is None or not _is_told_too(verb, joint):
        return
    if said.dep_ == "parataxis":
        _set_above(said, told)
    _hang(verb, told, "conj")
    _hang(joint, told, "cc")


def _is_told_too(verb: Token, joint: Token) -> bool:
    """Whoever speaks may go on speaking, where nobody else is named: "and called for help"."""
    own = any(k.dep_ in _SUBJECTS for k in verb.children)
    if verb.lower_ in _SAID | _SPEAKING:
        return False
    return own or not any(t.tag_ in _VERBS for t in joint.doc[joint.i + 1 : verb.i])


def _closes(said: Token, start: int, end: int) -> bool:
    """Is it a verb of saying behind a comma and a name, with nothing else told up to the end?"""
    if said.lower_ not in _SAID or _comma(said, start) is None:
        return False
    return _is_verb(said, end) and _end_of_aside(said, end) is not None


def _is_verb(said: Token, end: int) -> bool:
    if said.tag_ in _FINITE or (said.tag_ == "VBN" and said.nbor(-1).tag_ in _NOUNS | {"VBZ", "VBP"}):
        return True
    # "…, our producer reports.": at the very end after one who is not many.
    return said.tag_ == "NNS" and said.nbor(-1).tag_ in ("NN", "NNP") and _is_last(said, end)


def _is_last(said: Token, end: int) -> bool:
    return all(t.is_punct for t in said.doc[said.i + 1 : end])


def _end_of_aside(said: Token, end: int) -> int | None:
    """Where what belongs to the saying ends; None where something else is told behind it."""
    for token in said.doc[said.i + 1 : end]:
        if token.text == "," and _opens_beside(token, end):
            return token.i if token.i - said.i <= _ASIDE else None
        if token.tag_ in _VERBS or token.tag_ in ("WP", "WDT", "WRB") or token.text in ('"', ":", "-"):
            return None
        if token.text == "that":
            return None
    return end


def _opens_beside(comma: Token, end: int) -> bool:
    """ ", hours after …", ", a day before …"."""
    behind = [t.lower_ for t in comma.doc[comma.i + 1 : min(comma.i + 4, end)]]
    return bool(behind) and (behind[0] in _BESIDE or (behind[0] in _DETERMINERS and behind[-1] in _BESIDE))


def _comma(said: Token, start: int) -> Token | None:
    """The comma before who speaks."""
    named = False
    for token in reversed(said.doc[start : _name_end(said, start)]):
        if token.text == ",":
            opens = token.nbor(1).tag_ == "IN" or _opens_beside(token, said.i)
            return token if named and token.i > start and not opens and not token.nbor(-1).is_quote else None
        helping = token.tag_ in ("VBZ", "VBP") and token.i == said.i - 1 and said.tag_ == "VBN"
        # "a local elected official"
        describing = token.tag_ == "VBN" and named and token.nbor(1).tag_ in _NOUNS
        if token.tag_ not in _NAMING and not helping and not describing:
            return None
        named = named or token.tag_ in _NOUNS
    return None


def _name_end(said: Token, start: int) -> int:
    """Where the name of who speaks ends, without "who asked not to be named"."""
    if said.i == start or said.nbor(-1).lower_ not in _NAMELESS:
        return said.i
    before = said.doc[max(start, said.i - _LONGEST) : said.i]
    return next((t.i for t in before if t.lower_ == "who"), said.i)


def _mend(said: Token, start: int, end: int) -> None:
    doc, comma = said.doc, _comma(said, start)
    speaker = _speaker(said, comma) if comma is not None else None
    if comma is None or speaker is None:
        return
    top = _top(doc, start, comma.i)
    if top is None or not _set_above(said, top):
        return
    if said.tag_ == "NNS":
        said.tag_ = "VBZ"
        for word in [k for k in said.lefts if k != speaker and k.i > comma.i]:
            word.head = speaker
    elif said.tag_ == "VBN" and said.nbor(-1).tag_ in _NOUNS:
        said.tag_ = "VBD"
    _hang(speaker, said, "nsubj")
    _gather(top, said, start, comma.i)
    _part(said, (start, comma.i, end))


def _speaker(said: Token, comma: Token) -> Token | None:
    """The first noun that heads the words between the comma and the verb."""
    inside = said.doc[comma.i + 1 : said.i]
    loose = [t for t in inside if t.tag_ in _NOUNS and (t.head == t or not comma.i < t.head.i < said.i)]
    return loose[0] if loose else None


def _top(doc: Doc, start: int, end: int) -> Token | None:
    """The verb that heads what is said."""
    region = doc[start:end]
    loose = [t for t in region if t.head == t or not start <= t.head.i < end]
    for token in loose:
        if token.tag_ in _VERBS and _has_tense(token) and token.dep_ not in ("amod", "compound"):
            return token
    if any(_has_tense(t) and t.dep_ not in _BELOW for t in region):
        return None
    return next((v for n in loose if (v := _acting(n) or _own_clause(n, start, end)) is not None), None)


def _acting(noun: Token) -> Token | None:
    """ "A series of explosions in two towns killed seven": what was read as described acted."""
    if noun.tag_ not in _NOUNS or any(t.text == "," for t in noun.subtree if t.i < noun.right_edge.i):
        return None
    for verb in noun.rights:
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and any(k.dep_ == "dobj" for k in verb.children):
            verb.tag_ = "VBD"
            verb.head, verb.dep_ = noun.head if noun.head != noun else verb, noun.dep_
            _hang(noun, verb, "nsubj")
            return verb
    return None


def _own_clause(opening: Token, start: int, end: int) -> Token | None:
    """ "Hours after the deadline a pipeline was blown up": no relative word joins it to the noun before it."""
    for verb in opening.subtree:
        if verb.dep_ != "relcl" or not start <= verb.i < end or not _has_tense(verb):
            continue
        own = next((k for k in verb.lefts if k.dep_ in _SUBJECTS), None)
        joined = any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in verb.subtree)
        if own is not None and not joined and own.left_edge.i == verb.left_edge.i and verb.head.i < own.i:
            head, label = opening.head, opening.dep_
            verb.head, verb.dep_ = (verb if head == opening else head), label
            _hang(opening, verb, "prep" if opening.tag_ == "IN" else "npadvmod")
            return verb
    return None


def _has_tense(token: Token) -> bool:
    helping = (k for k in token.children if k.dep_ in ("aux", "auxpass"))
    return token.tag_ in _FINITE or any(k.tag_ in _FINITE | {"MD"} for k in helping)


def _set_above(said: Token, top: Token) -> bool:
    """The verb of saying above the one that heads what is said."""
    if top.is_ancestor(said):
        head, label = top.head, top.dep_
        said.head, said.dep_ = (said if head == top else head), label
    elif not said.is_ancestor(top):
        other = said.head
        if top.head != other:
            return False
        # "…, the ministry said; the mayor charged that …": each for himself.
        head, label = other.head, other.dep_
        said.head, said.dep_ = (said if head == other else head), label
        _hang(other, said, "conj")
    _hang(top, said, "ccomp")
    return True


def _gather(top: Token, said: Token, start: int, end: int) -> None:
    """Nothing of what is said hangs from who says it."""
    acts = any(k.dep_ in _SUBJECTS for k in top.children)
    for token in said.doc[start:end]:
        if token == top or token.is_punct or start <= token.head.i < end:
            continue
        if token.head == said and token.dep_ == "prep":
            continue  # "…, on Monday, the service said": the day of all that is said
        label = token.dep_
        if label in _SUBJECTS and acts:
            label = "dep"  # "among them nine children, a medic said": one of the victims speaks for nobody
        _hang(token, top, label)


def _part(said: Token, where: tuple[int, int, int]) -> None:
    """What happened besides is not told by who speaks."""
    (start, comma, end), doc = where, said.doc
    aside = _end_of_aside(said, end) or end
    for token in doc[aside + 1 :] if aside < len(doc) else ():
        if (
            start <= token.head.i < comma
            and token.tag_ in _VERBS
            and token.dep_ in ("conj", "advcl", "parataxis")
        ):
            _hang(token, said, "advcl" if aside < end else "conj")


def _hang(token: Token, head: Token, label: str) -> None:
    token.head, token.dep_ = head, label
