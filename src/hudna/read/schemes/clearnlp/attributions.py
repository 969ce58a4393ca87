"""Who says it, and who is accused, where the parser takes them for part of something else?

"The army, residents said, shelled the town" and "The army has taken the town, the mayor told reporters" are read
wrongly where what stands before the comma could go on: the speaker becomes a noun put beside another. Both
patterns are plain to see in the tags, and the tree is mended by them before anything is read from it.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

from hudna.read.schemes.clearnlp.turned import turn

ATTRIBUTIONS = "hudna_attributions"

_SAID = frozenset(
    """said says told added announced reported confirmed claimed stated alleged insisted stressed explained declared
    wrote warned noted acknowledged complain complains complained charged recalled maintained conceded recounted relates
    insist""".split()
)
# What may stand in the name of somebody who speaks.
_NAMING = frozenset("NN NNS NNP NNPS DT JJ IN POS CD PRP PRP$ CC HYPH".split())
_NOUNS = frozenset("NN NNS NNP NNPS PRP".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBS = _FINITE | {"VB", "VBG", "VBN", "MD"}
# How far the words of an aside reach behind its verb: "said on Monday".
_ASIDE = 6


@Language.component(ATTRIBUTIONS)
def attributions(doc: Doc) -> Doc:
    """The doc with each such speaker at its verb."""
    if not doc.has_annotation("DEP"):
        return doc
    for token in doc:
        if token.lower_ in _LOYAL and token.i + 2 < len(doc):
            _mend_loyal(token)
            _mend_described(token)
        if token.dep_ == "conj" and token.tag_ in ("VBD", "VBN"):
            _mend_suffered(token)
        if token.lower_ in _SAID and token.tag_ in _FINITE:
            before = _comma_before(token)
            if before is not None:
                _mend_listed(token, before)
                _mend_opening(token, before)
                _mend_inside(token, before) or _mend_behind(token, before)
            _mend_inverted(token)
            turn(token)
        elif token.lower_ == "of" and any(k.dep_ == "pcomp" for k in token.children):
            _mend_accused(token)
        elif token.lower_ == "on" and token.dep_ == "prep":
            _mend_blamed(token)
        elif token.tag_ == "VBG" and token.dep_ == "advcl":
            _mend_result(token)
            _mend_toll(token)
        elif token.lower_ == "that" and token.head.dep_ == "relcl":
            _mend_told(token)
        elif token.dep_ == "ccomp" and token.head.dep_ == "acl" and token.head.tag_ == "VBN":
            _mend_posted(token)
    return doc


def _comma_before(said: Token) -> Token | None:
    """The comma before who speaks, where nothing but a name, and what he is between two commas, stands between it and the verb."""
    behind = list(said.doc[: said.i])
    aside = next((n for n, t in enumerate(reversed(behind[:-1])) if t.text == ","), None) if behind else None
    if behind and behind[-1].text == "," and aside is not None:
        held = behind[len(behind) - 1 - aside : -1]
        whole = held and all(t.tag_ in _NAMING for t in held) and any(t.tag_ in _NOUNS for t in held)
        behind = behind[: len(behind) - 2 - aside] if whole else behind
    for token in reversed(behind):
        if token.text == ",":
            return token if any(t.tag_ in _NOUNS for t in said.doc[token.i + 1 : said.i]) else None
        if token.tag_ not in _NAMING and not (len(behind) < said.i and token.is_quote):
            return None
    return None


def _mend_inside(said: Token, before: Token) -> bool:
    """ "The army, residents said, shelled the town": who shelled stands before the aside, and the verb behind it."""
    doc = said.doc
    after = next(
        (t for t in doc[said.i + 1 : said.i + 1 + _ASIDE] if t.text == "," or t.tag_ in _VERBS), None
    )
    if after is None or after.text != ",":
        return False
    actor, verb = _name_before(before), _verb_after(after)
    speaker = _head(doc, before.i + 1, said.i)
    if actor is None or verb is None or speaker is None:
        return False
    _raise(verb, said, actor)
    _hang(said, verb, "parataxis")
    _hang(speaker, said, "nsubj")
    _hang(actor, verb, "nsubj")
    return True


def _name_before(comma: Token) -> Token | None:
    """The head of a name that fills what stands before a comma, up to the sentence's beginning or another comma."""
    start = comma.i
    for token in reversed(list(comma.doc[: comma.i])):
        if token.text == "," or token.is_quote:
            break
        if token.tag_ not in _NAMING | {"VBN", "VBG"}:
            return None
        start = token.i
    if start < comma.i and comma.doc[start].tag_ == "IN":
        return None  # "In the north, residents said, …": nobody acts there
    return _head(comma.doc, start, comma.i)


