"""Who fights whom where the words stand far from the fight: "clashes broke out in the town of Kidal between A and B".

Whatever reads the sentence hangs "between" from the nearest noun, which is a place; a place
that has a name lies between nobody, so they are who fought there. And whose attack is repelled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hudna.extract.described import participles
from hudna.extract.owners import FIGHTING, owner, stranger
from hudna.extract.scene import At, Thread, Who
from hudna.extract.slots import slot_phrases
from hudna.extract.triggers import nominal_lemmas
from hudna.extract.who import who
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Oblique, Phrase

_SIDES = ("between", "involving")
# What is met stands as the object, or where the language says so behind "to".
_MET = ("object", "to")
_WHOSE = ("by", "of", "from", "to", "compound")


def pitted(at: At, trigger: Trigger, actors: tuple[Who, ...], thread: Thread) -> tuple[Who, ...]:
    """Both sides of a mutual deed; those known stay, where nobody stands beside them."""
    if not trigger.mutual or len(actors) > 1:
        return actors
    if trigger.root is Root.ASSAULT:
        actors = tuple(w for w in actors if not _is_where(at, w))
    parent = (at.parent,) if at.parent is not None and at.clause.marker == "subject" else ()
    obliques = [o for one in (at, *parent) for o in one.clause.obliques]
    if actors:
        # "Tra l'Apparato di supporto alla stabilità e la brigata": the name goes on past where a reader ends it.
        over = (o.phrase for o in obliques if actors[0].start < o.phrase.core_start < actors[0].end)
        beside = _sides(at, (one for phrase in over for one in phrase.conjuncts), thread)
        return (*actors, *beside)
    members = (one for o in obliques for inner in _hanging(at, o) for one in inner.phrase.members())
    found = _sides(at, members, thread)
    return found if len(found) > 1 else ()


def _is_where(at: At, found: Who) -> bool:
    """ "Norland fighting kills nine": a country before a fight is where it is, and no side of it."""
    phrase = at.clause.phrase
    inside = phrase is not None and phrase.start <= found.start and found.end <= phrase.end
    behind = any(
        found.start < o.phrase.end and o.phrase.start < found.end for o in at.clause.obliques if o.word
    )
    return inside and not behind and found.actor.rule == "metonym"


def struck(at: At, trigger: Trigger, actors: tuple[Who, ...], thread: Thread) -> tuple[Who, ...]:
    """Whom an attack befalls where no slot names him: whose attack is fought off, whose post is struck."""
    return attackers(at, trigger, thread) or _holders(at, trigger, actors, thread)


def _holders(at: At, trigger: Trigger, actors: tuple[Who, ...], thread: Thread) -> tuple[Who, ...]:
    """ "attacked positions of the group": who holds what is struck, where a list knows him and he is no doer."""
    verb = at.clause.kind == "verb" and trigger.root is Root.ASSAULT and not trigger.mutual
    sites = (
        at.scene.words.places.areas
        if verb and "object" in trigger.roles.get("recipient", ("object",))
        else ()
    )
    held = [phrase for phrase in at.clause.objects if phrase.head in sites]
    behind = [o.phrase for phrase in held for o in phrase.obliques if o.preposition == "of"]
    owned = [
        phrase.possessor for phrase in held if phrase.possessor is not None and not phrase.possessor.pronoun
    ]
    doers = {w.actor.id for w in actors}
    found = _sides(at, (*owned, *behind), thread)
    return tuple(w for w in found if w.actor.sector in FIGHTING and w.actor.id and w.actor.id not in doers)


def attackers(at: At, trigger: Trigger, thread: Thread) -> tuple[Who, ...]:
    """ "Repelled an attack by the rebels", "an RSF attack": whose attack is fought off is fought."""
    met = [slot for slot in _MET if slot in trigger.needs]
    if at.clause.kind == "noun" or trigger.root is not Root.ASSAULT or not met:
        return ()
    if "subject" in trigger.roles.get("recipient", ()):
        return ()  # "the town came under attack by the rebels": who attacks suffers nothing
    deeds = nominal_lemmas(at.scene.reading.language)
    attacks = [p for slot in met for p in slot_phrases(at.clause, slot) if p.head in deeds]
    owned = [phrase.possessor for phrase in attacks if phrase.possessor is not None]
    behind = [o.phrase for phrase in attacks for o in phrase.obliques if o.preposition in _WHOSE]
    laid = [p.clause.subject for p in participles(at) if p.clause.passive and p.clause.subject is not None]
    launched = _launched(at, attacks)
    found = _sides(at, (*owned, *behind, *laid, *launched), thread)
    return tuple(w for w in found if w.actor.sector in FIGHTING)


def _launched(at: At, attacks: Iterable[Phrase]) -> Iterator[Phrase]:
    """ "تصدى الجيش لهجوم شنته الجماعة": who carries the attack out in the clause that tells of it."""
    heads = {phrase.head_start for phrase in attacks}
    for clause in at.passage.clauses:
        told = clause.link == "relative" and clause.noun is not None and clause.noun.head_start in heads
        carries = clause.lemma in at.scene.cues.light_verbs and clause.subject is not None
        if told and carries and clause.subject is not None and clause.subject.head_start not in heads:
            yield clause.subject


def no_own_victim(trigger: Trigger, actors: tuple[Who, ...], recipients: tuple[Who, ...]) -> tuple[Who, ...]:
    """ "An Israeli tank fired at one of their patrols": whoever "they" are, nobody attacks his own."""
    if trigger.root is not Root.ASSAULT:
        return recipients
    doers = {w.actor.id for w in actors} - {None}
    return tuple(
        replace(w, actor=replace(w.actor, id=None, country=None)) if w.actor.id in doers else w
        for w in recipients
    )


def no_state(befallen: Who) -> Who:
    """ "أصيب فلسطيني": of whom something befalls a bare word for a people means one of it, and not its forces."""
    actor = befallen.actor
    if actor.rule != "bare_demonym":
        return befallen
    one = replace(actor, id=None, name=befallen.text, sector="CVL", kind="anonymous", anonymous=True)
    return replace(befallen, actor=one)


def is_bare(phrase: Phrase) -> bool:
    """One word and no article: "palestinesi"; "droni russi" are the weapons of an army."""
    alone = phrase.head_end - phrase.head_start == phrase.core_end - phrase.core_start
    return phrase.determiner is None and alone


def _sides(at: At, phrases: Iterable[Phrase], thread: Thread) -> tuple[Who, ...]:
    found = (_side(at, phrase, thread) for phrase in phrases)
    return tuple({w.start: w for w in found if w is not None}.values())


def _hanging(at: At, oblique: Oblique) -> Iterator[Oblique]:
    """What hangs from the named places inside a phrase and says between whom.

    "The town of Kidal between …", not "the border between …": that lies between two countries.
    """
    phrase = oblique.phrase
    for inner in phrase.obliques:
        if inner.preposition in _SIDES and at.scene.places_in(phrase.start, inner.start):
            yield inner
        yield from _hanging(at, inner)


def _side(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    towns = (m for m in at.scene.places_in(phrase.start, phrase.end) if m.precision != "country")
    if any(m.start == phrase.core_start or m.end == phrase.core_end for m in towns):
        return None
    return who(at, phrase, thread) or owner(at, phrase, "between", thread) or stranger(at, phrase, "between")
