"""Who holds an office is who he is: "the governor of Darfur, Minni Minnawi", "le chef de cette force, Khalifa Haftar"."""

from dataclasses import replace

from hudna.extract.agreeing import is_person
from hudna.extract.scene import At, Thread, Who
from hudna.extract.who import who
from hudna.model.clause import Phrase

# The rule by which an army's spokesman is of the state that the report is about: "the movement's military spokesman, Jan Roe" may not be.
GUESSED = "generic_agent"


def by_name(at: At, phrase: Phrase, found: Who | None, thread: Thread) -> Who | None:
    """Somebody told of by his office, as the listed person whose name stands behind it; else as found."""
    guessed = found is not None and found.actor.rule == GUESSED
    if found is None or phrase.plural or not is_person(found, at.scene):
        return found
    if found.actor.id is not None and not guessed:
        return found
    # A reader may hang the name from what he is the head of.
    holders = (phrase, *(o.phrase for o in phrase.obliques if o.preposition == "of"))
    names = (name for holder in holders for name in holder.appositions if name.proper)
    known = (who(at, name, thread) for name in names)
    person = next((w for w in known if w is not None and w.actor.id and w.actor.rule == "whole_name"), None)
    if person is None or (found.actor.id is not None and person.actor.sector == found.actor.sector):
        return found
    return replace(found, actor=replace(person.actor, kind=found.actor.kind))
