"""What a verb still waits for behind words put in between: whom it befalls, who comes or dies.

"Sono stati uccisi a Gao, in un agguato, quattro soldati". Each function asks one question of the frames read so far.
"""

from hudna.read.shallow.chunks import Group
from hudna.read.shallow.frames import Frame
from hudna.read.shallow.grammarian import Grammarian
from hudna.read.shallow.verbs import Verb
from hudna.read.shallow.words import Words

FAR = 6
COMMA = ","
_BEFORE_VERB = frozenset({"clitic", "negation", "adverb"})


def awaiting(frame: Frame, group: Group, words: Words, known: Grammarian) -> Frame | None:
    """ "È stato rapito ieri, mentre tornava a casa, padre Pierre": the clause above whose subject this is."""
    if not known.grammar.inverted or known.verb_first or not _is_somebody_new(group, known):
        return None
    above: Frame | None = frame
    for _ in range(FAR):
        if above is None or above.verb is None or _has_its_own(above, words):
            return None
        if _waits(above, known) and _fits(group, above.verb):
            return above
        above = above.parent
    return None


def _is_somebody_new(group: Group, known: Grammarian) -> bool:
    """A phrase that could be named here for the first time: no bare word that goes on with a list or says more of a place."""
    told = group.article is not None or group.count is not None or group.lemma in known.people
    return told and group.pronoun is None and group.lemma not in known.times


def _waits(frame: Frame, known: Grammarian) -> bool:
    """Nobody is named yet, and the verb is one whose subject may follow: a passive, a coming, a dying."""
    verb = frame.verb
    if verb is None or frame.goes_on or frame.antecedent is not None or frame.said_before:
        return False
    opens = verb.form == "participle" and frame.parent is None and verb.passive
    turned = verb.form == "verb" and (verb.passive or verb.active_be) and not verb.person
    return (opens or turned) and _is_bare(frame, known)


def _is_bare(frame: Frame, known: Grammarian) -> bool:
    return all(g.relation is not None or g.lemma in known.times for g in (*frame.before, *frame.after))


def _has_its_own(frame: Frame, words: Words) -> bool:
    """ "Sono fuggiti dopo aver ucciso, nella notte, quattro soldati": a verb that lacks whom it befalls itself."""
    verb = frame.verb
    if verb is None or verb.passive or verb.active_be or verb.form == "participle":
        return False
    return words.low[verb.last + 1 : verb.last + 2] == [COMMA]


def _fits(group: Group, verb: Verb) -> bool:
    """In number and gender, both of which an Italian or Spanish participle shows."""
    number = "p" if group.members or group.count is not None else group.number
    same_number = not number or not verb.number or number == verb.number
    # "attivista" has either gender; only an article tells it.
    told = group.article is not None and group.gender and verb.gender
    return same_number and (not told or group.gender == verb.gender)


def is_headed(words: Words, verb: Verb) -> bool:
    """ "Arrestati, nella capitale, tre attivisti che distribuivano volantini": no verb behind but one that says which men."""
    finite = [at for at in _part(words, verb.last + 1) if words.forms[at].tag == "verb"]
    return words.opens(verb.first) and len(finite) == 1 and _is_relative(words, finite[0])


def _part(words: Words, first: int) -> range:
    ends = (at for at in range(first, len(words.low)) if words.low[at] in {";", ":"})
    return range(first, next(ends, len(words.low)))


def _is_relative(words: Words, at: int) -> bool:
    """Does a relative word stand right before a verb and what belongs to it, with no comma before?"""
    at -= 1
    while at > 0 and words.forms[at].tag in _BEFORE_VERB:
        at -= 1
    return (
        at > 0
        and words.forms[at].tag == "opener"
        and words.forms[at - 1].tag in {"noun", "name", "adjective"}
    )


def goes_on_behind_aside(words: Words, last: Group, group: Group, known: Grammarian) -> bool:
    """ "A Solino, la polizia, appoggiata dai soldati, ha ucciso …": behind a place and a comma, whoever acts behind an aside."""
    if last.relation is None or known.verb_first or not _is_somebody_new(group, known):
        return False
    commas = [at for at in range(group.last + 1, len(words.low)) if words.low[at] == COMMA]
    if len(commas) < 2 or group.lemma not in known.people:
        return False
    opens = words.forms[commas[0] + 1].tag in {"participle", "preposition", "opener", "adjective"}
    finite = [at for at in range(commas[1] + 1, len(words.low)) if words.forms[at].tag not in _BEFORE_VERB]
    return opens and bool(finite) and words.forms[finite[0]].tag == "verb"