def _verb_after(comma: Token) -> Token | None:
    """The verb right behind a comma; a participle in form alone is a verb there."""
    for token in comma.doc[comma.i + 1 : comma.i + 4]:
        if token.tag_ == "MD" or (token.tag_ in _FINITE and token.dep_ in ("aux", "auxpass")):
            head = token.head
            return head if head.i > token.i and head.tag_ in _VERBS else None
        if token.tag_ in _FINITE:
            return token
        if token.tag_ in ("VBN", "JJ") and token.lower_.endswith("ed"):
            token.tag_ = "VBD"
            return token
        if token.tag_ != "RB":
            return None
    return None


def _raise(verb: Token, said: Token, actor: Token) -> None:
    """The verb above both; what it was taken to describe is what it was done to."""
    described = verb.head if verb.dep_ in ("amod", "acl") and verb.head.i > verb.i else None
    under = next((t for t in (said, actor) if verb == t or t.is_ancestor(verb)), None)
    if described is not None and under is not None:
        _lift(verb, under)
        _hang(described, verb, "dobj")
    elif under is not None:
        _lift(verb, under)


def _lift(token: Token, above: Token) -> None:
    """The token in the place of one above it."""
    head, label = above.head, above.dep_
    token.head, token.dep_ = (token if head == above else head), label


def _mend_listed(said: Token, before: Token) -> None:
    """ "killing at least 50 people, residents and officials said": who was killed is not one of those who say it."""
    speaker = _head(said.doc, before.i + 1, said.i)
    if speaker is None or speaker.dep_ != "conj" or speaker.head.i > before.i:
        return
    noun = speaker.head
    verb = said.doc[max(0, noun.left_edge.i - 1)]
    taken = any(k.dep_ in ("dobj", "aux") for k in verb.children)
    lost = noun.head == said and noun.dep_ == "nsubj" and verb.tag_ in _VERBS and not taken
    if lost:
        _hang(noun, verb, "dobj")
    if lost or (noun.dep_ == "dobj" and not any(k.dep_ == "nsubj" for k in said.lefts)):
        _hang(speaker, said, "nsubj")


def _mend_opening(said: Token, before: Token) -> None:
    """ "Since May 300 people have been killed, the monitor said": what stands before who says it is what he says."""
    for token in said.lefts:
        told = token.dep_ == "advcl" and token.i < before.i and _has_tense(token)
        if told and not any(k.dep_ == "mark" or (k.tag_ == "WRB" and k.i < token.i) for k in token.children):
            token.dep_ = "ccomp"


def _has_tense(token: Token) -> bool:
    """A tense of its own or of its helping verb."""
    helping = (k for k in token.children if k.dep_ in ("aux", "auxpass"))
    return token.tag_ in _FINITE or any(k.tag_ in _FINITE | {"MD"} for k in helping)


def _mend_behind(said: Token, before: Token) -> bool:
    """ "The army has taken the town, the mayor told reporters.": who speaks closes the sentence."""
    doc, top = said.doc, said.head
    if any(t.tag_ in _VERBS for t in doc[said.i + 1 :]):
        return False  # no more than ", the worst fighting this year", "in the third such attack" may follow
    speaker = _head(doc, before.i + 1, said.i)
    if speaker is None or speaker.tag_ == "PRP" or top.i >= said.i or top.tag_ not in _VERBS:
        return False
    if speaker.head == said and (said.dep_ != "conj" or _joined(top, said)):
        return False
    _lift(said, top)
    _hang(top, said, "ccomp")
    _hang(speaker, said, "nsubj")
    _mend_object(top, said, before)
    return True


def _mend_inverted(said: Token) -> None:
    """ "Gunmen torched the mast, said residents reached by telephone": whoever stands behind the verb says it."""
    told = next((k for k in said.lefts if k.dep_ == "ccomp" and _has_tense(k)), None)
    reached = next((k for k in said.rights if k.dep_ == "ccomp" and k.tag_ in ("VBD", "VBN")), None)
    if told is None or reached is None or said.nbor(-1).text not in (",", '"', "”", "'", "’"):
        return
    speaker = next((k for k in reached.lefts if k.dep_ == "nsubj" and k.left_edge.i == said.i + 1), None)
    taken = any(k.dep_ in ("dobj", "aux", "ccomp") for k in reached.children)
    if speaker is None or speaker.right_edge.i != reached.i - 1 or taken:
        return
    for subject in [k for k in said.lefts if k.dep_ == "nsubj"]:
        _hang(subject, told, "nsubj")
    _hang(speaker, said, "nsubj")
    reached.tag_ = "VBN"
    _hang(reached, speaker, "acl")


