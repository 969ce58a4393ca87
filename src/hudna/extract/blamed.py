"""Whom does somebody hold responsible for a deed? He is said to have done it.

"Blamed the attack on the rebels", "killed in an ambush, which the army blamed on the rebels",
"said the council, which blames the rebels".
"""

from collections.abc import Iterable

from hudna.extract.saying import is_charge, speech_words
from hudna.extract.scene import At, Thread, Who
from hudna.extract.slots import slot_phrases
from hudna.extract.triggers import find_trigger
from hudna.extract.who import who
from hudna.knowledge.grammar import load_grammar
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root

ASIDE = ("which", "who", "that")


def blamed(
    at: At, trigger: Trigger, actors: tuple[Who, ...], recipients: tuple[Who, ...], thread: Thread
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """ "blamed the attack on the rebels": the rebels are accused, and are said to have attacked."""
    noun = (
        at.clause.phrase
        if at.clause.kind == "noun"
        else (at.clause.objects[0] if at.clause.objects else None)
    )
    verb = at.parent.clause.lemma if at.clause.kind == "noun" and at.parent is not None else at.clause.lemma
    if not actors and trigger.root is Root.ASSAULT:
        actors = put_down_to(at, thread)
    charged_with = at.parent is not None and is_charge(at, at.parent)
    if noun is None or (verb not in at.scene.words.speech.blaming and not charged_with):
        return actors, recipients
    charges = at.clause.link == "argument" or at.clause.marker == "for" or charged_with
    charges = charges and not _is_object(at)
    moves = trigger.root is Root.MOBILIZE  # "of deploying troops": the troops act as well
    if charges and actors and at.parent is not None and _are_his_own(at, actors):
        # "accuses Riyadh of shelling his forces": they did not shell themselves.
        charged = charged_by(at.parent, trigger, thread)
        if charged:
            return charged, (*recipients, *actors)
    if at.clause.kind == "noun" and at.parent is not None and (moves or not actors) and charges:
        # "accused the rebels of shelling the market": they are said to have shelled it.
        charged = charged_by(at.parent, trigger, thread)
        if charged and all(w.start != r.start for w in charged for r in (*actors, *recipients)):
            return (*charged, *actors), recipients
    if at.clause.marker == "for" and at.parent is not None and at.parent.clause.objects:
        return actors, recipients  # "blamed each other for the raid on the camp": the camp is not to blame
    beside = at.parent.clause.obliques if at.clause.kind == "noun" and at.parent is not None else ()
    accused = tuple(
        w
        for o in (*noun.obliques, *beside)
        if o.preposition == "on" or (o.preposition == "to" and at.clause.kind == "noun")
        for p in o.phrase.members()
        if (w := who(at, p, thread)) is not None
    )
    if not accused:
        return actors, recipients
    return (accused, ()) if at.clause.kind == "noun" else (actors, accused)


def _are_his_own(at: At, actors: tuple[Who, ...]) -> bool:
    """Does what belongs to a pronoun stand behind the deed that somebody is charged with?"""
    subject = (at.clause.subject,) if at.clause.subject is not None else ()
    behind = (*subject, *(o.phrase for o in at.clause.obliques if o.preposition in ("of", "by")))
    owned = [p for p in behind if p.possessor is not None and p.possessor.pronoun is not None]
    return at.clause.kind == "noun" and all(any(p.start <= w.start < p.end for p in owned) for w in actors)


def _is_object(at: At) -> bool:
    """ "put the deaths down to the army": the deed itself stands where others have whom they charge."""
    objects = at.parent.clause.objects if at.parent is not None else ()
    return bool(objects) and objects[0].head_start == at.clause.start


def charged_by(at: At, trigger: Trigger, thread: Thread) -> tuple[Who, ...]:
    """Whom the verb of blaming blames; who blame each other for a clash fought it."""
    several = any(p.determiner == "each" for p in slot_phrases(at.clause, "object"))
    return _named(at, ("subject",) if trigger.mutual and several else ("object",), thread)


def put_down_to(at: At, thread: Thread) -> tuple[Who, ...]:
    """ "…, which the army blamed on the rebels", "…, says the council, which blames the rebels": an aside of the same sentence."""
    for clause in at.passage.clauses:
        aside = At(at.scene, at.passage, clause)
        told_beside = clause.link == "relative" and clause.marker in ASIDE and clause.kind == "verb"
        if not told_beside or clause.start < at.clause.start or clause.negation is not None or clause.passive:
            continue
        trigger = find_trigger(aside)
        if trigger is None or trigger.root is not Root.ACCUSE or trigger.mode != "allege":
            continue
        on = clause.lemma in at.scene.words.speech.blaming and bool(slot_phrases(clause, "on"))
        found = _named(aside, ("on",) if on else trigger.roles.get("recipient", ("object",)), thread)
        if found:
            return found
    return ()


def is_put_down(at: At, actors: tuple[Who, ...]) -> bool:
    """Is it only blame by which somebody acts?"""
    put_down = {w.start for w in put_down_to(at, Thread())} if actors else set()
    return any(w.start in put_down for w in actors)


def is_answered_for(at: At) -> bool:
    """ "arrested two men for killing a guard": what they are held for, which nobody is said to say."""
    parent = at.parent
    if parent is None:
        return False
    if at.clause.kind == "noun" and at.clause.link in ("argument", "modifier"):
        return _is_held_for(parent)  # "criticised for having launched rockets"
    return _is_held_for(at) and speech_words(parent) is None


def _is_held_for(at: At) -> bool:
    clause, parent = at.clause, at.parent
    if parent is None or clause.link != "complement" or clause.marker != "of" or clause.noun is not None:
        return False
    return parent.clause.lemma in load_grammar(at.scene.reading.language).to_account


def _named(at: At, slots: Iterable[str], thread: Thread) -> tuple[Who, ...]:
    phrases = (p for slot in slots for p in slot_phrases(at.clause, slot))
    return tuple(w for p in phrases if (w := who(at, p, thread)) is not None)
