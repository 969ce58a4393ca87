"""Who is described is who he is called: "the governor of Darfur, Minni Minnawi"; "fighters from a rebel group, the M23"."""

from collections.abc import Iterator
from dataclasses import replace

from hudna.extract.agreeing import is_person
from hudna.extract.scene import At, Thread, Who
from hudna.extract.who import who
from hudna.model.clause import Phrase

# The rule by which an army's spokesman is of the state that the report is about: "the movement's military spokesman, Jan Roe" may not be.
GUESSED = "generic_agent"
BELONGING = "affiliated with"
ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})


def by_name(
    at: At, phrase: Phrase, found: Who | None, thread: Thread, *, befallen: bool = False
) -> Who | None:
    """Somebody told of by his office, as the listed person whose name stands behind it; else as found.

    `befallen`: of whom something is done to. "The head of the brigade, Jan Roe, was killed": he, not the brigade.
    """
    if found is not None and found.actor.id is None and (owner := _belongs_to(at, phrase, thread)):
        return replace(found, actor=owner.actor)
    if found is not None and found.actor.id is None and found.actor.sector in ARMED:
        return _group(at, phrase, found, thread)
    guessed = found is not None and found.actor.rule == GUESSED
    if found is None or phrase.plural or not is_person(found, at.scene):
        return found
    if found.actor.id is not None and not guessed and not befallen:
        return found
    person = next(_known(at, phrase, thread), None)
    spoken_for = found.actor.id is not None and not befallen
    if person is None or (spoken_for and person.actor.sector == found.actor.sector):
        return found
    return replace(found, actor=replace(person.actor, kind=found.actor.kind))


def _belongs_to(at: At, phrase: Phrase, thread: Thread) -> Who | None:
    """ "قوة مؤلفة من أربع عربات تابعة للجيش": whose it is, where a reader hangs that from what it is made of."""
    parts = (o.phrase for o in phrase.obliques if o.preposition == "of")
    owners = (o.phrase for part in parts for o in part.obliques if o.preposition == BELONGING)
    found = (who(at, one, thread) for one in owners)
    return next(
        (w for w in found if w is not None and w.actor.id and w.actor.sector in ARMED | {"MIL"}), None
    )


def _group(at: At, phrase: Phrase, found: Who, thread: Thread) -> Who:
    """Fighters of a group that is described first and named behind."""
    named = next((w for w in _known(at, phrase, thread) if w.actor.sector in ARMED), None)
    return found if named is None else replace(found, actor=replace(named.actor, kind=found.actor.kind))


def _known(at: At, phrase: Phrase, thread: Thread) -> Iterator[Who]:
    """The listed names behind it; a reader may hang one from what he is the head of, or what they come from."""
    holders = (phrase, *(o.phrase for o in phrase.obliques if o.preposition in ("of", "from")))
    names = (name for holder in holders for name in holder.appositions if name.proper)
    found = (who(at, name, thread) for name in names)
    return (w for w in found if w is not None and w.actor.id and w.actor.rule == "whole_name")