def _mend_object(told: Token, said: Token, before: Token) -> None:
    """ "struck a depot in Goma, a source told the agency": what was struck was taken for who tells."""
    taken = [k for k in said.lefts if k.dep_ == "nsubj" and told.i < k.i < before.i]
    for noun in taken if not any(k.dep_ == "dobj" for k in told.children) else ():
        if noun.left_edge.i == told.i + 1:
            _hang(noun, told, "dobj")


_LOYAL = frozenset("loyal allied aligned affiliated linked answering".split())
_TITLED = frozenset({"NNP", "NNPS"})


def _mend_loyal(loyal: Token) -> None:
    """ "that forces loyal to General Idris Malo had taken the town": the name ends with its last capital, and the forces act."""
    doc, prep, noun = loyal.doc, loyal.nbor(1), loyal.nbor(-1) if loyal.i else loyal
    run = []
    for token in doc[prep.i + 1 :]:
        if token.tag_ not in _TITLED | {"HYPH"}:
            break
        run.append(token)
    if prep.lower_ not in ("to", "with") or len(run) < 2 or noun.tag_ not in ("NNS", "NN"):
        return
    last, head, label = run[-1], run[-1].head, run[-1].dep_
    if label == "pobj" and head == prep:
        return
    place = (noun.head, noun.dep_) if noun.head != noun else None
    for token in run[:-1]:
        token.head, token.dep_ = last, "punct" if token.tag_ == "HYPH" else "compound"
    _hang(last, prep, "pobj")
    _hang(prep, loyal, "prep")
    _hang(loyal, noun, "amod")
    if label in ("nsubj", "nsubjpass") and head.i > last.i:
        if place is not None and noun.dep_ not in ("nsubj", "nsubjpass"):
            head.head, head.dep_ = place
            for mark in [k for k in noun.children if k.dep_ == "mark"]:
                mark.head = head
        _hang(noun, head, label)
    for kid in [k for k in doc[last.i + 1 :] if k.head == last and k.lower_ == "of"]:
        kid.head = noun.head


def _mend_described(loyal: Token) -> None:
    """ "said gunmen loyal to Malo had set up barriers": what says whose they are is no verb of theirs, and they act."""
    noun = next((k for k in loyal.lefts if k.dep_ == "nsubj" and k.i == loyal.i - 1), None)
    if noun is None or loyal.tag_ != "JJ" or any(k.dep_ in ("aux", "cop", "advcl") for k in loyal.children):
        return
    others = (k for k in loyal.head.children if k.dep_ == loyal.dep_ and k.i > loyal.i and _has_tense(k))
    verb = next((k for k in others if not any(c.dep_ in ("nsubj", "nsubjpass") for c in k.children)), None)
    if verb is not None and loyal.head != loyal:
        passive = any(k.dep_ == "auxpass" for k in verb.children)
        _hang(noun, verb, "nsubjpass" if passive else "nsubj")
        _hang(loyal, noun, "amod")


# Forms that are the same whether one does it or suffers it.
_SUFFERED = frozenset(
    """shot killed beheaded executed stabbed arrested detained tortured raped burned wounded abducted kidnapped hanged robbed
    looted searched interrogated questioned released freed wounded injured deported""".split()
)


def _mend_suffered(token: Token) -> None:
    """ "had been dragged from his home and shot", "12 were killed and 30 wounded": what befell one goes on with another."""
    above = token.head
    passive = any(k.dep_ == "auxpass" for k in above.children)
    if not passive or any(k.dep_ in ("dobj", "aux", "auxpass", "prt", "agent") for k in token.children):
        return
    others = [k for k in token.children if k.dep_ == "nsubj"]
    if token.lower_ in _SUFFERED or (others and token.tag_ == "VBN"):
        token.tag_ = "VBN"
        for other in others:
            other.dep_ = "nsubjpass"


_ACCUSING = frozenset("accuse accused accuses accusing suspect suspected suspects".split())
_BLAMING = frozenset("blame blamed blames blaming pinned".split())
_INNER = frozenset("pobj prep appos conj dobj".split())
_DESCRIBING = frozenset("acl agent amod relcl pcomp".split())


