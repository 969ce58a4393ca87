"""Who attacks by the weapons named: whoever launched them, or whose they are."""

from hudna.extract.owners import FIGHTING, launcher, wielder
from hudna.extract.scene import At, Thread, Who
from hudna.extract.slots import slot_phrases
from hudna.extract.who import who
from hudna.knowledge.lexicon import Trigger
from hudna.model.claim import Root
from hudna.model.clause import Phrase

_ENEMIES = frozenset({"REB", "UAF", "CRM"})
_OF_STATE = frozenset({"MIL", "COP"})
_IN_WHICH = frozenset({"in", "during"})


def launched(at: At, trigger: Trigger, thread: Thread, *, suffering: frozenset[str]) -> tuple[Who, ...]:
    """ "a rocket that the rebels fired fell on the port": who fired it attacks.

    `suffering`: the slots of what is attacked ("a truck came under fire", "the downing of a drone").
    """
    if trigger.root is not Root.ASSAULT:
        return ()
    slots: tuple[str, ...] = (
        ("subject", "object", "with", "by", "of") if at.clause.kind != "noun" else ("with", "by", "of")
    )
    if at.clause.subject is not None:
        # "the defences destroyed missiles that the group fired": somebody does it, though nobody knows whose they are.
        slots = tuple(slot for slot in slots if slot != "object")
    # "a convoy escorted by the army ran over a mine", "the downing of drones that they launched": whoever is with
    # what suffers launched nothing that does the deed.
    asked = {"of"} if trigger.mode == "destroy" else trigger.needs.keys() & {"of"}
    befell = frozenset(trigger.roles.get("recipient", ())) & asked
    falls = befell if at.clause.kind == "noun" else suffering & {"subject"}
    slots = tuple(slot for slot in slots if slot not in falls)
    own = (at.clause.phrase,) if at.clause.phrase is not None else ()
    phrases = (*own, *(p for slot in slots for p in slot_phrases(at.clause, slot)))
    found = next((w for p in phrases if (w := launcher(at, p, thread)) is not None), None)
    found = found or _wielding(at, thread, suffering)
    return () if found is None else (found,)


def _wielding(at: At, thread: Thread, suffering: frozenset[str]) -> Who | None:
    """ "an attack with Iranian drones", "a salvo of their missiles hit the port", "killed under their fire": not of drones that were shot down."""
    slots: tuple[str, ...] = ("subject", "under") if at.clause.kind != "noun" else ("of", "with")
    if at.clause.passive or (at.clause.kind != "noun" and "subject" in suffering):
        slots = (*slots, "with")  # "was wounded by the army's gunfire"
    phrases = [p for slot in slots if slot not in suffering for p in slot_phrases(at.clause, slot)]
    phrases += _carrying_out(at)
    return next((w for p in phrases if (w := wielder(at, p, thread)) is not None), None)


def _carrying_out(at: At) -> tuple[Phrase, ...]:
    """ "the army's jets carried out raids": whoever does what a noun names, in the verb that it hangs from."""
    above = at.parent.clause if at.parent is not None and at.clause.kind == "noun" else None
    cues = at.scene.cues
    # "the Libyan ambulance service announced the death of nine": who tells of it wields nothing.
    doing = cues.light_verbs - cues.suffering_verbs - cues.happening_verbs - at.scene.verbs_of_speech.keys()
    if above is None or above.passive or above.subject is None or above.lemma not in doing:
        return ()
    done = at.clause.phrase in (*above.objects, *(o.phrase for o in above.obliques if o.preposition == "of"))
    return (above.subject,) if done else ()


def at_hands(at: At, trigger: Trigger, thread: Thread) -> tuple[Who, ...]:
    """ "were tortured at the hands of the police": who is named behind a verb that nobody else acts in."""
    suffers = "subject" in trigger.roles.get("recipient", ()) or at.clause.passive
    if trigger.root is not Root.ASSAULT or at.clause.kind != "verb" or not suffers:
        return ()
    found = (who(at, phrase, thread) for phrase in slot_phrases(at.clause, "by"))
    return tuple(w for w in found if w is not None and w.actor.sector in FIGHTING)


def in_operation(at: At, trigger: Trigger, recipients: tuple[Who, ...], thread: Thread) -> tuple[Who, ...]:
    """ "The rebel was killed in an operation by the army": forces of a state, where all the dead are its enemies."""
    clause = at.clause
    enemies = recipients and all(w.actor.sector in _ENEMIES for w in recipients)
    if trigger.root is not Root.ASSAULT or clause.kind != "verb" or not clause.passive or not enemies:
        return ()
    around = (c for c in at.children() if c.clause.kind == "noun" and c.clause.marker in _IN_WHICH)
    phrases = (p for c in around for slot in ("by", "of") for p in slot_phrases(c.clause, slot))
    found = (who(at, phrase, thread) for phrase in phrases)
    return tuple(w for w in found if w is not None and w.actor.sector in _OF_STATE)[:1]
