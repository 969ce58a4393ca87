"""Who did it, where the noun that says so stands inside another phrase: "came under attack by rebels"."""

from hudna.extract.owners import owner, stranger
from hudna.extract.scene import At, Thread, Who
from hudna.extract.slots import slot_phrases
from hudna.extract.triggers import nominal_lemmas
from hudna.extract.who import who
from hudna.knowledge.lexicon import Trigger

OF = "of"
NO_DEED = frozenset({"any", "subject", "object", "object2", "possessor", "compound"})


def of_deed(at: At, trigger: Trigger, thread: Thread) -> tuple[Who, ...]:
    """ "came under attack by rebels", "a truce between A and B took effect": who did it hangs from the noun that says it."""
    if at.clause.passive:
        # "the attack by rebels was called off": who was to do it did not call it off.
        return ()
    deeds = nominal_lemmas(at.scene.reading.language)
    roles = trigger.roles.get("actor", ())
    behind = {s for s in (*trigger.needs, *roles) if s not in NO_DEED} if OF in roles else set()
    slots = ("subject", "object", *(s for s in (*trigger.needs, *roles) if s not in NO_DEED))
    # "came under the fire of the army": of a deed suffered, the owner did it.
    suffers = "subject" in trigger.roles.get("recipient", ())
    inner = (
        member
        for slot in dict.fromkeys(slots)
        for phrase in slot_phrases(at.clause, slot)
        if at.clause.kind != "noun" or (slot == "to" and slot in trigger.needs)
        for oblique in phrase.obliques
        # "in the sights of snipers": whose they are acts, where the trigger says so.
        if (
            phrase.head in deeds
            and oblique.preposition in ("by", "between", *((OF, "from") if suffers else ()))
        )
        or (slot in behind and oblique.preposition == OF)
        for member in oblique.phrase.members()
    )
    found: list[Who] = []
    for member in inner:
        actor = who(at, member, thread) or owner(at, member, "of", thread) or stranger(at, member, "by")
        if actor is not None and all(actor.start != w.start for w in found):
            found.append(actor)
    return tuple(found)
