"""Whose deed is it, by what the verb above says of it: admitted, charged with, ordered, asked for."""

from hudna.extract.meanwhile import counted
from hudna.extract.owners import apposed
from hudna.extract.saying import speech_words
from hudna.extract.scene import At, Thread, Who
from hudna.extract.slots import slot_phrases
from hudna.extract.who import who
from hudna.model.claim import SpeechAct, Status


def answerable(at: At, parent: At, thread: Thread, *, result: bool) -> tuple[Who, ...]:
    """Who is said to have done, or is to do, what the noun of a deed tells? `result`: the noun is what a deed did."""
    verb = parent.clause.lemma
    if verb in at.scene.words.speech.admitting and at.clause.noun is None and not result:
        # "admitted the shelling": who admits it did it.
        return subjects(parent, thread)
    if _is_charge(at) and verb in at.scene.cues.suffering_verbs:
        # "faces charges of torture": whoever has to bear the charge is said to have done it.
        return subjects(parent, thread)
    return _bidden(at, parent, thread)


def carried_out(at: At, thread: Thread) -> tuple[Who, ...]:
    """ "An attack was carried out by rebels": who carries out what is the subject stands behind the verb."""
    telling = at.scene.verbs_of_speech.keys() - at.scene.words.speech.owning
    does = at.clause.lemma in at.scene.cues.light_verbs - telling
    return subjects(at, thread) if at.clause.passive and does else ()


def subjects(at: At, thread: Thread) -> tuple[Who, ...]:
    """Who acts in a clause, by name or by what stands beside it."""
    named = ((who(at, p, thread) or apposed(at, p, thread)) for p in slot_phrases(at.clause, "subject"))
    return tuple(w for w in named if w is not None)


def _is_charge(at: At) -> bool:
    """Does the deed hang from a word for an accusation?"""
    noun = at.clause.noun
    words = at.scene.nouns_of_speech.get(noun.head) if noun is not None else None
    return words is not None and words.act is SpeechAct.ACCUSE


def _bidden(at: At, parent: At, thread: Thread) -> tuple[Who, ...]:
    """ "called on the army for the withdrawal", where others say "to withdraw": whoever is asked or ordered would do it."""
    words, objects = speech_words(parent), parent.clause.objects
    asked = words is not None and (words.holds is Status.DEMANDED or words.act is SpeechAct.ORDER)
    if not asked or not objects or parent.clause.passive or at.clause.link != "argument":
        return ()
    inside = objects[0].start <= at.clause.start < objects[0].end
    noun, refused = at.clause.noun, at.scene.cues.nouns.get(Status.DENIED, frozenset())
    if inside or (noun is not None and noun.head not in refused and not counted(at, noun)):
        return ()  # but "called for no attack": whoever is not to attack
    found = (who(at, member, thread) for member in objects[0].members())
    return tuple(w for w in found if w is not None)