def _mend_accused(of: Token) -> None:
    """ "accused men on motorcycles, backed by an officer, of burning houses": they are accused of it, not who backs them."""
    above = _verb_over(of, _INNER | _DESCRIBING)
    if above is not None and above.lower_ in _ACCUSING and above != of.head:
        of.head = above


def _mend_blamed(on: Token) -> None:
    """ "blamed the downing of a helicopter on militia fighters": on whom it is blamed, not where they flew."""
    above, target = _verb_over(on), next((k for k in on.children if k.dep_ == "pobj"), None)
    if above is None or above.lower_ not in _BLAMING or above == on.head or target is None:
        return
    if not any(k.lower_ == "on" and k.dep_ == "prep" and k.i > above.i for k in above.children):
        on.head = above


def _mend_result(token: Token) -> None:
    """ "accused the militia of shelling a camp, killing 14": the shelling killed, not whoever accuses."""
    above = token.head
    if above.lower_ not in _ACCUSING | _BLAMING or token.i == 0 or token.nbor(-1).text != ",":
        return
    if any(k.dep_ in ("nsubj", "mark") for k in token.children):
        return
    deeds = (k for prep in above.children if prep.dep_ == "prep" for k in prep.children if k.dep_ == "pcomp")
    deed = next((k for k in deeds if above.i < k.i < token.i), None)
    if deed is not None:
        token.head = deed


_TOLLING = frozenset("killing wounding injuring leaving maiming".split())
_DEEDS = frozenset(
    """attacked ambushed bombed shelled shot fired opened stormed raided struck hit targeted detonated exploded overran assaulted
    machine-gunned torched burned blew besieged invaded rammed""".split()
)


def _mend_toll(token: Token) -> None:
    """ "arrested the men who ambushed a bus, killing nine": those who ambushed it killed them."""
    above = token.head
    if token.lower_ not in _TOLLING or above.lower_ in _DEEDS or token.i == 0 or token.nbor(-1).text != ",":
        return
    deeds = (t for t in token.doc[above.i + 1 : token.i] if t.dep_ == "relcl" and t.lower_ in _DEEDS)
    deed = next((t for t in deeds if t.right_edge.i in (token.i - 1, token.i - 2)), None)
    if deed is not None:
        token.head = deed


_TELLING = frozenset("told tells tell informed informs assured assures reminded warned notified".split())


def _mend_told(that: Token) -> None:
    """ "told a radio station that troops had burned houses": what they told, and nothing of the station."""
    verb = that.head
    noun = verb.head
    beside = (that.i > 0 and that.nbor(-1) == noun.right_edge) or that.i == noun.i + 1
    own = any(k.dep_ in ("nsubj", "nsubjpass") and k != that for k in verb.children)
    if noun.dep_ not in ("dobj", "dative") or noun.head.lower_ not in _TELLING or not (beside and own):
        return
    if that.dep_ == "dobj" and not any(k.dep_ == "dobj" and k != that for k in verb.children):
        return  # "told the men that they had trained": whom they had trained
    that.dep_ = "mark"
    _hang(verb, noun.head, "ccomp")


def _verb_over(prep: Token, inner: frozenset[str] = _INNER) -> Token | None:
    """The verb over the noun that a preposition was hung from, past `inner` labels."""
    above = prep.head
    while above.dep_ in inner and above.head != above and above.head.i < above.i:
        above = above.head
    return above if above.tag_ in _VERBS else None


def _joined(first: Token, second: Token) -> bool:
    """Does "and" stand between the two?"""
    return any(t.dep_ == "cc" and first.i < t.i < second.i and t.head == first for t in first.children)


def _head(doc: Doc, start: int, end: int) -> Token | None:
    """The first noun of a stretch that hangs from outside it."""
    inside = doc[start:end]
    loose = (t for t in inside if t.head == t or not start <= t.head.i < end)
    return next((t for t in loose if t.tag_ in _NOUNS), None)


def _hang(token: Token, head: Token, label: str) -> None:
    token.head, token.dep_ = head, label


def _mend_posted(told: Token) -> None:
    """ "claimed in a statement posted online that its men had left": it is claimed, and nothing is said to be posted."""
    posted = told.head
    held = posted.head.head
    says = held.head if held.dep_ == "prep" and held.i < posted.i else held
    marked = any(k.lower_ == "that" and k.dep_ == "mark" for k in told.children)
    free = not any(k.dep_ in ("ccomp", "dobj") for k in says.children)
    if marked and free and says.lower_ in _SAID and says.tag_ in _FINITE:
        told.head = says
